import { request } from 'node:http';
import { resolve } from 'node:path';
import { UsageError } from '../config/up-config.ts';

/** Answers larger than this are not the server's. */
const ANSWER_BYTES_MAX = 16 * 1024 * 1024;

/** The control socket of a data directory: only its owner can speak there. */
export function controlSocket(dataDirectory: string): string {
  return resolve(dataDirectory, 'control.sock');
}

export interface Question {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  /** Told of each piece of the answer as it comes. */
  readonly onText?: (text: string) => void;
}

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * Asks the running server over its control socket.
 * Errors: UsageError when no server runs on that directory.
 */
export async function askServer(
  dataDirectory: string,
  method: 'GET' | 'POST',
  path: string,
): Promise<Answer> {
  const answer = await askIfRunning(dataDirectory, { method, path });
  if (answer !== undefined) return answer;
  throw new UsageError(
    `no server answers at ${controlSocket(dataDirectory)}; ` +
      'start it with npm start, or name its directory with --data',
  );
}

/** The server's answer; undefined when none runs on that directory. */
export function askIfRunning(
  dataDirectory: string,
  question: Question,
): Promise<Answer | undefined> {
  const { method, path, body = '', onText } = question;
  const socketPath = controlSocket(dataDirectory);
  return new Promise((done, fail) => {
    const headers = { 'Content-Length': Buffer.byteLength(body) };
    let isAnswered = false;
    const asked = request({ socketPath, method, path, headers }, (answer) => {
      isAnswered = true;
      const chunks: Buffer[] = [];
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes > ANSWER_BYTES_MAX) answer.destroy(new Error('answer too large'));
        else chunks.push(chunk);
        onText?.(chunk.toString('utf8'));
      });
      answer.on('error', fail);
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    asked.on('error', (error) => {
      const code = 'code' in error ? error.code : undefined;
      if (!isAnswered && (code === 'ENOENT' || code === 'ECONNREFUSED')) done(undefined);
      else fail(error);
    });
    asked.end(body);
  });
}
