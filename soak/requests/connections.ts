import { connect, type Socket } from 'node:net';
import { AnswerReader, type Answer } from './answers.ts';
import type { Refusable } from './broken.ts';
import type { FuzzRequest } from './framed.ts';

/** Far above what any request takes; a server that hangs is told from a slow machine. */
const PATIENCE_MS = 60_000;

/** What became of requests that were sent together. */
export interface Exchange {
  readonly answers: readonly Answer[];
  /** Why there are fewer answers than requests; undefined when there are not, or the last one said so. */
  readonly flaw: string | undefined;
}

/** One kept connection; requests go out together, their answers come back in order. */
export class Pipe {
  readonly #port: number;
  #socket: Socket | undefined;

  constructor(port: number) {
    this.#port = port;
  }

  /** A connection that ended after its last answer is made anew with the next call. */
  send(requests: readonly FuzzRequest[]): Promise<Exchange> {
    const socket = (this.#socket ??= connect(this.#port, '127.0.0.1').setNoDelay(true));
    const reader = new AnswerReader();
    const answers: Answer[] = [];
    return new Promise((resolve) => {
      const finish = (flaw: string | undefined, isOver: boolean): void => {
        clearTimeout(patience);
        socket.removeAllListeners();
        // Whatever still comes is not waited for.
        socket.on('error', () => undefined);
        if (isOver) {
          socket.destroy();
          this.#socket = undefined;
        }
        resolve({ answers, flaw });
      };
      const patience = setTimeout(() => finish('no answer in a minute', true), PATIENCE_MS);
      socket.on('data', (chunk: Buffer) => {
        reader.add(chunk);
        try {
          for (
            let answer = reader.next(isHead());
            answer !== undefined;
            answer = reader.next(isHead())
          ) {
            answers.push(answer);
            if (answer.isLast) return finish(undefined, true);
            if (answers.length === requests.length) return finish(undefined, false);
          }
        } catch (error) {
          finish(String(error), true);
        }
      });
      const isHead = (): boolean => requests[answers.length]?.isHead ?? false;
      socket.on('error', (error) => finish(String(error), true));
      socket.on('close', () => finish('closed without an answer', true));
      socket.write(Buffer.concat(requests.map(({ bytes }) => bytes)));
    });
  }

  close(): void {
    this.#socket?.destroy();
  }
}

/** Sends what no connection survives, says that no more will come, and waits for the end of the connection. */
export function sendAlone(
  port: number,
  { bytes, isAnswered }: Refusable,
): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
    let answer = '';
    const finish = (flaw: string | undefined): void => {
      clearTimeout(patience);
      socket.destroy();
      resolve(flaw);
    };
    const patience = setTimeout(
      () => finish('neither answered nor closed in a minute'),
      PATIENCE_MS,
    );
    const judged = (): string | undefined => {
      if (answer === '') return isAnswered ? 'closed without an answer' : undefined;
      if (/^HTTP\/1\.1 (?:100|[1-4]\d\d|501) /.test(answer)) return undefined;
      return `answered ${answer.slice(0, 80)}`;
    };
    socket.on('data', (chunk: Buffer) => {
      if (answer.length < 100) answer += chunk.toString('latin1');
    });
    socket.on('end', () => finish(judged()));
    socket.on('close', () => finish(judged()));
    // A peer that refuses may cut the connection before all was sent.
    socket.on('error', () => finish(undefined));
    socket.end(bytes);
  });
}

/** A connection that sends a byte now and then, and never comes to an end. */
export function dribble(port: number, bytes: Buffer, everyMs: number): Socket {
  const socket = connect(port, '127.0.0.1');
  let at = 0;
  const timer = setInterval(() => {
    socket.write(bytes.subarray(at, at + 1));
    at = Math.min(at + 1, bytes.length - 2);
  }, everyMs);
  socket.on('error', () => undefined);
  socket.on('close', () => clearInterval(timer));
  return socket;
}
