import type { Context, Permission, ResolveContext } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import type { ShelvedSnapshot, SnapshotShelf } from '../ec2/storage/port.ts';
import { invalid, keyRefused, snapshotNotFound, unauthorizedAccount } from './errors.ts';

type Conditions = ReadonlyMap<string, readonly string[]>;

/** The shelf, with EBS's own errors for what is not there or not shared with the caller's account. */
export function ebsShelf(shelf: SnapshotShelf): SnapshotShelf {
  return {
    ...shelf,
    kind: {
      ...shelf.kind,
      find: async (id, context) => {
        const found = await shelf.kind.find(id, context);
        if (found.document !== undefined) return found;
        const isThere = await shelf.exists(context.unit, id, context.scope.region);
        return { ...found, missing: isThere ? unauthorizedAccount(id) : snapshotNotFound(id) };
      },
    },
  };
}

/** The permission that an operation needs on a snapshot. */
export async function onSnapshot(
  shelf: SnapshotShelf,
  context: ResolveContext,
  id: string,
  conditions: Conditions = new Map(),
): Promise<Permission> {
  const resource = await context.resolve(shelf.kind, id);
  return { action: `ebs:${context.call.operation}`, resource, conditions };
}

/** Errors: ResourceNotFoundException, and AccessDeniedException for what is not shared with the caller's account. */
async function snapshotOf(
  shelf: SnapshotShelf,
  context: Context,
  id: string,
): Promise<ShelvedSnapshot> {
  const { account } = context.call.scope;
  const { document, missing } = (await context.resolve(shelf.kind, id)).resolved;
  if (document === undefined) throw missing ?? snapshotNotFound(id);
  // Snapshots that are shared with everybody are not read block by block.
  const isNamed = document.scope.account === account || document.accounts.includes(account);
  if (!isNamed) throw unauthorizedAccount(id);
  return document;
}

/** One that can be read: it is completed. */
export async function readableSnapshot(
  shelf: SnapshotShelf,
  context: Context,
  id: string,
): Promise<ShelvedSnapshot> {
  const snapshot = await snapshotOf(shelf, context, id);
  if (snapshot.state === 'completed') return snapshot;
  throw invalid('INVALID_SNAPSHOT_ID', `The snapshot '${id}' is not in the completed state.`);
}

/** One that takes blocks, and is the caller's own. */
export async function writtenSnapshot(
  shelf: SnapshotShelf,
  context: Context,
  id: string,
): Promise<ShelvedSnapshot> {
  const snapshot = await snapshotOf(shelf, context, id);
  if (snapshot.scope.account !== context.call.scope.account) throw unauthorizedAccount(id);
  const { state, written } = snapshot;
  if (written === undefined || state === 'completed') {
    throw invalid('INVALID_SNAPSHOT_ID', `The snapshot '${id}' is not in the pending state.`);
  }
  if (state === 'error') {
    throw invalid('WRITE_REQUEST_TIMEOUT', `The snapshot '${id}' was cancelled: it timed out.`);
  }
  return snapshot;
}

/** Errors of KMS become those of EBS. */
export async function usingKey<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw error instanceof ServiceError ? keyRefused(error) : error;
  }
}
