import type { AnyOperation, JobKind } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { constraintViolation, organizationsError } from './errors.ts';
import {
  CLOSED_KEPT_MS,
  CLOSURES_AT_ONCE_MAX,
  CLOSURES_MAX,
  CLOSURES_WINDOW_MS,
  REMOVAL_AGE_MS,
} from './limits.ts';
import { idOf, payloadOf } from './job-payload.ts';
import { everyOf } from '../../listing/every-document.ts';
import { compileMemberships } from './memberships.ts';
import { found, onOrganization, onOwnAccount, ownSeat } from './operation.ts';
import { accountKind, type Seat } from './resources.ts';
import { type Account, accountScope, entities, memberships, ONLY, organizations } from './state.ts';

const CLOSE_ACCOUNT = 'organizations.closeAccount';

/** Takes an account out of its organization. It stays, on its own. */
function release({ view }: Seat, account: Account, unit: Unit): void {
  view.delete(entities, account.id);
  unit.view(accountScope(account.id)).delete(memberships, ONLY);
}

function assertMayLeave({ organization }: Seat, account: Account, now: number): void {
  if (account.id === organization.managementAccount) {
    throw organizationsError('MasterCannotLeaveOrganizationException');
  }
  if (Object.keys(account.delegations).length > 0) {
    throw constraintViolation(
      'CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG',
      'You cannot remove this account from your organization because it is registered as a ' +
        'delegated administrator. To complete this operation, you must first deregister it.',
    );
  }
  if (account.state !== 'ACTIVE') {
    throw constraintViolation(
      'ACCOUNT_CANNOT_LEAVE_ORGANIZATION',
      'You cannot remove an account that is closed or being closed.',
    );
  }
  if (account.joinedMethod === 'CREATED' && now < account.joined + REMOVAL_AGE_MS) {
    throw constraintViolation(
      'WAIT_PERIOD_ACTIVE',
      'After you create an AWS account, you must wait until at least four days after the account ' +
        "was created. Invited accounts aren't subject to this waiting period.",
    );
  }
}

async function assertMayClose({ organization, view }: Seat, account: Account, now: number) {
  if (account.id === organization.managementAccount) {
    throw constraintViolation(
      'CANNOT_CLOSE_MANAGEMENT_ACCOUNT',
      'You cannot close the management account of your organization.',
    );
  }
  if (account.state === 'CLOSED') throw organizationsError('AccountAlreadyClosedException');
  if (account.state === 'PENDING_CLOSURE') throw organizationsError('ConflictException');
  const members = (await everyOf(view, entities, { index: 'kind', prefix: 'account' })).filter(
    (entity) => entity.kind === 'account',
  );
  if (members.filter(({ state }) => state === 'PENDING_CLOSURE').length >= CLOSURES_AT_ONCE_MAX) {
    throw constraintViolation(
      'CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED',
      'You have exceeded the number of accounts that you can close at a time.',
    );
  }
  const since = now - CLOSURES_WINDOW_MS;
  if (
    members.filter(({ closed }) => closed !== undefined && closed > since).length >= CLOSURES_MAX
  ) {
    throw constraintViolation(
      'CLOSE_ACCOUNT_QUOTA_EXCEEDED',
      'You have exceeded close account quota for the past 30 days.',
    );
  }
}

export const departureOperations: readonly AnyOperation[] = [
  onOrganization({
    name: 'RemoveAccountFromOrganization',
    access: 'write',
    on: async ({ AccountId }, context) => [await context.resolve(accountKind, AccountId)],
    handle: async ({ AccountId }, seat, context) => {
      const account = await found(context, accountKind, AccountId);
      assertMayLeave(seat, account, context.call.now);
      release(seat, account, context.unit);
      return {};
    },
  }),
  onOwnAccount({
    name: 'LeaveOrganization',
    access: 'write',
    handle: async (_input, context) => {
      const seat = await ownSeat(context);
      const account = await seat.view.get(entities, context.call.scope.account);
      if (account?.kind !== 'account') throw organizationsError('AccountNotFoundException');
      assertMayLeave(seat, account, context.call.now);
      release(seat, account, context.unit);
      return {};
    },
  }),
  onOrganization({
    name: 'CloseAccount',
    access: 'write',
    on: async ({ AccountId }, context) => [await context.resolve(accountKind, AccountId)],
    handle: async ({ AccountId }, seat, context) => {
      const account = await found(context, accountKind, AccountId);
      const { now } = context.call;
      await assertMayClose(seat, account, now);
      seat.view.put(entities, account.id, { ...account, state: 'PENDING_CLOSURE' });
      orderClosing(context.unit, seat.organization.managementAccount, account.id, now);
      return {};
    },
  }),
];

function orderClosing(unit: Unit, managementAccount: string, account: string, due: number): void {
  unit.order({
    id: `${CLOSE_ACCOUNT}/${account}`,
    kind: CLOSE_ACCOUNT,
    scope: accountScope(managementAccount),
    due,
    payload: payloadOf(account),
  });
}

/**
 * Closes an account: from then on nobody acts in it. After 90 days it leaves the organization for good, and its
 * membership stays to say that it is closed.
 */
export const closeAccount: JobKind = {
  kind: CLOSE_ACCOUNT,
  run: async (payload, { unit, scope, now, serviceEvent }) => {
    const id = idOf(payload);
    const view = unit.view(scope);
    const organization = await view.get(organizations, ONLY);
    const account = await view.get(entities, id);
    if (organization === undefined || account?.kind !== 'account') return;
    if (account.state === 'CLOSED') {
      view.delete(entities, id);
      return;
    }
    view.put(entities, id, { ...account, state: 'CLOSED', closed: now, delegations: {} });
    await compileMemberships(unit, organization);
    orderClosing(unit, organization.managementAccount, id, now + CLOSED_KEPT_MS);
    serviceEvent({
      name: 'CloseAccountResult',
      resources: [],
      details: { closeAccountStatus: { accountId: id, state: 'SUCCEEDED' } },
    });
  },
};
