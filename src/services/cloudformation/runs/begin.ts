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
function actorOf(context: Context, roleArn: string | undefined): Actor {
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
  const steps =
    kind === 'DELETE'
      ? newSteps({ seed, phase }, (await resourcesOf(view, stack.id)).keys(), 'delete')
      : newSteps({ seed, phase }, await activeOf(context, stack, target), 'create');
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
    leftovers: {},
    failures: [],
    disableRollback: started.disableRollback ?? false,
    onFailure: started.onFailure ?? 'ROLLBACK',
    retain: started.retain ?? [],
    skip: [],
    ...(policyDuring === undefined ? {} : { policyDuring }),
    ...(timeoutMinutes === undefined ? {} : { deadline: now + timeoutMinutes * MINUTE_MS }),
  };
  view.put(runs, stack.id, run);
  const { token: _before, ...rest } = stack;
  view.put(stacks, stack.id, { ...rest, ...(token === undefined ? {} : { token }) });
  const stage = await Stage.open({ unit, scope, now }, stack.id);
  if (stage === undefined) throw new Error('the run that was begun is not there');
  await stage.turn(started.status, started.reason ?? 'User Initiated');
  orderAdvance(unit, scope, stack.id, now);
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
