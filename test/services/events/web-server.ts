import { createServer, type IncomingHttpHeaders } from 'node:http';

export interface Received {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface WebServer {
  readonly url: string;
  readonly received: readonly Received[];
  /** The statuses of the next answers; 200 when there is none left. */
  readonly statuses: number[];
  /** What it answers with, by path. */
  readonly answers: Map<string, unknown>;
  close(): Promise<void>;
}

/** A web server that keeps what it is sent. */
export async function startWebServer(): Promise<WebServer> {
  const received: Received[] = [];
  const statuses: number[] = [];
  const answers = new Map<string, unknown>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => void chunks.push(chunk));
    request.on('end', () => {
      const { method, url: path, headers } = request;
      received.push({ method, path, headers, body: Buffer.concat(chunks).toString() });
      const answer = answers.get(path ?? '');
      response.statusCode = answer === undefined ? (statuses.shift() ?? 200) : 200;
      response.end(answer === undefined ? '' : JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    statuses,
    answers,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
