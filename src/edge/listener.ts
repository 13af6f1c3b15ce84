import { createServer, type Server, type Socket } from 'node:net';
import type { EdgeLimits } from './limits.ts';

/** Counts connections of all listeners together, and of each address. */
export class ConnectionCounts {
  readonly #limits: EdgeLimits;
  readonly #byAddress = new Map<string, number>();
  #all = 0;

  constructor(limits: EdgeLimits) {
    this.#limits = limits;
  }

  /** False: it is one too many, and not counted. */
  admit(socket: Socket): boolean {
    const address = socket.remoteAddress ?? '';
    const own = this.#byAddress.get(address) ?? 0;
    const { connections, connectionsPerAddress } = this.#limits;
    if (this.#all >= connections || own >= connectionsPerAddress) return false;
    this.#all += 1;
    this.#byAddress.set(address, own + 1);
    socket.once('close', () => {
      this.#all -= 1;
      const left = (this.#byAddress.get(address) ?? 1) - 1;
      if (left === 0) this.#byAddress.delete(address);
      else this.#byAddress.set(address, left);
    });
    return true;
  }
}

export interface Door {
  readonly localPort: number;
  close(): void;
}

/** Listens at a port; where it is taken, at a free one. 0: at a free one. */
export async function openDoor(
  host: string,
  port: number,
  onConnection: (socket: Socket) => void,
): Promise<Door> {
  const server = createServer({ noDelay: true }, onConnection);
  const localPort = await listen(server, host, port).catch((error: unknown) => {
    if (port === 0) throw error;
    return listen(server, host, 0);
  });
  return { localPort, close: () => server.close() };
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('no TCP address'));
      else resolve(address.port);
    });
  });
}
