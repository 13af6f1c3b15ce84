import type {
  AttachVolumeRequest,
  DetachVolumeRequest,
  Ec2Operations,
} from '../../../../models/ec2/types.ts';
import type {
  ActingOperationOf,
  Context,
  OperationOf,
  ResolveContext,
} from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import { permissionOn, permissionTo } from '../authorization.ts';
import { invalidParameterValue } from '../errors.ts';
import { instanceNotFound, instanceNoun } from '../instances/noun.ts';
import { type InstanceDocument, instances } from '../instances/state.ts';
import { detach, hold, openedOnHost } from './attachments.ts';
import { type OpeningGrant, refusalIn } from './data-keys.ts';
import {
  alreadyAttached,
  instanceNotReady,
  keyRevoked,
  notAttached,
  volumeNotAvailable,
  zoneMismatch,
} from './errors.ts';
import { tellOfVolume } from './notices.ts';
import { volumeNoun } from './nouns.ts';
import { volumeOf } from './own.ts';
import { shownAttachment } from './shown.ts';
import type { Attachment, VolumeDocument } from './state.ts';

/** Amazon EC2 User Guide, "Device names for volumes". */
const DEVICE = /^(\/dev\/)?(sd[a-z]([1-9]|1[0-5])?|xvd[a-z]{1,2}|hd[a-z]([1-9]|1[0-5])?)$/;
const HOLDERS_MAX = 16;

async function instanceOf(context: Context, id: string): Promise<InstanceDocument> {
  const { resolved } = await context.resolve(instanceNoun.kind, id);
  if (resolved.document === undefined) throw resolved.missing ?? instanceNotFound([id]);
  return resolved.document;
}

/** What KMS said of the data key. */
interface Opening {
  readonly grant?: OpeningGrant | undefined;
  readonly isRefused: boolean;
}

/** In steps, for the event bus is told of a key that is refused, and a call that fails tells nobody anything. */
const attachVolume: ActingOperationOf<Ec2Operations, 'AttachVolume', Opening, Opening> = {
  name: 'AttachVolume',
  access: 'write',
  authorize: async ({ InstanceId, VolumeId }, context) => [
    await permissionOn(context, instanceNoun, InstanceId),
    await permissionOn(context, volumeNoun, VolumeId),
  ],
  prepare: async (input, context) => {
    const { volume, instance } = await attachable(input, context);
    if (input.DryRun === true) return { isRefused: false };
    const takeBack = context.unit.savepoint();
    try {
      return { isRefused: false, grant: await openedOnHost(context, volume, instance.id) };
    } catch (error) {
      takeBack();
      const told = { event: 'attachVolume', result: 'failed', cause: refusalIn(error) } as const;
      const { key } = volume;
      tellOfVolume(context.unit, volume, context.call.now, { ...told, keyArn: key?.keyArn });
      return { isRefused: true };
    }
  },
  act: async (_input, opening) => opening,
  handle: async (input, context, { grant, isRefused }) => {
    const { volume, instance } = await attachable(input, context);
    if (isRefused) throw keyRevoked(volume.id);
    const { Device: device, VolumeId: volumeId } = input;
    const attached = context.call.now;
    const common = { device, attached, deleteOnTermination: false };
    const attachment = { ...common, instanceId: instance.id, state: 'attached' } as const;
    hold(context.unit, volume, attachment, grant);
    const held = [...instance.volumes, { ...common, volumeId }];
    context.view.put(instances, instance.id, { ...instance, volumes: held });
    return shownAttachment(volumeId, { ...attachment, state: 'attaching' });
  },
};

async function attachable(
  { InstanceId, VolumeId, Device }: AttachVolumeRequest,
  context: Context,
): Promise<{ readonly volume: VolumeDocument; readonly instance: InstanceDocument }> {
  const volume = await volumeOf(context, VolumeId);
  const instance = await instanceOf(context, InstanceId);
  requireAttachable(volume, instance, Device);
  return { volume, instance };
}

/** Errors: IncorrectState, VolumeInUse, InvalidVolume.ZoneMismatch, InvalidParameterValue. */
function requireAttachable(
  volume: VolumeDocument,
  instance: InstanceDocument,
  device: string,
): void {
  if (!DEVICE.test(device)) {
    throw invalidParameterValue(
      `Value (${device}) for parameter device is invalid. ${device} is not a valid EBS device name.`,
    );
  }
  const { id, state, attachments, multiAttach } = volume;
  if (state === 'creating' || state === 'deleting') throw volumeNotAvailable(id, state);
  if (state === 'in-use') {
    const isHeldHere = attachments.some(({ instanceId }) => instanceId === instance.id);
    if (!multiAttach || isHeldHere || attachments.length === HOLDERS_MAX) throw alreadyAttached(id);
  }
  if (instance.state !== 'running' && instance.state !== 'stopped') {
    throw instanceNotReady(instance.id);
  }
  if (instance.zone !== volume.zone) throw zoneMismatch(id, instance.id);
  if (instance.volumes.some((held) => held.device === device)) {
    throw invalidParameterValue(
      `Invalid value '${device}' for unixDevice. Attachment point ${device} is already in use`,
    );
  }
}

const detachVolume: OperationOf<Ec2Operations, 'DetachVolume'> = {
  name: 'DetachVolume',
  access: 'write',
  authorize: async (input, context) => {
    const holder = await holderOf(context, input);
    return [
      ...(holder === undefined
        ? []
        : [
            permissionTo(context, 'DetachVolume', await context.resolve(instanceNoun.kind, holder)),
          ]),
      await permissionOn(context, volumeNoun, input.VolumeId),
    ];
  },
  handle: async (input, context) => {
    const volume = await volumeOf(context, input.VolumeId);
    const attachment = attachmentIn(volume, input);
    const { instanceId } = attachment;
    const instance = await context.view.get(instances, instanceId);
    await detach(context, volume, instanceId);
    if (instance !== undefined) {
      const held = instance.volumes.filter(({ volumeId }) => volumeId !== volume.id);
      context.view.put(instances, instanceId, { ...instance, volumes: held });
    }
    return shownAttachment(volume.id, { ...attachment, state: 'detaching' });
  },
};

async function holderOf(
  context: ResolveContext,
  { InstanceId, VolumeId }: DetachVolumeRequest,
): Promise<string | undefined> {
  if (InstanceId !== undefined) return InstanceId;
  const { resolved } = await context.resolve(volumeNoun.kind, VolumeId);
  return resolved.document?.attachments[0]?.instanceId;
}

/** Errors: IncorrectState, InvalidParameterValue. */
function attachmentIn(volume: VolumeDocument, input: DetachVolumeRequest): Attachment {
  const { attachments, id } = volume;
  if (attachments.length === 0) throw notAttached(id);
  const { InstanceId = attachments[0]?.instanceId, Device } = input;
  const found = attachments.find(
    ({ instanceId, device }) =>
      instanceId === InstanceId && (Device === undefined || Device === device),
  );
  if (found !== undefined) return found;
  const what = Device === undefined ? '' : ` as device ${Device}`;
  throw invalidParameterValue(`Volume ${id} is not attached to instance ${InstanceId}${what}`);
}

export const attachmentOperations: readonly AnyOperation[] = [attachVolume, detachVolume];
