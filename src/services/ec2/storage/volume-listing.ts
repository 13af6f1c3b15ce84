import type { Ec2Operations, VolumeStatusItem } from '../../../../models/ec2/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import { permissionOn, permissionTo } from '../authorization.ts';
import { filterOf, filterTable } from '../filters.ts';
import {
  type Lister,
  listerOf,
  listerOfAll,
  type PageInput,
  pageOf,
  refuseIdsWithPages,
} from '../pages.ts';
import { volumeNotFound } from './errors.ts';
import { volumeNoun } from './nouns.ts';
import { volumeOf } from './own.ts';
import { shownVolume } from './shown.ts';
import { type VolumeDocument, volumes } from './state.ts';

const FILTERS = filterTable<VolumeDocument>({
  'attachment.attach-time': ({ attachments }) =>
    attachments.map(({ attached }) => new Date(attached).toISOString()),
  'attachment.delete-on-termination': ({ attachments }) =>
    attachments.map(({ deleteOnTermination }) => deleteOnTermination),
  'attachment.device': ({ attachments }) => attachments.map(({ device }) => device),
  'attachment.instance-id': ({ attachments }) => attachments.map(({ instanceId }) => instanceId),
  'attachment.status': ({ attachments }) => attachments.map(({ state }) => state),
  'availability-zone': ({ zone }) => zone,
  'create-time': ({ created }) => new Date(created).toISOString(),
  encrypted: ({ key }) => key !== undefined,
  'multi-attach-enabled': ({ multiAttach }) => multiAttach,
  size: ({ sizeGiB }) => sizeGiB,
  'snapshot-id': ({ snapshotId }) => snapshotId,
  status: ({ state }) => state,
  'volume-id': ({ id }) => id,
  'volume-type': ({ type }) => type,
});

const STATUS_FILTERS = filterTable<VolumeDocument>({
  'availability-zone': ({ zone }) => zone,
  'volume-status.status': () => 'ok',
});

interface Named extends PageInput {
  readonly VolumeIds?: readonly string[] | undefined;
}

const describeVolumes: OperationOf<Ec2Operations, 'DescribeVolumes'> = {
  name: 'DescribeVolumes',
  access: 'read',
  authorize: async (_input, context) => [permissionTo(context, 'DescribeVolumes')],
  handle: async (input, context) => {
    const passes = filterOf(input.Filters, FILTERS);
    const { items, ...rest } = await pageOf(
      context.call,
      input,
      await listed(context, input),
      passes,
    );
    return { Volumes: items.map(shownVolume), ...rest };
  },
};

/** Errors: InvalidVolume.NotFound, InvalidParameterCombination. */
async function listed(context: Context, input: Named): Promise<Lister<VolumeDocument>> {
  const { VolumeIds } = input;
  refuseIdsWithPages(VolumeIds, input, 'volumeIds');
  if (VolumeIds === undefined || VolumeIds.length === 0) return listerOf(context.view, volumes);
  const found: VolumeDocument[] = [];
  for (const id of new Set(VolumeIds)) {
    volumeNoun.requireId(id);
    const volume = await context.view.get(volumes, id);
    if (volume === undefined) throw volumeNotFound(id);
    found.push(volume);
  }
  return listerOfAll(found);
}

const describeStatus: OperationOf<Ec2Operations, 'DescribeVolumeStatus'> = {
  name: 'DescribeVolumeStatus',
  access: 'read',
  authorize: async (_input, context) => [permissionTo(context, 'DescribeVolumeStatus')],
  handle: async (input, context) => {
    const passes = filterOf(input.Filters, STATUS_FILTERS);
    const list = await listed(context, input);
    const { items, ...rest } = await pageOf(context.call, input, list, passes);
    return { VolumeStatuses: items.map(statusOf), ...rest };
  },
};

function statusOf({ id, zone, attachments }: VolumeDocument): VolumeStatusItem {
  return {
    VolumeId: id,
    AvailabilityZone: zone,
    Actions: [],
    Events: [],
    VolumeStatus: {
      Status: 'ok',
      Details: [
        { Name: 'io-enabled', Status: 'passed' },
        { Name: 'io-performance', Status: 'not-applicable' },
      ],
    },
    AttachmentStatuses: attachments.map(({ instanceId }) => ({
      InstanceId: instanceId,
      IoPerformance: 'not-applicable',
    })),
  };
}

const describeAttribute: OperationOf<Ec2Operations, 'DescribeVolumeAttribute'> = {
  name: 'DescribeVolumeAttribute',
  access: 'read',
  authorize: async ({ VolumeId }, context) => [await permissionOn(context, volumeNoun, VolumeId)],
  handle: async ({ VolumeId, Attribute }, context) => {
    const { autoEnableIO } = await volumeOf(context, VolumeId);
    return Attribute === 'productCodes'
      ? { VolumeId, ProductCodes: [] }
      : { VolumeId, AutoEnableIO: { Value: autoEnableIO } };
  },
};

const modifyAttribute: OperationOf<Ec2Operations, 'ModifyVolumeAttribute'> = {
  name: 'ModifyVolumeAttribute',
  access: 'write',
  authorize: async ({ VolumeId }, context) => [await permissionOn(context, volumeNoun, VolumeId)],
  handle: async ({ VolumeId, AutoEnableIO }, context) => {
    const volume = await volumeOf(context, VolumeId);
    const autoEnableIO = AutoEnableIO?.Value ?? volume.autoEnableIO;
    context.view.put(volumes, VolumeId, { ...volume, autoEnableIO });
    return {};
  },
};

export const volumeListing: readonly AnyOperation[] = [
  describeVolumes,
  describeStatus,
  describeAttribute,
  modifyAttribute,
];
