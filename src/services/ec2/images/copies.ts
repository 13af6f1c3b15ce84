import type { CopyImageRequest, Ec2Operations } from '../../../../models/ec2/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import type { Unit } from '../../../contract/view.ts';
import type { Scope } from '../../../core/scope.ts';
import { listedTagConditions, type Tags } from '../../../core/tags.ts';
import {
  givenTags,
  newArn,
  permissionTo,
  taggingPermissions,
  withCopied,
} from '../authorization.ts';
import { newId } from '../domain/ids.ts';
import { ec2Error, unbuilt } from '../errors.ts';
import { madeOnce } from '../idempotency.ts';
import { requireEncryptionForKey } from '../storage/new-keys.ts';
import { isShownTo, placeOf } from '../storage/nouns.ts';
import { copyOf } from '../storage/snapshot-copies.ts';
import { type SnapshotDocument, snapshots } from '../storage/state.ts';
import { newTags } from '../tagging.ts';
import { orderSettling } from './making.ts';
import { requireNewName } from './registration.ts';
import type { ImageDevice, ImageDocument } from './state.ts';
import { putImage, type VisibleImages } from './visibility.ts';

const TAGGED = ['image', 'snapshot'] as const;

/** A copy of an image that the caller sees in any Region, under a key of its choice. */
export function createCopyImage(visible: VisibleImages): OperationOf<Ec2Operations, 'CopyImage'> {
  return {
    name: 'CopyImage',
    access: 'write',
    authorize: async (input, context) => {
      const { SourceImageId: id, SourceRegion: region } = input;
      const source = await context.resolve(visible.elsewhere, { id, region });
      const along = inheritedTags(input, source.resolved.document, context.call.scope);
      const given = withCopied(input.TagSpecifications, 'image', along);
      const to = (type: 'image' | 'snapshot') =>
        permissionTo(
          context,
          'CopyImage',
          newArn(context, type),
          listedTagConditions(givenTags(given, type)),
        );
      return [
        to('image'),
        to('snapshot'),
        { ...permissionTo(context, 'CopyImage', source), region },
        ...taggingPermissions(context, given),
      ];
    },
    handle: async (input, context) => {
      refuseUnbuilt(input);
      const [ImageId] = await madeOnce(context, input, async () => [
        await copied(visible, input, context),
      ]);
      return { ImageId };
    },
  };
}

function refuseUnbuilt(input: CopyImageRequest): void {
  for (const name of [
    'DestinationAvailabilityZone',
    'DestinationAvailabilityZoneId',
    'DestinationOutpostArn',
    'SnapshotCopyCompletionDurationMinutes',
  ] as const) {
    if (input[name] !== undefined) throw unbuilt('CopyImage', name);
  }
}

async function copied(
  visible: VisibleImages,
  input: CopyImageRequest,
  context: Context,
): Promise<string> {
  const { call, unit, view } = context;
  const { SourceImageId: id, SourceRegion: region } = input;
  requireEncryptionForKey(input);
  const { resolved } = await context.resolve(visible.elsewhere, { id, region });
  const { document: source } = resolved;
  if (source === undefined) throw new Error(`${id} was not found nor refused`);
  if (source.state !== 'available') {
    throw ec2Error('InvalidAMIID.Unavailable', `The image ID '${id}' is not available`);
  }
  await requireNewName(view, input.Name);
  const inherited = inheritedTags(input, source, call.scope);
  const tags = { ...inherited, ...newTags(input.TagSpecifications, 'image', TAGGED) };
  const newImageId = await context.once(() => newId('ami'));
  const made = await devicesOf(context, source, input, newImageId);
  const { sourceInstanceId: _instance, ownerAlias: _alias, failure: _failure, ...kept } = source;
  const image: ImageDocument = {
    ...kept,
    id: newImageId,
    tags,
    scope: call.scope,
    name: input.Name,
    description: input.Description ?? `[Copied ${id} from ${region}] ${source.name}`,
    created: call.now,
    state: 'pending',
    ...made,
    grants: [],
    source: { id, region },
  };
  putImage(unit, image);
  orderSettling(unit, image, call.now);
  return newImageId;
}

/** The tags that come along: of one's own image, when they are asked for. */
function inheritedTags(
  { CopyImageTags }: CopyImageRequest,
  source: ImageDocument | undefined,
  { account }: Scope,
): Tags {
  const isOwn = source?.scope.account === account;
  return isOwn && CopyImageTags === true ? source.tags : {};
}

/** Where KMS refuses a key the image fails, as the copy of its snapshot does. */
async function devicesOf(
  context: Context,
  source: ImageDocument,
  input: CopyImageRequest,
  imageId: string,
): Promise<Pick<ImageDocument, 'devices' | 'failure'>> {
  const sources = await Promise.all(
    source.devices.map((device) => storageOf(context, source, device)),
  );
  const tags = newTags(input.TagSpecifications, 'snapshot', TAGGED);
  const devices: ImageDevice[] = [];
  for (const [index, device] of source.devices.entries()) {
    const { snapshotId } = device;
    if (snapshotId === undefined) {
      devices.push(device);
      continue;
    }
    const snapshot = await copyOf(context, {
      source: sources[index],
      sourceId: snapshotId,
      region: source.scope.region,
      sizeGiB: sources[index]?.sizeGiB ?? device.sizeGiB ?? 1,
      encryption: input,
      description: `Copied for DestinationAmi ${imageId} from SourceAmi ${source.id} for SourceSnapshot ${snapshotId}`,
      tags,
    });
    if (snapshot.failure !== undefined) {
      const failure = { code: 'Client.InternalError', message: 'Given key ID is not accessible' };
      return { devices: [], failure };
    }
    devices.push({ ...device, snapshotId: snapshot.id, encrypted: snapshot.key !== undefined });
  }
  return { devices };
}

/** Undefined for Amazon's own images, which hold nothing. Errors: InvalidRequest. */
async function storageOf(
  { unit, call }: Context,
  { scope, ownerAlias }: ImageDocument,
  { snapshotId }: ImageDevice,
): Promise<SnapshotDocument | undefined> {
  if (snapshotId === undefined || ownerAlias !== undefined) return undefined;
  const snapshot = await unit.view(scope).get(snapshots, snapshotId);
  if (snapshot === undefined || !(await mayRead(unit, snapshot, call.scope.account))) {
    throw ec2Error(
      'InvalidRequest',
      'You do not have permission to access the storage of this ami',
    );
  }
  return snapshot;
}

async function mayRead(unit: Unit, snapshot: SnapshotDocument, account: string): Promise<boolean> {
  if (snapshot.scope.account === account) return true;
  const place = await placeOf(unit, snapshot.id);
  return place !== undefined && (await isShownTo(unit, place, account));
}
