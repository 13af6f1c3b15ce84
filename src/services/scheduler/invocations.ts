import type { ActContext, ActingJob, JobContext } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { passingFault } from '../../core/passing-fault.ts';
import { retryOf } from '../../core/retry.ts';
import type { Scope } from '../../core/scope.ts';
import type { Instant } from '../../core/time.ts';
import { loadModel } from '../../model/load.ts';
import { queueUrlOf, SEND_MESSAGE } from '../sqs/port.ts';
import { type TargetCall, targetKind, templatedCall } from './domain/target-call.ts';
import { typedInput } from '../../model/typed-input.ts';
import { type InvocationDocument, invocations, jobId } from './state.ts';
import { universalOperation } from './universal.ts';

const INVOKE = 'scheduler.invoke';
const SERVICE = 'scheduler.amazonaws.com';

export function orderInvocation(unit: Unit, scope: Scope, id: string, due: Instant): void {
  const payload = JSON.stringify({ invocation: id });
  unit.order({ id: jobId(INVOKE, scope, id), kind: INVOKE, scope, due, payload });
}

interface Prepared {
  readonly call: TargetCall;
  readonly input: object;
  readonly region: string | undefined;
  readonly as: ReturnType<typeof actorOf>;
}

interface Failed {
  readonly code: string;
  readonly message: string;
  readonly isPassing: boolean;
}

interface Acted {
  readonly failure?: Failed;
}

/** Makes a schedule's call as its role. A crash in between may make it once more. */
export const invoke: ActingJob<Prepared, Acted> = {
  kind: INVOKE,
  prepare: async (payload, context) => {
    const id = invocationIn(payload);
    const invocation = await context.unit.view(context.scope).get(invocations, id);
    if (invocation === undefined) return undefined;
    const call = callOf(invocation, context.scope);
    if (call === undefined) return undefined;
    const operation = loadModel(call.service).operations.get(call.operation);
    if (operation === undefined) return undefined;
    const kind = targetKind(invocation.target.Arn);
    const region = kind?.kind === 'templated' ? invocation.target.Arn.split(':')[3] : undefined;
    const as = actorOf(invocation);
    return { call, input: typedInput(operation.input, call.input), region, as };
  },
  act: async (prepared, context) => {
    try {
      return await called(prepared, context);
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      const { code, message } = error;
      return { failure: { code, message, isPassing: passingFault(error) !== undefined } };
    }
  },
  handle: async (payload, context, { failure }) => {
    const id = invocationIn(payload);
    const view = context.unit.view(context.scope);
    const invocation = await view.get(invocations, id);
    if (invocation === undefined) return;
    if (failure === undefined) view.delete(invocations, id);
    else await failed(context, id, invocation, failure);
  },
};

function invocationIn(payload: string): string {
  const value: JsonValue = JSON.parse(payload);
  const id = isJsonObject(value) ? value['invocation'] : undefined;
  if (typeof id !== 'string') throw new Error('the job names no invocation');
  return id;
}

function actorOf({ schedule, target, execution }: InvocationDocument) {
  const role = { arn: target.RoleArn, sessionName: execution };
  return { principal: SERVICE, sourceArn: schedule.groupArn, role };
}

async function called({ call, input, region, as }: Prepared, context: ActContext): Promise<Acted> {
  const { service, operation } = call;
  const output = await context.call({ service, operation }, input, {
    as,
    ...(region === undefined || region === '' ? {} : { region }),
  });
  return service === 'events' && operation === 'PutEvents' ? refusedEvent(output) : {};
}

/** PutEvents answers well even where it took nothing. */
function refusedEvent(output: unknown): Acted {
  const value: JsonValue = JSON.parse(JSON.stringify(output));
  const entries = isJsonObject(value) ? value['Entries'] : undefined;
  const entry: JsonValue | undefined = Array.isArray(entries) ? entries[0] : undefined;
  if (!isJsonObject(entry) || entry['ErrorCode'] === undefined) return {};
  const code = String(entry['ErrorCode']);
  return { failure: { code, message: String(entry['ErrorMessage']), isPassing: false } };
}

/** Undefined: its target is none that is called here. */
function callOf(invocation: InvocationDocument, scope: Scope): TargetCall | undefined {
  const { target, schedule } = invocation;
  const kind = targetKind(target.Arn);
  const input = filledIn(target.Input ?? defaultInput(invocation, scope), invocation);
  if (kind?.kind === 'templated') {
    const queueUrl = queueUrlOf(target.Arn)?.QueueUrl ?? '';
    return templatedCall(kind.service, target, { input, scheduleArn: schedule.arn, queueUrl });
  }
  if (kind?.kind !== 'universal') return undefined;
  const called = universalOperation(kind.sdk, kind.action);
  return called === undefined
    ? undefined
    : { ...called, input: target.Input === undefined ? {} : objectIn(input) };
}

/** What can't be read is no input: the operation says what it lacks. */
function objectIn(text: string): JsonObject {
  try {
    const value: JsonValue = JSON.parse(text);
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}

/** The keywords of a payload. */
function filledIn(text: string, { schedule, planned, execution, attempts }: InvocationDocument) {
  return text
    .replaceAll('<aws.scheduler.schedule-arn>', schedule.arn)
    .replaceAll('<aws.scheduler.scheduled-time>', timeOf(planned))
    .replaceAll('<aws.scheduler.execution-id>', execution)
    .replaceAll('<aws.scheduler.attempt-number>', String(attempts + 1));
}

function timeOf(instant: Instant): string {
  return new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** What a templated target gets when nothing is said. */
function defaultInput({ schedule, planned, execution }: InvocationDocument, scope: Scope): string {
  return JSON.stringify({
    version: '0',
    id: execution,
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account: scope.account,
    time: timeOf(planned),
    region: scope.region,
    resources: [schedule.arn],
    detail: '{}',
  });
}

async function failed(
  context: JobContext,
  id: string,
  invocation: InvocationDocument,
  failure: Failed,
): Promise<void> {
  const { unit, scope, now } = context;
  const attempts = invocation.attempts + 1;
  let condition: string | undefined;
  if (failure.isPassing) {
    const since = invocation.planned;
    const retry = retryOf(invocation.target.RetryPolicy, { id: context.id, attempts, since, now });
    if (retry.kind === 'again') {
      unit.view(scope).put(invocations, id, { ...invocation, attempts });
      orderInvocation(unit, scope, id, retry.due);
      return;
    }
    condition = retry.condition;
  }
  await bury(context, invocation, failure, condition);
  unit.view(scope).delete(invocations, id);
}

/** To the dead-letter queue, as the schedule's role. Where that fails, the call is forgotten. */
async function bury(
  context: JobContext,
  invocation: InvocationDocument,
  failure: Failed,
  condition: string | undefined,
): Promise<void> {
  const { target, schedule, planned, execution, attempts } = invocation;
  const queue = queueUrlOf(target.DeadLetterConfig?.Arn ?? '');
  if (queue === undefined) return;
  const attributes = {
    ERROR_CODE: failure.code,
    ERROR_MESSAGE: failure.message,
    EXECUTION_ID: execution,
    ...(condition === undefined ? {} : { EXHAUSTED_RETRY_CONDITION: condition }),
    IS_PAYLOAD_TRUNCATED: 'false',
    RETRY_ATTEMPTS: String(attempts),
    SCHEDULED_TIME: timeOf(planned),
    SCHEDULE_ARN: schedule.arn,
    TARGET_ARN: targetArn(invocation, context.scope),
  };
  const message = {
    QueueUrl: queue.QueueUrl,
    MessageBody: JSON.stringify(callOf(invocation, context.scope)?.input ?? {}),
    MessageAttributes: Object.fromEntries(
      Object.entries(attributes)
        .filter(([, text]) => text !== '')
        .map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
    ),
  };
  try {
    await context.callService(SEND_MESSAGE, message, {
      as: actorOf(invocation),
      region: queue.region,
    });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}

/** Dead letters name every target as a universal one. */
function targetArn(invocation: InvocationDocument, scope: Scope): string {
  const call = callOf(invocation, scope);
  if (call === undefined || targetKind(invocation.target.Arn)?.kind === 'universal') {
    return invocation.target.Arn;
  }
  const sdk = call.service === 'events' ? 'eventbridge' : call.service;
  const action = `${call.operation.slice(0, 1).toLowerCase()}${call.operation.slice(1)}`;
  return `arn:aws:scheduler:::aws-sdk:${sdk}:${action}`;
}
