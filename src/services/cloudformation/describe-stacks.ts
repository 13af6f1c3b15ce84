import type { CloudformationOperations } from '../../../models/cloudformation/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { onNothing, onStack } from './authorization.ts';
import { stackDoesNotExist, validation } from './errors.ts';
import { pageOf } from './pages.ts';
import { stackKind } from './resources.ts';
import { resourcesOf } from './runs/stage.ts';
import { shownEvent, shownResource, shownStack } from './shown-stack.ts';
import { existingStack } from './stacks.ts';
import { events, physicalKey, resourceId, resources, type StackDocument, stacks } from './state.ts';

type Operations = CloudformationOperations;

/** A stack that is there, or one that is gone by its ARN. Errors: ValidationError. */
export async function rememberedStack(context: Context, name: string): Promise<StackDocument> {
  const { document } = (await context.resolve(stackKind, name)).resolved;
  if (document === undefined) throw stackDoesNotExist(name);
  return document;
}

const NEWEST_FIRST = { index: 'created', descending: true } as const;

export const describeStacks: OperationOf<Operations, 'DescribeStacks'> = {
  name: 'DescribeStacks',
  access: 'read',
  authorize: async ({ StackName }, context) =>
    StackName === undefined
      ? onNothing('DescribeStacks')
      : onStack('DescribeStacks', StackName, context),
  handle: async ({ StackName, NextToken: token }, context) => {
    if (StackName !== undefined) {
      return { Stacks: [shownStack(await rememberedStack(context, StackName))] };
    }
    const { call, view } = context;
    const page = await pageOf({ call, view, token, about: [] }, stacks, NEWEST_FIRST);
    const { documents, ...more } = page;
    const Stacks = documents.filter(({ status }) => status !== 'DELETE_COMPLETE').map(shownStack);
    return { Stacks, ...more };
  },
};

export const listStacks: OperationOf<Operations, 'ListStacks'> = {
  name: 'ListStacks',
  access: 'read',
  authorize: () => Promise.resolve(onNothing('ListStacks')),
  handle: async ({ NextToken: token, StackStatusFilter: wanted }, { call, view }) => {
    const about = wanted ?? [];
    const page = await pageOf({ call, view, token, about }, stacks, NEWEST_FIRST);
    const { documents, ...more } = page;
    const shown = documents.filter(({ status }) => wanted?.includes(status) ?? true);
    const StackSummaries = shown.map((stack) => {
      const { Description, ...rest } = shownStack(stack);
      return {
        StackId: stack.arn,
        StackName: stack.name,
        ...(Description === undefined ? {} : { TemplateDescription: Description }),
        CreationTime: rest.CreationTime,
        LastUpdatedTime: rest.LastUpdatedTime,
        DeletionTime: rest.DeletionTime,
        StackStatus: stack.status,
        StackStatusReason: rest.StackStatusReason,
        ParentId: rest.ParentId,
        RootId: rest.RootId,
        DriftInformation: { StackDriftStatus: 'NOT_CHECKED' as const },
      };
    });
    return { StackSummaries, ...more };
  },
};

export const describeStackEvents: OperationOf<Operations, 'DescribeStackEvents'> = {
  name: 'DescribeStackEvents',
  access: 'read',
  authorize: ({ StackName }, context) => onStack('DescribeStackEvents', StackName, context),
  handle: async ({ StackName, NextToken: token }, context) => {
    const stack = await rememberedStack(context, StackName);
    const { call, view } = context;
    const about = stack.id;
    const prefix = `${stack.id}/`;
    const page = await pageOf({ call, view, token, about }, events, { prefix, descending: true });
    const { documents, ...more } = page;
    return { StackEvents: documents.map(shownEvent), ...more };
  },
};

export const describeStackResource: OperationOf<Operations, 'DescribeStackResource'> = {
  name: 'DescribeStackResource',
  access: 'read',
  authorize: ({ StackName }, context) => onStack('DescribeStackResource', StackName, context),
  handle: async ({ StackName, LogicalResourceId: name }, context) => {
    const stack = await rememberedStack(context, StackName);
    const resource = await context.view.get(resources, resourceId(stack.id, name));
    if (resource === undefined) {
      throw validation(`Resource ${name} does not exist for stack ${stack.name}`);
    }
    return { StackResourceDetail: shownResource(stack, resource) };
  },
};

export const describeStackResources: OperationOf<Operations, 'DescribeStackResources'> = {
  name: 'DescribeStackResources',
  access: 'read',
  authorize: async ({ StackName }, context) =>
    StackName === undefined
      ? onNothing('DescribeStackResources')
      : onStack('DescribeStackResources', StackName, context),
  handle: async ({ StackName, LogicalResourceId: name, PhysicalResourceId: id }, context) => {
    if (StackName !== undefined && id !== undefined) {
      throw validation('You cannot specify both StackName and PhysicalResourceId');
    }
    if (StackName === undefined && id === undefined) {
      throw validation('You must specify either StackName or PhysicalResourceId');
    }
    const stack =
      StackName === undefined
        ? await stackOf(context, id ?? '')
        : await rememberedStack(context, StackName);
    const all = [...(await resourcesOf(context.view, stack.id)).values()];
    const shown = all
      .filter(({ logicalId }) => name === undefined || logicalId === name)
      .map((one) => {
        const {
          LastUpdatedTimestamp: Timestamp,
          Metadata: _hidden,
          ...rest
        } = shownResource(stack, one);
        return { ...rest, Timestamp };
      });
    if (name !== undefined && shown.length === 0) {
      throw validation(`Resource ${name} does not exist for stack ${stack.name}`);
    }
    return { StackResources: shown };
  },
};

/** The stack that a physical id is part of. */
async function stackOf(context: Context, id: string): Promise<StackDocument> {
  const { items } = await context.view.list(resources, {
    index: 'physical',
    prefix: physicalKey(id),
    limit: 50,
  });
  for (const item of items) {
    const stackId = item.id.split('/')[0] ?? '';
    const stack =
      item.document.physicalId === id ? await context.view.get(stacks, stackId) : undefined;
    if (stack !== undefined) return stack;
  }
  throw validation(`Stack for ${id} does not exist`);
}

export const listStackResources: OperationOf<Operations, 'ListStackResources'> = {
  name: 'ListStackResources',
  access: 'read',
  authorize: ({ StackName }, context) => onStack('ListStackResources', StackName, context),
  handle: async ({ StackName, NextToken: token }, context) => {
    const stack = await rememberedStack(context, StackName);
    const { call, view } = context;
    const about = stack.id;
    const page = await pageOf({ call, view, token, about }, resources, { prefix: `${stack.id}/` });
    const { documents, ...more } = page;
    const StackResourceSummaries = documents.map((one) => {
      const {
        StackName: _name,
        StackId: _id,
        Metadata: _hidden,
        ...rest
      } = shownResource(stack, one);
      return rest;
    });
    return { StackResourceSummaries, ...more };
  },
};

export const getStackPolicy: OperationOf<Operations, 'GetStackPolicy'> = {
  name: 'GetStackPolicy',
  access: 'read',
  authorize: ({ StackName }, context) => onStack('GetStackPolicy', StackName, context),
  handle: async ({ StackName }, context) => {
    const { policy } = await existingStack(context, StackName);
    return policy === undefined ? {} : { StackPolicyBody: policy };
  },
};
