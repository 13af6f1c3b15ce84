import type { InstanceType } from '../../../../models/ec2/types.ts';

/** A type of instances. Source: AWS, "Amazon EC2 instance types". */
export interface TypeFacts {
  readonly name: InstanceType;
  readonly vcpus: number;
  readonly cores: number;
  readonly memoryMiB: number;
  readonly hypervisor: 'nitro' | 'xen';
  readonly architectures: readonly ('arm64' | 'i386' | 'x86_64')[];
  readonly isBurstable: boolean;
  readonly isFree: boolean;
  readonly isCurrent: boolean;
  /** GHz. */
  readonly clock: number;
  readonly interfaces: number;
  readonly addressesEach: number;
  readonly network: string;
}

type Row = readonly [
  name: InstanceType,
  vcpus: number,
  cores: number,
  memoryMiB: number,
  clock: number,
  interfaces: number,
  addressesEach: number,
  network: string,
];

const ROWS: readonly Row[] = [
  ['t2.micro', 1, 1, 1_024, 2.5, 2, 2, 'Low to Moderate'],
  ['t2.small', 1, 1, 2_048, 2.5, 3, 4, 'Low to Moderate'],
  ['t3.nano', 2, 1, 512, 2.5, 2, 2, 'Up to 5 Gigabit'],
  ['t3.micro', 2, 1, 1_024, 2.5, 2, 2, 'Up to 5 Gigabit'],
  ['t3.small', 2, 1, 2_048, 2.5, 3, 4, 'Up to 5 Gigabit'],
  ['t3.medium', 2, 1, 4_096, 2.5, 3, 6, 'Up to 5 Gigabit'],
  ['t3.large', 2, 1, 8_192, 2.5, 3, 12, 'Up to 5 Gigabit'],
  ['t4g.nano', 2, 2, 512, 2.5, 2, 2, 'Up to 5 Gigabit'],
  ['t4g.micro', 2, 2, 1_024, 2.5, 2, 2, 'Up to 5 Gigabit'],
  ['t4g.small', 2, 2, 2_048, 2.5, 3, 4, 'Up to 5 Gigabit'],
  ['t4g.medium', 2, 2, 4_096, 2.5, 3, 6, 'Up to 5 Gigabit'],
  ['m5.large', 2, 1, 8_192, 3.1, 3, 10, 'Up to 10 Gigabit'],
  ['m5.xlarge', 4, 2, 16_384, 3.1, 4, 15, 'Up to 10 Gigabit'],
  ['m6g.large', 2, 2, 8_192, 2.5, 3, 10, 'Up to 10 Gigabit'],
  ['m6i.large', 2, 1, 8_192, 3.5, 3, 10, 'Up to 12.5 Gigabit'],
  ['c5.large', 2, 1, 4_096, 3.4, 3, 10, 'Up to 10 Gigabit'],
  ['c6g.large', 2, 2, 4_096, 2.5, 3, 10, 'Up to 10 Gigabit'],
  ['r5.large', 2, 1, 16_384, 3.1, 3, 10, 'Up to 10 Gigabit'],
  ['r6g.large', 2, 2, 16_384, 2.5, 3, 10, 'Up to 10 Gigabit'],
];

const FREE: ReadonlySet<string> = new Set(['t2.micro', 't3.micro']);

const OLD = /^(t1|m1|c1|t2|c3|m3)\./;
const ARM = /^(a1|[a-z]+\d+g[a-z]*)\./;

/** The types that are described. Any type that AWS has can be launched. */
export const INSTANCE_TYPES: readonly TypeFacts[] = ROWS.map(
  ([name, vcpus, cores, memoryMiB, clock, interfaces, addressesEach, network]) => {
    const isXen = name.startsWith('t2.');
    return {
      name,
      vcpus,
      cores,
      memoryMiB,
      hypervisor: isXen ? 'xen' : 'nitro',
      architectures: architecturesOf(name),
      isBurstable: name.startsWith('t'),
      isFree: FREE.has(name),
      isCurrent: true,
      clock,
      interfaces,
      addressesEach,
      network,
    };
  },
);

/** The architectures that a type runs, by its name: a `g` behind the generation stands for Graviton. */
export function architecturesOf(type: string): TypeFacts['architectures'] {
  if (ARM.test(type)) return ['arm64'];
  return OLD.test(type) ? ['i386', 'x86_64'] : ['x86_64'];
}
