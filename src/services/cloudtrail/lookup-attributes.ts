import { readRecord, type RecordSummary, userNameOf } from './record.ts';

type Attribute = (record: RecordSummary, value: string) => boolean;

/** The attributes LookupEvents searches by. Values are compared whole and with regard to case. */
const ATTRIBUTES: ReadonlyMap<string, Attribute> = new Map<string, Attribute>([
  ['EventId', (record, value) => record.eventID === value],
  ['EventName', (record, value) => record.eventName === value],
  ['ReadOnly', (record, value) => String(record.readOnly) === value],
  ['Username', (record, value) => userNameOf(record) === value],
  ['ResourceType', (record, value) => record.resources.some((r) => r.type === value)],
  ['ResourceName', (record, value) => record.resources.some((r) => named(r.ARN, value))],
  ['EventSource', (record, value) => record.eventSource === value],
  ['AccessKeyId', (record, value) => record.accessKeyId === value],
]);

/**
 * Tells whether a record's text is wanted. The value is looked for in the text first: most records of a long
 * trail are passed over without being parsed.
 */
export function matcherFor(key: string, value: string): (text: string) => boolean {
  const attribute = ATTRIBUTES.get(key);
  if (attribute === undefined) return () => false;
  const quoted = JSON.stringify(value).slice(1, -1);
  const filtered = !(key === 'Username' && value === 'root') && key !== 'ReadOnly';
  return (text) => (!filtered || text.includes(quoted)) && attribute(readRecord(text), value);
}

/** Resources are found by their whole ARN, or by the name at its end. */
function named(arn: string, value: string): boolean {
  return arn === value || arn.endsWith(`/${value}`) || arn.endsWith(`:${value}`);
}
