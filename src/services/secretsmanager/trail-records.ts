import type { StoredRecord } from '../../contract/trail.ts';
import type { JsonObject } from '../../core/json.ts';
import { factsOf } from '../../core/record-facts.ts';

/** A successful call of Secrets Manager, as its record tells it. */
export interface CalledOperation {
  readonly operation: string;
  /** The caller's own record, not the copy of the account whose secret it is. */
  readonly isOwn: boolean;
  readonly parameters: JsonObject;
  /** ARNs. */
  readonly secrets: readonly string[];
}

/** Undefined of every other record. */
export function calledOperation(record: StoredRecord): CalledOperation | undefined {
  const { source, type, errorCode, name, identity, parameters, resources } = factsOf(record);
  if (source !== 'secretsmanager.amazonaws.com' || type !== 'AwsApiCall') return undefined;
  if (errorCode !== undefined) return undefined;
  const caller = identity['accountId'];
  return {
    operation: name,
    isOwn: caller === undefined || caller === record.account,
    parameters,
    secrets: resources.map(({ ARN }) => String(ARN)),
  };
}
