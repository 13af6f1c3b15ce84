import { isJsonObject, type JsonObject, type JsonValue } from '../core/json.ts';
import type { RecordFacts } from '../core/record-facts.ts';
import type { Scope } from '../core/scope.ts';
import type { Instant } from '../core/time.ts';
import type { AuditNotes, Call, ElsewhereRecord } from '../contract/operation.ts';
import type { TrailRecord } from '../contract/view.ts';
import type { ServiceEvent } from '../contract/service.ts';

const EVENT_VERSION = '1.11';
/** CloudTrail cuts what would make a record larger than its limit; ours is the same in spirit. */
const PARAMETERS_BYTES_MAX = 100_000;

/** Validation errors repeat what the caller sent. */
const MESSAGE_CHARACTERS_MAX = 8_192;

const NONE: JsonObject = Object.freeze({});

/** What a handler and the gateway learned about a call, for its record. */
export class RecordNotes implements AuditNotes {
  readonly resources: { accountId: string; type: string; ARN: string }[] = [];
  additionalData: Record<string, JsonValue> | undefined = undefined;
  responseElements: JsonValue | undefined;
  readonly elsewhereRecords: ElsewhereRecord[] = [];

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

  elsewhere(record: ElsewhereRecord): void {
    this.elsewhereRecords.push(record);
  }
}

export interface Outcome {
  readonly readOnly: boolean;
  /** A data event: trails have it only where they select it. */
  readonly isData: boolean;
  readonly requestParameters: JsonValue | undefined;
  readonly responseElements: JsonValue | undefined;
  readonly error?: { readonly code: string; readonly message: string };
}

/**
 * The CloudTrail record of one call, for the caller's account. Its text is put together from parts, since most of them
 * are the same from call to call, and every call waits for it.
 */
export function callRecord(call: Call, notes: RecordNotes, outcome: Outcome): TrailRecord {
  const { account, region } = call.scope;
  const { additionalData, resources } = notes;
  const parameters = bounded(outcome.requestParameters);
  const text =
    `{"eventVersion":"${EVENT_VERSION}","userIdentity":${identityText(call.caller.userIdentity)}` +
    `,"eventTime":"${eventTime(call.now)}","eventSource":"${call.eventSource}"` +
    `,"eventName":"${call.operation}","awsRegion":${JSON.stringify(region)}` +
    `,"sourceIPAddress":${JSON.stringify(call.sourceIp)},"userAgent":${agentText(call.userAgent)}` +
    errorText(outcome.error) +
    `,"requestParameters":${parameters.text}` +
    `,"responseElements":${bounded(outcome.responseElements).text}` +
    (additionalData === undefined
      ? ''
      : `,"additionalEventData":${JSON.stringify(additionalData)}`) +
    `,"requestID":"${call.requestId}","eventID":"${call.eventId}","readOnly":${outcome.readOnly}` +
    (resources.length === 0 ? '' : `,"resources":${JSON.stringify(resources)}`) +
    `,"eventType":"AwsApiCall","managementEvent":${!outcome.isData}` +
    `,"recipientAccountId":"${account}"` +
    `,"eventCategory":"${outcome.isData ? 'Data' : 'Management'}"` +
    (call.tls === undefined ? '}' : `,"tlsDetails":${JSON.stringify(call.tls)}}`);
  const facts = factsOfCall(call, resources, outcome, parameters.value);
  return { account, region, time: call.now, text, facts };
}

function factsOfCall(
  call: Call,
  resources: readonly JsonObject[],
  { error, readOnly, isData }: Outcome,
  parameters: JsonValue,
): RecordFacts {
  return {
    source: call.eventSource,
    name: call.operation,
    type: 'AwsApiCall',
    errorCode: error?.code,
    readOnly,
    isManagement: !isData,
    identity: call.caller.userIdentity,
    parameters: isJsonObject(parameters) ? parameters : NONE,
    resources,
    requestId: call.requestId,
    eventId: call.eventId,
    isShared: false,
  };
}

function errorText(error: Outcome['error']): string {
  if (error === undefined) return '';
  const text = error.message.slice(0, MESSAGE_CHARACTERS_MAX);
  const message = text === '' ? '' : `,"errorMessage":${JSON.stringify(text)}`;
  return `,"errorCode":${JSON.stringify(error.code)}${message}`;
}

// A caller of long-term credentials is one object from call to call.
const identityTexts = new WeakMap<JsonObject, string>();

function identityText(identity: JsonObject): string {
  const known = identityTexts.get(identity);
  if (known !== undefined) return known;
  const text = JSON.stringify(identity);
  identityTexts.set(identity, text);
  return text;
}

let lastAgent = '';
let lastAgentText = '""';

function agentText(agent: string): string {
  if (agent !== lastAgent) {
    lastAgentText = JSON.stringify(agent);
    lastAgent = agent;
  }
  return lastAgentText;
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
    responseElements: event.response ?? null,
    additionalEventData: event.additional,
    eventID: eventId,
    readOnly: false,
    resources: event.resources.map((resource) => ({
      accountId: scope.account,
      type: resource.type,
      ARN: resource.arn,
    })),
    eventType: event.response === undefined ? 'AwsServiceEvent' : 'AwsApiCall',
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

interface Bounded {
  readonly value: JsonValue;
  readonly text: string;
}

const NULL: Bounded = Object.freeze({ value: null, text: 'null' });

function bounded(value: JsonValue | undefined): Bounded {
  if (value === undefined || value === null) return NULL;
  const text = JSON.stringify(value);
  if (text.length <= PARAMETERS_BYTES_MAX) return { value, text };
  const reason = 'requestParameters too large';
  const omitted = { omitted: true, originalSize: text.length, reason };
  return { value: omitted, text: JSON.stringify(omitted) };
}
