import type { IncomingMessage } from 'node:http';

export class BodyRefused extends Error {
  readonly reason: 'too-large' | 'aborted';

  constructor(reason: 'too-large' | 'aborted') {
    super(`The request body was refused: ${reason}`);
    this.name = 'BodyRefused';
    this.reason = reason;
  }
}

/** Collects a body of at most `limit` bytes; small ones arrive as one chunk and are not copied. */
export function readBody(message: IncomingMessage, limit: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    let first: Uint8Array | undefined;
    let rest: Uint8Array[] | undefined;
    let total = 0;
    message.on('data', (chunk: Uint8Array) => {
      total += chunk.length;
      if (total > limit) {
        message.removeAllListeners('data');
        message.pause();
        first = rest = undefined;
        reject(new BodyRefused('too-large'));
      } else if (first === undefined) first = chunk;
      else (rest ??= [first]).push(chunk);
    });
    message.on('end', () => {
      resolve(rest === undefined ? (first ?? Buffer.alloc(0)) : Buffer.concat(rest, total));
    });
    // Every request closes; only one that had not ended was aborted.
    const aborted = (): void => {
      if (!message.complete) reject(new BodyRefused('aborted'));
    };
    message.on('error', aborted);
    message.on('close', aborted);
  });
}

/** The body as it arrives, at most `limit` bytes of it. `onWanted` is told when its first bytes are asked for. */
export async function* boundedStream(
  message: IncomingMessage,
  limit: number,
  onWanted?: () => void,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  onWanted?.();
  // The connection must outlive the stream: the answer to a refused body still has to leave.
  const chunks = message.iterator({ destroyOnReturn: false });
  try {
    for (;;) {
      const { done, value: bytes }: IteratorResult<unknown> = await chunks.next().catch(() => {
        throw new BodyRefused('aborted');
      });
      if (done === true) return;
      if (!(bytes instanceof Uint8Array)) throw new TypeError('Expected bytes');
      total += bytes.length;
      if (total > limit) throw new BodyRefused('too-large');
      if (bytes.length > 0) yield bytes;
    }
  } finally {
    await chunks.return?.();
  }
}
