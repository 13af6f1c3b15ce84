import type { RotateSecretRequest } from '../../../models/secretsmanager/types.ts';
import type { Context, Permission } from '../../contract/operation.ts';
import { onSecret, recordAnswer, type SecretTarget } from './authorization.ts';
import { rulesFault } from './domain/schedule.ts';
import { CURRENT, PENDING, pendingVersion, withStage } from './domain/stages.ts';
import {
  invalidParameter,
  invalidRequest,
  managedByService,
  TOKEN_NEEDED,
  tokenInUse,
  unbuilt,
} from './errors.ts';
import { cancelJob, orderJob, ROTATE, START_ROTATION } from './job-orders.ts';
import { assertFunctionArn, assertMayInvoke } from './lambda-calls.ts';
import { addFlag, addText } from './request-conditions.ts';
import { withNextWindow } from './rotation-state.ts';
import { recordEvents } from './service-events.ts';
import {
  type RotationRun,
  type RotationSettings,
  type SecretDocument,
  versionKey,
  versions,
} from './state.ts';
import { dropVersion, putEmptyVersion, saveSecret } from './versions.ts';

export const rotateSecret = onSecret({
  name: 'RotateSecret',
  access: 'write',
  on: { managed: true },
  keys: (conditions, input) => {
    addText(conditions, 'RotationLambdaARN', input.RotationLambdaARN);
    addFlag(conditions, 'RotateImmediately', input.RotateImmediately ?? true);
    addFlag(conditions, 'ModifyRotationRules', input.RotationRules !== undefined);
  },
  further: invokesFunction,
  handle: async (input, target, context) => {
    assertBuilt(input);
    const { arn, document: secret } = target;
    const { ClientRequestToken: token } = input;
    if (token === undefined) throw invalidParameter(TOKEN_NEEDED);
    const answer = { ARN: arn, Name: secret.name, VersionId: token };
    recordAnswer(context, { arn, name: secret.name, versionId: token });
    const settings = settingsOf(input, secret);
    if (await isKnown(target, token)) return answer;
    if (pendingVersion(secret.stages) !== undefined) {
      throw invalidRequest(
        "A previous rotation isn't complete. That rotation will be reattempted.",
      );
    }
    if (settings.lambdaArn !== undefined) {
      await assertMayInvoke(context, settings.lambdaArn, arn);
    }
    const purpose = input.RotateImmediately === false ? 'test' : 'rotate';
    const configured = { ...secret, rotation: settings };
    await start(context, configured, { token, purpose });
    return answer;
  },
});

/** Whoever sets a function up must be able to invoke it. */
function invokesFunction(
  { RotationLambdaARN: arn }: RotateSecretRequest,
  secret: SecretDocument | undefined,
): readonly Permission[] {
  const resource = arn === undefined || arn === '' ? secret?.rotation?.lambdaArn : arn;
  return resource === undefined ? [] : [{ action: 'lambda:InvokeFunction', resource }];
}

function assertBuilt(input: RotateSecretRequest): void {
  const { ExternalSecretRotationMetadata: metadata, ExternalSecretRotationRoleArn: role } = input;
  if (metadata !== undefined || role !== undefined) {
    throw unbuilt('RotateSecret', 'managed external secrets');
  }
}

/** What is asked laid over what was set before. Errors: rules, or a function, that can't be. */
function settingsOf(input: RotateSecretRequest, secret: SecretDocument): RotationSettings {
  const { rotation, owner, scope } = secret;
  const given = input.RotationLambdaARN === '' ? undefined : input.RotationLambdaARN;
  if (given !== undefined && owner !== undefined) throw managedByService();
  if (given !== undefined) assertFunctionArn(given, scope.region);
  const lambdaArn = given ?? rotation?.lambdaArn;
  if (lambdaArn === undefined && owner === undefined) {
    throw invalidRequest('No Lambda rotation function ARN is associated with this secret.');
  }
  const rules = rulesOf(input, rotation);
  const fault = rulesFault(rules);
  if (fault !== undefined) throw invalidParameter(fault);
  const last = rotation?.lastRotated;
  return {
    enabled: true,
    ...(lambdaArn === undefined ? {} : { lambdaArn }),
    rules,
    ...(last === undefined ? {} : { lastRotated: last }),
  };
}

function rulesOf({ RotationRules: given }: RotateSecretRequest, known?: RotationSettings) {
  if (given === undefined) return known?.rules ?? {};
  const { AutomaticallyAfterDays: days, Duration, ScheduleExpression } = given;
  return {
    ...(days === undefined ? {} : { automaticallyAfterDays: days }),
    ...(Duration === undefined ? {} : { duration: Duration }),
    ...(ScheduleExpression === undefined ? {} : { scheduleExpression: ScheduleExpression }),
  };
}

/** True of a call that was sent twice. Errors: the token names another version. */
async function isKnown(
  { arn, document: { stages, run }, document, view }: SecretTarget,
  token: string,
): Promise<boolean> {
  if (run?.token === token) return true;
  if ((await view.get(versions, versionKey(document, token))) === undefined) return false;
  if (stages[PENDING] === token || stages[CURRENT] === token) return true;
  throw tokenInUse(token, arn);
}

/** Begins a rotation, or the test of one: AWSPENDING is on a new version from now on. */
async function start(
  { unit, call }: Context,
  secret: SecretDocument,
  { token, purpose }: Pick<RotationRun, 'token' | 'purpose'>,
): Promise<void> {
  const { now } = call;
  const scheduled = withNextWindow(unit, secret, now);
  // A service rotates what it keeps in its own way, which has no test.
  if (purpose === 'test' && secret.rotation?.lambdaArn === undefined) {
    return saveSecret(unit, secret, { ...scheduled, changed: now }, now);
  }
  const current = secret.stages[CURRENT];
  const shows = purpose === 'test' && current !== undefined ? { shows: current } : {};
  const stages = withStage(scheduled.stages, PENDING, token);
  const pending = await putEmptyVersion(
    unit,
    scheduled,
    { id: token, created: now, ...shows },
    stages,
  );
  const run = beginning(token, purpose);
  orderJob(unit, ROTATE, secret, now);
  await saveSecret(unit, secret, { ...pending, run }, now);
  const name = purpose === 'test' ? 'TestRotationStarted' : 'RotationStarted';
  recordEvents(unit, secret, now, [{ name, versionId: token }]);
}

export function beginning(token: string, purpose: RotationRun['purpose']): RotationRun {
  const step = purpose === 'test' ? 'testSecret' : 'createSecret';
  return { token, purpose, step, failures: 0 };
}

export const cancelRotateSecret = onSecret({
  name: 'CancelRotateSecret',
  access: 'write',
  handle: async (_input, { arn, document: secret }, context) => {
    const { unit, call } = context;
    const { run, ...rest } = secret;
    for (const kind of [ROTATE, START_ROTATION] as const) cancelJob(unit, kind, secret);
    const { next: _cancelled, ...settings } = secret.rotation ?? { enabled: false, rules: {} };
    const isTest = run?.purpose === 'test';
    const kept = run !== undefined && isTest ? dropVersion(unit, rest, run.token) : rest;
    const rotation =
      secret.rotation === undefined ? {} : { rotation: { ...settings, enabled: false } };
    const after = { ...kept, ...rotation, changed: call.now };
    await saveSecret(unit, secret, after, call.now);
    const pending = pendingVersion(after.stages);
    recordAnswer(context, { arn, name: secret.name, versionId: pending });
    return {
      ARN: arn,
      Name: secret.name,
      ...(pending === undefined ? {} : { VersionId: pending }),
    };
  },
});
