import { uuid } from '../../core/ids.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import type { OutboxEvent } from '../../contract/view.ts';

/** The outbox topic of what services tell the default event bus of an account and Region. */
export const AWS_EVENT = 'events.awsEvent';

/** What a service tells: `aws.kms`, `KMS Key Deletion`, ARNs, and the service's own detail. Nothing secret. */
export interface AwsEvent {
  readonly source: string;
  readonly detailType: string;
  readonly resources: readonly string[];
  readonly detail: JsonObject;
}

/** An event as rules see it and targets get it. */
export interface EventEnvelope {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  /** ISO 8601, to the second. */
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: JsonObject;
}

/** For `Unit.emit`, in the unit that changes what the event tells of. Its text is an `EventEnvelope`. */
export function awsEvent(scope: Scope, now: Instant, event: AwsEvent): OutboxEvent {
  const { account, region } = scope;
  const detail = JSON.stringify(event.detail);
  const text = envelopeText(scope, now, { ...event, id: uuid(), detail });
  return { account, region, time: now, topic: AWS_EVENT, text };
}

/** An event's members beside its place and time. `detail` is JSON text. */
export interface EventParts {
  readonly id: string;
  readonly source: string;
  readonly detailType: string;
  readonly resources: readonly string[];
  readonly detail: string;
}

/** The JSON text of an `EventEnvelope`, with its detail as it is written. */
export function envelopeText(scope: Scope, time: Instant, event: EventParts): string {
  const head: Omit<EventEnvelope, 'detail'> = {
    version: '0',
    id: event.id,
    'detail-type': event.detailType,
    source: event.source,
    account: scope.account,
    time: new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    region: scope.region,
    resources: event.resources,
  };
  return `${JSON.stringify(head).slice(0, -1)},"detail":${event.detail}}`;
}
