import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';

export const API_CALL = 'AWS API Call via CloudTrail';
export const SERVICE_EVENT = 'AWS Service Event via CloudTrail';

const HOST = '.amazonaws.com';

/** What a rule is told of an audit record, but for the envelope's own members. */
export interface CallEvent {
  /** `aws.kms`. */
  readonly source: string;
  readonly detailType: string;
}

/** Reads a record's first members without reading the record. Undefined: no rule hears of it. */
export function callEventOf(record: string): CallEvent | undefined {
  const host = memberText(record, 'eventSource');
  if (host === undefined || !host.endsWith(HOST)) return undefined;
  const source = `aws.${host.slice(0, -HOST.length)}`;
  switch (memberText(record, 'eventType')) {
    case 'AwsApiCall':
      return { source, detailType: API_CALL };
    case 'AwsServiceEvent':
      return { source, detailType: SERVICE_EVENT };
    default:
      return undefined;
  }
}

/** May find a namesake deeper inside, so what it lets through is looked at again. */
function memberText(record: string, name: string): string | undefined {
  const start = record.indexOf(`"${name}":"`);
  if (start < 0) return undefined;
  const from = start + name.length + 4;
  return record.slice(from, record.indexOf('"', from));
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
