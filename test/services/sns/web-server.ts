import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface WebServer {
  readonly url: string;
  readonly received: readonly Received[];
  /** Statuses to answer with, in turn; 200 after that. */
  answer(...statuses: readonly number[]): void;
  close(): void;
}

/** A subscriber's web server: it keeps what it gets. With a certificate (PEM) it speaks TLS. */
export async function startWebServer(tls?: {
  readonly cert: string;
  readonly key: string;
}): Promise<WebServer> {
  const received: Received[] = [];
  const statuses: number[] = [];
  const answer: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(statuses.shift() ?? 200).end();
    });
  };
  const server = tls === undefined ? createServer(answer) : createTlsServer(tls, answer);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const { port } = isAddress(address) ? address : { port: 0 };
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}/hook`,
    received,
    answer: (...more) => void statuses.push(...more),
    close: () => server.close(),
  };
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
