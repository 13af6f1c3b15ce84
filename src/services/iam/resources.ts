import type { Collection } from '../../contract/collection.ts';
import type { FindContext, Resolved, ResourceKind } from '../../contract/resource.ts';
import type { ServiceError } from '../../core/errors.ts';
import { awsManagedPolicy, isAwsManaged } from './aws-managed.ts';
import { type Noun, noSuchIdentity, noSuchPolicy } from './errors.ts';
import {
  accountScope,
  type Group,
  groups,
  type Identity,
  type ManagedPolicy,
  policies,
  type Role,
  roles,
  type User,
  users,
} from './state.ts';

export function identityArn(
  account: string,
  noun: Noun | 'policy',
  path: string,
  name: string,
): string {
  return `arn:aws:iam::${account}:${noun}${path}${name}`;
}

function identityKind<T extends Identity>(noun: Noun, collection: Collection<T>): ResourceKind<T> {
  return {
    name: `iam:${noun}`,
    policyMode: 'none',
    find: async (name, context) => {
      const { account } = context.scope;
      const scope = accountScope(account);
      const document = await context.unit.view(scope).get(collection, name.toLowerCase());
      const arn = document?.arn ?? identityArn(account, noun, '/', name);
      const missing = noSuchIdentity(noun, name);
      return { arn, scope, id: name.toLowerCase(), document, missing };
    },
  };
}

export const userKind: ResourceKind<User> = {
  ...identityKind('user', users),
  tags: ({ document }) => document?.tags ?? {},
};

export const groupKind: ResourceKind<Group> = identityKind('group', groups);

export const roleKind: ResourceKind<Role> = {
  ...identityKind('role', roles),
  tags: ({ document }) => document?.tags ?? {},
};

export const policyKind: ResourceKind<ManagedPolicy> = {
  name: 'iam:policy',
  policyMode: 'none',
  find: (arn, context) => findPolicy(arn, context, noSuchPolicy(arn)),
  tags: ({ document }) => document?.tags ?? {},
};

async function findPolicy(
  arn: string,
  context: FindContext,
  missing: ServiceError,
): Promise<Resolved<ManagedPolicy>> {
  const scope = accountScope(context.scope.account);
  const document = isAwsManaged(arn)
    ? awsManagedPolicy(arn)
    : await context.unit.view(scope).get(policies, arn);
  return { arn, scope, id: arn, document, missing };
}
