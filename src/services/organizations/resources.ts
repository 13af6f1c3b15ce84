import type { FindContext, Resolved, ResourceKind } from '../../contract/resource.ts';
import type { View } from '../../contract/view.ts';
import type { ServiceError } from '../../core/errors.ts';
import type { Tags } from '../../core/tags.ts';
import { DELEGATE_READS } from './domain/delegation.ts';
import {
  entityArn,
  isAccountId,
  isRootId,
  isUnitId,
  policyArn,
  resourcePolicyArn,
} from './domain/identifiers.ts';
import { MEMBER_DENIAL, organizationsError } from './errors.ts';
import { policyById } from './memberships.ts';
import {
  accountScope,
  type Account,
  delegationPolicies,
  type DelegationPolicy,
  entities,
  type Entity,
  handshakes,
  type HandshakeDocument,
  memberships,
  ONLY,
  type Organization,
  organizations,
  type OrganizationalUnit,
  type PolicyDocument,
  type Root,
  SHARED_SCOPE,
} from './state.ts';

/** The organization an account belongs to, and the documents of its management account. */
export interface Seat {
  readonly organization: Organization;
  readonly view: View;
}

export async function seatOf(context: FindContext): Promise<Seat | undefined> {
  const { unit, scope } = context;
  const membership = await unit.view(accountScope(scope.account)).get(memberships, ONLY);
  if (membership === undefined) return undefined;
  const view = unit.view(accountScope(membership.managementAccount));
  const organization = await view.get(organizations, ONLY);
  return organization === undefined ? undefined : { organization, view };
}

/**
 * What all kinds share. Resources belong to the management account; members reach them by the delegation policy, or as
 * delegated administrators, who may read.
 */
const shared = {
  policyMode: 'optional',
  policy: async (_resource: Resolved<unknown>, context: FindContext) => {
    const delegation = await (await seatOf(context))?.view.get(delegationPolicies, ONLY);
    return delegation?.policy.bound?.text ?? delegation?.policy.text;
  },
  grants: async (
    _resource: Resolved<unknown>,
    { action }: { action: string },
    context: FindContext,
  ): Promise<'account' | 'none'> => {
    if (!DELEGATE_READS.has(action)) return 'none';
    const seat = await seatOf(context);
    const account = await seat?.view.get(entities, context.caller.identity.account);
    if (account?.kind !== 'account') return 'none';
    return Object.keys(account.delegations).length > 0 ? 'account' : 'none';
  },
  denial: (
    { scope }: Resolved<unknown>,
    _action: string,
    { reason }: { reason: { outcome: string; side?: string; policyType?: string } },
    { caller }: FindContext,
  ) => {
    const isForeign = scope.account !== caller.identity.account;
    return isForeign && (reason.side === 'resource' || reason.policyType === 'resource')
      ? MEMBER_DENIAL
      : undefined;
  },
} as const;

/** The whole organization, for actions without a resource. */
export const organizationKind: ResourceKind<Organization, 'own'> = {
  ...shared,
  name: 'organizations:organization',
  find: async (_own, context) => {
    const seat = await seatOf(context);
    if (seat === undefined) return nowhere(context);
    const { organization } = seat;
    const scope = accountScope(organization.managementAccount);
    return { arn: '*', scope, id: organization.id, document: organization };
  },
};

/** Where nothing can be: the caller belongs to no organization. */
function nowhere({ scope }: FindContext) {
  const missing = organizationsError('AWSOrganizationsNotInUseException');
  return { arn: '*', scope: accountScope(scope.account), id: '', document: undefined, missing };
}

type EntityOf<K extends Entity['kind']> = Extract<Entity, { kind: K }>;

function entityKind<K extends Entity['kind']>(
  kinds: readonly K[],
  missing: ServiceError,
): ResourceKind<EntityOf<K>> {
  const isWanted = (entity: Entity | undefined): entity is EntityOf<K> =>
    entity !== undefined && kinds.some((kind) => kind === entity.kind);
  return {
    ...shared,
    name: 'organizations:entity',
    tags: ({ document }) => document?.tags ?? {},
    find: async (id, context) => {
      const seat = await seatOf(context);
      if (seat === undefined) return nowhere(context);
      const entity = await seat.view.get(entities, id);
      return {
        arn: entityArn(seat.organization, id),
        scope: accountScope(seat.organization.managementAccount),
        id,
        document: isWanted(entity) ? entity : undefined,
        missing,
      };
    },
  };
}

export const accountKind: ResourceKind<Account> = entityKind(
  ['account'],
  organizationsError('AccountNotFoundException'),
);
export const unitKind: ResourceKind<OrganizationalUnit> = entityKind(
  ['ou'],
  organizationsError('OrganizationalUnitNotFoundException'),
);
export const rootKind: ResourceKind<Root> = entityKind(
  ['root'],
  organizationsError('RootNotFoundException'),
);
export const parentKind: ResourceKind<Root | OrganizationalUnit> = entityKind(
  ['root', 'ou'],
  organizationsError('ParentNotFoundException'),
);
export const sourceParentKind: ResourceKind<Root | OrganizationalUnit> = entityKind(
  ['root', 'ou'],
  organizationsError('SourceParentNotFoundException'),
);
export const destinationParentKind: ResourceKind<Root | OrganizationalUnit> = entityKind(
  ['root', 'ou'],
  organizationsError('DestinationParentNotFoundException'),
);
export const childKind: ResourceKind<OrganizationalUnit | Account> = entityKind(
  ['ou', 'account'],
  organizationsError('ChildNotFoundException'),
);
export const targetKind: ResourceKind<Entity> = entityKind(
  ['root', 'ou', 'account'],
  organizationsError('TargetNotFoundException'),
);

export const policyKind: ResourceKind<PolicyDocument> = {
  ...shared,
  name: 'organizations:policy',
  tags: ({ document }) => document?.tags ?? {},
  find: async (id, context) => {
    const seat = await seatOf(context);
    if (seat === undefined) return nowhere(context);
    const document = await policyById(seat.view, id);
    return {
      arn: document?.arn ?? policyArn(seat.organization, 'SERVICE_CONTROL_POLICY', id),
      scope: accountScope(seat.organization.managementAccount),
      id,
      document,
      missing: organizationsError('PolicyNotFoundException'),
    };
  },
};

/** What can be tagged. The document's own type tells where it is kept. */
export type Taggable =
  | { readonly is: 'entity'; readonly document: Entity }
  | { readonly is: 'policy'; readonly document: PolicyDocument }
  | { readonly is: 'delegation'; readonly document: DelegationPolicy };

export const taggableKind: ResourceKind<Taggable> = {
  ...shared,
  name: 'organizations:taggable',
  tags: ({ document }): Tags => document?.document.tags ?? {},
  find: async (id, context) => {
    const seat = await seatOf(context);
    if (seat === undefined) return nowhere(context);
    const document = await taggable(seat.view, id);
    return {
      arn: document?.document.arn ?? resourcePolicyArn(seat.organization, id),
      scope: accountScope(seat.organization.managementAccount),
      id,
      document,
      missing: organizationsError('TargetNotFoundException'),
    };
  },
};

async function taggable(view: View, id: string): Promise<Taggable | undefined> {
  if (isRootId(id) || isUnitId(id) || isAccountId(id)) {
    const document = await view.get(entities, id);
    return document === undefined ? undefined : { is: 'entity', document };
  }
  if (id.startsWith('rp-')) {
    const document = await view.get(delegationPolicies, ONLY);
    return document?.id === id ? { is: 'delegation', document } : undefined;
  }
  const document = await policyById(view, id);
  return document === undefined ? undefined : { is: 'policy', document };
}

/**
 * A handshake as its parties see it: each judges by its own identity policies alone, since both have a say. To others
 * it does not exist.
 */
export const handshakeKind: ResourceKind<HandshakeDocument> = {
  name: 'organizations:handshake',
  policyMode: 'none',
  find: async (id, { unit, scope: { account } }) => {
    const found = await unit.view(SHARED_SCOPE).get(handshakes, id);
    const isParty = found?.recipient === account || found?.managementAccount === account;
    const document = isParty ? found : undefined;
    return {
      arn: document?.arn ?? '*',
      scope: accountScope(account),
      id,
      document,
      missing: organizationsError('HandshakeNotFoundException'),
    };
  },
};
