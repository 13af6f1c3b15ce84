import { listedTagConditions } from '../../../core/tags.ts';
import type { CreateImageRequest, Ec2Operations } from '../../../../models/ec2/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import {
  givenTags,
  newArn,
  permissionOn,
  permissionTo,
  taggingPermissions,
} from '../authorization.ts';
import { newId } from '../domain/ids.ts';
import { ec2Error, unbuilt } from '../errors.ts';
import { instanceOf } from '../instances/lifecycle.ts';
import { instanceNoun } from '../instances/noun.ts';
import type { InstanceDocument } from '../instances/state.ts';
import { snapshotOf } from '../storage/snapshot-creation.ts';
import { volumes } from '../storage/state.ts';
import { newTags } from '../tagging.ts';
import { orderSettling } from './making.ts';
import { requireNewName } from './registration.ts';
import type { ImageDevice, ImageDocument } from './state.ts';
import { putImage, type VisibleImages } from './visibility.ts';

const TAGGED = ['image', 'snapshot'] as const;

/** An image of an instance: a snapshot of each of its volumes. */
export function createCreateImage(
  visible: VisibleImages,
): OperationOf<Ec2Operations, 'CreateImage'> {
  return {
    name: 'CreateImage',
    access: 'write',
    authorize: async (input, context) => {
      const { TagSpecifications: given } = input;
      const to = (type: 'image' | 'snapshot') =>
        permissionTo(
          context,
          'CreateImage',
          newArn(context, type),
          listedTagConditions(givenTags(given, type)),
        );
      return [
        await permissionOn(context, instanceNoun, input.InstanceId),
        to('image'),
        to('snapshot'),
        ...taggingPermissions(context, given),
      ];
    },
    handle: async (input, context) => {
      refuseUnbuilt(input);
      const { call, unit, view } = context;
      const instance = await instanceOf(context, input.InstanceId);
      requireImageable(instance);
      await requireNewName(view, input.Name);
      const tags = newTags(input.TagSpecifications, 'image', TAGGED);
      const source = await visible.find(unit, call.scope, instance.imageId);
      const id = await context.once(() => newId('ami'));
      const image: ImageDocument = {
        id,
        tags,
        scope: call.scope,
        name: input.Name,
        description: input.Description ?? '',
        created: call.now,
        state: 'pending',
        architecture: instance.architecture,
        rootDevice: instance.rootDevice,
        devices: await devicesOf(context, instance, input, id),
        grants: [],
        enaSupport: true,
        sourceInstanceId: instance.id,
        ...(source?.bootMode === undefined ? {} : { bootMode: source.bootMode }),
        ...(source?.imdsSupport === undefined ? {} : { imdsSupport: source.imdsSupport }),
        ...(source?.tpmSupport === undefined ? {} : { tpmSupport: source.tpmSupport }),
      };
      putImage(unit, image);
      orderSettling(unit, image, call.now);
      return { ImageId: id };
    },
  };
}

function refuseUnbuilt(input: CreateImageRequest): void {
  if (input.BlockDeviceMappings !== undefined) {
    throw unbuilt('CreateImage', 'BlockDeviceMappings: volumes are taken as they are');
  }
  if (input.SnapshotLocation === 'local') throw unbuilt('CreateImage', 'Local Zones');
}

/** Errors: IncorrectInstanceState. */
function requireImageable({ id, state, volumes: held }: InstanceDocument): void {
  const isSettled = held.every(({ isAttaching }) => isAttaching !== true);
  if ((state === 'running' || state === 'stopped') && isSettled) return;
  const text = `The instance '${id}' is not in a state from which an image can be created.`;
  throw ec2Error('IncorrectInstanceState', text);
}

async function devicesOf(
  context: Context,
  instance: InstanceDocument,
  { TagSpecifications }: CreateImageRequest,
  imageId: string,
): Promise<readonly ImageDevice[]> {
  const tags = newTags(TagSpecifications, 'snapshot', TAGGED);
  const description = `Created by CreateImage(${instance.id}) for ${imageId}`;
  const devices: ImageDevice[] = [];
  for (const { device, volumeId, deleteOnTermination } of instance.volumes) {
    const volume = await context.view.get(volumes, volumeId);
    if (volume === undefined) throw new Error(`${instance.id} holds ${volumeId}, which is gone`);
    const snapshot = await snapshotOf(context, volume, description, tags);
    devices.push({
      device,
      snapshotId: snapshot.id,
      sizeGiB: volume.sizeGiB,
      volumeType: volume.type,
      ...(volume.iops === undefined ? {} : { iops: volume.iops }),
      ...(volume.throughput === undefined ? {} : { throughput: volume.throughput }),
      encrypted: volume.key !== undefined,
      deleteOnTermination,
    });
  }
  return devices;
}
