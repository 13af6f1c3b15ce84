import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** What an eavesdropper between client and server has. */
export interface RecordingProxy {
  readonly port: number;
  /** All bytes so far, from clients and to them, in order of arrival. */
  seen(): Buffer;
  /** How many bytes clients sent. Counted also beyond what is kept. */
  sentBytes(): number;
  receivedBytes(): number;
  /** Forgets what was seen and counted. */
  clear(): void;
  /** From now on changes what clients send before it is passed on. */
  alter(change: ((chunk: Buffer) => Buffer) | undefined): void;
  close(): Promise<void>;
}

const KEPT_BYTES_MAX = 16 * 1024 * 1024;

/** Listens on a free loopback port, passes everything on, and keeps a copy. */
export async function startRecordingProxy(target: {
  readonly host: string;
  readonly port: number;
}): Promise<RecordingProxy> {
  const sockets = new Set<Socket>();
  let kept: Buffer[] = [];
  let keptBytes = 0;
  let sent = 0;
  let received = 0;
  let change: ((chunk: Buffer) => Buffer) | undefined;
  const keep = (chunk: Buffer): void => {
    if (keptBytes + chunk.length > KEPT_BYTES_MAX) return;
    keptBytes += chunk.length;
    kept.push(chunk);
  };
  const server = createServer((client) => {
    const upstream = connect(target.port, target.host);
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(socket);
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.on('error', () => other.destroy());
    }
    client.on('data', (chunk: Buffer) => {
      sent += chunk.length;
      keep(chunk);
      upstream.write(change === undefined ? chunk : change(chunk));
    });
    upstream.on('data', (chunk: Buffer) => {
      received += chunk.length;
      keep(chunk);
      client.write(chunk);
    });
  });
  const address = await new Promise<AddressInfo | string | null>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server.address()));
  });
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    port: address.port,
    seen: () => Buffer.concat(kept),
    sentBytes: () => sent,
    receivedBytes: () => received,
    clear: () => {
      kept = [];
      [keptBytes, sent, received] = [0, 0, 0];
    },
    alter: (next) => {
      change = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
