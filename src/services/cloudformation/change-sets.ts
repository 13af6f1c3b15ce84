import type { CloudformationOperations } from '../../../models/cloudformation/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import { uuid } from '../../core/ids.ts';
import { parseArn } from '../../core/arn.ts';
import { everyOf } from '../../listing/every-document.ts';
import { conditionsOf, onNamed, onStack } from './authorization.ts';
import { definitionOf } from './definitions.ts';
import {
  changeSetAlreadyExists,
  changeSetNotFound,
  invalidChangeSetStatus,
  unbuilt,
  validation,
} from './errors.ts';
import { pageOf } from './pages.ts';
import { changeSetArn, findStack, placeOf } from './resources.ts';
import { beginRun } from './runs/begin.ts';
import { shownParameters, shownTags } from './shown-stack.ts';
import { tell } from './stack-events.ts';
import { assertBuilt, assertUpdatable, existingStack, newStack } from './stacks.ts';
import { changesOf, differsBeside } from './stack-changes.ts';
import { type ChangeSetDocument, changeSets, type StackDocument, stacks } from './state.ts';
import { templateText } from './template-source.ts';
import type { ResourceTypes } from './types/built.ts';

type Operations = CloudformationOperations;

const NAME = /^[a-zA-Z][-a-zA-Z0-9]{0,127}$/;
const NO_CHANGES =
  "The submitted information didn't contain changes. Submit different information to create a change set.";

export function createChangeSet(types: ResourceTypes): OperationOf<Operations, 'CreateChangeSet'> {
  return {
    name: 'CreateChangeSet',
    access: 'write',
    authorize: (input, context) => onNamed('CreateChangeSet', input.StackName, context, input),
    handle: async (input, context) => {
      const kind = kindOf(input);
      const { ChangeSetName: name, ClientToken: token } = input;
      const stack = await stackFor(context, kind, input.StackName);
      const id = `${stack.id}/${name}`;
      const existing = await context.view.get(changeSets, id);
      if (existing !== undefined) {
        if (token === undefined || existing.token !== token) throw changeSetAlreadyExists(name);
        return { Id: existing.arn, StackId: stack.arn };
      }
      const previous = stack.definition;
      const given = await templateText(context, input);
      const template = input.UsePreviousTemplate === true ? previous?.template : given;
      if (template === undefined) {
        throw validation('Either Template URL or Template Body must be specified.');
      }
      const { definition } = await definitionOf(context, types, template, input, previous);
      const changes = await changesOf(context, types, stack, definition);
      const arn = changeSetArn(context.call.scope, name, await context.once(uuid));
      context.view.put(changeSets, id, {
        name,
        arn,
        kind,
        definition,
        changes,
        stackId: stack.id,
        created: context.call.now,
        ...standing(changes.length === 0 && !differsBeside(stack, definition)),
        ...choicesOf(input),
      });
      return { Id: arn, StackId: stack.arn };
    },
  };
}

type NewChangeSet = Operations['CreateChangeSet']['input'];

/** Errors: ValidationError, NotImplementedException. */
function kindOf(input: NewChangeSet): 'CREATE' | 'UPDATE' {
  assertBuilt('CreateChangeSet', input);
  const { ChangeSetName: name, ChangeSetType: kind = 'UPDATE' } = input;
  if (!NAME.test(name)) {
    throw validation(
      `1 validation error detected: Value '${name}' at 'changeSetName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*`,
    );
  }
  if (kind === 'IMPORT' || (input.ResourcesToImport ?? []).length > 0) {
    throw unbuilt('CreateChangeSet', 'the import of resources');
  }
  if (input.DeploymentMode !== undefined) throw unbuilt('CreateChangeSet', 'reverting drift');
  return kind;
}

function standing(isEmpty: boolean): Pick<ChangeSetDocument, 'status' | 'execution' | 'reason'> {
  return isEmpty
    ? { status: 'FAILED', execution: 'UNAVAILABLE', reason: NO_CHANGES }
    : { status: 'CREATE_COMPLETE', execution: 'AVAILABLE' };
}

function choicesOf(input: NewChangeSet) {
  const { Description, RoleARN, OnStackFailure, ClientToken } = input;
  return {
    includesNested: input.IncludeNestedStacks ?? false,
    importsExisting: input.ImportExistingResources ?? false,
    ...(Description === undefined ? {} : { description: Description }),
    ...(RoleARN === undefined ? {} : { roleArn: RoleARN }),
    ...(OnStackFailure === undefined ? {} : { onFailure: OnStackFailure }),
    ...(ClientToken === undefined ? {} : { token: ClientToken }),
  };
}

/** The stack that the changes are about: a new one waits to be reviewed. */
async function stackFor(
  context: Context,
  kind: 'CREATE' | 'UPDATE',
  name: string,
): Promise<StackDocument> {
  if (kind === 'UPDATE') {
    const stack = await existingStack(context, name);
    if (stack.status === 'REVIEW_IN_PROGRESS') {
      throw validation(
        `Stack [${stack.name}] already exists and cannot be created again with the changeSet [UPDATE].`,
      );
    }
    assertUpdatable(stack);
    return stack;
  }
  const found = await findStack(placeOf(context), name);
  if (found !== undefined && found.status !== 'DELETE_COMPLETE') {
    if (found.status === 'REVIEW_IN_PROGRESS') return found;
    throw validation(
      `Stack [${found.name}] already exists and cannot be created again with the changeSet [CREATE].`,
    );
  }
  const { unit, call } = context;
  const { scope, now } = call;
  const stack = await newStack(context, name, {
    status: 'REVIEW_IN_PROGRESS',
    reason: 'User Initiated',
  });
  await tell(
    unit,
    scope,
    { stack, now },
    {
      logicalId: stack.name,
      physicalId: stack.arn,
      type: 'AWS::CloudFormation::Stack',
      status: 'REVIEW_IN_PROGRESS',
      reason: 'User Initiated',
    },
  );
  return stack;
}

interface ChangeSetInput {
  readonly ChangeSetName: string;
  readonly StackName?: string | undefined;
}

interface Found {
  readonly stack: StackDocument;
  readonly changeSet: ChangeSetDocument;
  readonly id: string;
}

/** Change sets named by their ARN alone are found among those of all stacks. */
async function findChangeSet(
  context: ResolveContext,
  { ChangeSetName: name, StackName }: ChangeSetInput,
): Promise<Found | undefined> {
  const { view } = context;
  if (StackName !== undefined) {
    const stack = await findStack(placeOf(context), StackName);
    const short = name.startsWith('arn:') ? (parseArn(name)?.resource.split('/')[1] ?? '') : name;
    const id = `${stack?.id ?? ''}/${short}`;
    const changeSet = await view.get(changeSets, id);
    const isOther = name.startsWith('arn:') && changeSet?.arn !== name;
    if (stack === undefined || changeSet === undefined || isOther) return undefined;
    return { stack, changeSet, id };
  }
  const { items } = await view.list(changeSets, { index: 'arn', prefix: name, limit: 1 });
  const [item] = items;
  if (item === undefined || item.document.arn !== name) return undefined;
  const stack = await view.get(stacks, item.document.stackId);
  return stack === undefined ? undefined : { stack, changeSet: item.document, id: item.id };
}

async function onChangeSet(
  action: string,
  input: ChangeSetInput,
  context: ResolveContext,
): Promise<readonly Permission[]> {
  if (input.StackName === undefined && !input.ChangeSetName.startsWith('arn:')) {
    throw validation('StackName must be specified if ChangeSetName is not specified as an ARN.');
  }
  const found = await findChangeSet(context, input);
  const name = input.StackName ?? found?.stack.arn;
  if (name === undefined) {
    return [
      {
        action: `cloudformation:${action}`,
        resource: input.ChangeSetName,
        conditions: conditionsOf(input),
      },
    ];
  }
  return onStack(action, name, context, { ChangeSetName: input.ChangeSetName });
}

/** Errors: ValidationError for the stack, ChangeSetNotFound. */
async function existingChangeSet(context: Context, input: ChangeSetInput): Promise<Found> {
  if (input.StackName !== undefined) await existingStack(context, input.StackName);
  const found = await findChangeSet(context, input);
  if (found === undefined) throw changeSetNotFound(input.ChangeSetName);
  return found;
}

export const describeChangeSet: OperationOf<Operations, 'DescribeChangeSet'> = {
  name: 'DescribeChangeSet',
  access: 'read',
  authorize: (input, context) => onChangeSet('DescribeChangeSet', input, context),
  handle: async (input, context) => {
    const { stack, changeSet } = await existingChangeSet(context, input);
    const { definition, description, reason, onFailure } = changeSet;
    return {
      ChangeSetName: changeSet.name,
      ChangeSetId: changeSet.arn,
      StackId: stack.arn,
      StackName: stack.name,
      ...(description === undefined ? {} : { Description: description }),
      Parameters: shownParameters(definition),
      CreationTime: new Date(changeSet.created),
      ExecutionStatus: changeSet.execution,
      Status: changeSet.status,
      ...(reason === undefined ? {} : { StatusReason: reason }),
      NotificationARNs: definition.notificationArns,
      RollbackConfiguration: {},
      Capabilities: definition.capabilities,
      Tags: shownTags(definition.tags),
      Changes: changeSet.changes,
      IncludeNestedStacks: changeSet.includesNested,
      ImportExistingResources: changeSet.importsExisting,
      ...(onFailure === undefined ? {} : { OnStackFailure: onFailure }),
    };
  },
};

export const listChangeSets: OperationOf<Operations, 'ListChangeSets'> = {
  name: 'ListChangeSets',
  access: 'read',
  authorize: ({ StackName }, context) => onStack('ListChangeSets', StackName, context),
  handle: async ({ StackName, NextToken: token }, context) => {
    const stack = await existingStack(context, StackName);
    const { call, view } = context;
    const prefix = `${stack.id}/`;
    const page = await pageOf({ call, view, token, about: stack.id }, changeSets, { prefix });
    const { documents, ...more } = page;
    const Summaries = documents.map((one) => ({
      StackId: stack.arn,
      StackName: stack.name,
      ChangeSetId: one.arn,
      ChangeSetName: one.name,
      ExecutionStatus: one.execution,
      Status: one.status,
      ...(one.reason === undefined ? {} : { StatusReason: one.reason }),
      CreationTime: new Date(one.created),
      ...(one.description === undefined ? {} : { Description: one.description }),
      IncludeNestedStacks: one.includesNested,
      ImportExistingResources: one.importsExisting,
    }));
    return { Summaries, ...more };
  },
};

export const deleteChangeSet: OperationOf<Operations, 'DeleteChangeSet'> = {
  name: 'DeleteChangeSet',
  access: 'write',
  authorize: (input, context) => onChangeSet('DeleteChangeSet', input, context),
  handle: async (input, context) => {
    if (input.StackName !== undefined) await existingStack(context, input.StackName);
    const found = await findChangeSet(context, input);
    // AWS answers well for what is not there.
    if (found === undefined) return {};
    if (found.changeSet.execution === 'EXECUTE_IN_PROGRESS') {
      throw invalidChangeSetStatus(
        `ChangeSet [${found.changeSet.arn}] cannot be deleted in its current execution status of [EXECUTE_IN_PROGRESS]`,
      );
    }
    context.view.delete(changeSets, found.id);
    return {};
  },
};

export const executeChangeSet: OperationOf<Operations, 'ExecuteChangeSet'> = {
  name: 'ExecuteChangeSet',
  access: 'write',
  authorize: (input, context) => onChangeSet('ExecuteChangeSet', input, context),
  handle: async (input, context) => {
    const { stack, changeSet, id } = await existingChangeSet(context, input);
    if (changeSet.execution !== 'AVAILABLE') {
      throw invalidChangeSetStatus(
        `ChangeSet [${changeSet.arn}] cannot be executed in its current status of [${changeSet.status}]`,
      );
    }
    const { view, call } = context;
    const isCreation = stack.status === 'REVIEW_IN_PROGRESS';
    if (!isCreation) assertUpdatable(stack);
    // Other sets of changes were made for a stack that is another one now.
    for (const other of await everyOf(view, changeSets, { prefix: `${stack.id}/` })) {
      view.delete(changeSets, `${stack.id}/${other.name}`);
    }
    view.put(changeSets, id, { ...changeSet, execution: 'EXECUTE_COMPLETE' });
    const roleArn = changeSet.roleArn ?? stack.roleArn;
    const disableRollback = input.DisableRollback ?? changeSet.onFailure === 'DO_NOTHING';
    const { definition: target, onFailure } = changeSet;
    const changed: StackDocument = {
      ...stack,
      updated: call.now,
      changeSetArn: changeSet.arn,
      ...(roleArn === undefined ? {} : { roleArn }),
      ...(isCreation ? { definition: target, disableRollback } : {}),
    };
    await beginRun(context, isCreation ? 'CREATE' : 'UPDATE', {
      stack: changed,
      target,
      roleArn,
      disableRollback,
      token: input.ClientRequestToken,
      status: isCreation ? 'CREATE_IN_PROGRESS' : 'UPDATE_IN_PROGRESS',
      ...(onFailure === undefined ? {} : { onFailure }),
    });
    return {};
  },
};
