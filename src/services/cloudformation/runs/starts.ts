import { ServiceError } from '../../../core/errors.ts';
import type { JsonObject } from '../../../core/json.ts';
import { assertSecurePlaces } from '../domain/dynamic-references.ts';
import { evaluateObject } from '../domain/intrinsics.ts';
import { dependenciesOf } from '../domain/references.ts';
import { changedProperties, propertyFault, specificationOf } from '../domain/resource-table.ts';
import type { UpdateAction } from '../domain/stack-policy.ts';
import { validation } from '../errors.ts';
import { type ResourceDocument, signals, type Step } from '../state.ts';
import { isAnswered } from '../signal-urls.ts';
import type { ResourceTypes } from '../types/built.ts';
import { fail, signalOf } from './outcomes.ts';
import { policyRefusal } from './stack-policies.ts';
import type { Stage } from './stage.ts';
import type { Task } from './task.ts';

/** At most so many resources are worked on at one time. */
const TASKS_MAX = 20;

/** What can be done now. Steps that need no work are done at once. */
export async function nextTasks(stage: Stage, types: ResourceTypes): Promise<readonly Task[]> {
  const tasks: Task[] = [];
  for (const [key, step] of Object.entries(stage.run.steps)) {
    if (step.state !== 'waiting' || (step.due ?? 0) > stage.now) continue;
    const task = await checking(stage, key, step);
    if (task !== undefined) tasks.push(task);
  }
  for (;;) {
    const ready = readyKeys(stage).slice(0, TASKS_MAX - tasks.length);
    if (ready.length === 0) return tasks;
    for (const key of ready) {
      const task = await begin(stage, types, key);
      if (task !== undefined) tasks.push(task);
    }
  }
}

/** Undefined: it waited too long, and failed. */
async function checking(stage: Stage, key: string, step: Step): Promise<Task | undefined> {
  const resource = resourceOf(stage, key);
  if (resource === undefined) return undefined;
  if (step.deadline !== undefined && stage.now >= step.deadline) {
    await fail(stage, key, timeoutText(resource, step));
    return undefined;
  }
  const signal = await stage.view.get(signals, signalOf(resource, step));
  stage.setStep(key, { ...step, state: 'doing' });
  const { type, logicalId, properties, attributes, physicalId: id = '' } = resource;
  return {
    key,
    type,
    logicalId,
    properties,
    attributes,
    id,
    action: 'check',
    checked: step.action === 'delete' || step.action === 'update' ? step.action : 'create',
    random: step.name,
    token: step.token,
    notes: step.notes ?? {},
    answers: Object.values(signal?.answers ?? {}),
  };
}

function timeoutText({ type }: ResourceDocument, { token, notes }: Step): string {
  const { signals: isSignalled, count, received } = notes ?? {};
  if (isSignalled === true) {
    const missing = Number(count) - Number(received);
    return `Failed to receive ${missing} resource signal(s) within the specified duration`;
  }
  if (type === 'AWS::CloudFormation::WaitCondition') {
    return `WaitCondition timed out. Received ${String(received ?? 0)} conditions when expecting ${String(count ?? 1)}`;
  }
  if (type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource') {
    return (
      'CloudFormation did not receive a response from your Custom Resource. Please check your logs for requestId ' +
      `[${token}]. If you are using the Python cfn-response module, you may need to update your Lambda function code ` +
      'so that CloudFormation can attach the updated version.'
    );
  }
  return 'Exceeded attempts to wait';
}

/** The document a step is about: a deletion's may be one that another took the place of. */
export function resourceOf(stage: Stage, key: string): ResourceDocument | undefined {
  return stage.run.leftovers[key] ?? stage.resources.get(key);
}

function readyKeys(stage: Stage): readonly string[] {
  const { run } = stage;
  if (run.phase === 'forward' && run.kind !== 'DELETE') {
    if (run.failures.length > 0 || run.isCancelled === true || run.isLate === true) return [];
    const { template } = stage.parsed();
    const isOpen = (name: string): boolean =>
      run.steps[name] !== undefined && run.steps[name].state !== 'done';
    return keysTodo(stage).filter((key) => {
      const declaration = template.resources.get(key);
      if (declaration === undefined) return false;
      return !dependenciesOf(declaration, (name) => template.resources.has(name)).some(isOpen);
    });
  }
  return keysTodo(stage).filter((key) => {
    if (run.steps[key]?.action !== 'delete') return true;
    const logicalId = resourceOf(stage, key)?.logicalId ?? '';
    return !Object.entries(run.steps).some(([other, step]) => {
      if (other === key || step.state === 'done' || step.state === 'skipped') return false;
      return resourceOf(stage, other)?.dependsOn.includes(logicalId) === true;
    });
  });
}

function keysTodo({ run }: Stage): readonly string[] {
  return Object.keys(run.steps).filter((key) => run.steps[key]?.state === 'todo');
}

async function begin(stage: Stage, types: ResourceTypes, key: string): Promise<Task | undefined> {
  const step = stage.run.steps[key];
  if (step === undefined) return undefined;
  try {
    if (step.action === 'delete') return await beginDeletion(stage, key, step);
    return stage.run.phase === 'back'
      ? await beginReturn(stage, key, step)
      : await beginForward(stage, types, key, step);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    await fail(stage, key, error.message);
    return undefined;
  }
}

/** What a resource is about to be, before anything is made or changed. */
function declaredResource(stage: Stage, key: string, had: ResourceDocument | undefined) {
  const { template } = stage.parsed();
  const declaration = template.resources.get(key);
  if (declaration === undefined) throw new Error('a step names no resource of its template');
  const { type, deletionPolicy, updateReplacePolicy, metadata } = declaration;
  const before = had ?? { properties: {}, attributes: {}, isSecret: false };
  const base: ResourceDocument = {
    ...before,
    logicalId: key,
    type,
    status: had === undefined ? 'CREATE_IN_PROGRESS' : 'UPDATE_IN_PROGRESS',
    changed: stage.now,
    dependsOn: dependenciesOf(declaration, (name) => template.resources.has(name)),
    deletionPolicy,
    updateReplacePolicy,
    isNew: had === undefined,
    ...(metadata === undefined ? {} : { metadata }),
  };
  return { base, declaration };
}

async function beginForward(
  stage: Stage,
  types: ResourceTypes,
  key: string,
  step: Step,
): Promise<Task | undefined> {
  const existing = stage.resources.get(key);
  const had = existing?.physicalId === undefined ? undefined : existing;
  const { base: declared, declaration } = declaredResource(stage, key, had);
  const { type } = declared;
  // What fails from here on is told of the resource.
  if (had === undefined) stage.putResource(declared);
  else stage.setRun({ before: { ...stage.run.before, [key]: had } });
  const onImport = (name: string): void => stage.noteImport(name);
  const properties = evaluateObject(declaration.properties, stage.surroundings({ onImport }));
  assertSecurePlaces(type, properties);
  const fault = propertyFault(type, key, properties);
  const shown = evaluateObject(declaration.properties, stage.surroundings({ isShown: true }));
  const hidden = changedProperties(properties, shown);
  const base = { ...declared, hidden };
  if (had !== undefined) {
    const change = { had, base, properties, shown, fault };
    return beginChange(stage, types, { key, step }, change);
  }
  const { creationPolicy: policy } = declaration;
  const creationPolicy =
    policy === undefined ? undefined : evaluateObject(policy, stage.surroundings());
  await stage.tellOf(base, 'CREATE_IN_PROGRESS', { properties: shown });
  if (fault !== undefined) throw validation(fault);
  stage.putResource({ ...base, properties });
  stage.setStep(key, { ...step, state: 'doing', action: 'create' });
  const task = { ...taskOf(stage, key, base, step), action: 'create', properties } as const;
  return creationPolicy === undefined ? task : { ...task, creationPolicy };
}

interface StartedChange {
  readonly had: ResourceDocument;
  readonly base: ResourceDocument;
  readonly properties: JsonObject;
  readonly shown: JsonObject;
  readonly fault: string | undefined;
}

async function beginChange(
  stage: Stage,
  types: ResourceTypes,
  { key, step }: { readonly key: string; readonly step: Step },
  { had, base, properties, shown, fault }: StartedChange,
): Promise<Task | undefined> {
  const changed = changedProperties(had.properties, properties);
  // What was made but for its last parts is made anew, and goes.
  const isHalf = had.status === 'CREATE_FAILED';
  if (changed.length === 0 && !isHalf) {
    stage.putResource({ ...base, status: had.status, changed: had.changed });
    stage.setStep(key, { ...step, state: 'done', action: 'none' });
    return undefined;
  }
  const isReplaced =
    isHalf || replaces(types, base.type, { before: had.properties, properties, changed });
  assertPolicy(stage, isReplaced ? 'Update:Replace' : 'Update:Modify', had);
  const reason =
    'Requested update requires the creation of a new physical resource; hence creating one.';
  await stage.tellOf(base, 'UPDATE_IN_PROGRESS', {
    properties: shown,
    ...(isReplaced ? { reason } : {}),
  });
  stage.putResource({ ...base, properties });
  if (fault !== undefined) throw validation(fault);
  stage.setStep(key, { ...step, state: 'doing', action: isReplaced ? 'replace' : 'update' });
  const task = taskOf(stage, key, base, step);
  if (isReplaced) return { ...task, action: 'create', properties };
  const { attributes, physicalId: id = '', properties: before } = had;
  return { ...task, action: 'update', properties, changed, before, attributes, id };
}

/** Whoever answers may do so before the step's own unit is over: it is expected from the start. */
function taskOf(stage: Stage, key: string, { type, logicalId }: ResourceDocument, step: Step) {
  const { name, token } = step;
  if (isAnswered(type)) {
    const { account, region } = stage.scope;
    const stackId = stage.stack.id;
    stage.view.put(signals, token, { account, region, stackId, logicalId, answers: {} });
  }
  return { key, type, logicalId, random: name, token };
}

/** Whether a change needs another resource. */
export function replaces(
  types: ResourceTypes,
  type: string,
  change: {
    readonly before: JsonObject;
    readonly properties: JsonObject;
    readonly changed: readonly string[];
  },
): boolean {
  const built = types.get(type);
  const replacing = specificationOf(type)?.replacing;
  return (
    built?.update === undefined ||
    change.changed.some((name) => replacing?.has(name) === true) ||
    built.replaces?.(change) === true
  );
}

function assertPolicy(stage: Stage, action: UpdateAction, resource: ResourceDocument): void {
  const refusal = policyRefusal(stage, action, resource);
  if (refusal !== undefined) throw validation(refusal);
}

/** Back to what a resource was before. */
async function beginReturn(stage: Stage, key: string, step: Step): Promise<Task | undefined> {
  const before = stage.run.before[key];
  const now = stage.resources.get(key);
  if (before === undefined || now === undefined) {
    stage.setStep(key, { ...step, state: 'done' });
    return undefined;
  }
  // A return that is tried again has the same way to go.
  const tried = stage.run.tried?.[key] ?? now.properties;
  const changed = changedProperties(tried, before.properties);
  stage.putResource({ ...before, status: 'UPDATE_IN_PROGRESS', changed: stage.now });
  await stage.tellOf(before, 'UPDATE_IN_PROGRESS');
  if (step.action === 'replace' || changed.length === 0) {
    stage.putResource({ ...before, status: 'UPDATE_COMPLETE', changed: stage.now });
    await stage.tellOf(before, 'UPDATE_COMPLETE');
    stage.setStep(key, { ...step, state: 'done' });
    return undefined;
  }
  stage.setStep(key, { ...step, state: 'doing' });
  return {
    ...taskOf(stage, key, before, step),
    changed,
    properties: before.properties,
    before: tried,
    action: 'update',
    id: before.physicalId ?? '',
    attributes: before.attributes,
  };
}

async function beginDeletion(stage: Stage, key: string, step: Step): Promise<Task | undefined> {
  const resource = resourceOf(stage, key);
  if (resource === undefined) {
    stage.setStep(key, { ...step, state: 'done' });
    return undefined;
  }
  const isLeftover = stage.run.leftovers[key] !== undefined;
  if (resource.physicalId === undefined || resource.physicalId === '') {
    if (!isLeftover) stage.dropResource(key);
    stage.setStep(key, { ...step, state: 'done' });
    return undefined;
  }
  if (isKept(stage, key, resource)) {
    await stage.tellOf(resource, 'DELETE_SKIPPED');
    if (!isLeftover) stage.dropResource(key);
    stage.setStep(key, { ...step, state: 'skipped' });
    return undefined;
  }
  await stage.tellOf(resource, 'DELETE_IN_PROGRESS');
  if (!isLeftover) {
    stage.putResource({ ...resource, status: 'DELETE_IN_PROGRESS', changed: stage.now });
  }
  stage.setStep(key, { ...step, state: 'doing' });
  const { properties, attributes, physicalId: id } = resource;
  const keepsSnapshot = policyOf(stage, key, resource) === 'Snapshot';
  return {
    ...taskOf(stage, key, resource, step),
    properties,
    attributes,
    id,
    keepsSnapshot,
    action: 'delete',
  };
}

/** Two resources of one logical id: the one that was replaced, by another policy. */
function policyOf(stage: Stage, key: string, resource: ResourceDocument): string {
  const isReplaced =
    stage.run.leftovers[key] !== undefined && stage.resources.has(resource.logicalId);
  return isReplaced && !resource.isNew ? resource.updateReplacePolicy : resource.deletionPolicy;
}

function isKept(stage: Stage, key: string, resource: ResourceDocument): boolean {
  if (stage.run.retain.includes(resource.logicalId)) return true;
  const policy = policyOf(stage, key, resource);
  if (policy === 'Retain') return true;
  if (policy !== 'RetainExceptOnCreate') return false;
  return !(resource.isNew && stage.run.phase !== 'forward');
}
