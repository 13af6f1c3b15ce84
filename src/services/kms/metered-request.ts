import type { StoredRecord } from '../../contract/trail.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { makesPair } from './domain/prices.ts';

/** What a record tells of a request that is billed. */
export interface MeteredRequest {
  readonly operation: string;
  /** ARNs of the keys it used. */
  readonly keys: readonly string[];
  /** The pair it made. */
  readonly pairSpec?: string;
}

const SOURCE = '"eventSource":"';
const KMS_SOURCE = `${SOURCE}kms.amazonaws.com","eventName":"`;
const RESOURCES = '"resources":[';
const KEY_ARN = /"ARN":"(arn:[^"\\]+:key\/[^"\\]+)"/g;

/**
 * The request that a record stands for; undefined when none is billed: the call failed, the service acted by itself, or
 * the record is another account's copy, or another Region's note, of a call that is counted where it was made.
 */
export function meteredRequest(stored: StoredRecord): MeteredRequest | undefined {
  const { text } = stored;
  // Strings in a record have their quotes escaped, so a bare name in quotes is a member. Most records are read no
  // further than here.
  const at = text.indexOf(KMS_SOURCE);
  if (at < 0) return undefined;
  const start = at + KMS_SOURCE.length;
  const operation = text.slice(start, text.indexOf('"', start));
  if (isPlain(text, at, operation)) return { operation, keys: keysIn(text) };
  return parsedRequest(stored);
}

/** True of a caller's own successful call that can be told without reading the record as JSON. */
function isPlain(text: string, at: number, operation: string): boolean {
  return (
    !makesPair(operation) &&
    !REGIONAL_NOTES.has(operation) &&
    // A map that the caller sent may have members of any name.
    text.indexOf(SOURCE) === at &&
    !text.includes(SOURCE, at + SOURCE.length) &&
    text.includes('"eventType":"AwsApiCall"') &&
    !text.includes('"errorCode":') &&
    !text.includes('"sharedEventID":') &&
    !text.includes('"invokedBy":"AWS Internal"')
  );
}

/** Calls of which another Region has a record too. */
const REGIONAL_NOTES: ReadonlySet<string> = new Set(['CreateKey', 'UpdatePrimaryRegion']);

function keysIn(text: string): readonly string[] {
  const at = text.lastIndexOf(RESOURCES);
  if (at < 0) return [];
  return [...text.slice(at).matchAll(KEY_ARN)].map(([, arn = '']) => arn);
}

function parsedRequest(stored: StoredRecord): MeteredRequest | undefined {
  const record: JsonValue = JSON.parse(stored.text);
  if (!isJsonObject(record) || record['eventSource'] !== 'kms.amazonaws.com') return undefined;
  if (record['eventType'] !== 'AwsApiCall' || record['errorCode'] !== undefined) return undefined;
  const identity = objectOf(record['userIdentity']);
  if (identity['invokedBy'] === 'AWS Internal') return undefined;
  const resources = resourcesOf(record['resources']);
  if (record['sharedEventID'] !== undefined && isCopy(identity, resources, stored))
    return undefined;
  const operation = textOf(record['eventName']);
  const parameters = objectOf(record['requestParameters']);
  if (isRegionalNote(operation, record, stored.region)) return undefined;
  return {
    operation,
    keys: resources.map(({ ARN }) => textOf(ARN)).filter((arn) => arn.includes(':key/')),
    ...(makesPair(operation) ? { pairSpec: textOf(parameters['keyPairSpec']) } : {}),
  };
}

/** The caller's account pays. A service that acts in its own name has none: the key's owner has the copy then. */
function isCopy(
  identity: JsonObject,
  resources: readonly JsonObject[],
  { account }: StoredRecord,
): boolean {
  const caller = identity['accountId'];
  if (caller !== undefined) return caller !== account;
  return resources.some((resource) => resource['accountId'] === account);
}

/** ReplicateKey and UpdatePrimaryRegion are one request each, made in the Region of the (former) primary key. */
function isRegionalNote(operation: string, record: JsonObject, region: string): boolean {
  if (operation === 'UpdatePrimaryRegion') {
    return objectOf(record['requestParameters'])['primaryRegion'] === region;
  }
  if (operation !== 'CreateKey') return false;
  const metadata = objectOf(objectOf(record['responseElements'])['keyMetadata']);
  return objectOf(metadata['multiRegionConfiguration'])['multiRegionKeyType'] === 'REPLICA';
}

function resourcesOf(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : [];
}

function objectOf(value: JsonValue | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
