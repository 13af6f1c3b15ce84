import type { EdgeBody } from '../contract/edge.ts';
import type { EdgeLimits } from './limits.ts';

/** Why a client's body can't be read to its end. */
export class EdgeBodyFault extends Error {
  readonly reason: 'tooLarge' | 'tooSlow' | 'gone';

  constructor(reason: EdgeBodyFault['reason']) {
    super(`the body of the request ended: ${reason}`);
    this.reason = reason;
  }
}

/** A request without a body. */
export const NO_BODY: EdgeBody = {
  [Symbol.asyncIterator]: () => ({
    next: () => Promise.resolve({ done: true, value: undefined }),
  }),
};

export interface BodyBounds {
  readonly limits: Pick<EdgeLimits, 'bodyGraceMs' | 'bodyBytesPerSecond'>;
  /** Bytes. */
  readonly most: number;
  readonly realTime: () => number;
}

/**
 * A body as it arrives, at most so many bytes of it. A client that sends it in drops is cut off: only the time that it
 * is waited for counts, so one whose bytes are taken late is not at fault. Errors: EdgeBodyFault.
 */
export async function* boundedBody(
  chunks: AsyncIterator<unknown>,
  { limits, most, realTime }: BodyBounds,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  let waitedMs = 0;
  for (;;) {
    const paidMs = (total / limits.bodyBytesPerSecond) * 1_000;
    const began = realTime();
    const next = await within(chunks.next(), limits.bodyGraceMs + paidMs - waitedMs);
    waitedMs += Math.max(0, realTime() - began);
    if (next.done === true) return;
    if (!(next.value instanceof Uint8Array)) throw new TypeError('expected bytes');
    total += next.value.length;
    if (total > most) throw new EdgeBodyFault('tooLarge');
    if (next.value.length > 0) yield next.value;
  }
}

function within(
  next: Promise<IteratorResult<unknown>>,
  ms: number,
): Promise<IteratorResult<unknown>> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new EdgeBodyFault('tooSlow')), Math.max(0, ms));
    next.then(
      (value) => {
        clearTimeout(late);
        resolve(value);
      },
      () => {
        clearTimeout(late);
        reject(new EdgeBodyFault('gone'));
      },
    );
  });
}

export interface BodyStart {
  /** At most `most` bytes. */
  readonly start: Uint8Array;
  readonly continues: boolean;
  /** The whole body, from its first byte. */
  readonly whole: EdgeBody;
}

/** Reads the first bytes of a body, and gives the body back with them. */
export async function beginningOf(body: EdgeBody, most: number): Promise<BodyStart> {
  if (body === NO_BODY || most === 0) {
    return { start: Buffer.alloc(0), continues: body !== NO_BODY, whole: body };
  }
  const source = body[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let length = 0;
  let isOver = false;
  while (length <= most && !isOver) {
    const next = await source.next();
    isOver = next.done === true;
    if (next.done !== true) {
      read.push(next.value);
      length += next.value.length;
    }
  }
  const bytes = Buffer.concat(read, length);
  return {
    start: bytes.subarray(0, most),
    continues: length > most,
    whole: isOver && length === 0 ? NO_BODY : resumed(bytes, isOver ? undefined : source),
  };
}

async function* resumed(
  start: Uint8Array,
  rest: AsyncIterator<Uint8Array> | undefined,
): AsyncGenerator<Uint8Array> {
  if (start.length > 0) yield start;
  for (;;) {
    const next = await rest?.next();
    if (next === undefined || next.done === true) return;
    yield next.value;
  }
}
