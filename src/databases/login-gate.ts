import { connect, createServer, type Server, type Socket } from 'node:net';
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls';
import type { ServerCertificate } from '../crypto/server-certificate.ts';
import {
  CANCEL_REQUEST,
  CLEARTEXT_PASSWORD,
  fatal,
  GSS_REQUEST,
  type Read,
  readAdmission,
  readPassword,
  readStartup,
  SSL_REQUEST,
  type Startup,
} from './gate-messages.ts';
import { ADDRESS } from './server-settings.ts';

/** A login by a token that AWS's clients make of their credentials. */
export interface TokenLogin {
  readonly user: string;
  readonly token: string;
  /** Where the client came in. */
  readonly port: number;
}

export interface GateOptions {
  /** Where clients come in. */
  readonly port: number;
  /** Where the server behind it listens. */
  readonly serverPort: number;
  /** The server's socket, which lets those in at once who are to bring a token. */
  readonly socketFile: string;
  readonly certificate: ServerCertificate;
  readonly judge: (login: TokenLogin) => Promise<boolean>;
}

const CONNECTIONS_MAX = 200;
const LOGIN_TIMEOUT_MS = 60_000;
const INVALID_AUTHORIZATION = '28000';

/**
 * Stands before a PostgreSQL server whose users may log in by tokens. Whoever is in the role `rds_iam` is asked for one, over TLS
 * alone; the sessions of the others pass through to the server, which asks for their passwords.
 */
export class LoginGate {
  readonly #options: GateOptions;
  readonly #context: SecureContext;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(options: GateOptions) {
    this.#options = options;
    const { certificate, key } = options.certificate;
    this.#context = createSecureContext({ cert: certificate, key, minVersion: 'TLSv1.2' });
    this.#server = createServer({ pauseOnConnect: false }, (socket) => void this.#meet(socket));
    this.#server.maxConnections = CONNECTIONS_MAX;
  }

  /** Errors: the port is taken. */
  static async open(options: GateOptions): Promise<LoginGate> {
    const gate = new LoginGate(options);
    await new Promise<void>((resolve, reject) => {
      gate.#server.once('error', reject);
      gate.#server.listen(options.port, ADDRESS, resolve);
    });
    return gate;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  async #meet(socket: Socket): Promise<void> {
    this.#watch(socket);
    const timer = setTimeout(() => socket.destroy(), LOGIN_TIMEOUT_MS);
    try {
      await this.#admit(socket);
    } catch {
      socket.destroy();
    } finally {
      clearTimeout(timer);
    }
  }

  #watch(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }

  async #admit(plain: Socket): Promise<void> {
    let client = plain;
    let { value: startup, rest } = await next(client, Buffer.alloc(0), readStartup);
    for (let asked = 0; asked < 2 && isQuestion(startup); asked += 1) {
      // What came after the question would not be under TLS.
      if (rest.length > 0) throw new Error('the client did not wait');
      if (startup.code === SSL_REQUEST && client === plain) {
        client.write('S');
        client = await this.#secured(client);
      } else client.write('N');
      ({ value: startup, rest } = await next(client, rest, readStartup));
    }
    if (startup.code === CANCEL_REQUEST) {
      this.#toServer().end(startup.bytes);
      client.end();
      return;
    }
    const { user } = startup;
    if (user === undefined) throw new Error('the client asked in vain');
    const admitted = await this.#admittedByRole(startup);
    if (admitted === undefined) {
      join(client, this.#toServer(), Buffer.concat([startup.bytes, rest]));
      return;
    }
    try {
      await this.#ask(client, startup, rest);
    } catch (error) {
      admitted.server.destroy();
      throw error;
    }
    if (client.destroyed || client.writableEnded) {
      admitted.server.destroy();
      return;
    }
    client.write(admitted.said);
    join(client, admitted.server, Buffer.alloc(0));
  }

  #secured(socket: Socket): Promise<TLSSocket> {
    const secured = new TLSSocket(socket, { isServer: true, secureContext: this.#context });
    this.#watch(secured);
    return new Promise((resolve, reject) => {
      secured.once('secure', () => resolve(secured));
      secured.once('close', () => reject(new Error('the client went')));
    });
  }

  /** The server's session, if the user's role lets it in by a token; undefined: it is one of those with passwords. */
  async #admittedByRole(startup: Startup): Promise<Admitted | undefined> {
    const server = connect(this.#options.socketFile);
    this.#watch(server);
    server.write(startup.bytes);
    const { value: isAdmitted, rest: said } = await next(server, Buffer.alloc(0), readAdmission);
    if (isAdmitted) return { server, said };
    server.destroy();
    return undefined;
  }

  /** Ends the client's connection unless it brings a token that is good. */
  async #ask(client: Socket, { user = '', database = '' }: Startup, rest: Buffer): Promise<void> {
    if (!(client instanceof TLSSocket)) {
      const what = `host "${ADDRESS}", user "${user}", database "${database}", no encryption`;
      client.end(fatal(INVALID_AUTHORIZATION, `pg_hba.conf rejects connection for ${what}`));
      return;
    }
    client.write(CLEARTEXT_PASSWORD);
    const { value: token } = await next(client, rest, readPassword);
    const { judge, port } = this.#options;
    if (await judge({ user, token, port })) return;
    client.end(fatal(INVALID_AUTHORIZATION, `PAM authentication failed for user "${user}"`));
  }

  #toServer(): Socket {
    const server = connect(this.#options.serverPort, ADDRESS);
    this.#watch(server);
    return server;
  }
}

interface Admitted {
  readonly server: Socket;
  /** What it said so far, which is the client's to hear. */
  readonly said: Buffer;
}

function isQuestion({ code }: Startup): boolean {
  return code === SSL_REQUEST || code === GSS_REQUEST;
}

/** The next message of a socket, which is paused then. Errors: it ended, or says what can't be read. */
function next<T>(
  socket: Socket,
  before: Buffer,
  read: (bytes: Buffer) => Read<T>,
): Promise<{ readonly value: T; readonly rest: Buffer }> {
  return new Promise((resolve, reject) => {
    let bytes = before;
    const settle = (work: () => void): void => {
      socket.off('data', onData);
      socket.off('close', onClose);
      socket.pause();
      work();
    };
    const look = (): void => {
      const found = read(bytes);
      if (found.kind === 'read') settle(() => resolve(found));
      else if (found.kind === 'broken') settle(() => reject(new Error('no PostgreSQL client')));
    };
    const onData = (chunk: Buffer): void => {
      bytes = Buffer.concat([bytes, chunk]);
      look();
    };
    const onClose = (): void => settle(() => reject(new Error('it went')));
    socket.on('data', onData);
    socket.once('close', onClose);
    if (socket.destroyed) onClose();
    else look();
    if (socket.listenerCount('data') > 0) socket.resume();
  });
}

/** What the one says the other hears, until either goes. `first` is said to the server before. */
function join(client: Socket, server: Socket, first: Buffer): void {
  if (first.length > 0) server.write(first);
  client.pipe(server);
  server.pipe(client);
  // What was said last still gets through.
  client.on('close', () => server.destroySoon());
  server.on('close', () => client.destroySoon());
}
