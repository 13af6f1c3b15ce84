import type { ActingJob, JobContext } from '../../../contract/service.ts';
import type { Unit } from '../../../contract/view.ts';
import { ServiceError } from '../../../core/errors.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Instant } from '../../../core/time.ts';
import type { ResourceTypes } from '../types/built.ts';
import { PlainFailure } from '../types/plain-failure.ts';
import type { Made, ResourceType, Work } from '../types/resource-type.ts';
import { fail, type Outcome, settle } from './outcomes.ts';
import { masked } from '../domain/masked.ts';
import { resolved, withoutValues } from './resolve-dynamic.ts';
import { Stage } from './stage.ts';
import { nextTasks } from './starts.ts';
import type { Task } from './task.ts';
import { startDeletion, turn } from './turns.ts';
import { failureReason, type TaskPlace, workOf } from './work.ts';

const ADVANCE = 'cloudformation.advance';

/** Has a stack gone on with. */
export function orderAdvance(unit: Unit, scope: Scope, stackId: string, due: Instant): void {
  const { account, region } = scope;
  const id = `${ADVANCE}/${account}/${region}/${stackId}`;
  unit.order({ id, kind: ADVANCE, scope, due, payload: JSON.stringify({ stack: stackId }) });
}

export interface AdvanceParts {
  readonly types: ResourceTypes;
  /** The address that clients reach. */
  readonly address: () => Promise<string>;
}

interface Prepared {
  readonly tasks: readonly Task[];
  readonly place: Omit<TaskPlace, 'address' | 'hold'>;
}

interface Acted {
  readonly task: Task;
  readonly outcome: Outcome;
}

/**
 * Takes a stack a step further: decides what can be done now, does it as whoever the stack acts as, and writes down what
 * came of it. A crash in between may do a step twice.
 */
export function createAdvance(parts: AdvanceParts): ActingJob<Prepared, readonly Acted[]> {
  return {
    kind: ADVANCE,
    prepare: (payload, context) => prepare(parts, payload, context),
    act: async ({ tasks, place }, context) => {
      const address = await parts.address();
      return Promise.all(
        tasks.map(async (task) => {
          let held: Made | undefined;
          const hold = (made: Made): void => {
            held = made;
          };
          const work = workOf(context, { ...place, address, hold }, task);
          const outcome = await done(parts.types, work, task);
          const isHalf = outcome.kind === 'failed' && held !== undefined;
          return { task, outcome: isHalf ? { ...outcome, held } : outcome };
        }),
      );
    },
    handle: async (payload, context, acted) => {
      const stage = await Stage.open(context, stackIn(payload));
      if (stage === undefined) return;
      for (const { task, outcome } of acted) await settle(stage, task, outcome);
      const { deletion } = stage.run;
      if (deletion !== undefined) startDeletion(stage, deletion);
      orderAdvance(context.unit, context.scope, stage.stack.id, context.now);
    },
  };
}

function stackIn(payload: string): string {
  const value: JsonValue = JSON.parse(payload);
  const id = isJsonObject(value) ? value['stack'] : undefined;
  if (typeof id !== 'string') throw new Error('the job names no stack');
  return id;
}

async function prepare(
  { types }: AdvanceParts,
  payload: string,
  context: JobContext,
): Promise<Prepared | undefined> {
  const stage = await Stage.open(context, stackIn(payload));
  if (stage === undefined || stage.stack.status === 'UPDATE_ROLLBACK_FAILED') return undefined;
  await repeatLost(stage);
  const { deletion } = stage.run;
  if (deletion !== undefined) startDeletion(stage, deletion);
  for (;;) {
    await endWaits(stage);
    const tasks = await nextTasks(stage, types);
    if (tasks.length > 0) {
      const { arn, name } = stage.stack;
      const { actor, target } = stage.run;
      const { tags, capabilities } = target;
      return { tasks, place: { actor, stack: { arn, name, tags, capabilities } } };
    }
    const waits = Object.values(stage.run.steps).filter(({ state }) => state === 'waiting');
    if (waits.length > 0) {
      const { phase, deadline } = stage.run;
      const latest = phase === 'forward' && deadline !== undefined ? [deadline] : [];
      const due = Math.min(...latest, ...waits.map((step) => step.due ?? context.now));
      orderAdvance(context.unit, context.scope, stage.stack.id, Math.max(due, context.now + 1));
      return undefined;
    }
    if (await turn(stage)) return undefined;
  }
}

/** Steps that were under way when the server ended begin again. */
async function repeatLost(stage: Stage): Promise<void> {
  for (const [key, step] of Object.entries(stage.run.steps)) {
    if (step.state !== 'doing') continue;
    stage.setStep(key, { ...step, state: step.notes === undefined ? 'todo' : 'waiting' });
  }
}

/** Nothing is waited for once the stack goes back, or its time is up. */
async function endWaits(stage: Stage): Promise<void> {
  const { run, now } = stage;
  if (run.phase !== 'forward' || run.kind === 'DELETE') return;
  const isLate = run.deadline !== undefined && now >= run.deadline;
  if (isLate && run.isLate !== true) stage.setRun({ isLate });
  if (run.failures.length === 0 && run.isCancelled !== true && !isLate) return;
  const verb = run.kind === 'CREATE' ? 'creation' : 'update';
  for (const [key, { state }] of Object.entries(run.steps)) {
    if (state === 'waiting') await fail(stage, key, `Resource ${verb} cancelled`);
  }
}

async function done(types: ResourceTypes, work: Work, task: Task): Promise<Outcome> {
  const secrets = new Map<string, string>();
  try {
    const made = await functionOf(types, work, task, secrets);
    return made === undefined ? { kind: 'gone' } : { kind: 'made', made };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { kind: 'failed', reason: masked(failureReason(error, task.token), secrets.values()) };
  }
}

/** `secrets` gets what dynamic references stand for. */
async function functionOf(
  types: ResourceTypes,
  work: Work,
  task: Task,
  secrets: Map<string, string>,
): Promise<Made | undefined> {
  const type = types.get(task.type);
  if (type === undefined) {
    throw new ServiceError('TypeNotFound', `Unrecognized resource type: ${task.type}`);
  }
  if (task.action === 'create' || task.action === 'update') assertHandled(type, task.properties);
  switch (task.action) {
    case 'create':
      return withoutValues(
        await type.create(work, await resolved(work, task.properties, secrets)),
        task.properties,
      );
    case 'update': {
      const { id, attributes, changed, before } = task;
      const properties = await resolved(work, task.properties, secrets);
      if (type.update === undefined) throw new Error(`${task.type} can not be changed`);
      const made = await type.update(work, { id, attributes, changed, before, properties });
      return withoutValues(made, task.properties);
    }
    case 'delete':
      return type.delete(work, task);
    case 'check': {
      const { checked, ...rest } = task;
      if (type.check === undefined) throw new Error(`${task.type} waits for nothing`);
      return type.check(work, { ...rest, action: checked });
    }
  }
}

/** Nothing is left out in silence. */
function assertHandled({ name, handles }: ResourceType, properties: JsonObject): void {
  if (handles === '*') return;
  const built = new Set(handles.split(' '));
  const missing = Object.keys(properties).filter((property) => !built.has(property));
  if (missing.length === 0) return;
  throw new PlainFailure(`${name} is not implemented with the property ${missing.join(', ')}`);
}
