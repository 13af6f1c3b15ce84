import type {
  DeleteSecretRequest,
  SecretsmanagerOperations,
} from '../../../models/secretsmanager/types.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import type { UnitJob } from '../../contract/service.ts';
import { DAY_MS } from '../../core/time.ts';
import type { Conditions } from './authorization.ts';
import { assertAdmitted, onSecret, recordAnswer, secretTarget } from './authorization.ts';
import { invalidParameter } from './errors.ts';
import {
  cancelJob,
  DELETE_SECRET,
  orderJob,
  ROTATE,
  secretOfJob,
  START_ROTATION,
} from './job-orders.ts';
import { removeSecret } from './removal.ts';
import { addFlag, addNumber } from './request-conditions.ts';
import { secretKind } from './resources.ts';
import { withNextWindow } from './rotation-state.ts';
import { type EventName, recordEvents } from './service-events.ts';
import { type SecretDocument, secrets, versionPrefix, versions } from './state.ts';

type Output = SecretsmanagerOperations['DeleteSecret']['output'];

const WINDOW_DAYS = 30;
const WINDOW_DAYS_MIN = 7;
const WINDOW_DAYS_MAX = 30;

export const deleteSecret: OperationOf<SecretsmanagerOperations, 'DeleteSecret'> = {
  name: 'DeleteSecret',
  access: 'write',
  authorize: async (input, context) => {
    const resource = await context.resolve(secretKind, input.SecretId);
    const conditions: Conditions = new Map();
    addNumber(conditions, 'RecoveryWindowInDays', input.RecoveryWindowInDays);
    addFlag(conditions, 'ForceDeleteWithoutRecovery', input.ForceDeleteWithoutRecovery);
    // Who forces a deletion learns nothing from it, so a missing secret is no error then.
    return [{ action: 'secretsmanager:DeleteSecret', resource, conditions }];
  },
  handle: async (input, context) => {
    const isForced = input.ForceDeleteWithoutRecovery === true;
    assertWindow(input, isForced);
    const { now } = context.call;
    const missing = isForced ? await missingSecret(input, context) : undefined;
    if (missing !== undefined) return { ...missing, DeletionDate: new Date(now) };
    const { arn, document: secret, view } = await secretTarget(context, input.SecretId);
    assertAdmitted(secret, context.call, 'write', { deleted: isForced });
    const regions = (secret.replicas ?? []).map(({ region }) => region);
    if (regions.length > 0) {
      const list = regions.sort().join(', ');
      throw invalidParameter(
        `You can't delete secret ${arn} that still has replica regions [${list}].`,
      );
    }
    const days = isForced ? 0 : (input.RecoveryWindowInDays ?? WINDOW_DAYS);
    const date = now + days * DAY_MS;
    const marked = { ...secret, deletion: { asked: secret.deletion?.asked ?? now, date } };
    await recordVersions(context, secret, 'StartSecretVersionDelete');
    if (isForced) await removeSecret(context.unit, marked, now);
    else {
      for (const kind of [ROTATE, START_ROTATION] as const) cancelJob(context.unit, kind, secret);
      view.put(secrets, secret.name, marked);
      orderJob(context.unit, DELETE_SECRET, secret, date);
    }
    recordAnswer(context, { arn, name: secret.name, deletionDate: new Date(date).toISOString() });
    return { ARN: arn, Name: secret.name, DeletionDate: new Date(date) };
  },
};

function assertWindow(
  { RecoveryWindowInDays: days }: DeleteSecretRequest,
  isForced: boolean,
): void {
  if (days === undefined) return;
  if (isForced) {
    throw invalidParameter(
      "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.",
    );
  }
  if (days < WINDOW_DAYS_MIN || days > WINDOW_DAYS_MAX) {
    throw invalidParameter(
      'The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).',
    );
  }
}

/** What a forced deletion of a secret that isn't there answers; undefined when it is. */
async function missingSecret(
  { SecretId }: DeleteSecretRequest,
  { unit, call }: Context,
): Promise<Output | undefined> {
  const { arn, id, document } = await secretKind.find(SecretId, {
    unit,
    caller: call.caller,
    scope: call.scope,
    now: call.now,
    calledVia: call.calledVia,
  });
  if (document !== undefined) return undefined;
  const name = id.startsWith('arn:') ? arn.slice(arn.indexOf(':secret:') + ':secret:'.length) : id;
  return { ARN: arn, Name: name };
}

async function recordVersions(
  { unit, call }: Context,
  secret: SecretDocument,
  name: EventName,
): Promise<void> {
  const view = unit.view(secret.scope);
  const all = await everyOf(view, versions, { prefix: versionPrefix(secret) });
  recordEvents(
    unit,
    secret,
    call.now,
    all.map(({ id }) => ({ name, versionId: id })),
  );
}

export const restoreSecret = onSecret({
  name: 'RestoreSecret',
  access: 'write',
  on: { deleted: true },
  handle: async (_input, { arn, document: secret, view }, context) => {
    const { deletion, ...kept } = secret;
    if (deletion !== undefined) {
      cancelJob(context.unit, DELETE_SECRET, secret);
      const restored = withNextWindow(context.unit, kept, context.call.now);
      // A rotation that the deletion cut off goes on.
      if (kept.run !== undefined) orderJob(context.unit, ROTATE, kept, context.call.now);
      view.put(secrets, secret.name, restored);
      await recordVersions(context, secret, 'CancelSecretVersionDelete');
    }
    recordAnswer(context, { arn, name: secret.name });
    return { ARN: arn, Name: secret.name };
  },
});

/** Deletes what waited for it long enough. */
export const deleteSecretJob: UnitJob = {
  kind: DELETE_SECRET,
  run: async (payload, context) => {
    const secret = await secretOfJob(context, payload);
    if (secret?.deletion === undefined || secret.deletion.date > context.now) return;
    await removeSecret(context.unit, secret, context.now);
  },
};
