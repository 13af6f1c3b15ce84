import type { JsonObject, JsonValue } from '../core/json.ts';
import type { Scope } from '../core/scope.ts';
import type { Instant } from '../core/time.ts';
import type { AuditNotes, Call } from '../contract/operation.ts';
import type { TrailRecord } from '../contract/view.ts';
import type { ServiceEvent } from '../contract/service.ts';

const EVENT_VERSION = '1.11';
/** CloudTrail cuts what would make a record larger than its limit; ours is the same in spirit. */
const PARAMETERS_BYTES_MAX = 100_000;

/** What a handler and the gateway learned about a call, for its record. */
export class RecordNotes implements AuditNotes {
  readonly resources: { accountId: string; type: string; ARN: string }[] = [];
  additionalData: Record<string, JsonValue> | undefined = undefined;
  responseElements: JsonValue | undefined;

  resource(type: string, arn: string, account: string): void {
    if (this.resources.some((known) => known.ARN === arn)) return;
    this.resources.push({ accountId: account, type, ARN: arn });
  }

  additional(name: string, value: string | number | boolean): void {
    this.additionalData ??= {};
    this.additionalData[name] = value;
  }

  response(elements: JsonObject | null): void {
    this.responseElements = elements;
  }
}

export interface Outcome {
  readonly readOnly: boolean;
  readonly requestParameters: JsonValue | undefined;
  readonly responseElements: JsonValue | undefined;
  readonly error?: { readonly code: string; readonly message: string };
}

/** The CloudTrail record of one call, for the caller's account. */
export function callRecord(call: Call, notes: RecordNotes, outcome: Outcome): TrailRecord {
  const error = outcome.error;
  const record: Record<string, JsonValue | undefined> = {
    eventVersion: EVENT_VERSION,
    userIdentity: call.caller.userIdentity,
    eventTime: eventTime(call.now),
    eventSource: call.eventSource,
    eventName: call.operation,
    awsRegion: call.scope.region,
    sourceIPAddress: call.sourceIp,
    userAgent: call.userAgent,
  };
  if (error !== undefined) {
    record['errorCode'] = error.code;
    if (error.message !== '') record['errorMessage'] = error.message;
  }
  record['requestParameters'] = bounded(outcome.requestParameters);
  record['responseElements'] = bounded(outcome.responseElements);
  record['additionalEventData'] = notes.additionalData;
  record['requestID'] = call.requestId;
  record['eventID'] = call.eventId;
  record['readOnly'] = outcome.readOnly;
  if (notes.resources.length > 0) record['resources'] = notes.resources;
  record['eventType'] = 'AwsApiCall';
  record['managementEvent'] = true;
  record['recipientAccountId'] = call.scope.account;
  record['eventCategory'] = 'Management';
  if (call.tls !== undefined) record['tlsDetails'] = { ...call.tls };
  return trailRecord(call.scope, call.now, record);
}

/**
 * The copies of a call's record for the other accounts whose resources it touched: same content, same
 * `sharedEventID`, an event id and a recipient of their own.
 */
export function sharedRecords(
  call: Call,
  own: TrailRecord,
  others: readonly { readonly account: string; readonly eventId: string }[],
  sharedEventId: string,
): readonly TrailRecord[] {
  const content: Record<string, JsonValue> = JSON.parse(own.text);
  const share = (account: string, eventId: string): TrailRecord =>
    trailRecord({ account, region: call.scope.region }, call.now, {
      ...content,
      eventID: eventId,
      sharedEventID: sharedEventId,
      recipientAccountId: account,
    });
  return [
    share(call.scope.account, call.eventId),
    ...others.map((other) => share(other.account, other.eventId)),
  ];
}

export interface ServiceEventOrigin {
  readonly scope: Scope;
  /** `kms.amazonaws.com`. */
  readonly source: string;
  readonly now: Instant;
  readonly eventId: string;
}

/** The record of something a service did by itself. */
export function serviceEventRecord(
  { scope, source, now, eventId }: ServiceEventOrigin,
  event: ServiceEvent,
): TrailRecord {
  return trailRecord(scope, now, {
    eventVersion: EVENT_VERSION,
    userIdentity: { accountId: scope.account, invokedBy: 'AWS Internal' },
    eventTime: eventTime(now),
    eventSource: source,
    eventName: event.name,
    awsRegion: scope.region,
    sourceIPAddress: 'AWS Internal',
    userAgent: 'AWS Internal',
    requestParameters: null,
    responseElements: null,
    eventID: eventId,
    readOnly: false,
    resources: event.resources.map((resource) => ({
      accountId: scope.account,
      type: resource.type,
      ARN: resource.arn,
    })),
    eventType: 'AwsServiceEvent',
    managementEvent: true,
    recipientAccountId: scope.account,
    serviceEventDetails: event.details,
    eventCategory: 'Management',
  });
}

function trailRecord(
  scope: Scope,
  time: Instant,
  record: Readonly<Record<string, JsonValue | undefined>>,
): TrailRecord {
  return { account: scope.account, region: scope.region, time, text: JSON.stringify(record) };
}

let lastSecond = -1;
let lastText = '';

/** `2026-11-24T12:00:00Z`. The last second is kept: many calls share it. */
function eventTime(now: Instant): string {
  const second = Math.floor(now / 1_000);
  if (second !== lastSecond) {
    lastText = `${new Date(second * 1_000).toISOString().slice(0, 19)}Z`;
    lastSecond = second;
  }
  return lastText;
}

function bounded(value: JsonValue | undefined): JsonValue {
  if (value === undefined || value === null) return null;
  // A cheap upper bound first: most records are far below the limit.
  if (typeof value === 'object' && Object.keys(value).length === 0) return value;
  const text = JSON.stringify(value);
  return text.length > PARAMETERS_BYTES_MAX
    ? { omitted: true, originalSize: text.length, reason: 'requestParameters too large' }
    : value;
}
