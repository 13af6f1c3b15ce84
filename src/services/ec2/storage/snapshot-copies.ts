import type { CopySnapshotRequest, Ec2Operations } from '../../../../models/ec2/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import type { ResourceKind } from '../../../contract/resource.ts';
import type { View } from '../../../contract/view.ts';
import { givenTags, newArn, permissionTo, taggingPermissions } from '../authorization.ts';
import { listedTagConditions, type Tags } from '../../../core/tags.ts';
import { newId } from '../domain/ids.ts';
import { invalidParameterValue, unbuilt } from '../errors.ts';
import { newTags, shownTags } from '../tagging.ts';
import { layerFor } from './block-copies.ts';
import { snapshotFailed, snapshotNotFound, snapshotPending, tooManyCopies } from './errors.ts';
import { settleOrder } from './making.ts';
import { type EncryptionInput, keyIdFor, keyOfMade, requireEncryptionForKey } from './new-keys.ts';
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
    const conditions = listedTagConditions(givenTags(TagSpecifications, 'snapshot'));
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
    const { SourceSnapshotId: sourceId, SourceRegion: region } = input;
    const { id } = await copyOf(context, {
      source,
      sourceId,
      region,
      sizeGiB: source.sizeGiB,
      encryption: input,
      description: input.Description ?? `[Copied ${sourceId} from ${region}]`,
      tags,
    });
    return { SnapshotId: id, Tags: shownTags(tags) };
  },
};

export interface WantedCopy {
  /** Undefined: there is nothing to copy, and what is made is empty. */
  readonly source: SnapshotDocument | undefined;
  readonly sourceId: string;
  /** The source's. */
  readonly region: string;
  readonly sizeGiB: number;
  readonly encryption: EncryptionInput;
  readonly description: string;
  readonly tags: Tags;
}

/**
 * Begins a copy in the call's own Region. Where KMS refuses the key, the copy says so and fails, and what was written before
 * is dropped.
 */
export async function copyOf(context: Context, wanted: WantedCopy): Promise<SnapshotDocument> {
  const { unit, call } = context;
  const { source, encryption } = wanted;
  await requireRoom(context.view);
  const id = await context.once(() => newId('snap'));
  const keyId = await keyIdFor(context, encryption, source?.key !== undefined);
  const key = await keyOfMade(context, id, keyId, source);
  const scope = { account: call.scope.account, region: call.scope.region };
  const copy: SnapshotDocument = {
    id,
    scope,
    tags: wanted.tags,
    created: call.now,
    sizeGiB: wanted.sizeGiB,
    layer: await layerFor(context, id, source?.layer, key),
    lineage: source?.lineage ?? id,
    ...(key.kind === 'refused' ? { failure: key.cause } : {}),
    ...((key.kind === 'same' || key.kind === 'other') && key.key !== undefined
      ? { key: key.key }
      : {}),
    state: 'pending',
    progress: 0,
    description: wanted.description,
    volumeId: NO_VOLUME,
    accounts: [],
    isPublic: false,
    copyOf: {
      source: eventArn(wanted.region, `snapshot/${wanted.sourceId}`),
      isIncremental: key.kind === 'same',
    },
  };
  putSnapshot(unit, copy);
  if (key.kind !== 'other') unit.order(settleOrder(scope, id, call.now));
  return copy;
}

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
