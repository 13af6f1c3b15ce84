import type { CallOptions } from '../../contract/operation.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import { parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { notFound } from './errors.ts';
import { type FilterDocument, filters } from './state.ts';

export const PRINCIPAL = 'inspector2.amazonaws.com';

function arnOf({ account, region }: Scope, resource: string): string {
  return `arn:${partitionOf(region)}:inspector2:${region}:${account}:${resource}`;
}

/** Every filter where the id is `*`. */
export function filterArn(scope: Scope, id: string): string {
  return arnOf(scope, `owner/${scope.account}/filter/${id}`);
}

export function findingArn(scope: Scope, id: string): string {
  return arnOf(scope, `finding/${id}`);
}

export function roleArn({ account, region }: Scope): string {
  return `arn:${partitionOf(region)}:iam::${account}:role/aws-service-role/${PRINCIPAL}/AWSServiceRoleForAmazonInspector2`;
}

/** Inspector by the role that is linked to it in an account: with the role's permissions, and no more. */
export function asInspector(scope: Scope): CallOptions {
  const role = { arn: roleArn(scope), sessionName: 'InspectorLambdaScanning' };
  return { as: { principal: PRINCIPAL, account: scope.account, role } };
}

/** A filter of the caller's account and Region, by its ARN. */
export const filterKind: ResourceKind<FilterDocument> = {
  name: 'inspector2:filter',
  policyMode: 'none',
  find: async (arn, { unit, scope }) => {
    const parts = parseArn(arn);
    const [owner, account, type, id = ''] = parts?.resource.split('/') ?? [];
    const isFilter = parts?.service === 'inspector2' && owner === 'owner' && type === 'filter';
    const isOwn =
      isFilter &&
      account === scope.account &&
      parts.account === scope.account &&
      parts.region === scope.region;
    return {
      arn,
      scope,
      id,
      document: isOwn ? await unit.view(scope).get(filters, id) : undefined,
      missing: notFound(),
    };
  },
  tags: ({ document }) => document?.tags ?? {},
};
