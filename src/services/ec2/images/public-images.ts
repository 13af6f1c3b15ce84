import { createHash } from 'node:crypto';
import type { ArchitectureValues } from '../../../../models/ec2/types.ts';
import type { ImageDocument } from './state.ts';

/** The account that Amazon Linux is published by. */
const AMAZON = '137112412989';

interface PublicImage {
  readonly name: string;
  readonly description: string;
  readonly architecture: ArchitectureValues;
  readonly rootGiB: number;
  readonly volumeType: 'gp2' | 'gp3' | 'standard';
  /** Instances of it answer requests for metadata with a token alone. */
  readonly needsTokens: boolean;
  /** The names of public parameters that lead to it, below `/aws/service/ami-amazon-linux-latest/`. */
  readonly parameters: readonly string[];
}

const AL2023 = '2023.9.20251117.1';
const AL2 = '2.0.20251110.1';
const PUBLISHED = Date.UTC(2025, 10, 18);

const PUBLIC: readonly PublicImage[] = (['x86_64', 'arm64'] as const).flatMap((architecture) => [
  al2023('', '6.1', 8, architecture, true),
  al2023('', '6.12', 8, architecture, false),
  al2023('minimal-', '6.1', 2, architecture, true),
  al2023('minimal-', '6.12', 2, architecture, false),
  al2(architecture, 'gp2', 'hvm'),
  al2(architecture, 'gp2', 'kernel-5.10-hvm'),
  ...(architecture === 'x86_64' ? [al2(architecture, 'ebs', 'hvm')] : []),
]);

function al2023(
  variant: string,
  kernel: string,
  rootGiB: number,
  architecture: ArchitectureValues,
  isDefault: boolean,
): PublicImage {
  const named = (which: string) => `al2023-ami-${variant}kernel-${which}-${architecture}`;
  return {
    name: `al2023-ami-${variant}${AL2023}-kernel-${kernel}-${architecture}`,
    description: `Amazon Linux 2023 AMI ${AL2023} ${architecture} HVM kernel-${kernel}`,
    architecture,
    rootGiB,
    volumeType: 'gp3',
    needsTokens: true,
    parameters: isDefault ? [named(kernel), named('default')] : [named(kernel)],
  };
}

function al2(
  architecture: ArchitectureValues,
  volumeType: 'ebs' | 'gp2',
  kind: 'hvm' | 'kernel-5.10-hvm',
): PublicImage {
  return {
    name: `amzn2-ami-${kind}-${AL2}-${architecture}-${volumeType}`,
    description: `Amazon Linux 2 AMI ${AL2} ${architecture} HVM ${volumeType}`,
    architecture,
    rootGiB: 8,
    volumeType: volumeType === 'ebs' ? 'standard' : 'gp2',
    needsTokens: false,
    parameters: [`amzn2-ami-${kind}-${architecture}-${volumeType}`],
  };
}

const byRegion = new Map<string, ReadonlyMap<string, ImageDocument>>();

/**
 * Amazon's own images in a Region, by id. They stand for the real ones: they have names and ids of their own, and nothing
 * inside. Any text may be asked for as a Region, so what is kept is bounded.
 */
export function publicImages(region: string): ReadonlyMap<string, ImageDocument> {
  const known = byRegion.get(region);
  if (known !== undefined) return known;
  const made = new Map(PUBLIC.map((image) => [idOf('ami', region, image.name), image] as const));
  const documents = new Map([...made].map(([id, image]) => [id, documentOf(region, id, image)]));
  if (byRegion.size < REGIONS_MAX) byRegion.set(region, documents);
  return documents;
}

const REGIONS_MAX = 100;

function documentOf(region: string, id: string, image: PublicImage): ImageDocument {
  const { name, description, architecture, rootGiB, volumeType, needsTokens } = image;
  return {
    id,
    tags: {},
    scope: { account: AMAZON, region },
    name,
    description,
    created: PUBLISHED,
    state: 'available',
    architecture,
    rootDevice: '/dev/xvda',
    devices: [
      {
        device: '/dev/xvda',
        snapshotId: idOf('snap', region, name),
        sizeGiB: rootGiB,
        volumeType,
        encrypted: false,
        deleteOnTermination: true,
      },
    ],
    grants: [{ kind: 'group', who: 'all' }],
    enaSupport: true,
    bootMode: architecture === 'arm64' ? 'uefi' : 'uefi-preferred',
    ...(needsTokens ? { imdsSupport: 'v2.0' } : {}),
    ownerAlias: 'amazon',
  };
}

function idOf(prefix: string, region: string, name: string): string {
  const text = JSON.stringify([prefix, region, name]);
  return `${prefix}-${createHash('sha256').update(text).digest('hex').slice(0, 17)}`;
}

const NAMESPACE = 'ami-amazon-linux-latest';
const NAMES: ReadonlyMap<string, string> = new Map(
  PUBLIC.flatMap(({ name, parameters }) =>
    parameters.map((parameter) => [`/aws/service/${NAMESPACE}/${parameter}`, name] as const),
  ),
);

/** AWS's public parameters that name Amazon's images. */
interface ImageParameters {
  /** Below `/aws/service`. */
  readonly namespace: string;
  /** `/aws/service/ami-amazon-linux-latest/…`: the same in every Region. */
  readonly names: readonly string[];
  /** The image's id in a Region; undefined for other names. */
  valueIn(region: string, name: string): string | undefined;
}

export const imageParameters: ImageParameters = {
  namespace: NAMESPACE,
  names: [...NAMES.keys()],
  valueIn: (region, parameter) => {
    const name = NAMES.get(parameter);
    return name === undefined ? undefined : idOf('ami', region, name);
  },
};
