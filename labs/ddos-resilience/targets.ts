import { createServer, request } from 'node:http';
import { connect } from 'node:net';

export interface Target {
  readonly port: number;
  /** Requests since it was last asked; health checks aside. */
  heard(): number;
  close(): void;
}

/** A web server of the application. */
export function startTarget(): Promise<Target> {
  let count = 0;
  const server = createServer((incoming, answer) => {
    if (incoming.url !== '/health') count += 1;
    answer.end('OK');
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : 0,
        heard: () => {
          const heard = count;
          count = 0;
          return heard;
        },
        close: () => {
          server.closeAllConnections();
          server.close();
        },
      });
    });
  });
}

export interface Place {
  /** Where listeners are on this machine. */
  readonly port: number;
  /** The name that is asked for. */
  readonly host: string;
}

export interface Visits {
  readonly times: number;
  readonly path: string;
  readonly agent: string;
}

/** Requests that are under way at a time: a flood in small. */
const AT_ONCE = 16;

/** How often each status was answered. */
export async function visit(place: Place, { times, path, agent }: Visits) {
  const counts = new Map<number, number>();
  let left = times;
  const walk = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const status = await statusOf(place, path, agent);
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  return counts;
}

function statusOf({ port, host }: Place, path: string, agent: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { host, 'user-agent': agent };
    const outgoing = request({ host: '127.0.0.1', port, path, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}

/** The first line that is answered to a request with two lengths, which two readers would read differently. */
export function malformed({ port, host }: Place): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxy`,
      );
    });
    let text = '';
    socket.on('data', (chunk) => {
      text += String(chunk);
    });
    socket.on('error', reject);
    socket.on('close', () => resolve(text.split('\r\n')[0] ?? ''));
  });
}
