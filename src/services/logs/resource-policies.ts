import type {
  LogsOperations,
  PutResourcePolicyRequest,
  ResourcePolicy,
} from '../../../models/logs/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { compileCached } from '../../policy/cache.ts';
import { PolicySyntaxError } from '../../policy/syntax-error.ts';
import { invalidParameter, limitExceeded, notFound, unbuilt } from './errors.ts';
import { afterOf, nextToken } from './pages.ts';
import { type ResourcePolicyDocument, resourcePolicies } from './state.ts';

/** In each account and Region. */
const POLICIES_MAX = 10;
const TEXT_CHARACTERS_MAX = 5_120;
const PAGE = 50;

const onAccount = (action: string) => () => Promise.resolve([{ action, resource: '*' }]);

export const putResourcePolicy: OperationOf<LogsOperations, 'PutResourcePolicy'> = {
  name: 'PutResourcePolicy',
  access: 'write',
  authorize: onAccount('logs:PutResourcePolicy'),
  handle: async (input, { call, view }) => {
    refuseResourceScope('PutResourcePolicy', input);
    const { policyName: name, policyDocument: text } = input;
    if (name === undefined || text === undefined) {
      throw invalidParameter('Policy name and policy document must be specified.');
    }
    assertPolicy(text);
    const { items } = await view.list(resourcePolicies, { limit: POLICIES_MAX });
    const isNew = !items.some(({ id }) => id === name);
    if (isNew && items.length >= POLICIES_MAX) throw limitExceeded();
    const document = { name, text, updated: call.now };
    view.put(resourcePolicies, name, document);
    return { resourcePolicy: shown(document) };
  },
};

export const describeResourcePolicies: OperationOf<LogsOperations, 'DescribeResourcePolicies'> = {
  name: 'DescribeResourcePolicies',
  access: 'read',
  authorize: onAccount('logs:DescribeResourcePolicies'),
  handle: async (input, { call, view }) => {
    refuseResourceScope('DescribeResourcePolicies', input);
    const after = afterOf(call, input.nextToken);
    const { items, last } = await view.list(resourcePolicies, {
      limit: input.limit ?? PAGE,
      ...(after === undefined ? {} : { after }),
    });
    const policies = items.map(({ document }) => shown(document));
    return { resourcePolicies: policies, ...nextToken(call, last) };
  },
};

export const deleteResourcePolicy: OperationOf<LogsOperations, 'DeleteResourcePolicy'> = {
  name: 'DeleteResourcePolicy',
  access: 'write',
  authorize: onAccount('logs:DeleteResourcePolicy'),
  handle: async (input, { view }) => {
    refuseResourceScope('DeleteResourcePolicy', input);
    const { policyName: name = '' } = input;
    if ((await view.get(resourcePolicies, name)) === undefined) {
      throw notFound(`Policy with name [${name}] does not exist`);
    }
    view.delete(resourcePolicies, name);
    return {};
  },
};

function refuseResourceScope(
  operation: string,
  input: Pick<PutResourcePolicyRequest, 'resourceArn' | 'expectedRevisionId'>,
): void {
  if (input.resourceArn === undefined && input.expectedRevisionId === undefined) return;
  throw unbuilt(operation, 'policies of single log groups');
}

function assertPolicy(text: string): void {
  if (text.length > TEXT_CHARACTERS_MAX) {
    throw invalidParameter(`Policy documents have at most ${TEXT_CHARACTERS_MAX} characters.`);
  }
  try {
    compileCached(text, 'resource');
  } catch (error) {
    if (error instanceof PolicySyntaxError) throw invalidParameter(error.message);
    throw error;
  }
}

function shown({ name, text, updated }: ResourcePolicyDocument): ResourcePolicy {
  return {
    policyName: name,
    policyDocument: text,
    lastUpdatedTime: updated,
    policyScope: 'ACCOUNT',
  };
}
