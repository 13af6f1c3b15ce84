import type { CloudformationOperations } from '../../../models/cloudformation/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { onStack } from './authorization.ts';
import { assertStackPolicy } from './domain/stack-policy.ts';
import { validation } from './errors.ts';
import { orderAdvance } from './runs/advance-job.ts';
import { actorOf } from './runs/begin.ts';
import { newSteps } from './runs/new-step.ts';
import { Stage } from './runs/stage.ts';
import { existingStack } from './stacks.ts';
import { stacks } from './state.ts';
import { policyText } from './template-source.ts';

type Operations = CloudformationOperations;

export const setStackPolicy: OperationOf<Operations, 'SetStackPolicy'> = {
  name: 'SetStackPolicy',
  access: 'write',
  authorize: (input, context) => onStack('SetStackPolicy', input.StackName, context, input),
  handle: async ({ StackName, StackPolicyBody, StackPolicyURL }, context) => {
    const stack = await existingStack(context, StackName);
    const policy = await policyText(context, StackPolicyBody, StackPolicyURL);
    if (policy === undefined) {
      throw validation('You must specify either a StackPolicyBody or a StackPolicyURL');
    }
    assertStackPolicy(policy);
    context.view.put(stacks, stack.id, { ...stack, policy });
    return {};
  },
};

export const updateTerminationProtection: OperationOf<Operations, 'UpdateTerminationProtection'> = {
  name: 'UpdateTerminationProtection',
  access: 'write',
  authorize: (input, context) => onStack('UpdateTerminationProtection', input.StackName, context),
  handle: async ({ StackName, EnableTerminationProtection: isProtected }, context) => {
    const stack = await existingStack(context, StackName);
    if (stack.parentArn !== undefined) {
      throw validation(
        `Stack [${stack.name}] is a nested stack: change the termination protection of its root stack`,
      );
    }
    context.view.put(stacks, stack.id, { ...stack, isProtected });
    return { StackId: stack.arn };
  },
};

async function stageOf(context: Context, stackId: string): Promise<Stage | undefined> {
  const { unit, call } = context;
  return Stage.open({ unit, scope: call.scope, now: call.now }, stackId);
}

export const cancelUpdateStack: OperationOf<Operations, 'CancelUpdateStack'> = {
  name: 'CancelUpdateStack',
  access: 'write',
  authorize: ({ StackName }, context) => onStack('CancelUpdateStack', StackName, context),
  handle: async ({ StackName }, context) => {
    const stack = await existingStack(context, StackName);
    const stage = await stageOf(context, stack.id);
    if (stage === undefined || stack.status !== 'UPDATE_IN_PROGRESS') {
      throw validation('CancelUpdateStack cannot be called from current stack status');
    }
    stage.setRun({ isCancelled: true });
    // A step that is under way ends first, and is gone on from by itself.
    if (!stage.isDoing()) {
      orderAdvance(context.unit, context.call.scope, stack.id, context.call.now);
    }
    return {};
  },
};

export const continueUpdateRollback: OperationOf<Operations, 'ContinueUpdateRollback'> = {
  name: 'ContinueUpdateRollback',
  access: 'write',
  authorize: (input, context) => onStack('ContinueUpdateRollback', input.StackName, context, input),
  handle: async ({ StackName, ResourcesToSkip: skip = [], RoleARN }, context) => {
    const stack = await existingStack(context, StackName);
    const stage = await stageOf(context, stack.id);
    if (stage === undefined || stack.status !== 'UPDATE_ROLLBACK_FAILED') {
      throw validation(
        `Stack:${stack.arn} is in ${stack.status} state and can not continue its rollback.`,
      );
    }
    const { run } = stage;
    const roleArn = RoleARN ?? stack.roleArn;
    const failed = Object.entries(run.steps).filter(([, { state }]) => state === 'failed');
    const unknown = skip.filter((name) => !failed.some(([key]) => key === name));
    if (unknown.length > 0) {
      throw validation(
        `ResourcesToSkip only accepts resources that failed to roll back: [${unknown.join(', ')}]`,
      );
    }
    const again = failed.map(([key]) => key).filter((key) => !skip.includes(key));
    for (const key of skip) {
      const resource = stage.resources.get(key);
      if (resource !== undefined) stage.putResource({ ...resource, status: 'UPDATE_COMPLETE' });
    }
    const steps = { ...run.steps, ...newSteps(run, again, 'update') };
    stage.setRun({
      skip,
      failures: [],
      steps: Object.fromEntries(Object.entries(steps).filter(([key]) => !skip.includes(key))),
      // Whoever goes on answers for it: the caller, or the role that is given or that the stack has.
      actor: actorOf(context, roleArn),
    });
    if (RoleARN !== undefined) stage.setStack({ roleArn: RoleARN });
    await stage.turn('UPDATE_ROLLBACK_IN_PROGRESS', 'User Initiated');
    orderAdvance(context.unit, context.call.scope, stack.id, context.call.now);
    return {};
  },
};
