// A thread that looks for sensitive data: the bytes of files in, what was found out. It keeps no file.
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { classify } from '../classify.ts';
import { type Plan, scannerOf } from '../plan.ts';
import type { Scanner } from '../scanner.ts';
import type { Answer, Told } from './messages.ts';

/** Gives way to the thread that answers. Elsewhere than on Linux this would slow the whole process. */
const NICENESS = 19;
if (process.platform === 'linux') setPriority(0, NICENESS);

const port = parentPort;
if (port === null) throw new Error('this file runs as a worker thread');
const answer = (message: Answer): void => port.postMessage(message);

/** Bytes of one file, as they come. */
class Arriving {
  readonly #number: number;
  readonly #chunks: Uint8Array[] = [];
  #isOver = false;
  #isDropped = false;
  #wake: (() => void) | undefined;

  constructor(number: number) {
    this.#number = number;
  }

  add(bytes: Uint8Array): void {
    this.#chunks.push(bytes);
    this.#wake?.();
  }

  end(isDropped: boolean): void {
    this.#isOver = true;
    this.#isDropped = isDropped;
    this.#wake?.();
  }

  async *bytes(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const next = this.#chunks.shift();
      if (next !== undefined) {
        yield next;
        answer({ number: this.#number, kind: 'more' });
      } else if (this.#isDropped) throw new Error('the file was dropped');
      else if (this.#isOver) return;
      else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }
}

const arriving = new Map<number, Arriving>();
/** The last plan: files of one job have the same. */
let known: { readonly text: string; readonly scanner: Scanner } | undefined;

function scannerFor(plan: Plan): Scanner {
  const text = JSON.stringify(plan);
  if (known?.text !== text) known = { text, scanner: scannerOf(plan) };
  return known.scanner;
}

async function work(
  { number, plan, key, keepsSamples }: Extract<Told, { kind: 'begin' }>,
  file: Arriving,
): Promise<void> {
  try {
    const result = await classify(scannerFor(plan), { key, bytes: file.bytes() }, keepsSamples);
    answer({ number, kind: 'done', result });
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    answer({ number, kind: 'failed', reason });
  }
  arriving.delete(number);
}

port.on('message', (told: Told) => {
  const file = arriving.get(told.number);
  switch (told.kind) {
    case 'begin': {
      const begun = new Arriving(told.number);
      arriving.set(told.number, begun);
      void work(told, begun);
      break;
    }
    case 'bytes':
      file?.add(told.bytes);
      break;
    case 'end':
      file?.end(false);
      break;
    case 'drop':
      file?.end(true);
      break;
  }
});
