import type {
  ActionType,
  Handshake as Shown,
  HandshakeState,
} from '../../../models/organizations/types.ts';
import type { AnyOperation, JobKind } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { organizationsError } from './errors.ts';
import { HANDSHAKE_KEPT_MS } from './limits.ts';
import { idOf, payloadOf } from './job-payload.ts';
import { found, onOrganization, onOwnAccount } from './operation.ts';
import { type Page, pageOf } from './pages.ts';
import { handshakeKind } from './resources.ts';
import { accountScope, type HandshakeDocument, handshakes, SHARED_SCOPE } from './state.ts';

const HANDSHAKE = 'organizations.handshake';

export function shownHandshake(handshake: HandshakeDocument): Shown {
  return {
    Id: handshake.id,
    Arn: handshake.arn,
    Parties: handshake.parties,
    State: handshake.state,
    RequestedTimestamp: new Date(handshake.requested),
    ExpirationTimestamp: new Date(handshake.expires),
    Action: handshake.action,
    Resources: handshake.resources,
  };
}

export function isPending({ state }: HandshakeDocument): boolean {
  return state === 'OPEN' || state === 'REQUESTED';
}

/** Writes a handshake and orders what time does to it: it expires, and is forgotten 30 days after it is over. */
export function putHandshake(unit: Unit, handshake: HandshakeDocument, now: number): void {
  unit.view(SHARED_SCOPE).put(handshakes, handshake.id, handshake);
  unit.order({
    id: `${HANDSHAKE}/${handshake.id}`,
    kind: HANDSHAKE,
    scope: accountScope(handshake.managementAccount),
    due: isPending(handshake) ? handshake.expires : now + HANDSHAKE_KEPT_MS,
    payload: payloadOf(handshake.id),
  });
}

export const handshakeJob: JobKind = {
  kind: HANDSHAKE,
  run: async (payload, { unit, now }) => {
    const id = idOf(payload);
    const handshake = await unit.view(SHARED_SCOPE).get(handshakes, id);
    if (handshake === undefined) return;
    if (isPending(handshake)) putHandshake(unit, { ...handshake, state: 'EXPIRED' }, now);
    else unit.view(SHARED_SCOPE).delete(handshakes, id);
  },
};

/** Errors: HandshakeAlreadyInStateException, InvalidHandshakeTransitionException. */
export function assertMayBecome(handshake: HandshakeDocument, state: HandshakeState): void {
  if (handshake.state === state) throw organizationsError('HandshakeAlreadyInStateException');
  if (!isPending(handshake)) throw organizationsError('InvalidHandshakeTransitionException');
}

/** What one account may see of the handshakes of one index. */
async function pageOfHandshakes(
  unit: Unit,
  page: Page,
  where: { readonly index: string; readonly prefix: string },
  wanted: (handshake: HandshakeDocument) => boolean,
) {
  const listed = await unit.view(SHARED_SCOPE).list(handshakes, { ...where, ...page.query });
  const kept = listed.items.map(({ document }) => document).filter(wanted);
  return { Handshakes: kept.map(shownHandshake), ...page.answer(listed.last) };
}

interface Filter {
  readonly ActionType?: ActionType | undefined;
  readonly ParentHandshakeId?: string | undefined;
}

function matches(filter: Filter | undefined, handshake: HandshakeDocument): boolean {
  const { ActionType: action, ParentHandshakeId: parent } = filter ?? {};
  return (
    (action === undefined || action === handshake.action) &&
    (parent === undefined || parent === handshake.parent)
  );
}

function about(filter: Filter | undefined): string {
  return `${filter?.ActionType ?? ''}/${filter?.ParentHandshakeId ?? ''}`;
}

export const handshakeOperations: readonly AnyOperation[] = [
  onOwnAccount({
    name: 'DescribeHandshake',
    access: 'read',
    on: async ({ HandshakeId }, context) => [await context.resolve(handshakeKind, HandshakeId)],
    handle: async ({ HandshakeId }, context) => ({
      Handshake: shownHandshake(await found(context, handshakeKind, HandshakeId)),
    }),
  }),
  onOwnAccount({
    name: 'CancelHandshake',
    access: 'write',
    on: async ({ HandshakeId }, context) => [await context.resolve(handshakeKind, HandshakeId)],
    handle: async ({ HandshakeId }, context) => {
      const handshake = await found(context, handshakeKind, HandshakeId);
      // Whoever was invited declines; only whoever invited cancels.
      if (handshake.managementAccount !== context.call.scope.account) {
        throw organizationsError('AccessDeniedException');
      }
      assertMayBecome(handshake, 'CANCELED');
      const canceled = { ...handshake, state: 'CANCELED' } as const;
      putHandshake(context.unit, canceled, context.call.now);
      return { Handshake: shownHandshake(canceled) };
    },
  }),
  onOwnAccount({
    name: 'DeclineHandshake',
    access: 'write',
    on: async ({ HandshakeId }, context) => [await context.resolve(handshakeKind, HandshakeId)],
    handle: async ({ HandshakeId }, context) => {
      const handshake = await found(context, handshakeKind, HandshakeId);
      assertRecipient(handshake, context.call.scope.account);
      assertMayBecome(handshake, 'DECLINED');
      const declined = { ...handshake, state: 'DECLINED' } as const;
      putHandshake(context.unit, declined, context.call.now);
      return { Handshake: shownHandshake(declined) };
    },
  }),
  onOwnAccount({
    name: 'ListHandshakesForAccount',
    access: 'read',
    handle: (input, { unit, call }) => {
      const { account } = call.scope;
      const page = pageOf(call, input, about(input.Filter));
      const where = { index: 'recipient', prefix: account };
      return pageOfHandshakes(unit, page, where, (one) => matches(input.Filter, one));
    },
  }),
  onOrganization({
    name: 'ListHandshakesForOrganization',
    access: 'read',
    handle: (input, { organization }, { unit, call }) => {
      const page = pageOf(call, input, about(input.Filter));
      const where = { index: 'organization', prefix: organization.id };
      return pageOfHandshakes(unit, page, where, (one) => matches(input.Filter, one));
    },
  }),
];

export function assertRecipient(handshake: HandshakeDocument, account: string): void {
  if (handshake.recipient !== account) throw organizationsError('AccessDeniedException');
}
