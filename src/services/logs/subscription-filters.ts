import type { LambdaOperations } from '../../../models/lambda/types.ts';
import type { LogsOperations, SubscriptionFilter } from '../../../models/logs/types.ts';
import type { Context, OperationOf, OperationReference } from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import type { Scope } from '../../core/scope.ts';
import { type FoundGroup, groupOf, onGroup } from './authorization.ts';
import { invalidParameter, limitExceeded, notFound, unbuilt } from './errors.ts';
import { requirePattern } from './metric-filters.ts';
import { afterOf, nextToken } from './pages.ts';
import { groupArn } from './resources.ts';
import { type SubscriptionFilterDocument, subscriptionFilters } from './state.ts';

/** Of one group. */
export const SUBSCRIPTIONS_MAX = 2;
const PAGE = 50;
const FUNCTION_LOGS = '/aws/lambda/';

type Invoke = LambdaOperations['Invoke'];

export const INVOKE: OperationReference<Invoke['input'], Invoke['output']> = {
  service: 'lambda',
  operation: 'Invoke',
};

/** CloudWatch Logs in its own name, for a group: functions' policies know it by the group's ARN with `:*`. */
export function forGroup(scope: Scope, group: string) {
  const sourceArn = `${groupArn(scope, group)}:*`;
  return { as: { principal: 'logs.amazonaws.com', sourceArn, account: scope.account } };
}

export const putSubscriptionFilter: OperationOf<LogsOperations, 'PutSubscriptionFilter'> = {
  name: 'PutSubscriptionFilter',
  access: 'write',
  authorize: async (input, context) => {
    const permissions = await onGroup('logs:PutSubscriptionFilter')(input, context);
    const conditions = new Map([['logs:destinationarn', [input.destinationArn]]]);
    return permissions.map((permission) => ({ ...permission, conditions }));
  },
  handle: async (input, context) => {
    const found = await groupOf(context, input);
    const { group, view } = found;
    if (input.applyOnTransformedLogs === true) {
      throw unbuilt('PutSubscriptionFilter', 'transformed logs');
    }
    if (input.fieldSelectionCriteria !== undefined || (input.emitSystemFields ?? []).length > 0) {
      throw unbuilt('PutSubscriptionFilter', 'system fields');
    }
    requirePattern(input.filterPattern);
    const id = `${group.id}/${input.filterName}`;
    const held = await view.list(subscriptionFilters, {
      prefix: `${group.id}/`,
      limit: SUBSCRIPTIONS_MAX,
    });
    const known = held.items.find((one) => one.id === id)?.document;
    if (known === undefined && held.items.length >= SUBSCRIPTIONS_MAX) throw limitExceeded();
    await requireFunction(context, found, input.destinationArn);
    view.put(subscriptionFilters, id, {
      group: group.name,
      name: input.filterName,
      pattern: input.filterPattern,
      destinationArn: input.destinationArn,
      created: known?.created ?? context.call.now,
    });
    return {};
  },
};

/** Errors: AWS's, for what is no function that lets the group's events in. */
async function requireFunction(
  context: Context,
  { group, resource }: FoundGroup,
  destination: string,
): Promise<void> {
  const arn = parseArn(destination);
  if (arn?.service !== 'lambda' || !arn.resource.startsWith('function:')) {
    const kind = arn === undefined ? destination : `the service ${arn.service}`;
    throw unbuilt('PutSubscriptionFilter', `destinations of ${kind}: only functions are told`);
  }
  const { scope } = resource.resolved;
  if (arn.account !== scope.account || arn.region !== scope.region) {
    throw invalidParameter(
      'destinationArn for vendor lambda cannot be used with a function of another account or Region',
    );
  }
  const name = arn.resource.split(':')[1];
  if (group.name === `${FUNCTION_LOGS}${name}`) {
    throw invalidParameter(
      'The log group provided is reserved for the function logs of the destination function.',
    );
  }
  try {
    const trial = { FunctionName: destination, InvocationType: 'Event' } as const;
    await context.mayCall(INVOKE, trial, forGroup(scope, group.name));
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    throw invalidParameter(
      'Could not execute the lambda function. Make sure you have given CloudWatch Logs permission to execute your function.',
    );
  }
}

export const describeSubscriptionFilters: OperationOf<
  LogsOperations,
  'DescribeSubscriptionFilters'
> = {
  name: 'DescribeSubscriptionFilters',
  access: 'read',
  authorize: onGroup('logs:DescribeSubscriptionFilters'),
  handle: async (input, context) => {
    const { group, view } = await groupOf(context, input);
    const { call } = context;
    const { logGroupName: name, filterNamePrefix: start = '' } = input;
    const about = JSON.stringify([name, start]);
    const after = afterOf(call, input.nextToken, about);
    const { items, last } = await view.list(subscriptionFilters, {
      prefix: `${group.id}/${start}`,
      ...(after === undefined ? {} : { after }),
      limit: input.limit ?? PAGE,
    });
    return {
      subscriptionFilters: items.map(({ document }) => shown(document)),
      ...nextToken(call, last, about),
    };
  },
};

function shown(filter: SubscriptionFilterDocument): SubscriptionFilter {
  return {
    filterName: filter.name,
    logGroupName: filter.group,
    filterPattern: filter.pattern,
    destinationArn: filter.destinationArn,
    distribution: 'ByLogStream',
    creationTime: filter.created,
  };
}

export const deleteSubscriptionFilter: OperationOf<LogsOperations, 'DeleteSubscriptionFilter'> = {
  name: 'DeleteSubscriptionFilter',
  access: 'write',
  authorize: onGroup('logs:DeleteSubscriptionFilter'),
  handle: async (input, context) => {
    const { group, view } = await groupOf(context, input);
    const id = `${group.id}/${input.filterName}`;
    if ((await view.get(subscriptionFilters, id)) === undefined) {
      throw notFound('The specified subscription filter does not exist.');
    }
    view.delete(subscriptionFilters, id);
    return {};
  },
};
