import { isJsonObject, type JsonObject, type JsonValue } from './json.ts';

/** What is often asked of an audit record, so that its text need not be read for it. */
export interface RecordFacts {
  /** `kms.amazonaws.com`. */
  readonly source: string;
  /** `Encrypt`. */
  readonly name: string;
  /** `AwsApiCall`, `AwsServiceEvent`. */
  readonly type: string;
  /** Undefined: the call succeeded. */
  readonly errorCode: string | undefined;
  readonly readOnly: boolean;
  /** False of data events. */
  readonly isManagement: boolean;
  /** The `userIdentity` member. Often one object for all calls of a credential. */
  readonly identity: JsonObject;
  /** The `requestParameters` member; empty where that is null. */
  readonly parameters: JsonObject;
  /** Objects of `accountId`, `type` and `ARN`. */
  readonly resources: readonly JsonObject[];
  readonly requestId: string;
  readonly eventId: string;
  /** True where several accounts have a record of the call. */
  readonly isShared: boolean;
}

interface Told {
  readonly text: string;
  readonly facts?: RecordFacts;
}

const read = new WeakMap<Told, RecordFacts>();

/** A record's facts: told by who wrote it, or else read from its text, once. */
export function factsOf(record: Told): RecordFacts {
  if (record.facts !== undefined) return record.facts;
  const known = read.get(record);
  if (known !== undefined) return known;
  const facts = factsIn(record.text);
  read.set(record, facts);
  return facts;
}

/** Reads a record's text, which is a JSON object. */
export function factsIn(text: string): RecordFacts {
  const value: JsonValue = JSON.parse(text);
  const record = isJsonObject(value) ? value : {};
  const { errorCode, requestParameters, resources, userIdentity } = record;
  return {
    source: textOf(record['eventSource']),
    name: textOf(record['eventName']),
    type: textOf(record['eventType']),
    errorCode: typeof errorCode === 'string' ? errorCode : undefined,
    readOnly: record['readOnly'] === true,
    isManagement: record['managementEvent'] === true,
    identity: isJsonObject(userIdentity) ? userIdentity : {},
    parameters: isJsonObject(requestParameters) ? requestParameters : {},
    resources: Array.isArray(resources) ? resources.filter(isJsonObject) : [],
    requestId: textOf(record['requestID']),
    eventId: textOf(record['eventID']),
    isShared: record['sharedEventID'] !== undefined,
  };
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
