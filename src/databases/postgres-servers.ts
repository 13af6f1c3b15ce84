import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { ServerCertificate } from '../crypto/server-certificate.ts';
import { LoginGate, type TokenLogin } from './login-gate.ts';
import { type MasterUser, setMasterPassword, setUpMaster } from './master-user.ts';
import {
  makeData,
  type PostgresProcess,
  startProcess,
  stopLeftOver,
  syncData,
} from './postgres-process.ts';
import { dropFollower, lastCheckpoint, makeFollower } from './replication.ts';
import { ServerFolders } from './server-folders.ts';
import type { TokenLogins } from './server-record.ts';
import { ADDRESS, hostRules, serverSettings } from './server-settings.ts';
import { dropSocketFolder, newSocketFolder } from './socket-folder.ts';
import { inSession } from './sql-session.ts';

export interface PostgresServersOptions {
  /** A folder of its own; below it each server has one, named by its id. */
  readonly directory: string;
  /** What the servers show to clients that want TLS; asked for at each start. */
  readonly certificate: () => Promise<ServerCertificate>;
  /** False: files need not outlive a crash of the machine. */
  readonly sync: boolean;
  readonly onFault: (message: string, cause: unknown) => void;
  /** Whether a token lets its maker into a server as a user. */
  readonly judge: (login: ServerLogin) => Promise<boolean>;
  /** How long a server that is handed over waits for its follower. Default 30 seconds. */
  readonly catchUpMs?: number;
}

/** A login by token, and into which server of whom. */
export interface ServerLogin extends TokenLogin {
  readonly id: string;
  readonly account: string;
  readonly region: string;
}

export interface NewServer {
  /** One of `versions()`. */
  readonly version: string;
  readonly port: number;
  readonly admin: Admin;
  /** Its users may log in by tokens; undefined: by passwords alone. */
  readonly tokens?: TokenUsers | undefined;
}

export type TokenUsers = Omit<TokenLogins, 'serverPort'>;

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
  readonly #folders: ServerFolders;
  readonly #running = new Map<string, PostgresProcess>();
  readonly #gates = new Map<string, LoginGate>();
  /** The last thing asked of each server: they are done one after another. */
  readonly #turns = new Map<string, Promise<unknown>>();
  #isClosed = false;

  constructor(options: PostgresServersOptions) {
    this.#options = options;
    this.#folders = new ServerFolders(options.directory);
  }

  /** Versions that are installed, the newest first: `15.18`. */
  async versions(): Promise<readonly string[]> {
    return (await this.#folders.programs()).map(({ version }) => version);
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
      if ((await this.#folders.record(id)) === undefined) await this.#make(id, server);
      await this.#run(id);
    });
  }

  /** Has a server's users log in by tokens, or not any more. It starts again, if it runs. */
  configure(id: string, tokens: TokenUsers | undefined): Promise<void> {
    return this.#inTurn(id, async () => {
      const record = await this.#folders.record(id);
      if (record === undefined) throw new Error(`no database server ${id}`);
      const { tokens: before, ...rest } = record;
      if ((before === undefined) === (tokens === undefined)) return;
      const logins = tokens === undefined ? {} : { tokens: await this.#behindGate(tokens) };
      await this.#folders.keep(id, { ...rest, ...logins });
      if (!this.#running.has(id)) return;
      await this.#end(id);
      await this.#run(id);
    });
  }

  start(id: string): Promise<void> {
    return this.#inTurn(id, () => this.#run(id));
  }

  stop(id: string): Promise<void> {
    return this.#inTurn(id, async () => {
      const record = await this.#folders.record(id);
      if (record !== undefined) await this.#folders.keep(id, { ...record, isWanted: false });
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
      const place = await this.#folders.place(id);
      if (place !== undefined) await stopLeftOver(place);
      await this.#folders.remove(id);
    });
  }

  /** Makes a follower and starts it. A server that is there begins anew, unless it follows the same one already. */
  follow(id: string, follower: Follower): Promise<void> {
    return this.#inTurn(id, async () => {
      if ((await this.#folders.record(id))?.follows !== follower.source) {
        await this.#end(id);
        await this.#copy(id, follower);
      }
      await this.#run(id);
    });
  }

  /** Ends the following: the server can be written. */
  promote(id: string, admin: Admin): Promise<void> {
    return this.#inTurn(id, async () => {
      const record = await this.#folders.record(id);
      if (record?.follows === undefined) return;
      await this.#run(id);
      await this.#asUser(id, admin, async (session) => {
        if (!(await session.holds('SELECT 1 WHERE pg_is_in_recovery()', []))) return;
        await session.run('SELECT pg_promote(true, 25)');
      });
      const { follows: _none, ...rest } = record;
      await this.#folders.keep(id, { ...rest, isWanted: true });
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
      if ((await this.#folders.record(to))?.follows !== id) return true;
      if (this.#running.has(id)) {
        let end = '';
        await this.#asUser(id, admin, async (session) => {
          end = (await session.text('SELECT pg_current_wal_lsn()::text')) ?? '';
        });
        if (!(await this.#comesTo(to, admin, `pg_last_wal_replay_lsn() >= '${end}'`))) return false;
      }
      const record = await this.#folders.record(id);
      const place = await this.#folders.place(id);
      if (record === undefined || place === undefined) throw new Error(`no database server ${id}`);
      await this.#folders.keep(id, { ...record, isWanted: false });
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
    const ids = await this.#folders.ids();
    await Promise.all(ids.map((id) => this.#resumeOne(id)));
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
        const record = await this.#folders.record(id);
        const place = await this.#folders.place(id);
        if (record === undefined || place === undefined) return;
        await stopLeftOver(place);
        if (record.isWanted) await this.#run(id);
      });
    } catch (cause) {
      this.#options.onFault(`The database server ${id} did not start again.`, cause);
    }
  }

  async #behindGate(tokens: TokenUsers): Promise<TokenLogins> {
    const serverPort = await this.freePort();
    if (serverPort === undefined) throw new Error('no port is free');
    return { ...tokens, serverPort };
  }

  async #make(id: string, { version, port, admin, tokens }: NewServer): Promise<void> {
    await makeData(await this.#folders.newPlace(id, version), admin);
    // Last: a server without a record is one that was not made to the end.
    const logins = tokens === undefined ? {} : { tokens: await this.#behindGate(tokens) };
    await this.#folders.keep(id, { version, port, isWanted: true, ...logins });
  }

  async #copy(id: string, { version, port, admin, source, tokens }: Follower): Promise<void> {
    const from = await this.#folders.record(source);
    if (from === undefined) throw new Error(`no database server ${source}`);
    const place = await this.#folders.newPlace(id, version);
    const following = { ...place, id, port: from.port, password: admin.password };
    await this.#asUser(source, admin, (session) =>
      makeFollower(session, { ...following, to: place.data, from: this.#folders.data(source) }),
    );
    if (this.#options.sync) await syncData(place);
    const logins = tokens === undefined ? {} : { tokens: await this.#behindGate(tokens) };
    await this.#folders.keep(id, { version, port, isWanted: true, follows: source, ...logins });
  }

  async #run(id: string): Promise<void> {
    if (this.#running.has(id) || this.#isClosed) return;
    const record = await this.#folders.record(id);
    const place = await this.#folders.place(id);
    if (record === undefined || place === undefined) throw new Error(`no database server ${id}`);
    if (!record.isWanted) await this.#folders.keep(id, { ...record, isWanted: true });
    const { tokens } = record;
    await this.#folders.writeCertificate(id, await this.#options.certificate());
    await writeFile(join(place.data, 'pg_hba.conf'), hostRules(tokens));
    const socketFolder = tokens === undefined ? undefined : await newSocketFolder(place.owner);
    const port = tokens?.serverPort ?? record.port;
    const settings = serverSettings({ port, socketFolder }, this.#options.sync);
    const started = await startProcess(place, settings);
    void started.ended.then(() => dropSocketFolder(socketFolder));
    this.#running.set(id, started);
    void started.ended.then(() => this.#onEnd(id, started));
    if (tokens === undefined || socketFolder === undefined) return;
    try {
      await this.#openGate(id, record.port, tokens, join(socketFolder, `.s.PGSQL.${port}`));
    } catch (error) {
      // Nobody would find the server.
      await this.#end(id);
      throw error;
    }
  }

  async #openGate(
    id: string,
    port: number,
    { account, region, serverPort }: TokenLogins,
    socketFile: string,
  ): Promise<void> {
    await this.#gates.get(id)?.close();
    const gate = await LoginGate.open({
      port,
      serverPort,
      socketFile,
      certificate: await this.#options.certificate(),
      judge: (login) => this.#options.judge({ ...login, id, account, region }),
    });
    this.#gates.set(id, gate);
  }

  /** One that ended by itself is started again, a few times. */
  async #onEnd(id: string, ended: PostgresProcess): Promise<void> {
    if (this.#running.get(id) !== ended) return;
    this.#running.delete(id);
    this.#options.onFault(`The database server ${id} ended by itself.`, undefined);
    for (let attempt = 1; attempt <= RESTARTS_MAX && !this.#isClosed; attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, RESTART_PAUSE_MS * attempt).unref());
      if ((await this.#folders.record(id))?.isWanted !== true) return;
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
    const gate = this.#gates.get(id);
    this.#running.delete(id);
    this.#gates.delete(id);
    // Followers hear of the end by the gate, too.
    await running?.stop();
    await gate?.close();
  }

  async #asUser(
    id: string,
    { name: user, password }: Admin,
    work: Parameters<typeof inSession<void>>[1],
  ): Promise<void> {
    const record = await this.#folders.record(id);
    if (record === undefined) throw new Error(`no database server ${id}`);
    const port = record.tokens?.serverPort ?? record.port;
    await inSession({ port, user, password, database: 'postgres' }, work);
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
