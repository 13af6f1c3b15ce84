import type { Context } from '../../contract/operation.ts';
import type { Unit } from '../../contract/view.ts';
import type { Instant } from '../../core/time.ts';
import { nextWindow } from './domain/schedule.ts';
import { PENDING, pendingVersion, withoutStage } from './domain/stages.ts';
import { cancelJob, orderJob, ROTATE, START_ROTATION } from './job-orders.ts';
import { recordEvents } from './service-events.ts';
import type { SecretDocument } from './state.ts';

/**
 * What a new current value that no rotation made means to rotation: one that is at work is given up, and days are
 * counted anew. The secret is yet to be stored.
 */
export function afterManualChange(
  { unit, call }: Pick<Context, 'unit' | 'call'>,
  secret: SecretDocument,
): SecretDocument {
  const { run: _abandoned, ...rest } = secret;
  const pending = pendingVersion(secret.stages);
  let after: SecretDocument = secret;
  if (pending !== undefined) {
    after = { ...rest, stages: withoutStage(secret.stages, PENDING) };
    cancelJob(unit, ROTATE, secret);
    recordEvents(unit, secret, call.now, [{ name: 'RotationAbandoned', versionId: pending }]);
  }
  const countsDays = secret.rotation?.rules.automaticallyAfterDays !== undefined;
  return countsDays ? withNextWindow(unit, after, call.now) : after;
}

/** The secret with its next rotation's window, counted from an instant, and the job that begins it. */
export function withNextWindow(unit: Unit, secret: SecretDocument, from: Instant): SecretDocument {
  const { rotation } = secret;
  if (rotation === undefined) return secret;
  const { next: _passed, ...settings } = rotation;
  const next = rotation.enabled ? nextWindow(rotation.rules, from) : undefined;
  if (next === undefined) cancelJob(unit, START_ROTATION, secret);
  else orderJob(unit, START_ROTATION, secret, next.start);
  return { ...secret, rotation: next === undefined ? settings : { ...settings, next } };
}
