import { isJsonObject, type JsonObject, type JsonValue } from '../core/json.ts';
import type { Instant } from '../core/time.ts';

/** Who made a call, as its audit record tells. */
export interface CallActor {
  /** `Root`, `IAMUser`, `AssumedRole`, `FederatedUser`, `AWSAccount`. */
  readonly type: string;
  readonly account: string;
  readonly principalId: string;
  /** Empty where the caller has no access key. */
  readonly accessKeyId: string;
  /** A user's, or a role's; `Root` of the root user. */
  readonly userName: string;
  /** Of a role. */
  readonly sessionName?: string;
  /** When the session began, as the record has it. */
  readonly sessionStarted?: string;
  readonly usedMfa: boolean;
  /** Root by a session of `sts:AssumeRoot`. */
  readonly isAssumedRoot: boolean;
}

/** One call, read from its audit record. */
export interface ApiCall {
  readonly account: string;
  readonly region: string;
  readonly time: Instant;
  readonly eventId: string;
  /** `iam.amazonaws.com`. */
  readonly source: string;
  readonly name: string;
  /** Undefined: it succeeded. */
  readonly error?: string;
  readonly readOnly: boolean;
  /** False of data events. */
  readonly isManagement: boolean;
  readonly ip: string;
  readonly agent: string;
  readonly actor: CallActor;
  readonly parameters: JsonObject;
  readonly response: JsonObject;
  readonly bucket?: BucketFacts;
}

export interface BucketFacts {
  readonly name: string;
  readonly arn: string;
}

/** What a record tells beside its text. */
export interface RecordPlace {
  readonly account: string;
  readonly region: string;
  readonly time: Instant;
}

const NOTHING: JsonObject = {};

/** Undefined: a service did it by itself or for somebody, which is nobody's behaviour. */
export function readApiCall(
  text: string,
  { account, region, time }: RecordPlace,
): ApiCall | undefined {
  const value: JsonValue = JSON.parse(text);
  if (!isJsonObject(value) || isOfService(value)) return undefined;
  const error = value['errorCode'];
  const parameters = objectIn(value, 'requestParameters');
  const bucket = bucketOf(textIn(value, 'eventSource'), parameters);
  return {
    account,
    region,
    time,
    eventId: textIn(value, 'eventID'),
    source: textIn(value, 'eventSource'),
    name: textIn(value, 'eventName'),
    ...(typeof error === 'string' ? { error } : {}),
    readOnly: value['readOnly'] === true,
    isManagement: value['managementEvent'] !== false,
    ip: textIn(value, 'sourceIPAddress'),
    agent: textIn(value, 'userAgent'),
    actor: actorOf(objectIn(value, 'userIdentity')),
    parameters,
    response: objectIn(value, 'responseElements'),
    ...(bucket === undefined ? {} : { bucket }),
  };
}

function isOfService(record: JsonObject): boolean {
  const type = record['eventType'];
  if (type !== 'AwsApiCall' && type !== 'AwsConsoleSignIn') return true;
  const identity = objectIn(record, 'userIdentity');
  return identity['invokedBy'] !== undefined || identity['type'] === 'AWSService';
}

function actorOf(identity: JsonObject): CallActor {
  const session = objectIn(identity, 'sessionContext');
  const issuer = objectIn(session, 'sessionIssuer');
  const attributes = objectIn(session, 'attributes');
  const type = textIn(identity, 'type');
  const principalId = textIn(identity, 'principalId');
  const sessionName = principalId.split(':')[1];
  const started = attributes['creationDate'];
  return {
    type,
    account: textIn(identity, 'accountId'),
    principalId,
    accessKeyId: textIn(identity, 'accessKeyId'),
    userName: type === 'Root' ? 'Root' : textIn(identity, 'userName') || textIn(issuer, 'userName'),
    ...(type === 'AssumedRole' && sessionName !== undefined ? { sessionName } : {}),
    ...(typeof started === 'string' ? { sessionStarted: started } : {}),
    usedMfa: attributes['mfaAuthenticated'] === 'true',
    isAssumedRoot: session['assumedRoot'] === 'true' || session['assumedRoot'] === true,
  };
}

/** What a bucket may be called, those of the first years included. Records hold whatever somebody asked for. */
const BUCKET_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,254}$/;

function bucketOf(source: string, parameters: JsonObject): BucketFacts | undefined {
  const name = parameters['bucket'] ?? parameters['bucketName'];
  if (source !== 's3.amazonaws.com' || typeof name !== 'string') return undefined;
  if (!BUCKET_NAME.test(name)) return undefined;
  return { name, arn: `arn:aws:s3:::${name}` };
}

/** The member's text; empty where it has none. */
export function textIn(object: JsonObject, name: string): string {
  const value = object[name];
  return typeof value === 'string' ? value : '';
}

/** The member's object; an empty one where it has none. */
export function objectIn(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  return isJsonObject(value) ? value : NOTHING;
}
