import type {
  CreateVolumePermission,
  Ec2Operations,
  ModifySnapshotAttributeRequest,
} from '../../../../models/ec2/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import { ServiceError } from '../../../core/errors.ts';
import { kmsDescribeKey } from '../../kms/port.ts';
import { permissionOn } from '../authorization.ts';
import { invalidParameterValue, missingParameter, unbuilt } from '../errors.ts';
import { defaultKeyNotShared, encryptedNotPublic, publicAccessBlocked } from './errors.ts';
import { tellOfSnapshot } from './notices.ts';
import { putSnapshot, snapshotNoun } from './nouns.ts';
import { ownSnapshotOf } from './own.ts';
import { settingsOf } from './settings.ts';
import type { SnapshotDocument } from './state.ts';

const ACCOUNTS_MAX = 1_000;
const ACCOUNT = /^\d{12}$/;

interface Change {
  readonly accounts: ReadonlySet<string>;
  readonly isPublic: boolean;
}

interface Sharing {
  readonly add: Change;
  readonly remove: Change;
}

const modifyAttribute: OperationOf<Ec2Operations, 'ModifySnapshotAttribute'> = {
  name: 'ModifySnapshotAttribute',
  access: 'write',
  authorize: async (input, context) => [
    await permissionOn(context, snapshotNoun, input.SnapshotId, sharingConditions(input)),
  ],
  handle: async (input, context) => {
    const snapshot = await ownSnapshotOf(context, input.SnapshotId);
    if (input.Attribute === 'productCodes') {
      throw unbuilt('ModifySnapshotAttribute', 'product codes');
    }
    const { add, remove } = sharingOf(input);
    if (add.isPublic || add.accounts.size > 0) await requireShareable(context, snapshot, add);
    const kept = snapshot.accounts.filter((account) => !remove.accounts.has(account));
    const accounts = [...new Set([...kept, ...add.accounts])];
    if (accounts.length > ACCOUNTS_MAX) {
      throw invalidParameterValue(
        `A snapshot may be shared with at most ${ACCOUNTS_MAX} accounts.`,
      );
    }
    const isPublic = (snapshot.isPublic && !remove.isPublic) || add.isPublic;
    putSnapshot(context.unit, { ...snapshot, accounts, isPublic });
    for (const account of add.accounts) {
      if (!snapshot.accounts.includes(account)) tellAccount(context, snapshot, account);
    }
    return {};
  },
};

/** `ec2:Add/userId`, `ec2:Remove/group` and their kin. */
function sharingConditions(input: ModifySnapshotAttributeRequest) {
  const { add, remove } = sharingOf(input);
  const conditions = new Map<string, readonly string[]>();
  for (const [name, change] of [
    ['add', add],
    ['remove', remove],
  ] as const) {
    if (change.accounts.size > 0) conditions.set(`ec2:${name}/userid`, [...change.accounts]);
    if (change.isPublic) conditions.set(`ec2:${name}/group`, ['all']);
  }
  return conditions;
}

/** In either of the two ways that requests have. Errors: InvalidParameterValue, MissingParameter. */
function sharingOf(input: ModifySnapshotAttributeRequest): Sharing {
  const { CreateVolumePermission: modifications, OperationType } = input;
  const { UserIds = [], GroupNames = [] } = input;
  if (modifications !== undefined) {
    const { Add = [], Remove = [] } = modifications;
    return { add: changeOf(Add), remove: changeOf(Remove) };
  }
  if (OperationType === undefined) throw missingParameter('operationType');
  const given = changeOf([
    ...UserIds.map((UserId) => ({ UserId })),
    ...GroupNames.map((Group) => ({ Group: groupOf(Group) })),
  ]);
  const nothing = { accounts: new Set<string>(), isPublic: false };
  return OperationType === 'add'
    ? { add: given, remove: nothing }
    : { add: nothing, remove: given };
}

function groupOf(name: string): 'all' {
  if (name === 'all') return name;
  throw invalidParameterValue(`Invalid group: "${name}"`);
}

function changeOf(permissions: readonly CreateVolumePermission[]): Change {
  const accounts = permissions.flatMap(({ UserId }) => (UserId === undefined ? [] : [UserId]));
  const wrong = accounts.find((account) => !ACCOUNT.test(account));
  if (wrong !== undefined) throw invalidParameterValue(`Invalid user id: "${wrong}"`);
  const isPublic = permissions.some(({ Group }) => Group === 'all');
  return { accounts: new Set(accounts), isPublic };
}

/** Errors: OperationNotPermitted. */
async function requireShareable(
  context: Context,
  { key }: SnapshotDocument,
  { isPublic }: Change,
): Promise<void> {
  if (key !== undefined) {
    if (isPublic) throw encryptedNotPublic();
    if (await isServiceKey(context, key.keyArn)) throw defaultKeyNotShared();
  }
  const { publicAccess } = await settingsOf(context.view);
  if (isPublic && publicAccess !== 'unblocked') throw publicAccessBlocked();
}

/** Whether the key is AWS's own: such a key is described to everybody of the account, through EC2. */
export async function isServiceKey(context: Context, KeyId: string): Promise<boolean> {
  try {
    const { KeyMetadata } = await context.callService(kmsDescribeKey, { KeyId }, { via: 'ec2' });
    return KeyMetadata?.KeyManager === 'AWS';
  } catch (error) {
    if (error instanceof ServiceError) return false;
    throw error;
  }
}

/** The event bus of the account that a snapshot is shared with. */
function tellAccount({ unit, call }: Context, snapshot: SnapshotDocument, account: string): void {
  tellOfSnapshot(unit, snapshot, call.now, {
    event: 'shareSnapshot',
    result: 'succeeded',
    source: snapshot.scope.account,
    started: call.now,
    to: { account, region: snapshot.scope.region },
  });
}

const describeAttribute: OperationOf<Ec2Operations, 'DescribeSnapshotAttribute'> = {
  name: 'DescribeSnapshotAttribute',
  access: 'read',
  authorize: async ({ SnapshotId }, context) => [
    await permissionOn(context, snapshotNoun, SnapshotId),
  ],
  handle: async ({ SnapshotId, Attribute }, context) => {
    const { accounts, isPublic } = await ownSnapshotOf(context, SnapshotId);
    if (Attribute === 'productCodes') return { SnapshotId, ProductCodes: [] };
    const users = accounts.map((UserId): CreateVolumePermission => ({ UserId }));
    return {
      SnapshotId,
      CreateVolumePermissions: isPublic ? [...users, { Group: 'all' }] : users,
    };
  },
};

const resetAttribute: OperationOf<Ec2Operations, 'ResetSnapshotAttribute'> = {
  name: 'ResetSnapshotAttribute',
  access: 'write',
  authorize: async ({ SnapshotId }, context) => [
    await permissionOn(context, snapshotNoun, SnapshotId),
  ],
  handle: async ({ SnapshotId, Attribute }, context) => {
    const snapshot = await ownSnapshotOf(context, SnapshotId);
    if (Attribute === 'productCodes') {
      throw unbuilt('ResetSnapshotAttribute', 'product codes');
    }
    putSnapshot(context.unit, { ...snapshot, accounts: [], isPublic: false });
    return {};
  },
};

export const snapshotSharing: readonly AnyOperation[] = [
  modifyAttribute,
  describeAttribute,
  resetAttribute,
];
