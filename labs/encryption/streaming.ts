import { createHash, randomBytes, type Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { Transform, type Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Narrator } from '../narration.ts';

export const MEGABYTE = 1_000_000;
const SAMPLE_MS = 20;

/** What streaming a file through a cipher took. */
export interface Measurement {
  readonly verb: string;
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly sha256In: string;
  readonly sha256Out: string;
  readonly milliseconds: number;
  /** Resident bytes of this process: the highest seen, and by how much that is above the start. */
  readonly memoryPeak: number;
  readonly memoryGrowth: number;
}

/** A file of random bytes; every megabyte begins with the marker. */
export async function makeFile(
  path: string,
  megabytes: number,
  marker: Buffer,
): Promise<{ readonly bytes: number }> {
  const file = await open(path, 'w');
  try {
    for (let n = 0; n < megabytes; n += 1) {
      const block = randomBytes(MEGABYTE);
      marker.copy(block);
      await file.writeFile(block);
    }
  } finally {
    await file.close();
  }
  return { bytes: megabytes * MEGABYTE };
}

/** Streams a file through a cipher into another, watching speed and memory. */
export async function measured(
  narrator: Narrator,
  verb: string,
  from: string,
  to: string,
  cipher: () => Duplex,
): Promise<Measurement> {
  const { size } = await stat(from);
  const input = new Meter();
  const output = new Meter();
  const before = process.memoryUsage.rss();
  let peak = before;
  const sample = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
    const percent = Math.floor((input.bytes / size) * 100);
    narrator.progress(`${verb} ${percent} %  ${Math.round(peak / MEGABYTE)} MB resident`);
  }, SAMPLE_MS);
  const started = performance.now();
  try {
    await pipeline(
      createReadStream(from),
      input.stream,
      cipher(),
      output.stream,
      createWriteStream(to),
    );
  } finally {
    clearInterval(sample);
    narrator.progressEnds();
  }
  return {
    verb,
    bytesIn: input.bytes,
    bytesOut: output.bytes,
    sha256In: input.digest(),
    sha256Out: output.digest(),
    milliseconds: performance.now() - started,
    memoryPeak: peak,
    memoryGrowth: peak - before,
  };
}

/** Counts and digests what passes. */
class Meter {
  readonly stream: Transform;
  bytes = 0;
  readonly #hash: Hash = createHash('sha256');

  constructor() {
    this.stream = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        this.bytes += chunk.length;
        this.#hash.update(chunk);
        done(null, chunk);
      },
    });
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}
