import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ServerCertificate } from '../crypto/server-certificate.ts';
import { databaseOwner, giveTo, letThrough, type Owner } from './owner.ts';
import type { ServerPlace } from './postgres-process.ts';
import { findPrograms, type Programs } from './programs.ts';
import { readRecord, type ServerRecord } from './server-record.ts';

const ID = /^[A-Za-z0-9-]{1,64}$/;
const RECORD = 'server.json';

/** A folder with a folder for each server: its data, its certificate, and a record of what it is. */
export class ServerFolders {
  readonly #directory: string;
  #programs: Promise<readonly Programs[]> | undefined;

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** The newest first. */
  programs(): Promise<readonly Programs[]> {
    this.#programs ??= findPrograms();
    return this.#programs;
  }

  /** The ids of all servers. */
  async ids(): Promise<readonly string[]> {
    const names = await readdir(this.#directory).catch(() => []);
    return names.filter((name) => ID.test(name));
  }

  /** Undefined: there is no such server, or it was not made to the end. */
  async record(id: string): Promise<ServerRecord | undefined> {
    const text = await readFile(join(this.#folder(id), RECORD), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : readRecord(text);
  }

  async keep(id: string, record: ServerRecord): Promise<void> {
    const path = join(this.#folder(id), RECORD);
    await writeFile(`${path}.new`, JSON.stringify(record), { mode: 0o600, flush: true });
    await rename(`${path}.new`, path);
  }

  /** Where a server is that has a record. */
  async place(id: string): Promise<ServerPlace | undefined> {
    const record = await this.record(id);
    return record === undefined ? undefined : this.#placeFor(id, record.version);
  }

  /** Where a server is to be made: its folder is there, with nothing in it. */
  async newPlace(id: string, version: string): Promise<ServerPlace> {
    const owner = await databaseOwner();
    await mkdir(this.#directory, { recursive: true, mode: 0o700 });
    await letThrough([dirname(this.#directory), this.#directory], owner);
    const folder = this.#folder(id);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { mode: 0o700 });
    await giveTo(owner, folder);
    return this.#placeFor(id, version);
  }

  data(id: string): string {
    return join(this.#folder(id), 'data');
  }

  /** PostgreSQL wants the key to be its own user's, and nobody else's to read. */
  async writeCertificate(id: string, { certificate, key }: ServerCertificate): Promise<void> {
    const owner = await databaseOwner();
    for (const [name, content] of [
      ['server.pem', certificate],
      ['server.key', key],
    ] as const) {
      const path = join(this.#folder(id), name);
      await writeFile(`${path}.new`, content, { mode: 0o600 });
      await chmod(`${path}.new`, 0o600);
      await giveTo(owner, `${path}.new`);
      await rename(`${path}.new`, path);
    }
  }

  remove(id: string): Promise<void> {
    return rm(this.#folder(id), { recursive: true, force: true });
  }

  async #placeFor(id: string, version: string): Promise<ServerPlace & { readonly owner: Owner }> {
    const programs = await this.#folderOf(version);
    return { programs, data: this.data(id), owner: await databaseOwner() };
  }

  /** A data directory is of a major version; the newest of its minor ones runs it. */
  async #folderOf(version: string): Promise<string> {
    const major = version.split('.')[0];
    const fitting = (await this.programs()).find((one) => one.version.split('.')[0] === major);
    if (fitting === undefined) throw new Error(`PostgreSQL ${major} is no longer installed here.`);
    return fitting.folder;
  }

  #folder(id: string): string {
    if (!ID.test(id)) throw new Error('a database server is named by letters, digits and hyphens');
    return join(this.#directory, id);
  }
}
