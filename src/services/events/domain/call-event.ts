import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import type { RecordFacts } from '../../../core/record-facts.ts';

export const API_CALL = 'AWS API Call via CloudTrail';
export const SERVICE_EVENT = 'AWS Service Event via CloudTrail';

const HOST = '.amazonaws.com';

/** What rules are told of an audit record, beside the record itself. */
export interface CallEvent {
  /** `aws.kms`. */
  readonly source: string;
  readonly detailType: string;
}

/** Who delivers events. */
const SELF = 'events.amazonaws.com';

/**
 * Undefined: no rule hears of the record. Data events are not told, nor what a delivery itself calls, or a rule could feed
 * itself for ever.
 */
export function callEventOf({
  source,
  type,
  isManagement,
  identity,
}: RecordFacts): CallEvent | undefined {
  if (!isManagement || !source.endsWith(HOST) || identity['invokedBy'] === SELF) return undefined;
  const from = `aws.${source.slice(0, -HOST.length)}`;
  if (type === 'AwsApiCall') return { source: from, detailType: API_CALL };
  return type === 'AwsServiceEvent' ? { source: from, detailType: SERVICE_EVENT } : undefined;
}

/** Management events that only read reach those rules alone that ask for all management events. */
export function isReadOnlyCall(event: JsonObject): boolean {
  const { source, detail } = event;
  const type = event['detail-type'];
  if (type !== API_CALL && type !== SERVICE_EVENT) return false;
  if (typeof source !== 'string' || !source.startsWith('aws.')) return false;
  return isJsonObject(detail) && isTrue(detail['readOnly']) && isTrue(detail['managementEvent']);
}

function isTrue(value: JsonValue | undefined): boolean {
  return value === true || value === 'true';
}
