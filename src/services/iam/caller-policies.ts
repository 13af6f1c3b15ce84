import type { Caller } from '../../contract/identity.ts';
import type { Unit, View } from '../../contract/view.ts';
import { compileCached } from '../../policy/cache.ts';
import type { PrincipalPolicies, SourcedPolicy } from '../../policy/types.ts';
import { findManaged } from './grants.ts';
import { accountScope, groups, type Identity, type ManagedPolicy, roles, users } from './state.ts';

const NOTHING: PrincipalPolicies = Object.freeze({ identity: [], scps: [] });

/** The policies on the caller's side, read in the call's own unit. */
export async function callerPolicies(unit: Unit, caller: Caller): Promise<PrincipalPolicies> {
  const { identity } = caller;
  const view = unit.view(accountScope(identity.account));
  const session = await sessionPolicies(view, caller);
  const passed = session === undefined ? {} : { session };
  switch (identity.type) {
    case 'IAMUser': {
      const user = { name: identity.userName ?? '', id: identity.principalId };
      return { ...(await userPolicies(view, user)), ...passed };
    }
    case 'AssumedRole': {
      const name = (identity.roleArn ?? '').split('/').at(-1) ?? '';
      const role = await view.get(roles, name.toLowerCase());
      // A role made anew under the same name is another role.
      if (role === undefined || role.id !== identity.roleId) return NOTHING;
      const own = await policiesOf(view, role);
      return { identity: own, scps: [], ...(await boundaryOf(view, role.boundary)), ...passed };
    }
    case 'FederatedUser': {
      // Without policies of its own a federated session may do nothing, but for what resources allow it.
      const limits = { session: session ?? [] };
      const { userArn, userId = '' } = identity;
      if (userArn === undefined) return { identity: [ROOT_POLICY], scps: [], ...limits };
      const name = userArn.slice(userArn.lastIndexOf('/') + 1);
      const own = await userPolicies(view, { name, id: userId });
      return { ...own, ...limits };
    }
    case 'Root':
      // A root that was taken for a task has its policy, which only denies.
      return { identity: session ?? [], scps: [] };
    default:
      return session === undefined ? NOTHING : { ...NOTHING, session };
  }
}

/** A user's own policies, those of the groups, and the boundary. A user made anew under the same name is another user. */
async function userPolicies(
  view: View,
  { name, id }: { readonly name: string; readonly id: string },
): Promise<PrincipalPolicies> {
  const user = await view.get(users, name.toLowerCase());
  if (user === undefined || user.id !== id) return NOTHING;
  const own = [...(await policiesOf(view, user))];
  for (const groupName of user.groups) {
    const group = await view.get(groups, groupName);
    if (group !== undefined) own.push(...(await policiesOf(view, group)));
  }
  return { identity: own, scps: [], ...(await boundaryOf(view, user.boundary)) };
}

async function policiesOf(view: View, identity: Identity): Promise<readonly SourcedPolicy[]> {
  const inline = inlineOf(identity);
  if (identity.attached.length === 0) return inline;
  const all = [...inline];
  for (const arn of identity.attached) {
    const policy = await managed(view, arn);
    if (policy !== undefined) all.push(sourced(policy, 'identity'));
  }
  return all;
}

// Documents are frozen, and a changed one is another object: what was worked out of one stays right.
const inlinePolicies = new WeakMap<Identity, readonly SourcedPolicy[]>();

function inlineOf(identity: Identity): readonly SourcedPolicy[] {
  const known = inlinePolicies.get(identity);
  if (known !== undefined) return known;
  const made = Object.entries(identity.inline).map(([name, text]): SourcedPolicy => {
    return { type: 'identity', name, policy: compileCached(text, 'identity') };
  });
  inlinePolicies.set(identity, made);
  return made;
}

async function boundaryOf(
  view: View,
  arn: string | undefined,
): Promise<{ readonly boundary?: SourcedPolicy }> {
  if (arn === undefined) return {};
  const policy = await managed(view, arn);
  // A policy that bounds somebody can't be deleted; should it be gone all the same, nothing is allowed.
  return { boundary: policy === undefined ? DENY_ALL : sourced(policy, 'boundary') };
}

/** The root has every permission, and its federated users what it passes on of them. */
const ROOT_POLICY: SourcedPolicy = {
  type: 'identity',
  policy: compileCached(
    '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}',
    'identity',
  ),
};

const DENY_ALL: SourcedPolicy = {
  type: 'boundary',
  policy: compileCached(
    '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"*","Resource":"*"}]}',
    'boundary',
  ),
};

/** Undefined: no session policies were passed. */
async function sessionPolicies(
  view: View,
  caller: Caller,
): Promise<readonly SourcedPolicy[] | undefined> {
  const { session } = caller;
  if (session === undefined) return undefined;
  const { policies, policyArns } = session;
  if (policies.length === 0 && policyArns.length === 0) return undefined;
  const all = policies.map((text): SourcedPolicy => {
    return { type: 'session', policy: compileCached(text, 'session') };
  });
  for (const arn of policyArns) {
    const policy = await managed(view, arn);
    if (policy !== undefined) all.push(sourced(policy, 'session'));
  }
  return all;
}

const defaultTexts = new WeakMap<ManagedPolicy, string>();

interface Managed {
  readonly arn: string;
  readonly text: string;
}

async function managed(view: View, arn: string): Promise<Managed | undefined> {
  const policy = await findManaged(view, arn);
  if (policy === undefined) return undefined;
  const known = defaultTexts.get(policy);
  if (known !== undefined) return { arn, text: known };
  const text = policy.versions.find(({ id }) => id === policy.defaultVersion)?.text;
  if (text === undefined) throw new Error(`${arn} lacks its default version`);
  defaultTexts.set(policy, text);
  return { arn, text };
}

function sourced({ arn, text }: Managed, type: 'identity' | 'boundary' | 'session'): SourcedPolicy {
  return { type, arn, policy: compileCached(text, type) };
}
