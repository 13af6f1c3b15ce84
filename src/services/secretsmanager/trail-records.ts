import type { StoredRecord } from '../../contract/trail.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';

const SOURCE = '"eventSource":"secretsmanager.amazonaws.com"';

/** A successful call of Secrets Manager, as its record tells it. */
export interface CalledOperation {
  readonly operation: string;
  /** The caller's own record, not the copy of the account whose secret it is. */
  readonly isOwn: boolean;
  readonly parameters: JsonObject;
  /** ARNs. */
  readonly secrets: readonly string[];
}

/** Followers are given the same records, of which each is read once. */
const known = new WeakMap<StoredRecord, CalledOperation | 'none'>();

/** Undefined of every other record. Most are of other services, and are not read. */
export function calledOperation(record: StoredRecord): CalledOperation | undefined {
  if (!record.text.includes(SOURCE)) return undefined;
  const call = known.get(record) ?? read(record) ?? 'none';
  known.set(record, call);
  return call === 'none' ? undefined : call;
}

function read({ text, account }: StoredRecord): CalledOperation | undefined {
  const record: JsonValue = JSON.parse(text);
  if (!isJsonObject(record) || record['eventType'] !== 'AwsApiCall') return undefined;
  if (record['eventSource'] !== 'secretsmanager.amazonaws.com') return undefined;
  if (record['errorCode'] !== undefined) return undefined;
  const { eventName, requestParameters, userIdentity, resources } = record;
  const caller = isJsonObject(userIdentity) ? userIdentity['accountId'] : undefined;
  const named = Array.isArray(resources) ? resources.filter(isJsonObject) : [];
  return {
    operation: String(eventName),
    isOwn: caller === undefined || caller === account,
    parameters: isJsonObject(requestParameters) ? requestParameters : {},
    secrets: named.map(({ ARN }) => String(ARN)),
  };
}
