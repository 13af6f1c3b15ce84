import { parseArn } from '../../../core/arn.ts';
import { HOUR_MS } from '../../../core/time.ts';
import { type ResourceDocument, signals, stacks, type Step } from '../state.ts';
import type { Made } from '../types/resource-type.ts';
import { masked } from '../domain/masked.ts';
import { HANDLE, signalOfUrl } from '../signal-urls.ts';
import type { Stage } from './stage.ts';
import type { Task } from './task.ts';

/** What came of a task. */
export type Outcome =
  | { readonly kind: 'made'; readonly made: Made }
  | { readonly kind: 'gone' }
  /** `held` was made before a later part of its making failed. */
  | { readonly kind: 'failed'; readonly reason: string; readonly held?: Made | undefined };

/** Custom resources and what else says nothing of its own limit. */
const LONGEST_WAIT_MS = HOUR_MS;

/** Writes what came of a task into the stack, with its events. */
export async function settle(stage: Stage, task: Task, outcome: Outcome): Promise<void> {
  const step = stage.run.steps[task.key];
  if (step === undefined || step.state !== 'doing') return;
  if (outcome.kind === 'failed') {
    if (outcome.held !== undefined) keepHeld(stage, task, outcome.held);
    await fail(stage, task.key, outcome.reason);
    return;
  }
  if (outcome.kind === 'gone') {
    await gone(stage, task.key, step);
    return;
  }
  const { made } = outcome;
  if (made.childStack !== undefined) await adopt(stage, made.childStack);
  if (step.action === 'delete') await deleting(stage, task, step, made);
  else await built(stage, task, step, made);
}

/** What is there is part of the stack, and goes with it. */
function keepHeld(stage: Stage, { key, action }: Task, { id, attributes }: Made): void {
  const resource = stage.resources.get(key);
  if (action !== 'create' || resource === undefined) return;
  const known = attributes ?? resource.attributes;
  stage.putResource({ ...resource, physicalId: id, attributes: known });
}

async function built(stage: Stage, task: Task, step: Step, made: Made): Promise<void> {
  const { key } = task;
  const resource = stage.resources.get(key);
  if (resource === undefined) throw new Error('a step is about a resource that is not there');
  const before = stage.run.before[key];
  const next: ResourceDocument = {
    ...resource,
    physicalId: made.id,
    attributes: made.attributes ?? resource.attributes,
    isSecret: made.isSecret ?? resource.isSecret,
    changed: stage.now,
  };
  const verb = step.action === 'create' ? 'CREATE' : 'UPDATE';
  const isOther = made.id !== '' && resource.physicalId !== made.id;
  if (isOther && task.action === 'create') {
    const reason = 'Resource creation Initiated';
    await stage.tellOf(next, `${verb}_IN_PROGRESS`, verb === 'CREATE' ? { reason } : {});
  }
  // What another resource took the place of goes at the end: custom resources that change may answer with another id.
  if (isOther && before !== undefined) keepForLater(stage, key, before);
  if (made.waits !== undefined) {
    stage.putResource(next);
    await waiting(stage, task, step, made.waits);
    return;
  }
  stage.putResource({ ...next, status: `${verb}_COMPLETE` });
  await stage.tellOf(next, `${verb}_COMPLETE`);
  finish(stage, key, step);
}

function keepForLater(stage: Stage, key: string, old: ResourceDocument): void {
  if (old.physicalId === undefined || old.physicalId === '') return;
  const leftover = `${key}/${old.physicalId}`;
  stage.setRun({ leftovers: { ...stage.run.leftovers, [leftover]: old } });
}

function finish(stage: Stage, key: string, step: Step): void {
  const { notes: _notes, due: _due, deadline: _deadline, ...rest } = step;
  stage.setStep(key, { ...rest, state: 'done' });
  if (!hasHandle(stage, key)) stage.view.delete(signals, step.token);
}

/** Whoever has a handle may use it as long as it is there. */
function hasHandle(stage: Stage, key: string): boolean {
  return stage.resources.get(key)?.type === HANDLE;
}

async function waiting(
  stage: Stage,
  task: Task,
  step: Step,
  { notes, ms, timeoutMs = LONGEST_WAIT_MS }: NonNullable<Made['waits']>,
): Promise<void> {
  const resource = stage.run.leftovers[task.key] ?? stage.resources.get(task.key);
  const signal = await stage.view.get(signals, signalOf(resource, step));
  const seen = task.action === 'check' ? task.answers.length : 0;
  // Whoever answered before this was written down is heard at once.
  const isHeard = Object.keys(signal?.answers ?? {}).length > seen;
  const deadline = step.deadline ?? stage.now + timeoutMs;
  stage.setStep(task.key, {
    ...step,
    state: 'waiting',
    notes,
    due: isHeard ? stage.now : Math.min(stage.now + ms, deadline),
    deadline,
  });
}

/** The token of whom a step waits for: a wait condition's is that of its handle. */
export function signalOf(resource: ResourceDocument | undefined, step: Step): string {
  const handle = resource?.properties['Handle'];
  const isCondition = resource?.type === 'AWS::CloudFormation::WaitCondition';
  return isCondition && typeof handle === 'string' ? signalOfUrl(handle) : step.token;
}

async function gone(stage: Stage, key: string, step: Step): Promise<void> {
  const leftover = stage.run.leftovers[key];
  const resource = leftover ?? stage.resources.get(key);
  if (resource !== undefined) await stage.tellOf(resource, 'DELETE_COMPLETE');
  if (resource?.type === HANDLE) stage.view.delete(signals, signalOfUrl(resource.physicalId ?? ''));
  if (leftover === undefined) stage.dropResource(key);
  finish(stage, key, step);
}

async function deleting(stage: Stage, task: Task, step: Step, made: Made): Promise<void> {
  if (made.waits === undefined) await gone(stage, task.key, step);
  else await waiting(stage, task, step, made.waits);
}

/** A step that did not succeed, with its reason. */
export async function fail(stage: Stage, key: string, text: string): Promise<void> {
  const reason = masked(text, stage.unseenValues());
  const step = stage.run.steps[key];
  const leftover = stage.run.leftovers[key];
  const resource = leftover ?? stage.resources.get(key);
  if (step === undefined) return;
  stage.view.delete(signals, step.token);
  stage.setStep(key, { ...step, state: 'failed' });
  stage.setRun({ failures: [...stage.run.failures, resource?.logicalId ?? key] });
  if (resource === undefined) return;
  const status = failedStatus(step, resource);
  if (leftover === undefined) {
    stage.putResource({ ...resource, status, reason, changed: stage.now });
  }
  await stage.tellOf(resource, status, { reason });
}

function failedStatus({ action }: Step, { isNew }: ResourceDocument) {
  if (action === 'delete') return 'DELETE_FAILED';
  return action === 'create' && isNew ? 'CREATE_FAILED' : 'UPDATE_FAILED';
}

/** A nested stack learns whose part it is. */
async function adopt(stage: Stage, childArn: string): Promise<void> {
  const id = parseArn(childArn)?.resource.split('/')[2] ?? '';
  const child = await stage.view.get(stacks, id);
  if (child === undefined || child.parentArn !== undefined) return;
  const { arn, rootArn } = stage.stack;
  stage.view.put(stacks, id, { ...child, parentArn: arn, rootArn: rootArn ?? arn });
}
