import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { ServerCertificate } from '../crypto/server-certificate.ts';
import { type MasterUser, setMasterPassword, setUpMaster } from './master-user.ts';
import { databaseOwner, giveTo, letThrough, type Owner } from './owner.ts';
import {
  makeData,
  type PostgresProcess,
  startProcess,
  stopLeftOver,
  syncData,
} from './postgres-process.ts';
import { findPrograms, type Programs } from './programs.ts';
import { dropFollower, lastCheckpoint, makeFollower } from './replication.ts';
import { readRecord, type ServerRecord } from './server-record.ts';
import { ADDRESS, HOST_RULES, serverSettings } from './server-settings.ts';
import { inSession } from './sql-session.ts';

export interface PostgresServersOptions {
  /** A folder of its own; below it each server has one, named by its id. */
  readonly directory: string;
  /** What the servers show to clients that want TLS; asked for at each start. */
  readonly certificate: () => Promise<ServerCertificate>;
  /** False: files need not outlive a crash of the machine. */
  readonly sync: boolean;
  readonly onFault: (message: string, cause: unknown) => void;
  /** How long a server that is handed over waits for its follower. Default 30 seconds. */
  readonly catchUpMs?: number;
}

export interface NewServer {
  /** One of `versions()`. */
  readonly version: string;
  readonly port: number;
  readonly admin: Admin;
}

/** A server that has what another one has, its superuser too, and can only be read. */
export interface Follower extends NewServer {
  /** The id of the other, which is of the same version. */
  readonly source: string;
}

/** The superuser by which Holdfast looks after a server. */
export interface Admin {
  readonly name: string;
  readonly password: string;
}

const ID = /^[A-Za-z0-9-]{1,64}$/;
const RECORD = 'server.json';
const RESTARTS_MAX = 5;
const RESTART_PAUSE_MS = 1_000;
const CATCH_UP_MS = 30_000;
const CATCH_UP_PAUSE_MS = 100;

/**
 * PostgreSQL servers on this machine, each with a data directory of its own. Those that were running when Holdfast
 * ended run again from `resume` on. Every method may be repeated: what is done already is left alone.
 */
export class PostgresServers {
  readonly #options: PostgresServersOptions;
  readonly #running = new Map<string, PostgresProcess>();
  /** The last thing asked of each server: they are done one after another. */
  readonly #turns = new Map<string, Promise<unknown>>();
  #programs: Promise<readonly Programs[]> | undefined;
  #isClosed = false;

  constructor(options: PostgresServersOptions) {
    this.#options = options;
  }

  /** Versions that are installed, the newest first: `15.18`. */
  async versions(): Promise<readonly string[]> {
    this.#programs ??= findPrograms();
    return (await this.#programs).map(({ version }) => version);
  }

  /** The wanted port, or any when none is; undefined when it is taken. */
  freePort(wanted = 0): Promise<number | undefined> {
    return new Promise((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(undefined));
      probe.listen(wanted, ADDRESS, () => {
        const address = probe.address();
        const port = typeof address === 'object' ? address?.port : undefined;
        probe.close(() => resolve(port));
      });
    });
  }

  /** Makes a server and starts it. Errors: an Error with a sentence for the operator. */
  create(id: string, server: NewServer): Promise<void> {
    return this.#inTurn(id, async () => {
      if ((await this.#record(id)) === undefined) await this.#make(id, server);
      await this.#run(id);
    });
  }

  start(id: string): Promise<void> {
    return this.#inTurn(id, () => this.#run(id));
  }

  stop(id: string): Promise<void> {
    return this.#inTurn(id, async () => {
      const record = await this.#record(id);
      if (record !== undefined) await this.#keep(id, { ...record, isWanted: false });
      await this.#end(id);
    });
  }

  restart(id: string): Promise<void> {
    return this.#inTurn(id, async () => {
      await this.#end(id);
      await this.#run(id);
    });
  }

  /** Stops it and deletes its files. */
  remove(id: string): Promise<void> {
    return this.#inTurn(id, async () => {
      await this.#end(id);
      const place = await this.#placeOf(id);
      if (place !== undefined) await stopLeftOver(place);
      await rm(this.#folder(id), { recursive: true, force: true });
    });
  }

  /** Makes a follower and starts it. A server that is there begins anew, unless it follows the same one already. */
  follow(id: string, follower: Follower): Promise<void> {
    return this.#inTurn(id, async () => {
      if ((await this.#record(id))?.follows !== follower.source) {
        await this.#end(id);
        await this.#copy(id, follower);
      }
      await this.#run(id);
    });
  }

  /** Ends the following: the server can be written. */
  promote(id: string, admin: Admin): Promise<void> {
    return this.#inTurn(id, async () => {
      const record = await this.#record(id);
      if (record?.follows === undefined) return;
      await this.#run(id);
      await this.#asUser(id, admin, async (session) => {
        if (!(await session.holds('SELECT 1 WHERE pg_is_in_recovery()', []))) return;
        await session.run('SELECT pg_promote(true, 25)');
      });
      const { version, port } = record;
      await this.#keep(id, { version, port, isWanted: true });
    });
  }

  /** Keeps nothing for a follower any more. Errors: it is still there. */
  forget(id: string, admin: Admin, follower: string): Promise<void> {
    return this.#asUser(id, admin, (session) => dropFollower(session, follower));
  }

  /**
   * Stops a server when its follower `to` has had all that it has. False: that did not come about in time, and the server runs as
   * before.
   */
  handOver(id: string, to: string, admin: Admin): Promise<boolean> {
    return this.#inTurn(id, async () => {
      // Done before: the follower is none any more.
      if ((await this.#record(to))?.follows !== id) return true;
      if (this.#running.has(id)) {
        let end = '';
        await this.#asUser(id, admin, async (session) => {
          end = (await session.text('SELECT pg_current_wal_lsn()::text')) ?? '';
        });
        if (!(await this.#comesTo(to, admin, `pg_last_wal_replay_lsn() >= '${end}'`))) return false;
      }
      const record = await this.#record(id);
      const place = await this.#placeOf(id);
      if (record === undefined || place === undefined) throw new Error(`no database server ${id}`);
      await this.#keep(id, { ...record, isWanted: false });
      await this.#end(id);
      // It ends with a checkpoint, which it tells its followers of before it goes.
      const last = await lastCheckpoint(place.data);
      if (await this.#comesTo(to, admin, `pg_last_wal_receive_lsn() > '${last}'`)) return true;
      await this.#run(id);
      return false;
    });
  }

  async #comesTo(id: string, admin: Admin, condition: string): Promise<boolean> {
    let isSo = false;
    const tries = (this.#options.catchUpMs ?? CATCH_UP_MS) / CATCH_UP_PAUSE_MS;
    await this.#asUser(id, admin, async (session) => {
      for (let attempt = 0; attempt < tries && !this.#isClosed; attempt += 1) {
        isSo = await session.holds(`SELECT 1 WHERE ${condition}`, []);
        if (isSo) return;
        await new Promise((resolve) => setTimeout(resolve, CATCH_UP_PAUSE_MS));
      }
    });
    return isSo;
  }

  setUp(id: string, admin: Admin, master: MasterUser, database?: string): Promise<void> {
    return this.#asUser(id, admin, (session) => setUpMaster(session, master, database));
  }

  setPassword(id: string, admin: Admin, master: MasterUser): Promise<void> {
    return this.#asUser(id, admin, (session) => setMasterPassword(session, master));
  }

  /** Errors: the login is refused, or the server does not answer. */
  logIn(id: string, login: Admin): Promise<void> {
    return this.#asUser(id, login, (session) => session.run('SELECT 1'));
  }

  /** Starts those that were running; what an earlier Holdfast left running is stopped first. */
  async resume(): Promise<void> {
    const names = await readdir(this.#options.directory).catch(() => []);
    const begun = names.filter((name) => ID.test(name)).map((id) => this.#resumeOne(id));
    await Promise.all(begun);
  }

  /** Stops all of them; they stay wanted. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.allSettled(this.#turns.values());
    await Promise.all([...this.#running.keys()].map((id) => this.#end(id)));
  }

  async #resumeOne(id: string): Promise<void> {
    try {
      await this.#inTurn(id, async () => {
        const record = await this.#record(id);
        const place = await this.#placeOf(id);
        if (record === undefined || place === undefined) return;
        await stopLeftOver(place);
        if (record.isWanted) await this.#run(id);
      });
    } catch (cause) {
      this.#options.onFault(`The database server ${id} did not start again.`, cause);
    }
  }

  async #make(id: string, { version, port, admin }: NewServer): Promise<void> {
    const owner = await this.#emptyFolder(id);
    const data = join(this.#folder(id), 'data');
    await makeData({ programs: await this.#folderOf(version), data, owner }, admin);
    // Last: a server without a record is one that was not made to the end.
    await this.#keep(id, { version, port, isWanted: true });
  }

  async #copy(id: string, { version, port, admin, source }: Follower): Promise<void> {
    const from = await this.#record(source);
    if (from === undefined) throw new Error(`no database server ${source}`);
    const owner = await this.#emptyFolder(id);
    const data = join(this.#folder(id), 'data');
    const { password } = admin;
    const following = { id, port: from.port, password, to: data, owner };
    await this.#asUser(source, admin, (session) =>
      makeFollower(session, { ...following, from: join(this.#folder(source), 'data') }),
    );
    const programs = await this.#folderOf(version);
    if (this.#options.sync) await syncData({ programs, data, owner });
    await this.#keep(id, { version, port, isWanted: true, follows: source });
  }

  /** The server's folder, with nothing in it. Gives who is to run the server. */
  async #emptyFolder(id: string): Promise<Owner> {
    const { directory } = this.#options;
    const owner = await databaseOwner();
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await letThrough([dirname(directory), directory], owner);
    const folder = this.#folder(id);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { mode: 0o700 });
    await giveTo(owner, folder);
    return owner;
  }

  async #run(id: string): Promise<void> {
    if (this.#running.has(id) || this.#isClosed) return;
    const record = await this.#record(id);
    const place = await this.#placeOf(id);
    if (record === undefined || place === undefined) throw new Error(`no database server ${id}`);
    if (!record.isWanted) await this.#keep(id, { ...record, isWanted: true });
    await this.#writeCertificate(id);
    await writeFile(join(place.data, 'pg_hba.conf'), HOST_RULES);
    const started = await startProcess(place, serverSettings(record.port, this.#options.sync));
    this.#running.set(id, started);
    void started.ended.then(() => this.#onEnd(id, started));
  }

  /** One that ended by itself is started again, a few times. */
  async #onEnd(id: string, ended: PostgresProcess): Promise<void> {
    if (this.#running.get(id) !== ended) return;
    this.#running.delete(id);
    this.#options.onFault(`The database server ${id} ended by itself.`, undefined);
    for (let attempt = 1; attempt <= RESTARTS_MAX && !this.#isClosed; attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, RESTART_PAUSE_MS * attempt).unref());
      if ((await this.#record(id))?.isWanted !== true) return;
      try {
        await this.start(id);
        return;
      } catch (cause) {
        this.#options.onFault(`The database server ${id} did not start again.`, cause);
      }
    }
  }

  async #end(id: string): Promise<void> {
    const running = this.#running.get(id);
    this.#running.delete(id);
    await running?.stop();
  }

  async #asUser(
    id: string,
    { name: user, password }: Admin,
    work: Parameters<typeof inSession<void>>[1],
  ): Promise<void> {
    const record = await this.#record(id);
    if (record === undefined) throw new Error(`no database server ${id}`);
    await inSession({ port: record.port, user, password, database: 'postgres' }, work);
  }

  /** PostgreSQL wants the key to be its own user's, and nobody else's to read. */
  async #writeCertificate(id: string): Promise<void> {
    const { certificate, key } = await this.#options.certificate();
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

  async #placeOf(id: string) {
    const record = await this.#record(id);
    if (record === undefined) return undefined;
    const programs = await this.#folderOf(record.version);
    return { programs, data: join(this.#folder(id), 'data'), owner: await databaseOwner() };
  }

  /** A data directory is of a major version; the newest of its minor ones runs it. */
  async #folderOf(version: string): Promise<string> {
    await this.versions();
    const all = (await this.#programs) ?? [];
    const major = version.split('.')[0];
    const fitting = all.find((one) => one.version.split('.')[0] === major);
    if (fitting === undefined) throw new Error(`PostgreSQL ${major} is no longer installed here.`);
    return fitting.folder;
  }

  async #record(id: string): Promise<ServerRecord | undefined> {
    const text = await readFile(join(this.#folder(id), RECORD), 'utf8').catch(() => undefined);
    return text === undefined ? undefined : readRecord(text);
  }

  async #keep(id: string, record: ServerRecord): Promise<void> {
    const path = join(this.#folder(id), RECORD);
    await writeFile(`${path}.new`, JSON.stringify(record), { mode: 0o600, flush: true });
    await rename(`${path}.new`, path);
  }

  #folder(id: string): string {
    if (!ID.test(id)) throw new Error('a database server is named by letters, digits and hyphens');
    return join(this.#options.directory, id);
  }

  async #inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
    const turn = (this.#turns.get(id) ?? Promise.resolve()).then(work, work);
    const settled = turn.catch(() => undefined);
    this.#turns.set(id, settled);
    try {
      return await turn;
    } finally {
      if (this.#turns.get(id) === settled) this.#turns.delete(id);
    }
  }
}
