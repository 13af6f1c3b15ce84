import { randomUUID } from 'node:crypto';
import type { AddPermissionRequest, LambdaOperations } from '../../../models/lambda/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { JsonObject } from '../../core/json.ts';
import { partitionOf } from '../../core/arn.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import {
  invalidParameterValue,
  invalidPrincipal,
  policyTooLong,
  preconditionFailed,
  resourceConflict,
  resourceNotFound,
} from './errors.ts';
import { LATEST } from './function-names.ts';
import { functionOf, joined, onFunction } from './resources.ts';
import { type PolicyDocument, policies, qualifiedId } from './state.ts';

const POLICY_BYTES_MAX = 20_480;

export function createAddPermission(
  principals: PrincipalDirectory,
): OperationOf<LambdaOperations, 'AddPermission'> {
  return {
    name: 'AddPermission',
    access: 'write',
    authorize: onFunction('lambda:AddPermission', conditionsOf),
    handle: async (input, context) => {
      const { place, resolved, view } = await functionOf(context, input);
      if (place.qualifier === LATEST) {
        throw invalidParameterValue('We currently do not support adding policies for $LATEST.');
      }
      const id = qualifiedId(place.document.name, place.qualifier);
      const before = await view.get(policies, id);
      requireRevision(input.RevisionId, before);
      const statements = before?.statements ?? [];
      if (statements.some(({ sid }) => sid === input.StatementId)) {
        throw resourceConflict(
          `The statement id (${input.StatementId}) provided already exists. Please provide a new ` +
            'statement id, or remove the existing statement.',
        );
      }
      const statement = statementOf(input, resolved.arn, principals);
      const policy = await principals.bind(context.unit, documentOf(statement));
      if ('unknown' in policy) throw invalidPrincipal();
      const after = [...statements, { sid: input.StatementId, policy }];
      const bytes = Buffer.byteLength(joined(after.map((each) => each.policy.text)));
      if (bytes > POLICY_BYTES_MAX) throw policyTooLong(bytes, POLICY_BYTES_MAX);
      const revisionId = await context.once(randomUUID);
      view.put(policies, id, { revisionId, statements: after });
      return { Statement: JSON.stringify(statement) };
    },
  };
}

export const removePermission: OperationOf<LambdaOperations, 'RemovePermission'> = {
  name: 'RemovePermission',
  access: 'write',
  authorize: onFunction('lambda:RemovePermission'),
  handle: async (input, context) => {
    const { place, view } = await functionOf(context, input);
    const id = qualifiedId(place.document.name, place.qualifier);
    const before = await view.get(policies, id);
    if (before === undefined)
      throw resourceNotFound('No policy is associated with the given resource.');
    requireRevision(input.RevisionId, before);
    const statements = before.statements.filter(({ sid }) => sid !== input.StatementId);
    if (statements.length === before.statements.length) {
      throw resourceNotFound(`Statement ${input.StatementId} is not found in resource policy.`);
    }
    if (statements.length === 0) view.delete(policies, id);
    else view.put(policies, id, { revisionId: await context.once(randomUUID), statements });
    return {};
  },
};

export function createGetPolicy(
  principals: PrincipalDirectory,
): OperationOf<LambdaOperations, 'GetPolicy'> {
  return {
    name: 'GetPolicy',
    access: 'read',
    authorize: onFunction('lambda:GetPolicy'),
    handle: async (input, context) => {
      const { place, view } = await functionOf(context, input);
      const found = await view.get(policies, qualifiedId(place.document.name, place.qualifier));
      if (found === undefined) throw resourceNotFound('The resource you requested does not exist.');
      const texts = await Promise.all(
        found.statements.map(({ policy }) => principals.show(context.unit, policy)),
      );
      return { Policy: joined(texts), RevisionId: found.revisionId };
    },
  };
}

/** What an account may say about who it lets others invoke. */
function conditionsOf(input: AddPermissionRequest): ReadonlyMap<string, readonly string[]> {
  const conditions = new Map<string, readonly string[]>([['lambda:principal', [input.Principal]]]);
  if (input.FunctionUrlAuthType !== undefined) {
    conditions.set('lambda:functionurlauthtype', [input.FunctionUrlAuthType]);
  }
  return conditions;
}

function statementOf(
  input: AddPermissionRequest,
  Resource: string,
  principals: PrincipalDirectory,
): JsonObject {
  const Condition = conditionOf(input);
  return {
    Sid: input.StatementId,
    Effect: 'Allow',
    Principal: principalOf(input.Principal, Resource, principals),
    Action: input.Action,
    Resource,
    ...(Object.keys(Condition).length === 0 ? {} : { Condition }),
  };
}

function principalOf(
  text: string,
  functionArn: string,
  principals: PrincipalDirectory,
): JsonObject | string {
  if (text === '*') return '*';
  const partition = functionArn.split(':')[1] ?? partitionOf('us-east-1');
  if (/^\d{12}$/.test(text)) return { AWS: `arn:${partition}:iam::${text}:root` };
  if (text.startsWith('arn:')) return { AWS: text };
  if (!principals.isService(text)) throw invalidPrincipal();
  return { Service: text };
}

function conditionOf(input: AddPermissionRequest): JsonObject {
  const equals: Record<string, string> = {};
  if (input.SourceAccount !== undefined) equals['AWS:SourceAccount'] = input.SourceAccount;
  if (input.PrincipalOrgID !== undefined) equals['aws:PrincipalOrgID'] = input.PrincipalOrgID;
  if (input.EventSourceToken !== undefined) {
    equals['lambda:EventSourceToken'] = input.EventSourceToken;
  }
  if (input.FunctionUrlAuthType !== undefined) {
    equals['lambda:FunctionUrlAuthType'] = input.FunctionUrlAuthType;
  }
  return {
    ...(Object.keys(equals).length === 0 ? {} : { StringEquals: equals }),
    ...(input.InvokedViaFunctionUrl === undefined
      ? {}
      : { Bool: { 'lambda:InvokedViaFunctionUrl': String(input.InvokedViaFunctionUrl) } }),
    ...(input.SourceArn === undefined ? {} : { ArnLike: { 'AWS:SourceArn': input.SourceArn } }),
  };
}

function documentOf(statement: JsonObject): string {
  return JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement: [statement] });
}

function requireRevision(given: string | undefined, policy: PolicyDocument | undefined): void {
  if (given !== undefined && given !== policy?.revisionId) {
    throw preconditionFailed('GetPolicy');
  }
}
