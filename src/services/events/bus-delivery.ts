import type { EventsOperations } from '../../../models/events/types.ts';
import type { CallOptions, OperationReference } from '../../contract/operation.ts';
import type { JobContext } from '../../contract/service.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import type { Scope } from '../../core/scope.ts';
import { inputOf } from './domain/target-input.ts';
import { type Failure, lasting, passingFailure } from './failures.ts';
import { forwardingEntry } from './forwarding.ts';
import { busArn } from './resources.ts';
import type { DeliveryDocument, Hops } from './state.ts';

type PutEvents = EventsOperations['PutEvents'];

const PUT_EVENTS: OperationReference<PutEvents['input'], PutEvents['output']> = {
  service: 'events',
  operation: 'PutEvents',
};

export interface ToBus {
  readonly bus: { readonly scope: Scope; readonly name: string };
  readonly options: CallOptions;
}

/** Passes an event on as it is. It may cross to another account once, and to another Region once. */
export async function forwardTo(
  context: JobContext,
  { event: text, hops: before, target, rule, ingested }: DeliveryDocument,
  { bus, options }: ToBus,
): Promise<Failure | undefined> {
  const crosses = {
    account: bus.scope.account !== context.scope.account,
    region: bus.scope.region !== context.scope.region,
  };
  if (crosses.account && before.account === true) {
    return lasting('THIRD_ACCOUNT_HOP_DETECTED', 'The event has come from another account.');
  }
  if (crosses.region && before.region === true) {
    return lasting('THIRD_REGION_HOP_DETECTED', 'The event has come from another Region.');
  }
  const event: JsonValue = JSON.parse(text);
  if (!isJsonObject(event)) return lasting('INVALID_JSON', 'The event is no JSON object.');
  const hops: Hops = {
    ...before,
    ...(crosses.account ? { account: true } : {}),
    ...(crosses.region ? { region: true } : {}),
  };
  const detail = inputOf(target, { event: text, ruleArn: rule.arn, ruleName: rule.name, ingested });
  const isWhole = detail === text;
  const entry = forwardingEntry(
    {
      EventBusName: busArn(bus.scope, bus.name),
      Source: textOf(event['source']),
      DetailType: textOf(event['detail-type']),
      Detail: isWhole ? JSON.stringify(event['detail'] ?? {}) : detail,
    },
    { id: textOf(event['id']), text: isWhole ? text : withDetail(event, detail), hops },
  );
  const { Entries = [] } = await context.callService(PUT_EVENTS, { Entries: [entry] }, options);
  const [outcome] = Entries;
  if (outcome?.ErrorCode === undefined) return undefined;
  return passingFailure(outcome.ErrorCode, outcome.ErrorMessage ?? '');
}

/** A target's own input takes the place of the detail. */
function withDetail(event: { readonly [name: string]: unknown }, detail: string) {
  const { detail: _replaced, ...head } = event;
  return `${JSON.stringify(head).slice(0, -1)},"detail":${detail}}`;
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
