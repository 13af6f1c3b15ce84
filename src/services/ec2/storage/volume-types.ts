import type { VolumeType } from '../../../../models/ec2/types.ts';
import type { ServiceError } from '../../../core/errors.ts';
import { invalidCombination, invalidParameterValue, missingParameter } from '../errors.ts';
import type { VolumeSettings } from './state.ts';

interface Range {
  readonly least: number;
  readonly most: number;
}

interface TypeRules {
  readonly sizeGiB: Range;
  /** Absent: they can't be chosen. */
  readonly iops?: Range & { readonly perGiB: number; readonly isRequired: boolean };
  readonly throughput?: Range;
  /** What the type gives by itself. */
  readonly usual: (sizeGiB: number) => { readonly iops?: number; readonly throughput?: number };
  readonly attachesToMany: boolean;
}

const GP3_IOPS = 3_000;
const GP3_THROUGHPUT = 125;
/** MiB in a second for each operation in a second. */
const GP3_THROUGHPUT_PER_IOPS = 0.25;
const NOTHING = () => ({});

/** Amazon EBS User Guide, "Amazon EBS volume types". */
const RULES: Readonly<Record<VolumeType, TypeRules>> = {
  standard: { sizeGiB: { least: 1, most: 1_024 }, usual: NOTHING, attachesToMany: false },
  gp2: {
    sizeGiB: { least: 1, most: 16_384 },
    usual: (size) => ({ iops: Math.min(Math.max(3 * size, 100), 16_000) }),
    attachesToMany: false,
  },
  gp3: {
    sizeGiB: { least: 1, most: 65_536 },
    iops: { least: GP3_IOPS, most: 80_000, perGiB: 500, isRequired: false },
    throughput: { least: GP3_THROUGHPUT, most: 2_000 },
    usual: () => ({ iops: GP3_IOPS, throughput: GP3_THROUGHPUT }),
    attachesToMany: false,
  },
  io1: {
    sizeGiB: { least: 4, most: 16_384 },
    iops: { least: 100, most: 64_000, perGiB: 50, isRequired: true },
    usual: NOTHING,
    attachesToMany: true,
  },
  io2: {
    sizeGiB: { least: 4, most: 65_536 },
    iops: { least: 100, most: 256_000, perGiB: 1_000, isRequired: true },
    usual: NOTHING,
    attachesToMany: true,
  },
  st1: { sizeGiB: { least: 125, most: 16_384 }, usual: NOTHING, attachesToMany: false },
  sc1: { sizeGiB: { least: 125, most: 16_384 }, usual: NOTHING, attachesToMany: false },
};

/** What a volume of the type is to be, with what the type gives by itself. Errors: those of EC2's parameters. */
export function settingsFor(wanted: VolumeSettings): VolumeSettings {
  const { type, sizeGiB, multiAttach } = wanted;
  const rules = RULES[type];
  const { sizeGiB: size } = rules;
  if (sizeGiB < size.least) throw volumeOff(sizeGiB, 'small', type, `minimum is ${size.least}GiB.`);
  if (sizeGiB > size.most) throw volumeOff(sizeGiB, 'large', type, `maximum is ${size.most}GiB.`);
  requireIops(wanted, rules);
  if (multiAttach && !rules.attachesToMany) {
    throw invalidCombination(`Multi-Attach is not supported for ${type} volumes.`);
  }
  const usual = rules.usual(sizeGiB);
  const { iops = usual.iops, throughput = usual.throughput } = wanted;
  requireThroughput(wanted, rules, iops);
  return { type, sizeGiB, multiAttach, iops, throughput };
}

function volumeOff(sizeGiB: number, how: string, type: string, limit: string): ServiceError {
  return invalidParameterValue(
    `Volume of ${sizeGiB}GiB is too ${how} for volume type ${type}; ${limit}`,
  );
}

function requireIops({ type, sizeGiB, iops }: VolumeSettings, { iops: rule }: TypeRules): void {
  if (iops === undefined) {
    if (rule?.isRequired !== true) return;
    throw missingParameter('iops');
  }
  if (rule === undefined) {
    throw invalidCombination(`The parameter iops is not supported for ${type} volumes.`);
  }
  if (iops < rule.least) {
    throw invalidParameterValue(`Volume iops of ${iops} is too low; minimum is ${rule.least}.`);
  }
  if (iops > rule.most) {
    throw invalidParameterValue(`Volume iops of ${iops} is too high; maximum is ${rule.most}.`);
  }
  const ratio = iops / sizeGiB;
  if (ratio > rule.perGiB && iops > rule.least) {
    const text = `Iops to volume size ratio of ${ratio.toFixed(6)} is too high; maximum is ${rule.perGiB}.`;
    throw invalidParameterValue(text);
  }
}

function requireThroughput(
  { type, throughput }: VolumeSettings,
  { throughput: rule }: TypeRules,
  iops: number | undefined,
): void {
  if (throughput === undefined) return;
  if (rule === undefined) {
    throw invalidCombination(`The parameter throughput is not supported for ${type} volumes.`);
  }
  if (throughput < rule.least) {
    const text = `Throughput (MiBps) of ${throughput} is too low; minimum is ${rule.least}.`;
    throw invalidParameterValue(text);
  }
  if (throughput > rule.most) {
    const text = `Throughput (MiBps) of ${throughput} is too high; maximum is ${rule.most}.`;
    throw invalidParameterValue(text);
  }
  const ratio = throughput / (iops ?? GP3_IOPS);
  if (ratio > GP3_THROUGHPUT_PER_IOPS) {
    const text = `Throughput (MiBps) to iops ratio of ${ratio.toFixed(6)} is too high; maximum is ${GP3_THROUGHPUT_PER_IOPS.toFixed(6)} MiBps per iops.`;
    throw invalidParameterValue(text);
  }
}
