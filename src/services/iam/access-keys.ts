import type { IamOperations } from '../../../models/iam/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { newAccessKeyId, newSecretAccessKey } from './access-key-id.ts';
import { noSuchAccessKey, quotaExceeded } from './errors.ts';
import { ACCESS_KEYS_PER_USER } from './limits.ts';
import { onOwner, type Owner, ownerName } from './owned.ts';
import { pageOf, pageOfList } from './pages.ts';
import { userKind } from './resources.ts';
import { type AccessKey, accessKeys, accountScope, keyUses, ownerKey } from './state.ts';
import { keysOf } from './users.ts';

async function keyOf(owner: Owner, id: string): Promise<AccessKey> {
  const key = await owner.view.get(accessKeys, id);
  if (key === undefined || ownerKey(key.userName) !== ownerKey(owner.userName)) {
    throw noSuchAccessKey(id);
  }
  return key;
}

/** What answers say of the owner: the root has no name. */
function nameOf(owner: Owner) {
  return owner.userName === undefined ? {} : { UserName: owner.userName };
}

/** Authorized on the key's user; what never was used has `N/A` for service and Region. */
const getAccessKeyLastUsed: OperationOf<IamOperations, 'GetAccessKeyLastUsed'> = {
  name: 'GetAccessKeyLastUsed',
  access: 'read',
  authorize: async ({ AccessKeyId }, context) => {
    const view = context.unit.view(accountScope(context.call.scope.account));
    const name = (await view.get(accessKeys, AccessKeyId))?.userName;
    const resource = name === undefined ? '*' : await context.resolve(userKind, name);
    return [{ action: 'iam:GetAccessKeyLastUsed', resource }];
  },
  handle: async ({ AccessKeyId }, context) => {
    const view = context.unit.view(accountScope(context.call.scope.account));
    const key = await view.get(accessKeys, AccessKeyId);
    if (key === undefined) throw noSuchAccessKey(AccessKeyId);
    const use = await view.get(keyUses, AccessKeyId);
    return {
      ...(key.userName === undefined ? {} : { UserName: key.userName }),
      AccessKeyLastUsed:
        use === undefined
          ? { ServiceName: 'N/A', Region: 'N/A' }
          : { LastUsedDate: new Date(use.date), ServiceName: use.service, Region: use.region },
    };
  },
};

export const accessKeyOperations: readonly AnyOperation[] = [
  getAccessKeyLastUsed,
  onOwner({
    name: 'CreateAccessKey',
    access: 'write',
    handle: async (_input, owner, context) => {
      if ((await keysOf(owner.view, owner.userName)).length >= ACCESS_KEYS_PER_USER) {
        throw quotaExceeded('AccessKeysPerUser', ACCESS_KEYS_PER_USER);
      }
      const { account } = context.call.scope;
      const made = await context.once(() => ({
        id: newAccessKeyId('AKIA', account),
        secretAccessKey: newSecretAccessKey(),
      }));
      if ((await owner.view.get(accessKeys, made.id)) !== undefined) {
        throw new Error('an access key id was drawn twice');
      }
      const { now } = context.call;
      owner.view.put(accessKeys, made.id, {
        secretAccessKey: made.secretAccessKey,
        active: true,
        created: now,
        ...(owner.userName === undefined ? {} : { userName: owner.userName }),
      });
      return {
        AccessKey: {
          UserName: ownerName(owner),
          AccessKeyId: made.id,
          Status: 'Active',
          SecretAccessKey: made.secretAccessKey,
          CreateDate: new Date(now),
        },
      };
    },
  }),
  onOwner({
    name: 'ListAccessKeys',
    access: 'read',
    handle: async (input, owner, { call }) => {
      const keys = await keysOf(owner.view, owner.userName);
      const page = pageOfList(keys, pageOf(call, input, ownerKey(owner.userName)));
      const AccessKeyMetadata = page.items.map(({ id, document }) => ({
        ...nameOf(owner),
        AccessKeyId: id,
        Status: document.active ? ('Active' as const) : ('Inactive' as const),
        CreateDate: new Date(document.created),
      }));
      return { AccessKeyMetadata, ...page.answer };
    },
  }),
  onOwner({
    name: 'UpdateAccessKey',
    access: 'write',
    handle: async (input, owner) => {
      const key = await keyOf(owner, input.AccessKeyId);
      owner.view.put(accessKeys, input.AccessKeyId, { ...key, active: input.Status === 'Active' });
      return {};
    },
  }),
  onOwner({
    name: 'DeleteAccessKey',
    access: 'write',
    handle: async (input, owner) => {
      await keyOf(owner, input.AccessKeyId);
      owner.view.delete(accessKeys, input.AccessKeyId);
      return {};
    },
  }),
];
