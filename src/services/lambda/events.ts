import type { Outcome } from '../../contract/functions.ts';
import type { Unit } from '../../contract/view.ts';
import type { ActingJob, JobContext } from '../../contract/service.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '../../core/time.ts';
import { ServiceError } from '../../core/errors.ts';
import { functionArn } from './function-names.ts';
import { invocationOf, type LaunchParts, launchOf } from './launch.ts';
import { writeLog } from './logs.ts';
import { type FunctionPlace, placeOf } from './resources.ts';

const KIND = 'lambda.runEvent';

/** Retries after a function's error, and how long after each. */
const RETRIES_DEFAULT = 2;
const RETRY_MS: readonly number[] = [MINUTE_MS, 2 * MINUTE_MS];
const AGE_MS_DEFAULT = 6 * HOUR_MS;
/** While it is throttled or can't be started: from a second up to five minutes. */
const THROTTLED_MS_MAX = 5 * MINUTE_MS;

/** An asynchronous invocation that has not ended. By request id. */
export interface EventDocument {
  readonly requestId: string;
  readonly scope: Scope;
  readonly name: string;
  readonly qualifier?: string;
  /** Base64. */
  readonly payload: string;
  readonly clientContext?: string;
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
  readonly clientContext: string | undefined;
  readonly now: Instant;
}

/** Takes an event in: it runs after the commit, at least once. */
export function acceptEvent(unit: Unit, event: NewEvent): void {
  const { requestId, scope, name, qualifier, clientContext, payload, now } = event;
  const document: EventDocument = {
    requestId,
    scope,
    name,
    payload: Buffer.from(payload).toString('base64'),
    received: now,
    runs: 0,
    delays: 0,
    ...(qualifier === undefined ? {} : { qualifier }),
    ...(clientContext === undefined ? {} : { clientContext }),
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

export function createRunEvent(parts: LaunchParts): ActingJob<Prepared, Acted> {
  return {
    kind: KIND,
    prepare: async (requestId, context) => {
      const event = await context.unit.view(context.scope).get(pendingEvents, requestId);
      if (event === undefined) return undefined;
      const place = await placeOf(context.unit, { ...event, qualifier: event.qualifier });
      if (place === undefined) {
        forget(context, event);
        return undefined;
      }
      return { place, run: await runOf(parts, event, place, context) };
    },
    act: async ({ place, run }) => ({ place, outcome: await run() }),
    handle: async (requestId, context, { place, outcome }) => {
      const { document, version } = place;
      if (outcome.kind === 'ran') await writeLog(context, document, version, outcome);
      const event = await context.unit.view(context.scope).get(pendingEvents, requestId);
      if (event !== undefined) settle(context, event, outcome);
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
    const invocation = invocationOf(
      { document, version, functionArn: functionArn(event.scope, event.name, qualifier) },
      {
        requestId: event.requestId,
        payload: Buffer.from(event.payload, 'base64'),
        clientContext: event.clientContext,
      },
    );
    return () => runner.invoke(launch, invocation);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { message } = error;
    return async () => ({ kind: 'unstartable', message });
  }
}

function settle(context: JobContext, event: EventDocument, outcome: Outcome): void {
  const { unit, now } = context;
  if (outcome.kind !== 'ran') {
    const delay = Math.min(THROTTLED_MS_MAX, SECOND_MS * 2 ** event.delays);
    if (now + delay - event.received > AGE_MS_DEFAULT) forget(context, event);
    else keep(unit, { ...event, delays: event.delays + 1 }, now + delay);
    return;
  }
  const wait = RETRY_MS[event.runs];
  if (outcome.error === undefined || event.runs >= RETRIES_DEFAULT || wait === undefined) {
    forget(context, event);
    return;
  }
  keep(unit, { ...event, runs: event.runs + 1 }, now + wait);
}

function forget({ unit, scope }: JobContext, event: EventDocument): void {
  unit.view(scope).delete(pendingEvents, event.requestId);
}
