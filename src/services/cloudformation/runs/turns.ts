import type { JsonObject } from '../../../core/json.ts';
import { ServiceError } from '../../../core/errors.ts';
import { everyOf } from '../../../listing/every-document.ts';
import { evaluate, holds } from '../domain/intrinsics.ts';
import { validation } from '../errors.ts';
import {
  type Deletion,
  exported,
  imports,
  stackNames,
  type StackOutput,
  type Step,
} from '../state.ts';
import { activeResources } from './surroundings.ts';
import { orderForgetting } from './forget-job.ts';
import type { Stage } from './stage.ts';
import { newStep, newSteps } from './new-step.ts';

/** Takes away what there is of a stack, whatever was being done to it. */
export function startDeletion(stage: Stage, { actor, retain }: Deletion): void {
  const { deletion: _asked, seed, leftovers, ...rest } = stage.run;
  stage.forgetSignals();
  const keys = [...Object.keys(leftovers), ...stage.resources.keys()];
  const steps = newSteps({ seed, phase: 'back' }, keys, 'delete');
  const undone = { kind: 'DELETE', phase: 'back', failures: [] } as const;
  stage.replaceRun({ ...rest, ...undone, seed, leftovers, actor, retain, steps });
}

/** What follows when a phase has nothing left to do. Gives true when the run is over. */
export async function turn(stage: Stage): Promise<boolean> {
  const { run } = stage;
  if (run.kind === 'DELETE') return endOfDeletion(stage);
  if (run.phase === 'forward') {
    if (run.failures.length === 0 && run.isCancelled !== true && run.isLate !== true) {
      const fault = await completed(stage);
      if (fault === undefined) return false;
      if (fault === 'over') return true;
      return undo(stage, fault);
    }
    return undo(stage, failureText(stage));
  }
  if (run.phase === 'back')
    return run.kind === 'CREATE' ? endOfReturn(stage) : endOfRestoring(stage);
  return endOfCleanup(stage);
}

const TOO_LATE = 'Stack creation time exceeded the specified timeout';

function failureText({ run }: Stage): string {
  if (run.isLate === true) return TOO_LATE;
  if (run.isCancelled === true) return 'User Initiated';
  const verb = run.kind === 'CREATE' ? 'create' : 'update';
  return `The following resource(s) failed to ${verb}: [${run.failures.join(', ')}]. `;
}

/** Writes outputs and what follows from success. Gives what keeps the stack from it. */
async function completed(stage: Stage): Promise<string | undefined> {
  try {
    const outputs = outputsOf(stage);
    await keepExports(stage, outputs);
    const { target } = stage.run;
    stage.setStack({ outputs, definition: target });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return error.message;
  }
  if (stage.run.kind === 'CREATE') {
    await stage.turn('CREATE_COMPLETE');
    settleResources(stage);
    return over(stage);
  }
  await stage.turn('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS');
  const active = new Set(Object.keys(stage.run.steps));
  const removed = [...stage.resources.keys()].filter((name) => !active.has(name));
  startDeleting(stage, [...Object.keys(stage.run.leftovers), ...removed]);
  return undefined;
}

function over(stage: Stage): string {
  stage.end();
  return 'over';
}

/** What was made is not new any more. */
function settleResources(stage: Stage): void {
  for (const resource of stage.resources.values()) {
    if (resource.isNew) stage.putResource({ ...resource, isNew: false });
  }
}

function startDeleting(stage: Stage, keys: readonly string[]): void {
  const { seed } = stage.run;
  const steps = newSteps({ seed, phase: 'cleanup' }, keys, 'delete');
  stage.setRun({ phase: 'cleanup', steps, failures: [] });
}

function outputsOf(stage: Stage): readonly StackOutput[] {
  const { template } = stage.parsed();
  const onImport = (name: string): void => stage.noteImport(name);
  const surroundings = stage.surroundings({ onImport });
  const outputs: StackOutput[] = [];
  for (const [key, declared] of template.outputs) {
    if (declared.condition !== undefined && !holds(declared.condition, surroundings)) continue;
    const value = evaluate(declared.value, surroundings);
    if (typeof value === 'object') {
      throw validation(
        `Template format error: Output ${key} is malformed. The Value field of every Outputs member must evaluate to a String.`,
      );
    }
    const name =
      declared.exportName === undefined ? undefined : evaluate(declared.exportName, surroundings);
    outputs.push({
      key,
      value: String(value),
      ...(declared.description === undefined ? {} : { description: declared.description }),
      ...(name === undefined ? {} : { exportName: String(name) }),
    });
  }
  return outputs;
}

const EXPORT_NAME = /^[A-Za-z0-9:-]{1,255}$/;

/** Errors: ValidationError for a name another stack has, and for one that is in use and would change. */
async function keepExports(stage: Stage, outputs: readonly StackOutput[]): Promise<void> {
  const { view, stack } = stage;
  const before = new Map(
    stack.outputs.flatMap(({ exportName, value }) =>
      exportName === undefined ? [] : [[exportName, value] as const],
    ),
  );
  const after = new Map<string, string>();
  for (const { key, exportName, value } of outputs) {
    if (exportName === undefined) continue;
    if (!EXPORT_NAME.test(exportName)) {
      throw validation(
        `Template format error: Output ${key} is malformed. The Name field of every Export member must contain only alphanumeric, colons, or hyphens.`,
      );
    }
    if (after.has(exportName)) {
      throw validation(`Duplicate export names are not allowed: ${exportName}`);
    }
    after.set(exportName, value);
    const there = await view.get(exported, exportName);
    if (there !== undefined && there.stackArn !== stack.arn) {
      const owner = there.stackArn.split('/')[1] ?? '';
      throw validation(`Export with name ${exportName} is already exported by stack ${owner}`);
    }
  }
  for (const [name, value] of before) {
    if (after.get(name) === value) continue;
    const users = await everyOf(view, imports, { prefix: `${name}/` });
    const [user] = users;
    if (user !== undefined) {
      const verb = after.has(name) ? 'updated' : 'deleted';
      throw validation(`Export ${name} cannot be ${verb} as it is in use by ${user.stackName}`);
    }
    view.delete(exported, name);
  }
  for (const [name, value] of after) view.put(exported, name, { name, stackArn: stack.arn, value });
}

/** A run that did not succeed. */
async function undo(stage: Stage, reason: string): Promise<boolean> {
  const { run } = stage;
  const isCreation = run.kind === 'CREATE';
  if (isCreation && run.onFailure === 'DELETE') {
    await stage.turn('DELETE_IN_PROGRESS', `${reason}Delete requested by user.`);
    stage.setRun({ kind: 'DELETE', phase: 'back', steps: returnSteps(stage), failures: [] });
    return false;
  }
  if (run.disableRollback || run.onFailure === 'DO_NOTHING') {
    await stage.turn(isCreation ? 'CREATE_FAILED' : 'UPDATE_FAILED', reason);
    if (!isCreation) stage.setStack({ definition: run.target, leftovers: run.leftovers });
    stage.end();
    return true;
  }
  if (isCreation) {
    const asked = reason.endsWith(' ') ? reason : `${reason}. `;
    await stage.turn('ROLLBACK_IN_PROGRESS', `${asked}Rollback requested by user.`);
    stage.setRun({ phase: 'back', steps: returnSteps(stage), failures: [] });
    return false;
  }
  await stage.turn('UPDATE_ROLLBACK_IN_PROGRESS', reason);
  startRestoring(stage);
  return false;
}

function returnSteps({ run, resources }: Stage): Readonly<Record<string, Step>> {
  return newSteps({ seed: run.seed, phase: 'back' }, resources.keys(), 'delete');
}

/** What was changed goes back, and what took a place becomes what is left over. */
function startRestoring(stage: Stage): void {
  const steps: Record<string, Step> = {};
  const tried: Record<string, JsonObject> = {};
  // What took the place of another goes; the others are there again, and what was left over before stays so.
  const leftovers = new Map(Object.entries(stage.run.leftovers));
  for (const [key, { action, state }] of Object.entries(stage.run.steps)) {
    const before = stage.run.before[key];
    const now = stage.resources.get(key);
    if (before === undefined || now === undefined) continue;
    if (state === 'todo' || action === 'none') continue;
    const isOther = now.physicalId !== undefined && now.physicalId !== before.physicalId;
    leftovers.delete(`${key}/${before.physicalId ?? ''}`);
    if (isOther) leftovers.set(`${key}/${now.physicalId}`, { ...now, isNew: true });
    tried[key] = now.properties;
    const undone = isOther || action === 'replace' ? 'replace' : 'update';
    steps[key] = newStep({ seed: stage.run.seed, phase: 'back' }, key, undone);
  }
  stage.setRun({
    phase: 'back',
    steps,
    tried,
    leftovers: Object.fromEntries(leftovers),
    failures: [],
  });
}

async function endOfReturn(stage: Stage): Promise<boolean> {
  const { failures } = stage.run;
  if (failures.length > 0) {
    await stage.turn('ROLLBACK_FAILED', deletionText(failures));
  } else {
    await stage.turn('ROLLBACK_COMPLETE');
  }
  stage.end();
  return true;
}

function deletionText(failures: readonly string[]): string {
  return `The following resource(s) failed to delete: [${failures.join(', ')}]. `;
}

async function endOfRestoring(stage: Stage): Promise<boolean> {
  const { failures, skip } = stage.run;
  const failed = failures.filter((name) => !skip.includes(name));
  if (failed.length > 0) {
    const reason = `The following resource(s) failed to update: [${failed.join(', ')}]. `;
    await stage.turn('UPDATE_ROLLBACK_FAILED', reason);
    // The run stays, to be gone on with.
    return true;
  }
  await stage.turn('UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS');
  const made = [...stage.resources.values()].filter(({ isNew }) => isNew);
  startDeleting(stage, [
    ...Object.keys(stage.run.leftovers),
    ...made.map(({ logicalId }) => logicalId),
  ]);
  return false;
}

async function endOfCleanup(stage: Stage): Promise<boolean> {
  const isBack = stage.stack.status === 'UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS';
  await stage.turn(isBack ? 'UPDATE_ROLLBACK_COMPLETE' : 'UPDATE_COMPLETE');
  settleResources(stage);
  if (!isBack) await forgetImports(stage);
  stage.end();
  return true;
}

/** Imports that the template does not make any more. */
async function forgetImports(stage: Stage): Promise<void> {
  const { template, order } = stage.parsed();
  const used = new Set<string>();
  const surroundings = stage.surroundings({ onImport: (name) => used.add(name) });
  for (const name of activeResources(template, order, surroundings)) {
    evaluate(template.resources.get(name)?.properties ?? {}, surroundings);
  }
  for (const { value } of template.outputs.values()) evaluate(value, surroundings);
  await dropImports(stage, used);
}

async function dropImports({ view, stack }: Stage, kept: ReadonlySet<string>): Promise<void> {
  const all = await everyOf(view, imports, { index: 'stack', prefix: stack.id });
  for (const { name, stackId } of all) {
    if (!kept.has(name)) view.delete(imports, `${name}/${stackId}`);
  }
}

async function endOfDeletion(stage: Stage): Promise<boolean> {
  const { failures } = stage.run;
  const open = Object.values(stage.run.steps).some(({ state }) => state === 'todo');
  if (failures.length > 0 || open) {
    await stage.turn('DELETE_FAILED', deletionText(failures));
    stage.end();
    return true;
  }
  for (const { exportName } of stage.stack.outputs) {
    if (exportName !== undefined) stage.view.delete(exported, exportName);
  }
  await dropImports(stage, new Set());
  stage.view.delete(stackNames, stage.stack.name);
  stage.setStack({ deleted: stage.now });
  await stage.turn('DELETE_COMPLETE');
  orderForgetting(stage.unit, stage.scope, stage.stack.id, stage.now);
  stage.end();
  return true;
}
