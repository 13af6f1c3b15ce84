import type { Context } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { defaultAttachments } from './aws-policies.ts';
import { handshakeArn, newId } from './domain/identifiers.ts';
import { handshakeViolation, organizationsError } from './errors.ts';
import { isPending, putHandshake, shownHandshake } from './handshakes.ts';
import { FEATURES_REQUEST_MS } from './limits.ts';
import { everyOf } from '../../listing/every-document.ts';
import { compileMemberships } from './memberships.ts';
import { onOrganization } from './operation.ts';
import type { Seat } from './resources.ts';
import {
  accountScope,
  entities,
  type HandshakeDocument,
  handshakes,
  ONLY,
  organizations,
  SHARED_SCOPE,
} from './state.ts';

/** Accounts that were invited must agree to be governed; those that were made here need not be asked. */
async function invitedAccounts({ organization, view }: Seat): Promise<readonly string[]> {
  const accounts = await everyOf(view, entities, { index: 'kind', prefix: 'account' });
  return accounts
    .filter((entity) => entity.kind === 'account' && entity.joinedMethod === 'INVITED')
    .map(({ id }) => id)
    .filter((id) => id !== organization.managementAccount);
}

async function assertMayStart({ organization }: Seat, unit: Unit): Promise<void> {
  if (organization.featureSet === 'ALL') {
    throw handshakeViolation(
      'ORGANIZATION_ALREADY_HAS_ALL_FEATURES',
      'The organization already has all features enabled.',
    );
  }
  const where = { index: 'organization', prefix: organization.id };
  const sent = await everyOf(unit.view(SHARED_SCOPE), handshakes, where);
  if (sent.some((one) => one.action === 'ENABLE_ALL_FEATURES' && isPending(one))) {
    throw handshakeViolation(
      'ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION',
      'The organization has already begun enabling all features.',
    );
  }
}

function request(
  { organization }: Seat,
  id: string,
  now: number,
  asked: Pick<HandshakeDocument, 'action' | 'recipient' | 'state'> & { parent?: string },
): HandshakeDocument {
  const { managementAccount } = organization;
  const party = { Id: organization.id.slice('o-'.length), Type: 'ORGANIZATION' } as const;
  const isOwn = asked.recipient === managementAccount;
  return {
    ...asked,
    id,
    arn: handshakeArn(organization, asked.action, id),
    requested: now,
    expires: now + FEATURES_REQUEST_MS,
    organizationId: organization.id,
    managementAccount,
    parties: isOwn ? [party] : [party, { Id: asked.recipient, Type: 'ACCOUNT' }],
    resources: [
      { Type: 'ORGANIZATION', Value: organization.id },
      ...(asked.parent === undefined
        ? []
        : [{ Type: 'PARENT_HANDSHAKE', Value: asked.parent } as const]),
    ],
    tags: {},
  };
}

export const featureOperations: readonly AnyOperation[] = [
  onOrganization({
    name: 'EnableAllFeatures',
    access: 'write',
    handle: async (_input, seat, context) => {
      await assertMayStart(seat, context.unit);
      const { now } = context.call;
      const recipients = await invitedAccounts(seat);
      const parent = await context.once(() => newId('h-', 10));
      const own = request(seat, parent, now, {
        action: 'ENABLE_ALL_FEATURES',
        recipient: seat.organization.managementAccount,
        state: recipients.length === 0 ? 'OPEN' : 'REQUESTED',
      });
      putHandshake(context.unit, own, now);
      for (const recipient of recipients) {
        const id = await context.once(() => newId('h-', 10));
        const asked = { action: 'APPROVE_ALL_FEATURES', recipient, state: 'OPEN', parent } as const;
        putHandshake(context.unit, request(seat, id, now, asked), now);
      }
      return { Handshake: shownHandshake(own) };
    },
  }),
];

/** The last invited account to agree opens the way for the management account's own acceptance. */
export async function approve(
  handshake: HandshakeDocument,
  { unit, call }: Context,
): Promise<void> {
  const shared = unit.view(SHARED_SCOPE);
  const { parent } = handshake;
  const own = parent === undefined ? undefined : await shared.get(handshakes, parent);
  if (own === undefined || own.state !== 'REQUESTED') return;
  const asked = await everyOf(shared, handshakes, { index: 'parent', prefix: own.id });
  if (asked.some(({ state }) => state !== 'ACCEPTED')) return;
  putHandshake(unit, { ...own, state: 'OPEN' }, call.now);
}

/** Errors: InvalidHandshakeTransitionException while somebody has not agreed. */
export async function enableAll(
  handshake: HandshakeDocument,
  { unit, call }: Context,
): Promise<void> {
  const view = unit.view(accountScope(handshake.managementAccount));
  const organization = await view.get(organizations, ONLY);
  const asked = await everyOf(unit.view(SHARED_SCOPE), handshakes, {
    index: 'parent',
    prefix: handshake.id,
  });
  const isAgreed = asked.every(({ state }) => state === 'ACCEPTED');
  if (organization?.id !== handshake.organizationId || !isAgreed) {
    throw organizationsError('InvalidHandshakeTransitionException');
  }
  const policyTypes = ['SERVICE_CONTROL_POLICY'] as const;
  const changed = { ...organization, featureSet: 'ALL', policyTypes } as const;
  view.put(organizations, ONLY, changed);
  for (const entity of await everyOf(view, entities)) {
    view.put(entities, entity.id, {
      ...entity,
      policies: defaultAttachments(policyTypes, call.now),
    });
  }
  await compileMemberships(unit, changed);
}
