import { createWriteStream } from 'node:fs';
import { chmod, mkdir, open, symlink } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Entry, ZipFile } from 'yauzl';
import type { ArchiveFault } from '../contract/functions.ts';
import type { ByteStream } from '../model/types.ts';

/** AWS's limit of what code and layers unpack to. */
const UNPACKED_BYTES_MAX = 262_144_000;
const ENTRIES_MAX = 65_536;
const LINK_BYTES_MAX = 4_096;

const KIND = 0o170000;
const LINK = 0o120000;

/** Writes the stream to a file, then unpacks it as a zip archive into a folder of its own. */
export async function unpack(archive: ByteStream, file: string, folder: string): Promise<void> {
  await pipeline(archive, createWriteStream(file, { mode: 0o600 }));
  await mkdir(folder, { recursive: true });
  const handle = await open(file, 'r');
  try {
    const zip = await opened(handle.fd);
    await each(zip, folder);
  } finally {
    await handle.close();
  }
}

/** Looks through an archive without unpacking it. `file` is where it is put meanwhile. */
export async function inspect(
  archive: ByteStream,
  file: string,
): Promise<ArchiveFault | undefined> {
  await pipeline(archive, createWriteStream(file, { mode: 0o600 }));
  const handle = await open(file, 'r');
  try {
    for await (const _entry of withinLimits(await opened(handle.fd))) void _entry;
    return undefined;
  } catch (error) {
    return error instanceof TooLarge ? 'tooLarge' : 'unreadable';
  } finally {
    await handle.close();
  }
}

class TooLarge extends Error {}

/** The archive's entries. Errors: TooLarge. */
async function* withinLimits(zip: ZipFile): AsyncGenerator<Entry> {
  let bytes = 0;
  let count = 0;
  for await (const entry of entriesOf(zip)) {
    bytes += entry.uncompressedSize;
    count += 1;
    if (bytes > UNPACKED_BYTES_MAX || count > ENTRIES_MAX) {
      throw new TooLarge('the archive is too large');
    }
    yield entry;
  }
}

async function opened(fd: number): Promise<ZipFile> {
  const { fromFd } = await import('yauzl');
  return new Promise((resolve, reject) => {
    fromFd(fd, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, zip) => {
      if (error === null || error === undefined) resolve(zip);
      else reject(error);
    });
  });
}

/** Entries in order. yauzl refuses names that are absolute, climb, or hold a backslash. */
async function each(zip: ZipFile, folder: string): Promise<void> {
  const links: { at: string; to: string }[] = [];
  for await (const entry of withinLimits(zip)) {
    const mode = entry.externalFileAttributes >>> 16;
    if ((mode & KIND) === LINK) links.push({ at: entry.fileName, to: await linkOf(zip, entry) });
    else await write(zip, entry, { at: join(folder, entry.fileName), mode });
  }
  // Links come last, so that no entry is ever written through one.
  const names = new Set(links.map(({ at }) => at));
  for (const { at, to } of links) {
    if (!staysInside(at, to) || isBehind(names, at)) continue;
    await mkdir(dirname(join(folder, at)), { recursive: true });
    await symlink(to, join(folder, at));
  }
}

/** A link may climb at its beginning alone: behind another link `..` leads elsewhere than it reads. */
function staysInside(at: string, to: string): boolean {
  if (to.startsWith('/') || !/^(\.\.?\/)*[^/]+/.test(to)) return false;
  if (/(^|\/)\.\.(\/|$)/.test(to.replace(/^(\.\.?\/)*/, ''))) return false;
  const target = posix.normalize(posix.join(posix.dirname(at), to));
  return target !== '..' && !target.startsWith('../');
}

/** True when a folder on the way to it would be a link. */
function isBehind(links: ReadonlySet<string>, at: string): boolean {
  for (let end = at.indexOf('/'); end !== -1; end = at.indexOf('/', end + 1)) {
    if (links.has(at.slice(0, end))) return true;
  }
  return false;
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | undefined>((resolve, reject) => {
      const done = (value: Entry | undefined): void => {
        zip.removeAllListeners();
        resolve(value);
      };
      zip.once('entry', done);
      zip.once('end', () => done(undefined));
      zip.once('error', reject);
      zip.readEntry();
    });
    if (entry === undefined) return;
    yield entry;
  }
}

async function write(
  zip: ZipFile,
  entry: Entry,
  { at, mode }: { readonly at: string; readonly mode: number },
): Promise<void> {
  if (entry.fileName.endsWith('/')) {
    await mkdir(at, { recursive: true });
    return;
  }
  await mkdir(dirname(at), { recursive: true });
  await pipeline(await contentOf(zip, entry), createWriteStream(at));
  await chmod(at, (mode & 0o111) === 0 ? 0o644 : 0o755);
}

function contentOf(zip: ZipFile, entry: Entry): Promise<NodeJS.ReadableStream> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error === null || error === undefined) resolve(stream);
      else reject(error);
    });
  });
}

async function linkOf(zip: ZipFile, entry: Entry): Promise<string> {
  if (entry.uncompressedSize > LINK_BYTES_MAX) throw new Error('a link is too long');
  const chunks: Buffer[] = [];
  for await (const chunk of await contentOf(zip, entry)) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
