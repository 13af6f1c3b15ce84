import type { DynamodbOperations } from '../../../models/dynamodb/types.ts';
import type { Context, OperationOf, ResolveContext } from '../../contract/operation.ts';
import { hexId } from '../../core/ids.ts';
import type { JsonValue } from '../../core/json.ts';
import { compileCached } from '../../policy/cache.ts';
import { readDocument } from '../../policy/document.ts';
import { isPublic } from '../../policy/public-access.ts';
import { PolicySyntaxError } from '../../policy/syntax-error.ts';
import type { BoundPolicy, PrincipalDirectory } from '../iam/port.ts';
import { saveTable, type TableTarget, targetOf } from './authorization.ts';
import { invalid } from './domain/invalid.ts';
import { policyNotFound, resourceNotFound, unbuilt } from './errors.ts';
import { tableKindOf } from './resources.ts';
import { namedTable } from './tables/names.ts';

export const POLICY_ACTION = 'dynamodb:PutResourcePolicy';
const POLICY_BYTES_MAX = 20 * 1024;
/** The revision that a policy is expected to have where there is none. */
const NO_POLICY = 'NO_POLICY';

const policyKind = tableKindOf((_name, arn) =>
  resourceNotFound(`Requested resource not found: ResourceArn: ${arn} not found`),
);

interface OnResource {
  readonly ResourceArn: string;
}

/** One permission on the table that an ARN names. */
function onPolicyOf(action: string) {
  return async (input: OnResource, context: ResolveContext) => {
    const arn = tableOf(action, input.ResourceArn);
    namedTable(arn, context.call.scope);
    return [{ action, resource: await context.resolve(policyKind, arn) }];
  };
}

function tableOf(action: string, arn: string): string {
  if (!arn.startsWith('arn:')) throw invalid(`Invalid ARN: ${arn}`);
  if (arn.includes('/stream/')) throw unbuilt(action.slice('dynamodb:'.length), 'streams');
  return arn;
}

export function createPutResourcePolicy(
  principals: PrincipalDirectory,
): OperationOf<DynamodbOperations, 'PutResourcePolicy'> {
  return {
    name: 'PutResourcePolicy',
    access: 'write',
    authorize: onPolicyOf(POLICY_ACTION),
    handle: async (input, context) => {
      const target = await targetOf(context, policyKind, input.ResourceArn);
      requireRevision(target, input.ExpectedRevisionId);
      const policy = await boundPolicy(context, principals, input.Policy, target);
      if (policy === undefined) throw invalid('Invalid policy document: the policy is empty');
      if (policy.text === target.table.policy?.text) {
        return revisionOf(target);
      }
      const policyRevision = await context.once(newRevision);
      saveTable(target, { ...target.table, policy, policyRevision });
      return { RevisionId: policyRevision };
    },
  };
}

export function createGetResourcePolicy(
  principals: PrincipalDirectory,
): OperationOf<DynamodbOperations, 'GetResourcePolicy'> {
  return {
    name: 'GetResourcePolicy',
    access: 'read',
    authorize: onPolicyOf('dynamodb:GetResourcePolicy'),
    handle: async (input, context) => {
      const target = await targetOf(context, policyKind, input.ResourceArn);
      const { policy } = target.table;
      if (policy === undefined) throw policyNotFound(target.arn);
      return { Policy: await principals.show(context.unit, policy), ...revisionOf(target) };
    },
  };
}

/** What has no policy already needs nothing. */
export const deleteResourcePolicy: OperationOf<DynamodbOperations, 'DeleteResourcePolicy'> = {
  name: 'DeleteResourcePolicy',
  access: 'write',
  authorize: onPolicyOf('dynamodb:DeleteResourcePolicy'),
  handle: async (input, context) => {
    const target = await targetOf(context, policyKind, input.ResourceArn);
    requireRevision(target, input.ExpectedRevisionId);
    const { policy, policyRevision: _dropped, ...rest } = target.table;
    if (policy === undefined) return {};
    saveTable(target, rest);
    return { RevisionId: await context.once(newRevision) };
  },
};

function revisionOf({ table: { policyRevision } }: TableTarget) {
  return policyRevision === undefined ? {} : { RevisionId: policyRevision };
}

function requireRevision({ arn, table }: TableTarget, expected: string | undefined): void {
  if (expected === undefined || expected === (table.policyRevision ?? NO_POLICY)) return;
  throw policyNotFound(arn, expected);
}

/** 18 or 19 digits, as AWS's revisions are. */
export function newRevision(): string {
  return String(BigInt(`0x${hexId(15)}`));
}

/**
 * A policy for one table and its indexes, bound to those it names; undefined for none.
 * Errors: ValidationException.
 */
export async function boundPolicy(
  { unit }: Context,
  principals: PrincipalDirectory,
  text: string | undefined,
  { arn }: Pick<TableTarget, 'arn'>,
): Promise<BoundPolicy | undefined> {
  if (text === undefined) return undefined;
  if (Buffer.byteLength(text) > POLICY_BYTES_MAX) {
    throw invalid(
      `Resource-based policy document exceeds the maximum size of ${POLICY_BYTES_MAX} bytes`,
    );
  }
  requireAbout(text, arn);
  const policy = await principals.bind(unit, text);
  if ('unknown' in policy) {
    throw invalid(`Invalid policy document: Invalid principal in policy: ${policy.unknown}`);
  }
  return policy;
}

function requireAbout(text: string, tableArn: string): void {
  try {
    compileCached(text, 'resource');
  } catch (error) {
    if (error instanceof PolicySyntaxError) {
      throw invalid(`Invalid policy document: ${error.message}`);
    }
    throw error;
  }
  const json: JsonValue = JSON.parse(text);
  const arns = new Set([tableArn]);
  for (const { resource } of readDocument(json).statements) {
    for (const named of resource?.values ?? []) {
      if (named !== tableArn && !named.startsWith(`${tableArn}/index/`)) {
        throw invalid(
          `Invalid policy document: Resource ${named} in the policy does not match the resource ARN ${tableArn}`,
        );
      }
      arns.add(named.replaceAll('*', 'any').replaceAll('?', 'x'));
    }
  }
  requireNotPublic(text, arns);
}

/** AWS's block of public access is always on. */
function requireNotPublic(text: string, arns: Iterable<string>): void {
  for (const arn of arns) {
    if (!isPublic(text, arn, ACTIONS)) continue;
    throw invalid('Invalid policy document: the policy grants public access, which is blocked');
  }
}

/** What may be done to a table or one of its indexes by a policy of its own. */
const ACTIONS = [
  'BatchGetItem',
  'BatchWriteItem',
  'ConditionCheckItem',
  'CreateBackup',
  'DeleteItem',
  'DeleteResourcePolicy',
  'DeleteTable',
  'DescribeContinuousBackups',
  'DescribeTable',
  'DescribeTimeToLive',
  'GetItem',
  'GetResourcePolicy',
  'ListTagsOfResource',
  'PartiQLDelete',
  'PartiQLInsert',
  'PartiQLSelect',
  'PartiQLUpdate',
  'PutItem',
  'PutResourcePolicy',
  'Query',
  'Scan',
  'TagResource',
  'UntagResource',
  'UpdateContinuousBackups',
  'UpdateItem',
  'UpdateTable',
  'UpdateTimeToLive',
].map((operation) => `dynamodb:${operation}`);
