import type { CloudformationOperations } from '../../../models/cloudformation/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { Unit } from '../../contract/view.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { Instant } from '../../core/time.ts';
import { onStack } from './authorization.ts';
import { validation } from './errors.ts';
import { orderAdvance } from './runs/advance-job.ts';
import { Stage } from './runs/stage.ts';
import { ANSWERS_MAX, signalIn } from './signal-urls.ts';
import { existingStack } from './stacks.ts';
import { resourceId, resources, runs, signals } from './state.ts';

/** A document that large is AWS's own limit. */
export const SIGNAL_BYTES_MAX = 4_096;
const GLOBAL = { account: '', region: '' };

/** Takes an answer to a step that waits, by the URL it was sent to. Gives whether somebody waits for one. */
export async function takeSignal(
  unit: Unit,
  { path, body }: { readonly path: string; readonly body: Uint8Array },
  now: Instant,
): Promise<boolean> {
  const token = signalIn(path);
  const view = unit.view(GLOBAL);
  const signal = token === '' ? undefined : await view.get(signals, token);
  const answer = answerIn(body);
  if (signal === undefined || answer === undefined) return false;
  const { account, region, stackId } = signal;
  const id = String(answer['UniqueId'] ?? answer['RequestId'] ?? '');
  const isRoom = Object.keys(signal.answers).length < ANSWERS_MAX;
  if (!isRoom || Object.hasOwn(signal.answers, id)) return true;
  view.put(signals, token, { ...signal, answers: { ...signal.answers, [id]: answer } });
  await wake(unit, { account, region }, { stackId, now });
  return true;
}

function answerIn(body: Uint8Array): JsonObject | undefined {
  if (body.length > SIGNAL_BYTES_MAX) return undefined;
  try {
    const json: JsonValue = JSON.parse(Buffer.from(body).toString('utf8'));
    return isJsonObject(json) ? json : undefined;
  } catch {
    return undefined;
  }
}

/** What waits is looked at again at once. */
async function wake(
  unit: Unit,
  scope: { readonly account: string; readonly region: string },
  { stackId, now }: { readonly stackId: string; readonly now: Instant },
): Promise<void> {
  const view = unit.view(scope);
  const run = await view.get(runs, stackId);
  if (run === undefined) return;
  const steps = Object.entries(run.steps).map(([key, step]) =>
    step.state === 'waiting' ? ([key, { ...step, due: now }] as const) : ([key, step] as const),
  );
  view.put(runs, stackId, { ...run, steps: Object.fromEntries(steps) });
  // A step that is still under way ends first.
  if (!Object.values(run.steps).some(({ state }) => state === 'doing')) {
    orderAdvance(unit, scope, stackId, now);
  }
}

export const signalResource: OperationOf<CloudformationOperations, 'SignalResource'> = {
  name: 'SignalResource',
  access: 'write',
  authorize: ({ StackName }, context) => onStack('SignalResource', StackName, context),
  handle: async (input, context) => {
    const { LogicalResourceId: name, UniqueId, Status } = input;
    const { unit, call } = context;
    const { scope, now } = call;
    const view = unit.view(scope);
    const stack = await existingStack(context, input.StackName);
    const stage = await Stage.open({ unit, scope, now }, stack.id);
    const step = stage?.run.steps[name];
    const resource = await view.get(resources, resourceId(stack.id, name));
    if (resource === undefined) {
      throw validation(`Resource ${name} does not exist for stack ${stack.name}`);
    }
    // Custom resources and wait conditions with a handle wait for what is sent to their own URLs.
    const isOpen = step?.state === 'waiting' || step?.state === 'doing';
    if (!isOpen || step.notes?.['signals'] !== true) {
      throw validation(`Resource ${name} is in ${resource.status} state and cannot be signaled`);
    }
    const { token } = step;
    const signal = (await view.get(signals, token)) ?? {
      ...scope,
      stackId: stack.id,
      logicalId: name,
      answers: {},
    };
    const isRoom = Object.keys(signal.answers).length < ANSWERS_MAX;
    if (!isRoom || Object.hasOwn(signal.answers, UniqueId)) return {};
    const answer = { UniqueId, Status, Reason: '', Data: '' };
    view.put(signals, token, { ...signal, answers: { ...signal.answers, [UniqueId]: answer } });
    await wake(unit, scope, { stackId: stack.id, now });
    return {};
  },
};
