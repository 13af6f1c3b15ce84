import type { ChangedBlock, EbsOperations } from '../../../models/ebs/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import {
  BLOCK_BYTES,
  type FoundBlock,
  type ShelvedSnapshot,
  type SnapshotShelf,
} from '../ec2/storage/port.ts';
import { blockToken, expiryOf, pageToken, startOf } from './block-tokens.ts';
import { invalid } from './errors.ts';
import { onSnapshot, readableSnapshot } from './snapshots.ts';

const PAGE_MAX = 10_000;

interface Paged {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
  readonly StartingBlockIndex?: number | undefined;
}

export function createListSnapshotBlocks(
  shelf: SnapshotShelf,
): OperationOf<EbsOperations, 'ListSnapshotBlocks'> {
  return {
    name: 'ListSnapshotBlocks',
    access: 'read',
    eventCategory: 'data',
    authorize: async ({ SnapshotId }, context) => [await onSnapshot(shelf, context, SnapshotId)],
    handle: async (input, context) => {
      const snapshot = await readableSnapshot(shelf, context, input.SnapshotId);
      const listing = `${context.call.scope.account}/${snapshot.id}`;
      const expires = expiryOf(context.call.now);
      const first = firstOf(input, listing, context);
      const page = await pageFrom(shelf.list(context.unit, snapshot, first), input, (block) => ({
        BlockIndex: block.index,
        BlockToken: blockToken(snapshot.id, block, expires),
      }));
      return {
        Blocks: page.items,
        ExpiryTime: new Date(expires),
        VolumeSize: snapshot.sizeGiB,
        BlockSize: BLOCK_BYTES,
        ...nextOf(page.next, listing, context),
      };
    },
  };
}

export function createListChangedBlocks(
  shelf: SnapshotShelf,
): OperationOf<EbsOperations, 'ListChangedBlocks'> {
  return {
    name: 'ListChangedBlocks',
    access: 'read',
    eventCategory: 'data',
    authorize: async ({ FirstSnapshotId, SecondSnapshotId }, context) => [
      ...(FirstSnapshotId === undefined ? [] : [await onSnapshot(shelf, context, FirstSnapshotId)]),
      await onSnapshot(shelf, context, SecondSnapshotId),
    ],
    handle: async (input, context) => {
      const second = await readableSnapshot(shelf, context, input.SecondSnapshotId);
      const first =
        input.FirstSnapshotId === undefined
          ? undefined
          : await readableSnapshot(shelf, context, input.FirstSnapshotId);
      if (first !== undefined) requireRelated(first, second);
      const listing = `${context.call.scope.account}/${first?.id ?? ''}/${second.id}`;
      const expires = expiryOf(context.call.now);
      const start = firstOf(input, listing, context);
      const changes = changesBetween(shelf, context, first, second, start);
      const page = await pageFrom(
        changes,
        input,
        ({ index, before, after }): ChangedBlock => ({
          BlockIndex: index,
          ...(first === undefined || before === undefined
            ? {}
            : { FirstBlockToken: blockToken(first.id, before, expires) }),
          ...(after === undefined
            ? {}
            : { SecondBlockToken: blockToken(second.id, after, expires) }),
        }),
      );
      return {
        ChangedBlocks: page.items,
        ExpiryTime: new Date(expires),
        VolumeSize: second.sizeGiB,
        BlockSize: BLOCK_BYTES,
        ...nextOf(page.next, listing, context),
      };
    },
  };
}

function requireRelated(first: ShelvedSnapshot, second: ShelvedSnapshot): void {
  if (first.lineage === second.lineage) return;
  throw invalid(
    'UNRELATED_SNAPSHOTS',
    `The snapshots '${first.id}' and '${second.id}' are not of the same lineage.`,
  );
}

interface Change {
  readonly index: number;
  readonly before?: FoundBlock;
  readonly after?: FoundBlock;
}

/** Blocks whose content differs, or that only one of the two has. */
async function* changesBetween(
  shelf: SnapshotShelf,
  { unit }: Context,
  first: ShelvedSnapshot | undefined,
  second: ShelvedSnapshot,
  start: number,
): AsyncGenerator<Change> {
  const old = first === undefined ? undefined : shelf.list(unit, first, start);
  let before = await nextBlock(old);
  for await (const after of shelf.list(unit, second, start)) {
    while (before !== undefined && before.index < after.index) {
      yield { index: before.index, before };
      before = await nextBlock(old);
    }
    if (before?.index !== after.index) yield { index: after.index, after };
    else {
      if (before.checksum !== after.checksum) yield { index: after.index, before, after };
      before = await nextBlock(old);
    }
  }
  while (before !== undefined) {
    yield { index: before.index, before };
    before = await nextBlock(old);
  }
}

async function nextBlock(
  found: AsyncGenerator<FoundBlock> | undefined,
): Promise<FoundBlock | undefined> {
  const next = await found?.next();
  return next === undefined || next.done === true ? undefined : next.value;
}

interface Page<T> {
  readonly items: readonly T[];
  /** The index of the first that is left. */
  readonly next: number | undefined;
}

async function pageFrom<T extends { readonly index: number }, R>(
  all: AsyncGenerator<T>,
  { MaxResults = PAGE_MAX }: Paged,
  show: (item: T) => R,
): Promise<Page<R>> {
  const items: R[] = [];
  for await (const item of all) {
    if (items.length === MaxResults) return { items, next: item.index };
    items.push(show(item));
  }
  return { items, next: undefined };
}

function firstOf({ NextToken, StartingBlockIndex = 0 }: Paged, listing: string, { call }: Context) {
  return NextToken === undefined ? StartingBlockIndex : startOf(NextToken, listing, call.now);
}

function nextOf(next: number | undefined, listing: string, { call }: Context) {
  return next === undefined ? {} : { NextToken: pageToken(listing, next, call.now) };
}
