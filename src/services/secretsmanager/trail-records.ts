import type { StoredRecord } from '../../contract/trail.ts';
import type { JsonObject } from '../../core/json.ts';
import { factsOf } from '../../core/record-facts.ts';

/** Whose records these are. */
export const SECRETS_MANAGER: ReadonlySet<string> = new Set(['secretsmanager.amazonaws.com']);

/** A successful call of Secrets Manager, as its record tells it. */
export interface CalledOperation {
  readonly operation: string;
  /** The caller's own record, not the copy of the account whose secret it is. */
  readonly isOwn: boolean;
  readonly parameters: JsonObject;
  /** ARNs. */
  readonly secrets: readonly string[];
}

/** Of a record of Secrets Manager; undefined where it tells of no call, or of one that failed. */
export function calledOperation(record: StoredRecord): CalledOperation | undefined {
  const { type, errorCode, name, identity, parameters, resources } = factsOf(record);
  if (type !== 'AwsApiCall' || errorCode !== undefined) return undefined;
  const caller = identity['accountId'];
  return {
    operation: name,
    isOwn: caller === undefined || caller === record.account,
    parameters,
    secrets: resources.map(({ ARN }) => String(ARN)),
  };
}
