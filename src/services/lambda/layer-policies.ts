import { randomUUID } from 'node:crypto';
import type {
  AddLayerVersionPermissionRequest,
  LambdaOperations,
} from '../../../models/lambda/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { JsonObject } from '../../core/json.ts';
import { partitionOf } from '../../core/arn.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import {
  invalidPrincipal,
  policyTooLong,
  preconditionFailed,
  resourceConflict,
  resourceNotFound,
} from './errors.ts';
import { layerVersionArn, layerVersionOf, onLayerVersion } from './layer-resources.ts';
import { layerVersionId, type LayerVersionDocument, layerVersions } from './layer-state.ts';
import { joined } from './resources.ts';

const POLICY_BYTES_MAX = 20_480;

export function createAddLayerVersionPermission(
  principals: PrincipalDirectory,
): OperationOf<LambdaOperations, 'AddLayerVersionPermission'> {
  return {
    name: 'AddLayerVersionPermission',
    access: 'write',
    authorize: onLayerVersion('lambda:AddLayerVersionPermission'),
    handle: async (input, context) => {
      const arn = layerVersionArn(input, context.call.scope);
      const { document, view } = await layerVersionOf(context, arn);
      requireRevision(input.RevisionId, document);
      const { StatementId: sid } = input;
      if (document.statements.some((statement) => statement.sid === sid)) {
        throw resourceConflict(
          `The statement id (${sid}) provided already exists. Please provide a new statement id, ` +
            'or remove the existing statement.',
        );
      }
      const statement = statementOf(input, arn);
      const text = JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement: [statement] });
      const policy = await principals.bind(context.unit, text);
      if ('unknown' in policy) throw invalidPrincipal();
      const statements = [...document.statements, { sid, policy }];
      const bytes = Buffer.byteLength(joined(statements.map((each) => each.policy.text)));
      if (bytes > POLICY_BYTES_MAX) throw policyTooLong(bytes, POLICY_BYTES_MAX);
      const policyRevisionId = await context.once(randomUUID);
      const id = layerVersionId(document.name, document.version);
      view.put(layerVersions, id, { ...document, statements, policyRevisionId });
      return { Statement: JSON.stringify(statement), RevisionId: policyRevisionId };
    },
  };
}

export const removeLayerVersionPermission: OperationOf<
  LambdaOperations,
  'RemoveLayerVersionPermission'
> = {
  name: 'RemoveLayerVersionPermission',
  access: 'write',
  authorize: onLayerVersion('lambda:RemoveLayerVersionPermission'),
  handle: async (input, context) => {
    const arn = layerVersionArn(input, context.call.scope);
    const { document, view } = await layerVersionOf(context, arn);
    requireRevision(input.RevisionId, document);
    const statements = document.statements.filter(({ sid }) => sid !== input.StatementId);
    if (statements.length === document.statements.length) {
      throw resourceNotFound(`Statement ${input.StatementId} is not found in resource policy.`);
    }
    const policyRevisionId = await context.once(randomUUID);
    const id = layerVersionId(document.name, document.version);
    view.put(layerVersions, id, { ...document, statements, policyRevisionId });
    return {};
  },
};

export function createGetLayerVersionPolicy(
  principals: PrincipalDirectory,
): OperationOf<LambdaOperations, 'GetLayerVersionPolicy'> {
  return {
    name: 'GetLayerVersionPolicy',
    access: 'read',
    authorize: onLayerVersion('lambda:GetLayerVersionPolicy'),
    handle: async (input, context) => {
      const arn = layerVersionArn(input, context.call.scope);
      const { document } = await layerVersionOf(context, arn);
      if (document.statements.length === 0) {
        throw resourceNotFound('No policy is associated with the given resource.');
      }
      const texts = await Promise.all(
        document.statements.map(({ policy }) => principals.show(context.unit, policy)),
      );
      return { Policy: joined(texts), RevisionId: document.policyRevisionId };
    },
  };
}

function statementOf(input: AddLayerVersionPermissionRequest, Resource: string): JsonObject {
  const { Principal: named, OrganizationId: organization } = input;
  const isAccount = /^\d{12}$/.test(named);
  const partition = Resource.split(':')[1] ?? partitionOf('us-east-1');
  const account = isAccount ? `arn:${partition}:iam::${named}:root` : named;
  return {
    Sid: input.StatementId,
    Effect: 'Allow',
    Principal: named === '*' ? '*' : { AWS: account },
    Action: input.Action,
    Resource,
    ...(organization === undefined
      ? {}
      : { Condition: { StringEquals: { 'aws:PrincipalOrgID': organization } } }),
  };
}

function requireRevision(given: string | undefined, document: LayerVersionDocument): void {
  if (given !== undefined && given !== document.policyRevisionId) {
    throw preconditionFailed('GetLayerVersionPolicy');
  }
}
