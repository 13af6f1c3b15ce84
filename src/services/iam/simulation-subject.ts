import type { ResourceKind } from '../../contract/resource.ts';
import type { View } from '../../contract/view.ts';
import { parseArn } from '../../core/arn.ts';
import type { PrincipalIdentity } from '../../policy/types.ts';
import { invalidInput, type Noun, noSuchIdentity } from './errors.ts';
import { findManaged } from './grants.ts';
import { groupKind, roleKind, userKind } from './resources.ts';
import { groups, type Identity, type Role, type User } from './state.ts';

/** A user, group or role whose policies are simulated. */
export type PolicySource =
  | { readonly noun: 'user'; readonly identity: User }
  | { readonly noun: 'group'; readonly identity: Identity }
  | { readonly noun: 'role'; readonly identity: Role };

/** A policy of a simulation, with the name that answers call it by. */
export interface PolicyInput {
  readonly id: string;
  readonly text: string;
}

interface EntityArn {
  readonly noun: Noun;
  readonly account: string;
  readonly name: string;
}

const ENTITY = /^(user|group|role)\/(?:.*\/)?([^/]+)$/;

/** Errors: InvalidInput for what is no user's, group's or role's ARN. */
export function entityOf(text: string): EntityArn {
  const arn = parseArn(text);
  const [, noun, name] = ENTITY.exec(arn?.resource ?? '') ?? [];
  if (arn?.service !== 'iam' || !isNoun(noun) || name === undefined) {
    throw invalidInput(`Invalid Entity Arn: ${text} does not clearly define entity type and name.`);
  }
  return { noun, account: arn.account, name };
}

function isNoun(text: string | undefined): text is Noun {
  return text === 'user' || text === 'group' || text === 'role';
}

/** A user, group or role of the caller's account, by its ARN. */
export const policySourceKind: ResourceKind<PolicySource> = {
  name: 'iam:policySource',
  policyMode: 'none',
  find: async (text, context) => {
    const { noun, name, account } = entityOf(text);
    const found = await findSource(noun, name, context);
    const own = account === context.scope.account && found.document?.identity.arn === text;
    return own
      ? found
      : { ...found, arn: text, document: undefined, missing: noSuchIdentity(noun, name) };
  },
  tags: ({ document }) =>
    document === undefined || document.noun === 'group' ? {} : document.identity.tags,
};

async function findSource(noun: Noun, name: string, context: Parameters<typeof userKind.find>[1]) {
  switch (noun) {
    case 'user': {
      const { document: identity, ...found } = await userKind.find(name, context);
      return { ...found, document: identity && ({ noun, identity } satisfies PolicySource) };
    }
    case 'group': {
      const { document: identity, ...found } = await groupKind.find(name, context);
      return { ...found, document: identity && ({ noun, identity } satisfies PolicySource) };
    }
    case 'role': {
      const { document: identity, ...found } = await roleKind.find(name, context);
      return { ...found, document: identity && ({ noun, identity } satisfies PolicySource) };
    }
  }
}

/** Every identity policy of the source: a user's groups bring theirs. */
export async function policiesOfSource(
  view: View,
  { noun, identity }: PolicySource,
): Promise<readonly PolicyInput[]> {
  const all = [...(await policiesOf(view, noun, identity))];
  if (noun !== 'user') return all;
  for (const name of identity.groups) {
    const group = await view.get(groups, name);
    if (group !== undefined) all.push(...(await policiesOf(view, 'group', group)));
  }
  return all;
}

async function policiesOf(
  view: View,
  noun: Noun,
  identity: Identity,
): Promise<readonly PolicyInput[]> {
  const all = Object.entries(identity.inline).map(([name, text]) => {
    return { id: `${noun}_${identity.name}_${name}`, text };
  });
  for (const arn of identity.attached) {
    const policy = await managedInput(view, arn);
    if (policy !== undefined) all.push(policy);
  }
  return all;
}

export async function boundaryOfSource(
  view: View,
  source: PolicySource,
): Promise<PolicyInput | undefined> {
  const arn = source.noun === 'group' ? undefined : source.identity.boundary;
  return arn === undefined ? undefined : managedInput(view, arn);
}

async function managedInput(view: View, arn: string): Promise<PolicyInput | undefined> {
  const policy = await findManaged(view, arn);
  const text = policy?.versions.find(({ id }) => id === policy.defaultVersion)?.text;
  return policy === undefined || text === undefined ? undefined : { id: policy.name, text };
}

/** Who calls in the simulation. `known` is the entity itself, where it is one of the account. */
export function simulatedPrincipal(
  arn: string,
  known: PolicySource | undefined,
): PrincipalIdentity {
  const { noun, account, name } = entityOf(arn);
  const principalId = known?.identity.id ?? '';
  switch (noun) {
    case 'user':
      return { type: 'IAMUser', account, arn, principalId, userName: name };
    case 'group':
      return { type: 'IAMUser', account, arn, principalId };
    case 'role': {
      const session = `arn:aws:sts::${account}:assumed-role/${name}/PolicySimulation`;
      const roleId = known === undefined ? {} : { roleId: principalId };
      return { type: 'AssumedRole', account, arn: session, principalId, roleArn: arn, ...roleId };
    }
  }
}
