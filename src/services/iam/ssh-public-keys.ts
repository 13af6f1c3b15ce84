import type { EncodingTypeShape } from '../../../models/iam/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { ServiceError } from '../../core/errors.ts';
import { uniqueId } from '../../core/ids.ts';
import { type SshPublicKey, sshPublicKeys } from './credential-state.ts';
import { noSuchNumbered } from './errors.ts';
import { SSH_PUBLIC_KEYS_PER_USER } from './limits.ts';
import { assertRoomFor, onOwner, ownedBy, type Owner, ownerName, ownOne } from './owned.ts';
import { pageOf, pageOfList } from './pages.ts';
import { pemText, readSshKey, sshFingerprint, sshText } from './ssh-encodings.ts';

function shownMetadata(owner: Owner, key: SshPublicKey) {
  return {
    UserName: ownerName(owner),
    SSHPublicKeyId: key.id,
    Status: key.active ? ('Active' as const) : ('Inactive' as const),
    UploadDate: new Date(key.created),
  };
}

function shownKey(owner: Owner, key: SshPublicKey, encoding: EncodingTypeShape) {
  const read = readSshKey(key.body);
  if (read === undefined) throw new Error(`${key.id} is no SSH public key`);
  return {
    ...shownMetadata(owner, key),
    Fingerprint: sshFingerprint(read),
    SSHPublicKeyBody: encoding === 'PEM' ? pemText(read) : key.body,
  };
}

const missing = (id: string) => noSuchNumbered('Public Key', id);

/** SSH public keys of users. */
export const sshPublicKeyOperations: readonly AnyOperation[] = [
  onOwner({
    name: 'UploadSSHPublicKey',
    access: 'write',
    handle: async (input, owner, context) => {
      const read = readSshKey(input.SSHPublicKeyBody);
      if (read === undefined) {
        throw new ServiceError('InvalidPublicKey', 'The public key is invalid.', { status: 400 });
      }
      const body = sshText(read);
      const others = await ownedBy(owner.view, sshPublicKeys, owner.id);
      if (others.some((other) => other.body === body)) {
        const text = 'The SSH public key is already associated with the specified IAM user.';
        throw new ServiceError('DuplicateSSHPublicKey', text, { status: 400 });
      }
      assertRoomFor(others, 'SSHPublicKeysPerUser', SSH_PUBLIC_KEYS_PER_USER);
      const key: SshPublicKey = {
        id: await context.once(() => uniqueId('APKA', 17)),
        owner: owner.id,
        active: true,
        created: context.call.now,
        body,
      };
      owner.view.put(sshPublicKeys, key.id, key);
      const encoding = input.SSHPublicKeyBody.trim().startsWith('-----') ? 'PEM' : 'SSH';
      return { SSHPublicKey: shownKey(owner, key, encoding) };
    },
  }),
  onOwner({
    name: 'GetSSHPublicKey',
    access: 'read',
    handle: async (input, owner) => {
      const key = await ownOne(owner, sshPublicKeys, input.SSHPublicKeyId, missing);
      return { SSHPublicKey: shownKey(owner, key, input.Encoding) };
    },
  }),
  onOwner({
    name: 'ListSSHPublicKeys',
    access: 'read',
    handle: async (input, owner, { call }) => {
      const all = await ownedBy(owner.view, sshPublicKeys, owner.id);
      const page = pageOfList(all, pageOf(call, input, owner.id));
      return {
        SSHPublicKeys: page.items.map((key) => shownMetadata(owner, key)),
        ...page.answer,
      };
    },
  }),
  onOwner({
    name: 'UpdateSSHPublicKey',
    access: 'write',
    handle: async (input, owner) => {
      const key = await ownOne(owner, sshPublicKeys, input.SSHPublicKeyId, missing);
      owner.view.put(sshPublicKeys, key.id, { ...key, active: input.Status === 'Active' });
      return {};
    },
  }),
  onOwner({
    name: 'DeleteSSHPublicKey',
    access: 'write',
    handle: async (input, owner) => {
      const key = await ownOne(owner, sshPublicKeys, input.SSHPublicKeyId, missing);
      owner.view.delete(sshPublicKeys, key.id);
      return {};
    },
  }),
];
