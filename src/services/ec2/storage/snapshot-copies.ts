import type { CopySnapshotRequest, Ec2Operations } from '../../../../models/ec2/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import type { ResourceKind } from '../../../contract/resource.ts';
import type { View } from '../../../contract/view.ts';
import {
  givenTags,
  newArn,
  permissionTo,
  tagConditions,
  taggingPermissions,
} from '../authorization.ts';
import { newId } from '../domain/ids.ts';
import { invalidParameterValue, unbuilt } from '../errors.ts';
import { newTags, shownTags } from '../tagging.ts';
import { layerFor } from './block-copies.ts';
import { snapshotFailed, snapshotNotFound, snapshotPending, tooManyCopies } from './errors.ts';
import { settleOrder } from './making.ts';
import { keyIdFor, keyOfMade, requireEncryptionForKey } from './new-keys.ts';
import { putSnapshot, usableSnapshotKind } from './nouns.ts';
import { eventArn } from './notices.ts';
import { NO_VOLUME } from './shelf.ts';
import { copies, type SnapshotDocument } from './state.ts';

const COPIES_MAX = 20;

interface SourceReference {
  readonly region: string;
  readonly id: string;
}

/** A snapshot of whatever Region. */
const sourceKind: ResourceKind<SnapshotDocument, SourceReference> = {
  ...usableSnapshotKind,
  find: ({ region, id }, context) =>
    usableSnapshotKind.find(id, { ...context, scope: { ...context.scope, region } }),
};

function sourceOf({ SourceRegion: region, SourceSnapshotId: id }: CopySnapshotRequest) {
  return { region, id };
}

/**
 * The PresignedUrl that clients add for the source's Region is not needed: the call itself is judged by what it does in both
 * Regions.
 */
export const copySnapshot: OperationOf<Ec2Operations, 'CopySnapshot'> = {
  name: 'CopySnapshot',
  access: 'write',
  authorize: async (input, context) => {
    const { TagSpecifications, SourceRegion: region } = input;
    const conditions = tagConditions(givenTags(TagSpecifications, 'snapshot'));
    const source = await context.resolve(sourceKind, sourceOf(input));
    return [
      permissionTo(context, 'CopySnapshot', newArn(context, 'snapshot'), conditions),
      { ...permissionTo(context, 'CopySnapshot', source), region },
      ...taggingPermissions(context, TagSpecifications),
    ];
  },
  handle: async (input, context) => {
    refuseElsewhere(input);
    requireEncryptionForKey(input);
    const tags = newTags(input.TagSpecifications, 'snapshot');
    const source = await completedSource(context, input);
    await requireRoom(context.view);
    const { unit, call } = context;
    const id = await context.once(() => newId('snap'));
    const keyId = await keyIdFor(context, input, source.key !== undefined);
    const key = await keyOfMade(context, id, keyId, source);
    const scope = { account: call.scope.account, region: call.scope.region };
    const { SourceSnapshotId, SourceRegion } = input;
    putSnapshot(unit, {
      id,
      scope,
      tags,
      created: call.now,
      sizeGiB: source.sizeGiB,
      layer: await layerFor(context, id, source.layer, key),
      lineage: source.lineage,
      ...(key.kind === 'refused' ? { failure: key.cause } : {}),
      ...((key.kind === 'same' || key.kind === 'other') && key.key !== undefined
        ? { key: key.key }
        : {}),
      state: 'pending',
      progress: 0,
      description: input.Description ?? `[Copied ${SourceSnapshotId} from ${SourceRegion}]`,
      volumeId: NO_VOLUME,
      accounts: [],
      isPublic: false,
      source: eventArn(SourceRegion, `snapshot/${SourceSnapshotId}`),
    });
    if (key.kind !== 'other') unit.order(settleOrder(scope, id, call.now));
    return { SnapshotId: id, Tags: shownTags(tags) };
  },
};

function refuseElsewhere(input: CopySnapshotRequest): void {
  if (input.DestinationOutpostArn !== undefined) throw unbuilt('CopySnapshot', 'Outposts');
  if (input.DestinationAvailabilityZone !== undefined) throw unbuilt('CopySnapshot', 'Local Zones');
  if (input.CompletionDurationMinutes !== undefined) {
    throw unbuilt('CopySnapshot', 'time-based copies');
  }
}

async function completedSource(
  context: Context,
  input: CopySnapshotRequest,
): Promise<SnapshotDocument> {
  const { SourceSnapshotId: id, Encrypted } = input;
  const { resolved } = await context.resolve(sourceKind, sourceOf(input));
  const { document: source, missing } = resolved;
  if (source === undefined) throw missing ?? snapshotNotFound(id);
  if (source.state === 'pending') throw snapshotPending(id);
  if (source.state === 'error') throw snapshotFailed(id);
  if (source.key !== undefined && Encrypted === false) {
    throw invalidParameterValue(
      'Value (false) for parameter encrypted is invalid. Copies of encrypted snapshots are encrypted.',
    );
  }
  return source;
}

async function requireRoom(view: View): Promise<void> {
  const { items } = await view.list(copies, { prefix: 'snap-', limit: COPIES_MAX });
  if (items.length === COPIES_MAX) throw tooManyCopies(COPIES_MAX);
}
