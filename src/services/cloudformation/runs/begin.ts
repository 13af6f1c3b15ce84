import type { Context } from '../../../contract/operation.ts';
import { hexId } from '../../../core/ids.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import { callerToJson } from '../caller-document.ts';
import type { StackStatus } from '../../../../models/cloudformation/types.ts';
import {
  type Actor,
  type Definition,
  type RunDocument,
  runs,
  type StackDocument,
  stacks,
} from '../state.ts';
import { orderAdvance } from './advance-job.ts';
import { exportsOf, resourcesOf, Stage } from './stage.ts';
import { newSteps } from './new-step.ts';
import { policyRefusal } from './stack-policies.ts';
import { activeResources, surroundingsOf } from './surroundings.ts';
import { parsed } from './parsed.ts';

export interface NewRun {
  readonly stack: StackDocument;
  readonly status: StackStatus;
  readonly target: Definition;
  readonly roleArn: string | undefined;
  readonly token: string | undefined;
  readonly disableRollback?: boolean;
  readonly onFailure?: RunDocument['onFailure'];
  readonly timeoutMinutes?: number | undefined;
  readonly policyDuring?: string | undefined;
  readonly retain?: readonly string[];
  readonly reason?: string;
}

/** Whoever the resources are made by. */
export function actorOf(context: Context, roleArn: string | undefined): Actor {
  if (roleArn !== undefined) return { kind: 'role', arn: roleArn };
  return { kind: 'caller', caller: callerToJson(context.call.caller) };
}

/** Begins what the job goes on with once the unit is over. */
export async function beginRun(
  context: Context,
  kind: RunDocument['kind'],
  started: NewRun,
): Promise<void> {
  const { unit, call } = context;
  const { scope, now } = call;
  const view = unit.view(scope);
  const { stack, target, token, timeoutMinutes, policyDuring } = started;
  const seed = await unit.once(() => hexId(32));
  const phase = kind === 'DELETE' ? 'back' : 'forward';
  const existing = await resourcesOf(view, stack.id);
  const { leftovers = {}, token: _before, ...rest } = stack;
  const active =
    kind === 'DELETE'
      ? [...Object.keys(leftovers), ...existing.keys()]
      : await activeOf(context, stack, target);
  const steps = newSteps({ seed, phase }, active, kind === 'DELETE' ? 'delete' : 'create');
  const run: RunDocument = {
    stackId: stack.id,
    kind,
    seed,
    phase,
    actor: actorOf(context, started.roleArn),
    target,
    ...(stack.definition === undefined ? {} : { previous: stack.definition }),
    steps,
    before: {},
    leftovers,
    failures: [],
    disableRollback: started.disableRollback ?? false,
    onFailure: started.onFailure ?? 'ROLLBACK',
    retain: started.retain ?? [],
    skip: [],
    ...(policyDuring === undefined ? {} : { policyDuring }),
    ...(timeoutMinutes === undefined ? {} : { deadline: now + timeoutMinutes * MINUTE_MS }),
  };
  view.put(runs, stack.id, run);
  view.put(stacks, stack.id, { ...rest, ...(token === undefined ? {} : { token }) });
  const stage = await Stage.open({ unit, scope, now }, stack.id);
  if (stage === undefined) throw new Error('the run that was begun is not there');
  await stage.turn(started.status, started.reason ?? 'User Initiated');
  if (kind === 'UPDATE') await refuseRemovals(stage, new Set(active));
  orderAdvance(unit, scope, stack.id, now);
}

/** What a stack policy keeps from being taken away fails the update before anything is done. */
async function refuseRemovals(stage: Stage, active: ReadonlySet<string>): Promise<void> {
  const refused: string[] = [];
  for (const resource of stage.resources.values()) {
    const { logicalId } = resource;
    const reason = active.has(logicalId)
      ? undefined
      : policyRefusal(stage, 'Update:Delete', resource);
    if (reason === undefined) continue;
    refused.push(logicalId);
    await stage.tellOf(resource, 'UPDATE_FAILED', { reason });
  }
  if (refused.length > 0) stage.setRun({ failures: refused });
}

/** Begins to take a stack away: at once, or when the steps that are under way have ended. */
export async function beginStackDeletion(context: Context, started: NewRun): Promise<void> {
  const { unit, call } = context;
  const { scope, now } = call;
  const { stack, retain = [], roleArn, token } = started;
  const stage = await Stage.open({ unit, scope, now }, stack.id);
  if (stage?.isDoing() === true) {
    stage.setRun({ deletion: { retain, actor: actorOf(context, roleArn) } });
    if (token !== undefined) stage.setStack({ token });
    await stage.turn('DELETE_IN_PROGRESS', 'User Initiated');
    return;
  }
  stage?.forgetSignals();
  const leftovers = { ...stack.leftovers, ...stage?.run.leftovers };
  await beginRun(context, 'DELETE', { ...started, stack: { ...stack, leftovers } });
}

/** The resources that a definition has, which its conditions decide. */
export async function activeOf(
  context: Context,
  stack: StackDocument,
  definition: Definition,
): Promise<readonly string[]> {
  const { scope } = context.call;
  const { template, order } = parsed(definition);
  const exports = await exportsOf(context.unit.view(scope));
  const scene = { scope, stack, definition, template, resources: new Map(), exports };
  return activeResources(template, order, surroundingsOf(scene));
}
