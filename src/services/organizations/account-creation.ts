import { listedTagConditions } from '../../core/tags.ts';
import { randomInt } from 'node:crypto';
import type { CreateAccountStatus } from '../../../models/organizations/types.ts';
import type { AnyOperation, JobContext, JobKind } from '../../contract/service.ts';
import type { Unit, View } from '../../contract/view.ts';
import type { AccountFounder } from '../iam/port.ts';
import { accountOfAddress, keepAddress } from './addresses.ts';
import { defaultAttachments } from './aws-policies.ts';
import { entityArn, newId } from './domain/identifiers.ts';
import { constraintViolation, organizationsError } from './errors.ts';
import { ACCOUNTS_MAX, CREATIONS_AT_ONCE_MAX } from './limits.ts';
import { idOf, payloadOf } from './job-payload.ts';
import { everyOf } from '../../listing/every-document.ts';
import { compileMemberships } from './memberships.ts';
import { onOrganization } from './operation.ts';
import { pageOf } from './pages.ts';
import {
  type AccountCreation,
  accountScope,
  creations,
  entities,
  memberships,
  ONLY,
  organizations,
  type Organization,
} from './state.ts';
import { withTags } from './tags.ts';

const CREATE_ACCOUNT = 'organizations.createAccount';
const ROLE_DEFAULT = 'OrganizationAccountAccessRole';
/** How many numbers are tried before the creation is given up: one in a million millions is taken. */
const NUMBERS_TRIED_MAX = 16;

function shownCreation(creation: AccountCreation): CreateAccountStatus {
  const { account, completed, failure } = creation;
  return {
    Id: creation.id,
    AccountName: creation.name,
    State: creation.state,
    RequestedTimestamp: new Date(creation.requested),
    ...(completed === undefined ? {} : { CompletedTimestamp: new Date(completed) }),
    ...(account === undefined ? {} : { AccountId: account }),
    ...(failure === undefined ? {} : { FailureReason: failure }),
  };
}

async function assertRoom(view: View): Promise<void> {
  const accounts = await everyOf(view, entities, { index: 'kind', prefix: 'account' });
  const underway = await everyOf(view, creations, { index: 'state', prefix: 'IN_PROGRESS' });
  if (accounts.length + underway.length >= ACCOUNTS_MAX) throw tooManyAccounts();
  if (underway.length >= CREATIONS_AT_ONCE_MAX) {
    throw constraintViolation(
      'ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED',
      'You have exceeded the number of accounts that can be in progress at a time.',
    );
  }
}

export function tooManyAccounts() {
  return constraintViolation(
    'ACCOUNT_NUMBER_LIMIT_EXCEEDED',
    'You have exceeded the allowed number of AWS accounts.',
  );
}

export const creationOperations: readonly AnyOperation[] = [
  onOrganization({
    name: 'CreateAccount',
    access: 'write',
    keys: ({ Tags }) => listedTagConditions(Tags),
    handle: async (input, { organization, view }, context) => {
      await assertRoom(view);
      const { now } = context.call;
      const id = await context.once(() => newId('car-', 32));
      const creation: AccountCreation = {
        id,
        name: input.AccountName,
        email: input.Email,
        roleName: input.RoleName ?? ROLE_DEFAULT,
        tags: withTags({}, input.Tags),
        state: 'IN_PROGRESS',
        requested: now,
      };
      view.put(creations, id, creation);
      context.unit.order({
        id: `${CREATE_ACCOUNT}/${id}`,
        kind: CREATE_ACCOUNT,
        scope: accountScope(organization.managementAccount),
        due: now,
        payload: payloadOf(id),
      });
      return { CreateAccountStatus: shownCreation(creation) };
    },
  }),
  onOrganization({
    name: 'DescribeCreateAccountStatus',
    access: 'read',
    handle: async ({ CreateAccountRequestId: id }, { view }) => {
      const creation = await view.get(creations, id);
      if (creation === undefined) throw organizationsError('CreateAccountStatusNotFoundException');
      return { CreateAccountStatus: shownCreation(creation) };
    },
  }),
  onOrganization({
    name: 'ListCreateAccountStatus',
    access: 'read',
    handle: async (input, { view }, { call }) => {
      const wanted = input.States ?? ['IN_PROGRESS', 'SUCCEEDED', 'FAILED'];
      const page = pageOf(call, input, wanted.join());
      const listed = await view.list(creations, page.query);
      const CreateAccountStatuses = listed.items
        .filter(({ document }) => wanted.includes(document.state))
        .map(({ document }) => shownCreation(document));
      return { CreateAccountStatuses, ...page.answer(listed.last) };
    },
  }),
];

/** Makes the accounts that were asked for: each with its root, its role, and its place below the organization's root. */
export function createAccountJob(founder: AccountFounder): JobKind {
  return {
    kind: CREATE_ACCOUNT,
    run: async (payload, context) => {
      const view = context.unit.view(context.scope);
      const organization = await view.get(organizations, ONLY);
      const creation = await view.get(creations, idOf(payload));
      if (organization === undefined || creation?.state !== 'IN_PROGRESS') return;
      const done = await complete(creation, organization, founder, context);
      view.put(creations, creation.id, done);
      const { id, state, account, failure } = done;
      context.serviceEvent({
        name: 'CreateAccountResult',
        resources: [],
        details: {
          createAccountStatus: { id, state, accountId: account, failureReason: failure },
        },
      });
    },
  };
}

async function complete(
  creation: AccountCreation,
  organization: Organization,
  founder: AccountFounder,
  { unit, now }: JobContext,
): Promise<AccountCreation> {
  if ((await accountOfAddress(unit, creation.email)) !== undefined) {
    return { ...creation, state: 'FAILED', completed: now, failure: 'EMAIL_ALREADY_EXISTS' };
  }
  const id = await freeNumber(unit, founder);
  const { managementAccount, rootId, policyTypes } = organization;
  await founder.found(unit, id, { managementAccount, roleName: creation.roleName, now });
  keepAddress(unit, creation.email, id);
  unit.view(accountScope(managementAccount)).put(entities, id, {
    kind: 'account',
    id,
    arn: entityArn(organization, id),
    name: creation.name,
    parent: rootId,
    tags: creation.tags,
    policies: defaultAttachments(policyTypes, now),
    email: creation.email,
    state: 'ACTIVE',
    joinedMethod: 'CREATED',
    joined: now,
    delegations: {},
  });
  await compileMemberships(unit, organization);
  return { ...creation, state: 'SUCCEEDED', completed: now, account: id };
}

/** An account number that nobody has used. */
async function freeNumber(unit: Unit, founder: AccountFounder): Promise<string> {
  for (let tried = 0; tried < NUMBERS_TRIED_MAX; tried += 1) {
    const id = await unit.once(() => String(randomInt(100_000_000_000, 1_000_000_000_000)));
    if (!(await isTaken(unit, founder, id))) return id;
  }
  throw new Error('no free account number was found');
}

async function isTaken(unit: Unit, founder: AccountFounder, id: string): Promise<boolean> {
  const membership = await unit.view(accountScope(id)).get(memberships, ONLY);
  return membership !== undefined || founder.isTaken(unit, id);
}
