import type { Outcome } from '../../contract/functions.ts';
import type { Unit } from '../../contract/view.ts';
import type { ActingJob, JobContext } from '../../contract/service.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '../../core/time.ts';
import { ServiceError } from '../../core/errors.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { type DeliveryDocument, orderDelivery } from './deliveries.ts';
import { type EventConfigDocument, eventConfigId, eventConfigs } from './event-configs.ts';
import { functionArn } from './function-names.ts';
import { invocationOf, type LaunchParts, launchOf, type RunParts } from './launch.ts';
import { writeLog } from './logs.ts';
import { recordRun } from './metrics.ts';
import { type FunctionPlace, placeOf } from './resources.ts';
import { routed } from './routing.ts';

const KIND = 'lambda.runEvent';

/** Retries after a function's error, and how long after each. */
const RETRIES_DEFAULT = 2;
const RETRY_MS: readonly number[] = [MINUTE_MS, 2 * MINUTE_MS];
const AGE_MS_DEFAULT = 6 * HOUR_MS;
/** While it is throttled or can't be started: from a second up to five minutes. */
const THROTTLED_MS_MAX = 5 * MINUTE_MS;
/** What a destination is sent; larger is dropped. */
const DELIVERY_BYTES_MAX = 1_048_576;
const ERROR_CHARACTERS_MAX = 1_024;

/** An asynchronous invocation that has not ended. By request id. */
export interface EventDocument {
  readonly requestId: string;
  readonly scope: Scope;
  readonly name: string;
  readonly qualifier?: string;
  /** Base64. */
  readonly payload: string;
  readonly received: Instant;
  /** How often the function ran. */
  readonly runs: number;
  /** How often it could not be run. */
  readonly delays: number;
}

export const pendingEvents: Collection<EventDocument> = {
  name: 'lambda.event',
  scope: 'regional',
  sealed: true,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export interface NewEvent {
  readonly requestId: string;
  readonly scope: Scope;
  readonly name: string;
  readonly qualifier: string | undefined;
  readonly payload: Uint8Array;
  readonly now: Instant;
}

/** Takes an event in: it runs after the commit, at least once. */
export function acceptEvent(unit: Unit, event: NewEvent): void {
  const { requestId, scope, name, qualifier, payload, now } = event;
  const document: EventDocument = {
    requestId,
    scope,
    name,
    payload: Buffer.from(payload).toString('base64'),
    received: now,
    runs: 0,
    delays: 0,
    ...(qualifier === undefined ? {} : { qualifier }),
  };
  keep(unit, document, now);
}

function keep(unit: Unit, document: EventDocument, due: Instant): void {
  const { scope, requestId } = document;
  unit.view(scope).put(pendingEvents, requestId, document);
  unit.order({ id: `${KIND}/${requestId}`, kind: KIND, scope, due, payload: requestId });
}

interface Prepared {
  readonly place: FunctionPlace;
  readonly run: () => Promise<Outcome>;
}

/** What came of a run; a function that is gone has none. */
interface Acted {
  readonly place: FunctionPlace;
  readonly outcome: Outcome;
}

export function createRunEvent(parts: RunParts): ActingJob<Prepared, Acted> {
  return {
    kind: KIND,
    prepare: async (requestId, context) => {
      const event = await context.unit.view(context.scope).get(pendingEvents, requestId);
      if (event === undefined) return undefined;
      const found = await placeOf(context.unit, { ...event, qualifier: event.qualifier });
      if (found === undefined) {
        forget(context, event);
        return undefined;
      }
      const place = await routed(context.unit, found);
      return { place, run: await runOf(parts, event, place, context) };
    },
    act: async ({ place, run }) => ({ place, outcome: await run() }),
    handle: async (requestId, context, { place, outcome }) => {
      const { document, version } = place;
      if (outcome.kind === 'ran') await writeLog(context, document, version, outcome);
      await recordRun(parts.metrics, context, place, outcome);
      const event = await context.unit.view(context.scope).get(pendingEvents, requestId);
      if (event !== undefined) await settle(context, event, { place, outcome });
    },
  };
}

/** A role or key that refuses is tried again as a throttled run is. */
async function runOf(
  { blobs, runner }: LaunchParts,
  event: EventDocument,
  place: FunctionPlace,
  context: JobContext,
): Promise<() => Promise<Outcome>> {
  const { document, version, qualifier } = place;
  try {
    const launch = await launchOf({ blobs, runner }, context, document, version);
    const invocation = await invocationOf(
      context.unit,
      { document, version, functionArn: functionArn(event.scope, event.name, qualifier) },
      {
        requestId: event.requestId,
        payload: Buffer.from(event.payload, 'base64'),
      },
    );
    return () => runner.invoke(launch, invocation);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { message } = error;
    return async () => ({ kind: 'unstartable', message });
  }
}

async function settle(context: JobContext, event: EventDocument, acted: Acted): Promise<void> {
  const { unit, scope, now } = context;
  const { outcome } = acted;
  const config = await unit
    .view(scope)
    .get(eventConfigs, eventConfigId(event.name, event.qualifier));
  const ageMs = config?.ageSeconds === undefined ? AGE_MS_DEFAULT : config.ageSeconds * SECOND_MS;
  const isYoungAt = (instant: Instant) => instant - event.received <= ageMs;
  if (outcome.kind !== 'ran') {
    const due = now + Math.min(THROTTLED_MS_MAX, SECOND_MS * 2 ** event.delays);
    if (isYoungAt(due)) keep(unit, { ...event, delays: event.delays + 1 }, due);
    else finish(context, event, acted, { config, condition: 'EventAgeExceeded' });
    return;
  }
  const runs = event.runs + 1;
  if (outcome.error === undefined) {
    finish(context, { ...event, runs }, acted, { config, condition: 'Success' });
    return;
  }
  const wait = RETRY_MS[event.runs];
  const isLast = event.runs >= (config?.retries ?? RETRIES_DEFAULT) || wait === undefined;
  if (!isLast && isYoungAt(now + wait)) keep(unit, { ...event, runs }, now + wait);
  else {
    const condition = isLast ? 'RetriesExhausted' : 'EventAgeExceeded';
    finish(context, { ...event, runs }, acted, { config, condition });
  }
}

interface Ending {
  readonly config: EventConfigDocument | undefined;
  readonly condition: 'Success' | 'RetriesExhausted' | 'EventAgeExceeded';
}

/** The event is over: what came of it goes where the function says. */
function finish(context: JobContext, event: EventDocument, acted: Acted, ending: Ending): void {
  const { unit, scope, now } = context;
  const { config, condition } = ending;
  const { document, version } = acted.place;
  forget(context, event);
  const isSuccess = condition === 'Success';
  const target = isSuccess ? config?.onSuccess : config?.onFailure;
  const arn = functionArn(scope, document.name, event.qualifier ?? version.version);
  const common = { role: version.role, functionName: document.name, functionArn: arn };
  const order = (id: string, delivery: Omit<DeliveryDocument, keyof typeof common>) => {
    if (Buffer.byteLength(delivery.body) > DELIVERY_BYTES_MAX) return;
    orderDelivery(unit, { scope, id: `${event.requestId}/${id}`, now }, { ...common, ...delivery });
  };
  if (target !== undefined) {
    order('destination', {
      target,
      body: JSON.stringify(invocationRecord(event, acted, arn, { condition, now })),
      detailType: `Lambda Function Invocation Result - ${isSuccess ? 'Success' : 'Failure'}`,
      attributes: {},
    });
  }
  if (version.deadLetterArn !== undefined && !isSuccess) {
    order('deadLetter', {
      target: version.deadLetterArn,
      body: Buffer.from(event.payload, 'base64').toString('utf8'),
      detailType: '',
      attributes: {
        RequestID: event.requestId,
        ErrorCode: '200',
        ErrorMessage: errorMessageOf(acted.outcome).slice(0, ERROR_CHARACTERS_MAX),
      },
    });
  }
}

function invocationRecord(
  event: EventDocument,
  { outcome, place }: Acted,
  arn: string,
  { condition, now }: { readonly condition: Ending['condition']; readonly now: Instant },
): JsonObject {
  const context: Record<string, JsonValue> = {
    statusCode: 200,
    executedVersion: place.version.version,
  };
  if (outcome.kind === 'ran' && outcome.error !== undefined)
    context['functionError'] = outcome.error;
  return {
    version: '1.0',
    timestamp: new Date(now).toISOString(),
    requestContext: {
      requestId: event.requestId,
      functionArn: arn,
      condition,
      approximateInvokeCount: event.runs,
    },
    requestPayload: jsonOf(Buffer.from(event.payload, 'base64')),
    ...(outcome.kind === 'ran'
      ? { responseContext: context, responsePayload: jsonOf(outcome.payload) }
      : {}),
  };
}

function errorMessageOf(outcome: Outcome): string {
  if (outcome.kind !== 'ran')
    return outcome.kind === 'throttled' ? 'Rate Exceeded.' : outcome.message;
  const report = jsonOf(outcome.payload);
  if (typeof report !== 'object' || report === null || !('errorMessage' in report)) return '';
  return String(report['errorMessage']);
}

/** What a runtime answered need not be JSON. */
function jsonOf(bytes: Uint8Array): JsonValue {
  const text = Buffer.from(bytes).toString('utf8');
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}

function forget({ unit, scope }: JobContext, event: EventDocument): void {
  unit.view(scope).delete(pendingEvents, event.requestId);
}
