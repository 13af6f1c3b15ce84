import type { Entry, ZipFile } from 'yauzl';
import { type ArchivedFile, MalformedArchive } from './tar.ts';

async function opened(archive: Buffer): Promise<ZipFile> {
  const { fromBuffer } = await import('yauzl');
  return new Promise((resolve, reject) => {
    fromBuffer(archive, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error === null || error === undefined) resolve(zip);
      else reject(new MalformedArchive('the archive can not be read'));
    });
  });
}

function nextEntry(zip: ZipFile): Promise<Entry | undefined> {
  return new Promise((resolve, reject) => {
    const done = (entry: Entry | undefined): void => {
      zip.removeAllListeners();
      resolve(entry);
    };
    zip.once('entry', done);
    zip.once('end', () => done(undefined));
    zip.once('error', () => {
      zip.removeAllListeners();
      reject(new MalformedArchive('an entry is damaged'));
    });
    zip.readEntry();
  });
}

async function* contentOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const stream = await new Promise<AsyncIterable<Uint8Array>>((resolve, reject) => {
    zip.openReadStream(entry, (error, opening) => {
      if (error === null || error === undefined) resolve(opening);
      else reject(new MalformedArchive('a file can not be read'));
    });
  });
  try {
    yield* stream;
  } catch (cause) {
    throw new MalformedArchive('a file is damaged', { cause });
  }
}

/** The files of a ZIP archive, which is in memory whole: its list is at its end. Errors: MalformedArchive. */
export async function* zipFiles(archive: Buffer): AsyncGenerator<ArchivedFile> {
  const zip = await opened(archive);
  for (let entry = await nextEntry(zip); entry !== undefined; entry = await nextEntry(zip)) {
    if (entry.fileName.endsWith('/')) continue;
    yield { name: entry.fileName, bytes: contentOf(zip, entry) };
  }
}
