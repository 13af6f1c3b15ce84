import type { DescribeSnapshotsRequest, Ec2Operations } from '../../../../models/ec2/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import type { Cursor, Listed } from '../../../contract/view.ts';
import { permissionTo } from '../authorization.ts';
import { filterOf, filterTable } from '../filters.ts';
import { type Lister, listerOfAll, pageOf, refuseIdsWithPages } from '../pages.ts';
import { snapshotNotFound } from './errors.ts';
import { isShownTo, placeOf, snapshotNoun } from './nouns.ts';
import { shownSnapshot } from './shown.ts';
import { type SnapshotDocument, snapshotPlaces, snapshots } from './state.ts';

const FILTERS = filterTable<SnapshotDocument>({
  description: ({ description }) => description,
  encrypted: ({ key }) => key !== undefined,
  'owner-id': ({ scope }) => scope.account,
  progress: ({ progress }) => `${progress}%`,
  'snapshot-id': ({ id }) => id,
  'start-time': ({ created }) => new Date(created).toISOString(),
  status: ({ state }) => state,
  'storage-tier': () => 'standard',
  'transfer-type': ({ copyOf }) => (copyOf === undefined ? undefined : 'standard'),
  'volume-id': ({ volumeId }) => volumeId,
  'volume-size': ({ sizeGiB }) => sizeGiB,
});

export const describeSnapshots: OperationOf<Ec2Operations, 'DescribeSnapshots'> = {
  name: 'DescribeSnapshots',
  access: 'read',
  authorize: async (_input, context) => [permissionTo(context, 'DescribeSnapshots')],
  handle: async (input, context) => {
    const { SnapshotIds } = input;
    refuseIdsWithPages(SnapshotIds, input, 'snapshotIds');
    const passes = filterOf(input.Filters, FILTERS);
    const isAsked = askedFor(input, context);
    const named = SnapshotIds?.length ? await namedIn(context, SnapshotIds) : undefined;
    const list = named === undefined ? visible(context) : listerOfAll(named);
    const wanted = (snapshot: SnapshotDocument) => isAsked(snapshot) && passes(snapshot);
    const { items, ...rest } = await pageOf(context.call, input, list, wanted);
    return { Snapshots: items.map(shownSnapshot), ...rest };
  },
};

/** By owner, and by who may make volumes of it. */
function askedFor(
  { OwnerIds = [], RestorableByUserIds = [] }: DescribeSnapshotsRequest,
  { call }: Context,
): (snapshot: SnapshotDocument) => boolean {
  const accountOf = (name: string) => (name === 'self' ? call.scope.account : name);
  const owners = OwnerIds.map(accountOf);
  const users = RestorableByUserIds.map(accountOf);
  return ({ scope, accounts, isPublic }) =>
    (owners.length === 0 || owners.includes(scope.account)) &&
    (users.length === 0 ||
      users.some((user) =>
        user === 'all' ? isPublic : scope.account === user || accounts.includes(user),
      ));
}

/** Errors: InvalidSnapshot.NotFound. */
async function namedIn(context: Context, ids: readonly string[]) {
  const found: SnapshotDocument[] = [];
  for (const id of new Set(ids)) {
    snapshotNoun.requireId(id);
    const { resolved } = await context.resolve(snapshotNoun.kind, id);
    if (resolved.document === undefined) throw snapshotNotFound(id);
    found.push(resolved.document);
  }
  return found;
}

const GLOBAL = { account: '', region: '' };

/** What a walk begins with that found all of the account's own. */
const AFTER_OWN: Cursor = { key: '', id: '' };

/**
 * The account's own, then what is shared with it, then what is shared with everybody. A cursor's key tells which: an id, an
 * account's key, or a Region's.
 */
function visible({ view, unit, call }: Context): Lister<SnapshotDocument> {
  const { account, region } = call.scope;
  const shared = `${region}/${account}`;
  return async ({ limit, after }) => {
    if (after === undefined || after.key.startsWith('snap-')) {
      const own = await view.list(snapshots, { limit, ...(after === undefined ? {} : { after }) });
      return { items: own.items, last: own.last ?? AFTER_OWN };
    }
    const isPublic = after.key === region;
    const page = await unit.view(GLOBAL).list(snapshotPlaces, {
      index: isPublic ? 'public' : 'account',
      prefix: isPublic ? region : shared,
      limit,
      ...(after.id === '' ? {} : { after }),
    });
    const items: Listed<SnapshotDocument>[] = [];
    for (const { id, key } of page.items) {
      const place = await placeOf(unit, id);
      if (place === undefined || place.scope.account === account) continue;
      if (isPublic && (key !== region || place.accounts.includes(account))) continue;
      if (!(await isShownTo(unit, place, account))) continue;
      const document = await unit.view(place.scope).get(snapshots, id);
      if (document !== undefined) items.push({ id, key, document });
    }
    return { items, last: page.last ?? (isPublic ? undefined : { key: region, id: '' }) };
  };
}
