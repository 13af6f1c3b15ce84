import type { ActContext, ActingJob, JobContext, UnitJob } from '../../contract/service.ts';
import { ServiceError } from '../../core/errors.ts';
import { uuid } from '../../core/ids.ts';
import { DAY_MS, MINUTE_MS } from '../../core/time.ts';
import { isReplica } from './authorization.ts';
import { CURRENT, PENDING, pendingVersion, withStage } from './domain/stages.ts';
import { orderJob, ROTATE, secretOfJob, START_ROTATION } from './job-orders.ts';
import { invokeStep } from './lambda-calls.ts';
import type { ManagedRotation, ManagedSecret } from './port.ts';
import { arnOf } from './resources.ts';
import { beginning } from './rotation.ts';
import { withNextWindow } from './rotation-state.ts';
import { recordNow } from './service-events.ts';
import {
  ROTATION_STEPS,
  type RotationRun,
  type RotationStep,
  type SecretDocument,
} from './state.ts';
import { attempt } from './values.ts';
import { dropVersion, putEmptyVersion, saveSecret } from './versions.ts';

/** After a failure the whole rotation is tried again so much later; after these, every day. */
const RETRIES_MS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 60 * MINUTE_MS] as const;

/** Begins a rotation whose window opens. One that never ended is tried again, with the version it left. */
export const startRotation: UnitJob = {
  kind: START_ROTATION,
  run: async (payload, context) => {
    const { unit, now } = context;
    const secret = await secretOfJob(context, payload);
    const next = secret?.rotation?.next;
    if (secret === undefined || next === undefined || next.start > now) return;
    if (secret.deletion !== undefined || isReplica(secret)) return;
    const scheduled = withNextWindow(unit, secret, now);
    const left = secret.run?.token ?? pendingVersion(secret.stages);
    const token = left ?? (await unit.once(uuid));
    const pending =
      left === undefined
        ? await putEmptyVersion(
            unit,
            scheduled,
            { id: token, created: now },
            withStage(scheduled.stages, PENDING, token),
          )
        : scheduled;
    orderJob(unit, ROTATE, secret, now);
    recordNow(context, secret, { name: 'RotationStarted', versionId: token });
    await saveSecret(unit, secret, { ...pending, run: beginning(token, 'rotate') }, now);
  },
};

/** What a service that rotates its own secrets prepared, or why it could not. */
interface PreparedRotation {
  readonly by: ManagedRotation;
  readonly prepared: object | ServiceError;
}

interface PreparedStep {
  readonly secret: ManagedSecret;
  readonly step: RotationStep;
  readonly lambdaArn: string | undefined;
  readonly managed: PreparedRotation | undefined;
}

interface ActedStep {
  readonly token: string;
  readonly step: RotationStep;
  /** Why it failed; undefined when it succeeded. */
  readonly failure: string | undefined;
}

/**
 * One step of a rotation after the other, each a turn of the same job. A step's end is durable before the next begins;
 * a step that was cut off is done again. Services that rotate their own secrets do so in one.
 */
export function createRotate(
  managed: ReadonlyMap<string, ManagedRotation>,
): ActingJob<PreparedStep, ActedStep> {
  return {
    kind: ROTATE,
    prepare: async (payload, context) => {
      const secret = await secretOfJob(context, payload);
      if (secret?.run === undefined || secret.deletion !== undefined) return undefined;
      const { run } = secret;
      const known = knownOf(secret, run);
      const by = secret.owner === undefined ? undefined : managed.get(secret.owner);
      const prepared =
        by === undefined
          ? undefined
          : { by, prepared: await attempt(() => by.prepare(known, context)) };
      const lambdaArn = secret.rotation?.lambdaArn;
      return { secret: known, step: run.step, lambdaArn, managed: prepared };
    },
    act: async (prepared, context) => {
      const { secret, step } = prepared;
      return { token: secret.token, step, failure: await failureOf(prepared, context) };
    },
    handle: async (payload, context, { token, step, failure }) => {
      const secret = await secretOfJob(context, payload);
      // It was cancelled or given up meanwhile.
      if (secret?.run?.token !== token || secret.run.step !== step) return;
      const { run } = secret;
      const by = secret.owner === undefined ? undefined : managed.get(secret.owner);
      await by?.ended?.(knownOf(secret, run), isRotated(secret, run, failure), context);
      if (run.purpose === 'test') return endTest(context, secret, run, failure);
      if (failure !== undefined) return failed(context, secret, run, failure);
      const isManaged = secret.owner !== undefined;
      const next = isManaged ? undefined : ROTATION_STEPS[ROTATION_STEPS.indexOf(step) + 1];
      if (next === undefined) return finished(context, secret, run);
      orderJob(context.unit, ROTATE, secret, context.now);
      return saveSecret(
        context.unit,
        secret,
        { ...secret, run: { ...run, step: next } },
        context.now,
      );
    },
  };
}

function knownOf(secret: SecretDocument, { token }: RotationRun): ManagedSecret {
  return { scope: secret.scope, arn: arnOf(secret), name: secret.name, token };
}

function isRotated({ stages }: SecretDocument, { token }: RotationRun, failure?: string): boolean {
  return failure === undefined && stages[CURRENT] === token;
}

async function failureOf(
  { secret, step, lambdaArn, managed }: PreparedStep,
  context: ActContext,
): Promise<string | undefined> {
  if (managed !== undefined) {
    const { by, prepared } = managed;
    if (prepared instanceof ServiceError) return told(prepared);
    const ended = await attempt(() => by.rotate(secret, prepared, context));
    return ended instanceof ServiceError ? told(ended) : undefined;
  }
  if (lambdaArn === undefined)
    return 'No Lambda rotation function ARN is associated with this secret.';
  const { arn: SecretId, token: ClientRequestToken } = secret;
  return invokeStep(context, lambdaArn, { Step: step, SecretId, ClientRequestToken });
}

function told({ code, message }: ServiceError): string {
  return `${code}: ${message}`;
}

/** Whoever rotates moves AWSCURRENT: a rotation that did not is none. */
async function finished(
  context: JobContext,
  secret: SecretDocument,
  run: RotationRun,
): Promise<void> {
  if (!isRotated(secret, run)) {
    return failed(context, secret, run, 'AWSCURRENT was not moved to the new version.');
  }
  const { unit, now } = context;
  const { run: _done, ...rest } = secret;
  const rotation =
    rest.rotation === undefined ? {} : { rotation: { ...rest.rotation, lastRotated: now } };
  const after = withNextWindow(unit, { ...rest, ...rotation, changed: now }, now);
  recordNow(context, secret, { name: 'RotationSucceeded', versionId: run.token });
  await saveSecret(unit, secret, after, now);
}

/** AWSCURRENT stays where it is, and AWSPENDING too: the rotation is tried again from its first step. */
async function failed(
  context: JobContext,
  secret: SecretDocument,
  run: RotationRun,
  reason: string,
): Promise<void> {
  const { unit, now } = context;
  recordNow(context, secret, {
    name: 'RotationFailed',
    versionId: run.token,
    details: { errorMessage: reason },
  });
  orderJob(unit, ROTATE, secret, now + (RETRIES_MS[run.failures] ?? DAY_MS));
  const again = { ...beginning(run.token, run.purpose), failures: run.failures + 1 };
  return saveSecret(unit, secret, { ...secret, run: again }, now);
}

/** The version a test was given goes with it. */
async function endTest(
  context: JobContext,
  secret: SecretDocument,
  { token }: RotationRun,
  failure: string | undefined,
): Promise<void> {
  const { unit, now } = context;
  const { run: _done, ...rest } = secret;
  recordNow(context, secret, {
    name: failure === undefined ? 'TestRotationSucceeded' : 'TestRotationFailed',
    versionId: token,
    ...(failure === undefined ? {} : { details: { errorMessage: failure } }),
  });
  await saveSecret(unit, secret, dropVersion(unit, rest, token), now);
}
