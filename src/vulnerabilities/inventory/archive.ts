import { MalformedArchive } from '../../classification/reading/tar.ts';
import { zipFiles } from '../../classification/reading/zip.ts';
import type { FoundPackage } from '../database.ts';
import type { Ecosystem } from '../ecosystems.ts';
import { installedPackage, lockedPackages, type NamedVersion } from './node-packages.ts';
import { installedDistribution, pinnedRequirements } from './python-packages.ts';

/** How it is known that a package is there: `NODEPKG` and `PYTHONPKG` are installed, the others are asked for. */
export type PackageManager = 'NODEPKG' | 'NPM' | 'PYTHONPKG' | 'PIP';

export interface ArchivedPackage extends FoundPackage {
  readonly manager: PackageManager;
  /** Of the file that tells, within the archive. */
  readonly filePath: string;
}

interface Manifest {
  readonly file: RegExp;
  readonly ecosystem: Ecosystem;
  readonly manager: PackageManager;
  readonly read: (text: string) => readonly NamedVersion[];
}

const MANIFESTS: readonly Manifest[] = [
  {
    file: /(?:^|\/)node_modules\/(?:@[^/]+\/)?[^/@][^/]*\/package\.json$/,
    ecosystem: 'npm',
    manager: 'NODEPKG',
    read: installedPackage,
  },
  {
    // One that was published within a package says what its authors had, not what is there.
    file: /^(?!(?:.*\/)?node_modules\/).*?package-lock\.json$/,
    ecosystem: 'npm',
    manager: 'NPM',
    read: lockedPackages,
  },
  {
    file: /(?:^|\/)[^/]+\.(?:dist-info\/METADATA|egg-info\/PKG-INFO)$/,
    ecosystem: 'PyPI',
    manager: 'PYTHONPKG',
    read: installedDistribution,
  },
  {
    file: /(?:^|\/)requirements\.txt$/,
    ecosystem: 'PyPI',
    manager: 'PIP',
    read: pinnedRequirements,
  },
];

const ARCHIVE_BYTES_MAX = 268_435_456;
const MANIFEST_BYTES_MAX = 16_777_216;
const READ_BYTES_MAX = 134_217_728;
const FILES_MAX = 200_000;
const PACKAGES_MAX = 100_000;

/** What an archive of code is made of can't be told. */
export class UnreadableCode extends Error {
  readonly reason: 'malformed' | 'tooLarge';

  constructor(reason: UnreadableCode['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/** Bytes of limited amount. Errors: UnreadableCode. */
async function bytesOf(source: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > most) throw new UnreadableCode('tooLarge');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** The packages in a ZIP archive. Only what tells of packages is unpacked. Errors: UnreadableCode. */
export async function packagesIn(
  archive: AsyncIterable<Uint8Array>,
): Promise<readonly ArchivedPackage[]> {
  const found: ArchivedPackage[] = [];
  let files = 0;
  let left = READ_BYTES_MAX;
  try {
    for await (const { name, bytes } of zipFiles(await bytesOf(archive, ARCHIVE_BYTES_MAX))) {
      files += 1;
      if (files > FILES_MAX || found.length > PACKAGES_MAX) throw new UnreadableCode('tooLarge');
      const manifest = MANIFESTS.find(({ file }) => file.test(name));
      if (manifest === undefined) continue;
      const text = await bytesOf(bytes, Math.min(left, MANIFEST_BYTES_MAX));
      left -= text.length;
      const { ecosystem, manager, read } = manifest;
      for (const one of read(text.toString('utf8'))) {
        found.push({ ...one, ecosystem, manager, filePath: name });
      }
    }
  } catch (error) {
    if (error instanceof MalformedArchive) throw new UnreadableCode('malformed');
    throw error;
  }
  return found;
}
