import { randomBytes, randomInt } from 'node:crypto';
import { chmod, chown, copyFile, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArchiveFault, LaunchSpec } from '../contract/functions.ts';
import type { ByteStream } from '../model/types.ts';
import { inspect, unpack } from './archive.ts';

/** Where one sandbox's files are. Only `temporary` is its own to write. */
export interface Workplace {
  readonly code: string;
  /** Folders of layers, in order. */
  readonly layers: readonly string[];
  readonly temporary: string;
  /** The user and group the sandbox runs as; undefined: the server's own. */
  readonly uid: number | undefined;
  remove(): Promise<void>;
}

/**
 * Users that nobody has: each sandbox is another one, so none can reach another's processes and files. They are drawn,
 * so that several servers of a machine don't take the same.
 */
const FIRST_UID = 1_879_048_192;
const UIDS = 134_217_728;

const RUNTIMES = 'runtimes';
const AUTHORITY = 'authority.pem';
const PREFIX = 'holdfast-functions-';

/** Removes what servers left that were killed. */
async function removeLeftovers(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    await rm(join(tmpdir(), name), { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Another user's process is one too.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Folders of sandboxes, under a temporary folder of the server's. */
export class Workplaces {
  readonly #runtimes: string;
  readonly #isRoot: boolean;
  readonly #authority: string | undefined;
  #root: Promise<string> | undefined;

  /** `authority`: the file of whom functions must trust to reach this server over TLS. */
  constructor(runtimes: string, isRoot: boolean, authority: string | undefined) {
    this.#runtimes = runtimes;
    this.#isRoot = isRoot;
    this.#authority = authority;
  }

  /** The folder of the bootstraps, readable for every sandbox. */
  async runtimes(): Promise<string> {
    return join(await this.#opened(), RUNTIMES);
  }

  /** A copy of the authority's file, readable for every sandbox. */
  async authority(): Promise<string | undefined> {
    return this.#authority === undefined ? undefined : join(await this.#opened(), AUTHORITY);
  }

  /** Unpacks the archives into a new place. Errors: whatever is wrong with them. */
  async make(launch: LaunchSpec): Promise<Workplace> {
    const folder = join(await this.#opened(), randomBytes(16).toString('hex'));
    await mkdir(folder, { mode: 0o750 });
    const uid = this.#isRoot ? FIRST_UID + randomInt(UIDS) : undefined;
    const remove = () => rm(folder, { recursive: true, force: true });
    try {
      const { code, layers } = launch.archives();
      const file = join(folder, 'archive.zip');
      const codeFolder = join(folder, 'task');
      await unpack(code, file, codeFolder);
      const layerFolders: string[] = [];
      for (const layer of layers) {
        const at = join(folder, `layer-${layerFolders.length}`);
        await unpack(layer, file, at);
        layerFolders.push(at);
      }
      await rm(file);
      const temporary = join(folder, 'tmp');
      await mkdir(temporary, { mode: 0o700 });
      if (uid !== undefined) {
        await chown(temporary, uid, uid);
        // The code stays the server's: the sandbox's group may read it.
        await chown(folder, 0, uid);
      }
      return { code: codeFolder, layers: layerFolders, temporary, uid, remove };
    } catch (error) {
      await remove();
      throw error;
    }
  }

  /** What is wrong with an archive, if anything. */
  async inspect(archive: ByteStream): Promise<ArchiveFault | undefined> {
    const file = join(await this.#opened(), `${randomBytes(16).toString('hex')}.zip`);
    try {
      return await inspect(archive, file);
    } finally {
      await rm(file, { force: true });
    }
  }

  async close(): Promise<void> {
    const root = await this.#root;
    if (root !== undefined) await rm(root, { recursive: true, force: true });
  }

  #opened(): Promise<string> {
    this.#root ??= this.#open();
    return this.#root;
  }

  async #open(): Promise<string> {
    await removeLeftovers();
    const root = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`));
    // Others may pass, and list nothing.
    await chmod(root, 0o711);
    if (this.#authority !== undefined) {
      await copyFile(this.#authority, join(root, AUTHORITY));
      await chmod(join(root, AUTHORITY), 0o644);
    }
    const runtimes = join(root, RUNTIMES);
    await mkdir(runtimes);
    for (const name of await readdir(this.#runtimes)) {
      await copyFile(join(this.#runtimes, name), join(runtimes, name));
      await chmod(join(runtimes, name), 0o644);
    }
    return root;
  }
}
