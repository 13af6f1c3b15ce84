import { compileCached } from '../../policy/cache.ts';
import { PolicySyntaxError } from '../../policy/syntax-error.ts';
import type { ResolveContext } from '../../contract/operation.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { authorityTarget, type PcaOperation } from './authorization.ts';
import { invalidPolicy, notFound } from './errors.ts';
import { authorityKind } from './resources.ts';
import { authorities } from './state.ts';

function authorize(name: string) {
  return async ({ ResourceArn }: { readonly ResourceArn: string }, context: ResolveContext) => [
    { action: `acm-pca:${name}`, resource: await context.resolve(authorityKind, ResourceArn) },
  ];
}

export function createPutPolicy(principals: PrincipalDirectory): PcaOperation<'PutPolicy'> {
  return {
    name: 'PutPolicy',
    access: 'write',
    authorize: authorize('PutPolicy'),
    handle: async ({ ResourceArn, Policy }, context) => {
      const { authority, view } = await authorityTarget(context, ResourceArn);
      try {
        compileCached(Policy, 'resource');
      } catch (error) {
        if (error instanceof PolicySyntaxError) throw invalidPolicy('The policy is malformed.');
        throw error;
      }
      const policy = await principals.bind(context.unit, Policy);
      if ('unknown' in policy) {
        throw invalidPolicy(`The policy names a principal that does not exist: ${policy.unknown}`);
      }
      view.put(authorities, authority.id, { ...authority, policy });
      return {};
    },
  };
}

export function createGetPolicy(principals: PrincipalDirectory): PcaOperation<'GetPolicy'> {
  return {
    name: 'GetPolicy',
    access: 'read',
    authorize: authorize('GetPolicy'),
    handle: async ({ ResourceArn }, context) => {
      const { authority } = await authorityTarget(context, ResourceArn);
      const { policy } = authority;
      if (policy === undefined) throw notFound('The resource policy does not exist.');
      return { Policy: await principals.show(context.unit, policy) };
    },
  };
}

export const deletePolicy: PcaOperation<'DeletePolicy'> = {
  name: 'DeletePolicy',
  access: 'write',
  authorize: authorize('DeletePolicy'),
  handle: async ({ ResourceArn }, context) => {
    const { authority, view } = await authorityTarget(context, ResourceArn);
    const { policy: _dropped, ...rest } = authority;
    view.put(authorities, authority.id, rest);
    return {};
  },
};
