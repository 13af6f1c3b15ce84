import type { StoredRecord } from '../../contract/trail.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { factsOf, type RecordFacts } from '../../core/record-facts.ts';
import { makesPair } from './domain/prices.ts';

/** Whose records tell of keys. */
export const KMS: ReadonlySet<string> = new Set(['kms.amazonaws.com']);

/** What a record tells of a request that is billed. */
export interface MeteredRequest {
  readonly operation: string;
  /** ARNs of the keys it used. */
  readonly keys: readonly string[];
  /** The pair it made. */
  readonly pairSpec?: string;
}

/**
 * The request that a record of KMS stands for; undefined when none is billed: the call failed, the service acted by itself, or
 * the record is another account's copy, or another Region's note, of a call that is counted where it was made.
 */
export function meteredRequest(stored: StoredRecord): MeteredRequest | undefined {
  const facts = factsOf(stored);
  if (facts.type !== 'AwsApiCall') return undefined;
  if (facts.errorCode !== undefined || facts.identity['invokedBy'] === 'AWS Internal') {
    return undefined;
  }
  if (facts.isShared && isCopy(facts, stored.account)) return undefined;
  const { name: operation, parameters } = facts;
  if (isRegionalNote(facts, stored)) return undefined;
  const keys = facts.resources.map(({ ARN }) => textOf(ARN)).filter((arn) => arn.includes(':key/'));
  if (!makesPair(operation)) return { operation, keys };
  return { operation, keys, pairSpec: textOf(parameters['keyPairSpec']) };
}

/** The caller's account pays. A service that acts in its own name has none: the key's owner has the copy then. */
function isCopy({ identity, resources }: RecordFacts, account: string): boolean {
  const caller = identity['accountId'];
  if (caller !== undefined) return caller !== account;
  return resources.some((resource) => resource['accountId'] === account);
}

/** ReplicateKey and UpdatePrimaryRegion are one request each, made in the Region of the (former) primary key. */
function isRegionalNote(
  { name: operation, parameters }: RecordFacts,
  stored: StoredRecord,
): boolean {
  if (operation === 'UpdatePrimaryRegion') return parameters['primaryRegion'] === stored.region;
  if (operation !== 'CreateKey') return false;
  const metadata = objectOf(responseOf(stored)['keyMetadata']);
  return objectOf(metadata['multiRegionConfiguration'])['multiRegionKeyType'] === 'REPLICA';
}

/** What few records are asked for. */
function responseOf({ text }: StoredRecord): JsonObject {
  const record: JsonValue = JSON.parse(text);
  return isJsonObject(record) ? objectOf(record['responseElements']) : {};
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
