import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import type { ServerCertificate } from '../crypto/server-certificate.ts';
import { type MasterUser, setMasterPassword, setUpMaster } from './master-user.ts';
import { databaseOwner, giveTo, letThrough } from './owner.ts';
import { makeData, type PostgresProcess, startProcess, stopLeftOver } from './postgres-process.ts';
import { findPrograms, type Programs } from './programs.ts';
import { readRecord, type ServerRecord } from './server-record.ts';
import { inSession } from './sql-session.ts';

export interface PostgresServersOptions {
  /** A folder of its own; below it each server has one, named by its id. */
  readonly directory: string;
  /** What the servers show to clients that want TLS; asked for at each start. */
  readonly certificate: () => Promise<ServerCertificate>;
  /** False: files need not outlive a crash of the machine. */
  readonly sync: boolean;
  readonly onFault: (message: string, cause: unknown) => void;
}

export interface NewServer {
  /** One of `versions()`. */
  readonly version: string;
  readonly port: number;
  readonly admin: Admin;
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
const ADDRESS = '127.0.0.1';
const HOST_RULES = `host all all ${ADDRESS}/32 scram-sha-256\n`;

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
    const { directory } = this.#options;
    const owner = await databaseOwner();
    await mkdir(directory, { recursive: true, mode: 0o700 });
    await letThrough([dirname(directory), directory], owner);
    const folder = this.#folder(id);
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { mode: 0o700 });
    await giveTo(owner, folder);
    const data = join(folder, 'data');
    await makeData({ programs: await this.#folderOf(version), data, owner }, admin);
    await writeFile(join(data, 'pg_hba.conf'), HOST_RULES);
    // Last: a server without a record is one that was not made to the end.
    await this.#keep(id, { version, port, isWanted: true });
  }

  async #run(id: string): Promise<void> {
    if (this.#running.has(id) || this.#isClosed) return;
    const record = await this.#record(id);
    const place = await this.#placeOf(id);
    if (record === undefined || place === undefined) throw new Error(`no database server ${id}`);
    if (!record.isWanted) await this.#keep(id, { ...record, isWanted: true });
    await this.#writeCertificate(id);
    const started = await startProcess(place, this.#settings(record.port));
    this.#running.set(id, started);
    void started.ended.then(() => this.#onEnd(id, started));
  }

  #settings(port: number): readonly string[] {
    const settings = {
      listen_addresses: ADDRESS,
      port,
      unix_socket_directories: '',
      ssl: 'on',
      ssl_cert_file: '../server.pem',
      ssl_key_file: '../server.key',
      password_encryption: 'scram-sha-256',
      shared_buffers: '16MB',
      max_connections: 100,
      // What it says goes to this process alone; statements may hold passwords.
      logging_collector: 'off',
      log_min_error_statement: 'panic',
      log_statement: 'none',
      fsync: this.#options.sync ? 'on' : 'off',
    };
    return Object.entries(settings).map(([name, value]) => `${name}=${value}`);
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
