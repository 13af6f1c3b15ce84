import { listedTagConditions } from '../../core/tags.ts';
import type { HandshakeParty, HandshakeResource } from '../../../models/organizations/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { tooManyAccounts } from './account-creation.ts';
import { accountOfAddress, addressOf } from './addresses.ts';
import { defaultAttachments } from './aws-policies.ts';
import { entityArn, handshakeArn, isAccountId, newId } from './domain/identifiers.ts';
import { handshakeViolation, invalidInput, organizationsError } from './errors.ts';
import { approve, enableAll } from './features.ts';
import {
  assertMayBecome,
  assertRecipient,
  isPending,
  putHandshake,
  shownHandshake,
} from './handshakes.ts';
import { ACCOUNTS_MAX, INVITATION_MS } from './limits.ts';
import { everyOf } from '../../listing/every-document.ts';
import { compileMemberships } from './memberships.ts';
import { found, onOrganization, onOwnAccount } from './operation.ts';
import { handshakeKind, type Seat } from './resources.ts';
import {
  accountScope,
  entities,
  type HandshakeDocument,
  handshakes,
  memberships,
  ONLY,
  organizations,
  SHARED_SCOPE,
} from './state.ts';
import { withTags } from './tags.ts';

/** The account an invitation is for. Errors: InvalidInputException for who can't be invited. */
async function invited(unit: Unit, target: HandshakeParty): Promise<string> {
  if (target.Type === 'ACCOUNT' && isAccountId(target.Id)) return target.Id;
  const account = target.Type === 'EMAIL' ? await accountOfAddress(unit, target.Id) : undefined;
  if (account !== undefined) return account;
  throw target.Type === 'EMAIL'
    ? invalidInput(
        'INVALID_EMAIL_ADDRESS_TARGET',
        'You specified an invalid email address for the invited account owner.',
      )
    : invalidInput(
        'INVALID_PARTY_TYPE_TARGET',
        'You specified the wrong type of entity as a party.',
      );
}

async function isMember(unit: Unit, account: string): Promise<boolean> {
  return (await unit.view(accountScope(account)).get(memberships, ONLY)) !== undefined;
}

function alreadyMember() {
  return handshakeViolation(
    'ALREADY_IN_AN_ORGANIZATION',
    'The specified account is already a member of an organization.',
  );
}

async function assertMayInvite({ organization, view }: Seat, unit: Unit, account: string) {
  if (await isMember(unit, account)) throw alreadyMember();
  const where = { index: 'organization', prefix: organization.id };
  const sent = await everyOf(unit.view(SHARED_SCOPE), handshakes, where);
  const open = sent.filter((one) => one.action === 'INVITE' && isPending(one));
  if (open.some(({ recipient }) => recipient === account)) {
    throw organizationsError('DuplicateHandshakeException');
  }
  const accounts = await everyOf(view, entities, { index: 'kind', prefix: 'account' });
  if (accounts.length + open.length >= ACCOUNTS_MAX) throw tooManyAccounts();
}

function invitationResources(
  { organization }: Seat,
  target: HandshakeParty,
  notes: string | undefined,
): readonly HandshakeResource[] {
  return [
    {
      Type: 'ORGANIZATION',
      Value: organization.id,
      Resources: [
        { Type: 'MASTER_EMAIL', Value: organization.managementEmail },
        { Type: 'MASTER_NAME', Value: organization.managementAccount },
        { Type: 'ORGANIZATION_FEATURE_SET', Value: organization.featureSet },
      ],
    },
    { Type: target.Type === 'EMAIL' ? 'EMAIL' : 'ACCOUNT', Value: target.Id },
    ...(notes === undefined ? [] : [{ Type: 'NOTES', Value: notes } as const]),
  ];
}

export const invitationOperations: readonly AnyOperation[] = [
  onOrganization({
    name: 'InviteAccountToOrganization',
    access: 'write',
    keys: ({ Tags }) => listedTagConditions(Tags),
    handle: async ({ Target, Notes, Tags }, seat, context) => {
      const { organization } = seat;
      const recipient = await invited(context.unit, Target);
      await assertMayInvite(seat, context.unit, recipient);
      const { now } = context.call;
      const id = await context.once(() => newId('h-', 10));
      const handshake: HandshakeDocument = {
        id,
        arn: handshakeArn(organization, 'INVITE', id),
        action: 'INVITE',
        state: 'OPEN',
        requested: now,
        expires: now + INVITATION_MS,
        organizationId: organization.id,
        managementAccount: organization.managementAccount,
        recipient,
        parties: [{ Id: organization.id.slice('o-'.length), Type: 'ORGANIZATION' }, Target],
        resources: invitationResources(seat, Target, Notes),
        tags: withTags({}, Tags),
      };
      putHandshake(context.unit, handshake, now);
      return { Handshake: shownHandshake(handshake) };
    },
  }),
  onOwnAccount({
    name: 'AcceptHandshake',
    access: 'write',
    on: async ({ HandshakeId }, context) => [await context.resolve(handshakeKind, HandshakeId)],
    handle: async ({ HandshakeId }, context) => {
      const handshake = await found(context, handshakeKind, HandshakeId);
      assertRecipient(handshake, context.call.scope.account);
      assertMayBecome(handshake, 'ACCEPTED');
      const accepted: HandshakeDocument = { ...handshake, state: 'ACCEPTED' };
      putHandshake(context.unit, accepted, context.call.now);
      await take(accepted, context);
      return { Handshake: shownHandshake(accepted) };
    },
  }),
];

/** What an accepted handshake brings about. */
async function take(handshake: HandshakeDocument, context: Context): Promise<void> {
  switch (handshake.action) {
    case 'INVITE':
      return join(handshake, context);
    case 'APPROVE_ALL_FEATURES':
      return approve(handshake, context);
    case 'ENABLE_ALL_FEATURES':
      return enableAll(handshake, context);
    case 'ADD_ORGANIZATIONS_SERVICE_LINKED_ROLE':
    case 'TRANSFER_RESPONSIBILITY':
      throw new Error(`${handshake.action} is never asked for`);
  }
}

async function join(handshake: HandshakeDocument, { unit, call }: Context): Promise<void> {
  const { recipient: id, managementAccount } = handshake;
  if (await isMember(unit, id)) throw alreadyMember();
  const view = unit.view(accountScope(managementAccount));
  const organization = await view.get(organizations, ONLY);
  if (organization?.id !== handshake.organizationId) {
    throw organizationsError('InvalidHandshakeTransitionException');
  }
  view.put(entities, id, {
    kind: 'account',
    id,
    arn: entityArn(organization, id),
    name: id,
    parent: organization.rootId,
    tags: handshake.tags,
    policies: defaultAttachments(organization.policyTypes, call.now),
    email: await addressOf(unit, id),
    state: 'ACTIVE',
    joinedMethod: 'INVITED',
    joined: call.now,
    delegations: {},
  });
  await compileMemberships(unit, organization);
}
