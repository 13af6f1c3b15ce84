import type { Condition } from '../expressions/conditions.ts';
import type { Path } from '../expressions/paths.ts';
import type { Update } from '../expressions/updates.ts';
import type { Item } from '../values.ts';

/** A PartiQL statement as it can be done: its values are in it, and its operands go together. */
export type Statement =
  | SelectStatement
  | InsertStatement
  | UpdateStatement
  | DeleteStatement
  | ExistsStatement;

export interface Source {
  readonly table: string;
  readonly index: string | undefined;
}

export interface SelectStatement extends Source {
  readonly kind: 'select';
  /** Undefined: `*`. */
  readonly projection: readonly Path[] | undefined;
  readonly where: Condition | undefined;
  readonly order: readonly { readonly attribute: string; readonly descending: boolean }[];
}

export interface InsertStatement extends Source {
  readonly kind: 'insert';
  readonly item: Item;
}

/** What of an item is answered: `RETURNING MODIFIED NEW *`. */
export interface Returning {
  readonly what: 'ALL' | 'MODIFIED';
  readonly when: 'OLD' | 'NEW';
}

export interface UpdateStatement extends Source {
  readonly kind: 'update';
  readonly update: Update;
  readonly where: Condition;
  readonly returning: Returning | undefined;
}

export interface DeleteStatement extends Source {
  readonly kind: 'delete';
  readonly where: Condition;
  readonly returning: Returning | undefined;
}

/** `EXISTS(SELECT …)`: what must hold for the other statements of a transaction. */
export interface ExistsStatement extends Source {
  readonly kind: 'exists';
  readonly where: Condition;
}
