import { request } from 'node:http';
import { resolve } from 'node:path';
import { UsageError } from '../config/up-config.ts';

/** Answers larger than this are not the server's. */
const ANSWER_BYTES_MAX = 16 * 1024 * 1024;

/** The control socket of a data directory: only its owner can speak there. */
export function controlSocket(dataDirectory: string): string {
  return resolve(dataDirectory, 'control.sock');
}

/**
 * Asks the running server over its control socket.
 * Errors: UsageError when no server runs on that directory.
 */
export function askServer(
  dataDirectory: string,
  method: 'GET' | 'POST',
  path: string,
): Promise<{ readonly status: number; readonly body: string }> {
  const socketPath = controlSocket(dataDirectory);
  return new Promise((done, fail) => {
    const asked = request({ socketPath, method, path }, (answer) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > ANSWER_BYTES_MAX) answer.destroy(new Error('answer too large'));
        else chunks.push(chunk);
      });
      answer.on('error', fail);
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    asked.on('error', () =>
      fail(
        new UsageError(
          `no server answers at ${socketPath}; start it with npm start, or name its directory with --data`,
        ),
      ),
    );
    asked.end();
  });
}
