import type { CloudformationOperations } from '../../../models/cloudformation/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { uuid } from '../../core/ids.ts';
import { everyOf } from '../../listing/every-document.ts';
import { onNamed, onStack } from './authorization.ts';
import { definitionOf } from './definitions.ts';
import { assertStackPolicy } from './domain/stack-policy.ts';
import { alreadyExists, stackDoesNotExist, unbuilt, validation } from './errors.ts';
import { findStack, placeOf, stackArn, stackKind } from './resources.ts';
import { beginRun, beginStackDeletion } from './runs/begin.ts';
import { resourcesOf } from './runs/stage.ts';
import { assertDifferent } from './stack-changes.ts';
import { imports, type StackDocument, stackNames, stacks } from './state.ts';
import { policyText, templateText } from './template-source.ts';
import type { ResourceTypes } from './types/built.ts';

type Operations = CloudformationOperations;

const NAME = /^[a-zA-Z][-a-zA-Z0-9]{0,127}$/;

/** Errors: ValidationError for a name that no stack may have. */
export function assertStackName(name: string): void {
  if (NAME.test(name)) return;
  throw validation(
    `1 validation error detected: Value '${name}' at 'stackName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*`,
  );
}

/** The stack that a request names, and that is there. Errors: ValidationError. */
export async function existingStack(context: Context, name: string): Promise<StackDocument> {
  const { resolved } = await context.resolve(stackKind, name);
  const { document } = resolved;
  if (document === undefined || document.status === 'DELETE_COMPLETE')
    throw stackDoesNotExist(name);
  return document;
}

/** A stack without a past, under a name that is free. Errors: AlreadyExistsException. */
export async function newStack(
  context: Context,
  name: string,
  more: Partial<StackDocument>,
): Promise<StackDocument> {
  const { scope, now } = context.call;
  const view = context.unit.view(scope);
  assertStackName(name);
  if ((await view.get(stackNames, name)) !== undefined) throw alreadyExists(name);
  const id = await context.once(uuid);
  const stack: StackDocument = {
    id,
    name,
    arn: stackArn(scope, name, id),
    status: 'CREATE_IN_PROGRESS',
    created: now,
    outputs: [],
    isProtected: false,
    disableRollback: false,
    ...more,
  };
  view.put(stackNames, name, { id });
  view.put(stacks, id, stack);
  return stack;
}

/** Errors: NotImplementedException for what nothing here does. */
export function assertBuilt(
  operation: string,
  input: {
    readonly RollbackConfiguration?:
      | { readonly RollbackTriggers?: readonly object[] | undefined }
      | undefined;
  },
): void {
  if ((input.RollbackConfiguration?.RollbackTriggers ?? []).length > 0) {
    throw unbuilt(operation, 'rollback triggers');
  }
}

export function createStack(types: ResourceTypes): OperationOf<Operations, 'CreateStack'> {
  return {
    name: 'CreateStack',
    access: 'write',
    authorize: (input, context) => onNamed('CreateStack', input.StackName, context, input),
    handle: async (input, context) => {
      assertBuilt('CreateStack', input);
      const { StackName, RoleARN, ClientRequestToken: token, OnFailure, DisableRollback } = input;
      if (OnFailure !== undefined && DisableRollback !== undefined) {
        throw validation('You can specify either DisableRollback or OnFailure, but not both.');
      }
      const repeated = await sameRequest(context, StackName, token);
      if (repeated !== undefined) return { StackId: repeated.arn };
      const template = await templateText(context, input);
      if (template === undefined) {
        throw validation('Either Template URL or Template Body must be specified.');
      }
      const policy = await policyText(context, input.StackPolicyBody, input.StackPolicyURL);
      if (policy !== undefined) assertStackPolicy(policy);
      const { definition } = await definitionOf(context, types, template, input);
      const disableRollback = DisableRollback ?? OnFailure === 'DO_NOTHING';
      const stack = await newStack(context, StackName, {
        definition,
        disableRollback,
        isProtected: input.EnableTerminationProtection ?? false,
        ...(RoleARN === undefined ? {} : { roleArn: RoleARN }),
        ...(policy === undefined ? {} : { policy }),
        ...(input.TimeoutInMinutes === undefined ? {} : { timeoutMinutes: input.TimeoutInMinutes }),
      });
      await beginRun(context, 'CREATE', {
        stack,
        token,
        disableRollback,
        target: definition,
        roleArn: RoleARN,
        status: 'CREATE_IN_PROGRESS',
        timeoutMinutes: input.TimeoutInMinutes,
        ...(OnFailure === undefined ? {} : { onFailure: OnFailure }),
      });
      return { StackId: stack.arn };
    },
  };
}

/** The stack that the same request, with its token, made before. */
async function sameRequest(
  context: Context,
  name: string,
  token: string | undefined,
): Promise<StackDocument | undefined> {
  if (token === undefined) return undefined;
  const document = await findStack(placeOf(context), name);
  return document?.token === token ? document : undefined;
}

const UPDATABLE: ReadonlySet<string> = new Set([
  'CREATE_COMPLETE',
  'UPDATE_COMPLETE',
  'UPDATE_FAILED',
  'CREATE_FAILED',
  'UPDATE_ROLLBACK_COMPLETE',
  'IMPORT_COMPLETE',
  'IMPORT_ROLLBACK_COMPLETE',
]);

/** Errors: ValidationError for a stack that is at work, or that can't be changed any more. */
export function assertUpdatable({ arn, status }: StackDocument): void {
  if (UPDATABLE.has(status)) return;
  throw validation(`Stack:${arn} is in ${status} state and can not be updated.`);
}

export function updateStack(types: ResourceTypes): OperationOf<Operations, 'UpdateStack'> {
  return {
    name: 'UpdateStack',
    access: 'write',
    authorize: (input, context) => onStack('UpdateStack', input.StackName, context, input),
    handle: async (input, context) => {
      assertBuilt('UpdateStack', input);
      const { RoleARN, ClientRequestToken: token } = input;
      const stack = await existingStack(context, input.StackName);
      if (token !== undefined && stack.token === token) return { StackId: stack.arn };
      assertUpdatable(stack);
      const previous = stack.definition;
      const given = await templateText(context, input);
      const template = input.UsePreviousTemplate === true ? previous?.template : given;
      if (template === undefined) {
        throw validation('Either Template URL or Template Body must be specified.');
      }
      const during = await policyText(
        context,
        input.StackPolicyDuringUpdateBody,
        input.StackPolicyDuringUpdateURL,
      );
      const policy = await policyText(context, input.StackPolicyBody, input.StackPolicyURL);
      for (const text of [during, policy]) if (text !== undefined) assertStackPolicy(text);
      const { definition } = await definitionOf(context, types, template, input, previous);
      await assertDifferent(context, stack, definition);
      const roleArn = RoleARN ?? stack.roleArn;
      const changed: StackDocument = {
        ...stack,
        updated: context.call.now,
        ...(roleArn === undefined ? {} : { roleArn }),
        ...(policy === undefined ? {} : { policy }),
      };
      await beginRun(context, 'UPDATE', {
        stack: changed,
        token,
        target: definition,
        roleArn,
        policyDuring: during,
        disableRollback: input.DisableRollback ?? false,
        status: 'UPDATE_IN_PROGRESS',
      });
      return { StackId: stack.arn };
    },
  };
}

export const deleteStack: OperationOf<Operations, 'DeleteStack'> = {
  name: 'DeleteStack',
  access: 'write',
  authorize: (input, context) => onStack('DeleteStack', input.StackName, context, input),
  handle: async (input, context) => {
    const { StackName, RetainResources: retain = [], RoleARN } = input;
    const stack = await findStack(placeOf(context), StackName);
    // There is nothing to do: AWS says nothing either.
    if (stack === undefined || stack.status === 'DELETE_COMPLETE') return {};
    if (stack.status === 'DELETE_IN_PROGRESS') return {};
    if (stack.isProtected) {
      throw validation(
        `Stack [${stack.name}] cannot be deleted while TerminationProtection is enabled`,
      );
    }
    if (input.DeletionMode === 'FORCE_DELETE_STACK' && stack.status !== 'DELETE_FAILED') {
      throw validation('FORCE_DELETE_STACK is only allowed for stacks in DELETE_FAILED state');
    }
    if (retain.length > 0 && stack.status !== 'DELETE_FAILED') {
      throw validation(
        `Invalid operation on stack [${stack.arn}]. RetainResources can be specified only when the stack is in DELETE_FAILED state.`,
      );
    }
    if (/^UPDATE.*IN_PROGRESS$/.test(stack.status)) {
      throw validation(`Stack [${stack.arn}] cannot be deleted while in status ${stack.status}`);
    }
    await assertUnused(context, stack);
    const roleArn = RoleARN ?? stack.roleArn;
    const kept =
      input.DeletionMode === 'FORCE_DELETE_STACK' ? await failedIds(context, stack) : retain;
    await beginStackDeletion(context, {
      stack,
      roleArn,
      retain: kept,
      token: input.ClientRequestToken,
      target: stack.definition ?? EMPTY,
      status: 'DELETE_IN_PROGRESS',
    });
    return {};
  },
};

/** A stack that never was more than a change set. */
const EMPTY = Object.freeze({
  template: '',
  parameters: {},
  capabilities: [],
  tags: {},
  notificationArns: [],
});

/** Errors: ValidationError for an export that other stacks use. */
async function assertUnused(context: Context, stack: StackDocument): Promise<void> {
  const view = context.unit.view(context.call.scope);
  for (const { exportName } of stack.outputs) {
    if (exportName === undefined) continue;
    const users = await everyOf(view, imports, { prefix: `${exportName}/` });
    const other = users.find(({ stackId }) => stackId !== stack.id);
    if (other === undefined) continue;
    throw validation(
      `Export ${exportName} cannot be deleted as it is in use by ${other.stackName}`,
    );
  }
}

async function failedIds(context: Context, stack: StackDocument): Promise<readonly string[]> {
  const all = await resourcesOf(context.unit.view(context.call.scope), stack.id);
  return [...all.values()]
    .filter(({ status }) => status === 'DELETE_FAILED')
    .map(({ logicalId }) => logicalId);
}
