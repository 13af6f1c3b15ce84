import type { Ec2Operations, VolumeModification } from '../../../../models/ec2/types.ts';
import type { OperationOf } from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import { HOUR_MS } from '../../../core/time.ts';
import { permissionOn, permissionTo } from '../authorization.ts';
import { invalidParameterValue } from '../errors.ts';
import { filterOf, filterTable } from '../filters.ts';
import { listerOf, pageOf } from '../pages.ts';
import { modifiedTooSoon, volumeNotAvailable, volumeNotFound } from './errors.ts';
import { tellOfVolume } from './notices.ts';
import { volumeNoun } from './nouns.ts';
import { volumeOf } from './own.ts';
import {
  type VolumeDocument,
  type VolumeModificationFacts,
  type VolumeSettings,
  volumes,
} from './state.ts';
import { settingsFor } from './volume-types.ts';

const BETWEEN_MS = 6 * HOUR_MS;

const modifyVolume: OperationOf<Ec2Operations, 'ModifyVolume'> = {
  name: 'ModifyVolume',
  access: 'write',
  authorize: async ({ VolumeId }, context) => [await permissionOn(context, volumeNoun, VolumeId)],
  handle: async (input, context) => {
    const { unit, call, view } = context;
    const volume = await volumeOf(context, input.VolumeId);
    if (volume.state === 'creating') throw volumeNotAvailable(volume.id, volume.state);
    const last = volume.modification?.started;
    if (last !== undefined && call.now < last + BETWEEN_MS) throw modifiedTooSoon();
    const from = settingsOf(volume);
    const to = changed(from, input);
    const modification = { from, to, started: call.now, ended: call.now };
    const { iops: _iops, throughput: _throughput, ...rest } = volume;
    view.put(volumes, volume.id, {
      ...rest,
      type: to.type,
      sizeGiB: to.sizeGiB,
      multiAttach: to.multiAttach,
      ...(to.iops === undefined ? {} : { iops: to.iops }),
      ...(to.throughput === undefined ? {} : { throughput: to.throughput }),
      modification,
    });
    tellOfVolume(unit, volume, call.now, {
      event: 'modifyVolume',
      result: 'completed',
      requestId: call.requestId,
    });
    return { VolumeModification: shown(volume.id, modification) };
  },
};

function settingsOf({ type, sizeGiB, iops, throughput, multiAttach }: VolumeDocument) {
  return {
    type,
    sizeGiB,
    multiAttach,
    ...(iops === undefined ? {} : { iops }),
    ...(throughput === undefined ? {} : { throughput }),
  };
}

/** Errors: InvalidParameterValue and the other errors of volumes' parameters. */
function changed(
  from: VolumeSettings,
  input: Ec2Operations['ModifyVolume']['input'],
): VolumeSettings {
  const { Size: sizeGiB = from.sizeGiB, VolumeType: type = from.type } = input;
  if (sizeGiB < from.sizeGiB) {
    throw invalidParameterValue(
      `New size cannot be smaller than existing size: requested size ${sizeGiB}, volume size ${from.sizeGiB}`,
    );
  }
  // What the old type gave by itself is not what was chosen for the new one.
  const isKept = type === from.type && type !== 'gp2';
  return settingsFor({
    type,
    sizeGiB,
    iops: input.Iops ?? (isKept ? from.iops : undefined),
    throughput: input.Throughput ?? (isKept ? from.throughput : undefined),
    multiAttach: input.MultiAttachEnabled ?? from.multiAttach,
  });
}

const PERCENT = 100;

function shown(
  VolumeId: string,
  { from, to, started, ended }: VolumeModificationFacts,
): VolumeModification {
  return {
    VolumeId,
    ModificationState: ended === undefined ? 'modifying' : 'completed',
    OriginalSize: from.sizeGiB,
    OriginalVolumeType: from.type,
    OriginalIops: from.iops,
    OriginalThroughput: from.throughput,
    OriginalMultiAttachEnabled: from.multiAttach,
    TargetSize: to.sizeGiB,
    TargetVolumeType: to.type,
    TargetIops: to.iops,
    TargetThroughput: to.throughput,
    TargetMultiAttachEnabled: to.multiAttach,
    Progress: ended === undefined ? 0 : PERCENT,
    StartTime: new Date(started),
    ...(ended === undefined ? {} : { EndTime: new Date(ended) }),
  };
}

type Modified = VolumeDocument & { readonly modification: VolumeModificationFacts };

const FILTERS = filterTable<VolumeDocument>({
  'volume-id': ({ id }) => id,
  'modification-state': () => 'completed',
  'original-size': ({ modification }) => modification?.from.sizeGiB,
  'original-volume-type': ({ modification }) => modification?.from.type,
  'target-size': ({ modification }) => modification?.to.sizeGiB,
  'target-volume-type': ({ modification }) => modification?.to.type,
});

const describeModifications: OperationOf<Ec2Operations, 'DescribeVolumesModifications'> = {
  name: 'DescribeVolumesModifications',
  access: 'read',
  authorize: async (_input, context) => [permissionTo(context, 'DescribeVolumesModifications')],
  handle: async (input, { call, view }) => {
    const passes = filterOf(input.Filters, FILTERS);
    const ids = input.VolumeIds ?? [];
    for (const id of ids) {
      if ((await view.get(volumes, id)) === undefined) throw volumeNotFound(id);
    }
    const wanted = (volume: VolumeDocument) =>
      volume.modification !== undefined &&
      (ids.length === 0 || ids.includes(volume.id)) &&
      passes(volume);
    const { items, ...rest } = await pageOf(call, input, listerOf(view, volumes), wanted);
    return {
      VolumesModifications: items
        .filter((volume): volume is Modified => volume.modification !== undefined)
        .map(({ id, modification }) => shown(id, modification)),
      ...rest,
    };
  },
};

export const volumeChanges: readonly AnyOperation[] = [modifyVolume, describeModifications];
