import { randomBytes } from 'node:crypto';
import type { StatusTypeShape } from '../../../models/iam/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Context } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import { uniqueId } from '../../core/ids.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { hashPassword } from '../../crypto/password-hash.ts';
import { type ServiceCredential, serviceCredentials } from './credential-state.ts';
import { noSuchNumbered, validationError } from './errors.ts';
import { SERVICE_CREDENTIALS_PER_USER } from './limits.ts';
import { assertRoomFor, onOwner, ownedBy, type Owner, ownerName, ownOne } from './owned.ts';
import { pageOf, pageOfList } from './pages.ts';

const PASSWORD_BYTES = 33;
const API_KEY_BYTES = 96;

/** `apiKey`: an alias and a secret, which may expire. Source: CreateServiceSpecificCredential. */
const SERVICES: ReadonlyMap<string, 'password' | 'apiKey'> = new Map([
  ['codecommit.amazonaws.com', 'password'],
  ['cassandra.amazonaws.com', 'password'],
  ['bedrock.amazonaws.com', 'apiKey'],
]);

const missing = (id: string) => noSuchNumbered('Service Specific Credential', id);

function shownMetadata(owner: Owner, credential: ServiceCredential, now: Instant) {
  const { id, service, name, created, expires } = credential;
  return {
    UserName: ownerName(owner),
    Status: statusOf(credential, now),
    CreateDate: new Date(created),
    ServiceSpecificCredentialId: id,
    ServiceName: service,
    ...(SERVICES.get(service) === 'apiKey'
      ? { ServiceCredentialAlias: name }
      : { ServiceUserName: name }),
    ...(expires === undefined ? {} : { ExpirationDate: new Date(expires) }),
  };
}

function statusOf({ active, expires }: ServiceCredential, now: Instant): StatusTypeShape {
  if (expires !== undefined && expires <= now) return 'Expired';
  return active ? 'Active' : 'Inactive';
}

/** With its secret, which is told this once. */
function shownWhole(owner: Owner, credential: ServiceCredential, secret: string, now: Instant) {
  return {
    ...shownMetadata(owner, credential, now),
    ...(SERVICES.get(credential.service) === 'apiKey'
      ? { ServiceCredentialSecret: secret }
      : { ServicePassword: secret }),
  };
}

function newSecret(context: Context, service: string) {
  return context.once(async () => {
    const secret =
      SERVICES.get(service) === 'apiKey'
        ? `ABSK${randomBytes(API_KEY_BYTES).toString('base64')}`
        : randomBytes(PASSWORD_BYTES).toString('base64');
    return { secret, hash: await hashPassword(secret) };
  });
}

/** `ann-at-123456789012`, and `ann+1-at-…` for the next. */
function nameOf(owner: Owner, account: string, taken: readonly ServiceCredential[]): string {
  const name = (number: number): string =>
    `${ownerName(owner)}${number === 0 ? '' : `+${number}`}-at-${account}`;
  let number = 0;
  while (taken.some((other) => other.name === name(number))) number += 1;
  return name(number);
}

/** User names and passwords, or API keys, that one service takes of a user. Only hashes of them are kept. */
export const serviceCredentialOperations: readonly AnyOperation[] = [
  onOwner({
    name: 'CreateServiceSpecificCredential',
    access: 'write',
    conditions: ({ ServiceName, CredentialAgeDays: days }) =>
      new Map([
        ['iam:servicespecificcredentialservicename', [ServiceName]],
        ...(days === undefined
          ? []
          : [['iam:servicespecificcredentialagedays', [String(days)]] as const]),
      ]),
    handle: async ({ ServiceName: service, CredentialAgeDays: days }, owner, context) => {
      const { now, scope } = context.call;
      const form = SERVICES.get(service);
      if (form === undefined) {
        const text = `No such service specific credential is supported: ${service}`;
        throw new ServiceError('NotSupportedService', text, { status: 404 });
      }
      if (days !== undefined && form !== 'apiKey') {
        throw validationError(`CredentialAgeDays is not supported for ${service}`);
      }
      const all = await ownedBy(owner.view, serviceCredentials, owner.id);
      const others = all.filter((other) => other.service === service);
      assertRoomFor(others, 'ServiceSpecificCredentialsPerUser', SERVICE_CREDENTIALS_PER_USER);
      const { secret, hash } = await newSecret(context, service);
      const credential: ServiceCredential = {
        id: await context.once(() => uniqueId('ACCA', 17)),
        owner: owner.id,
        active: true,
        created: now,
        service,
        name: nameOf(owner, scope.account, others),
        hash,
        ...(days === undefined ? {} : { expires: now + days * DAY_MS }),
      };
      owner.view.put(serviceCredentials, credential.id, credential);
      return { ServiceSpecificCredential: shownWhole(owner, credential, secret, now) };
    },
  }),
  onOwner({
    name: 'ListServiceSpecificCredentials',
    access: 'read',
    handle: async (input, owner, { call }) => {
      const { ServiceName: service, AllUsers: everybody } = input;
      if (everybody === true) {
        const text = 'listing the credentials of all users at once is not built';
        throw new ServiceError('NotImplementedException', text, { status: 501 });
      }
      const all = await ownedBy(owner.view, serviceCredentials, owner.id);
      const wanted = all.filter((one) => service === undefined || one.service === service);
      const page = pageOfList(wanted, pageOf(call, input, `${owner.id}/${service ?? ''}`));
      return {
        ServiceSpecificCredentials: page.items.map((one) => shownMetadata(owner, one, call.now)),
        ...page.answer,
      };
    },
  }),
  onOwner({
    name: 'UpdateServiceSpecificCredential',
    access: 'write',
    handle: async (input, owner) => {
      const { ServiceSpecificCredentialId: id } = input;
      const credential = await ownOne(owner, serviceCredentials, id, missing);
      owner.view.put(serviceCredentials, id, { ...credential, active: input.Status === 'Active' });
      return {};
    },
  }),
  onOwner({
    name: 'ResetServiceSpecificCredential',
    access: 'write',
    handle: async ({ ServiceSpecificCredentialId: id }, owner, context) => {
      const credential = await ownOne(owner, serviceCredentials, id, missing);
      const { secret, hash } = await newSecret(context, credential.service);
      owner.view.put(serviceCredentials, id, { ...credential, hash });
      return {
        ServiceSpecificCredential: shownWhole(owner, credential, secret, context.call.now),
      };
    },
  }),
  onOwner({
    name: 'DeleteServiceSpecificCredential',
    access: 'write',
    handle: async ({ ServiceSpecificCredentialId: id }, owner) => {
      await ownOne(owner, serviceCredentials, id, missing);
      owner.view.delete(serviceCredentials, id);
      return {};
    },
  }),
];
