import type { LogLine } from '../contract/functions.ts';

/** What one invocation may say; the rest is dropped, and the log says so. */
const OUTPUT_BYTES_MAX = 1_024 * 1_024;
/** AWS's limit of one log event. */
const LINE_BYTES_MAX = 256 * 1_024;

const TURNS_MAX = 64;

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Lines of a sandbox's output, in order, until they are taken. */
export class Output {
  readonly #real: () => number;
  #lines: { at: number; text: string }[] = [];
  #rest = Buffer.alloc(0);
  #bytes = 0;
  #isCut = false;

  constructor(real: () => number) {
    this.#real = real;
  }

  write(bytes: Buffer): void {
    if (this.#isCut) return;
    this.#bytes += bytes.length;
    if (this.#bytes > OUTPUT_BYTES_MAX) {
      this.#isCut = true;
      this.say(`(more than ${OUTPUT_BYTES_MAX} bytes of output: the rest is dropped)`);
      return;
    }
    this.#rest = Buffer.concat([this.#rest, bytes]);
    for (let end = this.#rest.indexOf(10); end !== -1; end = this.#rest.indexOf(10)) {
      this.#push(this.#rest.subarray(0, end));
      this.#rest = this.#rest.subarray(end + 1);
    }
    if (this.#rest.length > LINE_BYTES_MAX) this.#flush();
  }

  /** Resolves when all that was written before now has been read: what is in a pipe comes in turns of the loop. */
  async drained(): Promise<void> {
    let before = -1;
    for (let turn = 0; turn < TURNS_MAX && this.#bytes !== before; turn += 1) {
      before = this.#bytes;
      await nextTurn();
      await nextTurn();
    }
  }

  /** A line of the sandbox's keeper. */
  say(text: string): void {
    this.#flush();
    this.#lines.push({ at: this.#real(), text });
  }

  take(): readonly LogLine[] {
    this.#flush();
    const now = this.#real();
    const taken = this.#lines.map(({ at, text }) => ({ ageMs: now - at, text }));
    this.#lines = [];
    this.#bytes = 0;
    this.#isCut = false;
    return taken;
  }

  #flush(): void {
    if (this.#rest.length === 0) return;
    this.#push(this.#rest);
    this.#rest = Buffer.alloc(0);
  }

  /** A carriage return keeps what belongs together in one line of the log. */
  #push(bytes: Buffer): void {
    for (let from = 0; from < bytes.length || from === 0; from += LINE_BYTES_MAX) {
      const text = bytes.subarray(from, from + LINE_BYTES_MAX).toString('utf8');
      this.#lines.push({ at: this.#real(), text: text.replaceAll('\r', '\n') });
    }
  }
}
