import type { JsonObject, JsonValue } from '../core/json.ts';
import type { ScopeKind } from '../core/scope.ts';

/** A stored document: plain JSON, frozen once read or put. Bytes are base64 text, instants are milliseconds. */
export type Document = object;

/**
 * A set of documents of one type. `name` is `service.noun` and unique in the product; a name that is not
 * unique stops the server at start.
 */
export interface Collection<T extends Document> {
  readonly name: string;
  readonly scope: ScopeKind;
  /** Encrypted at rest under a key of the account and Region. Ids and index keys stay clear. */
  readonly sealed: boolean;
  /** The number of the document's shape. Starts at 1; `upgrades[n]` takes a document from n to n + 1. */
  readonly shape: number;
  readonly upgrades: Readonly<Record<number, (document: JsonObject) => JsonObject>>;
  /**
   * Keys a document is found by, beside its id. A function gives none, one or several keys. Keys are clear
   * text and sort by their UTF-8 bytes; with the document's id they take at most 2,304 bytes.
   */
  readonly indexes: Readonly<Record<string, (document: T, id: string) => readonly string[]>>;
  /** Never called: carries the document's type. */
  readonly type?: (document: T) => JsonValue;
}
