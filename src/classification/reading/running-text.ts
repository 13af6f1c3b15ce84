import { RUNNING, type Scanner } from '../scanner.ts';
import type { Tally } from '../tally.ts';
import type { TextReader } from './text-reader.ts';

/** So much is searched at once. */
const BLOCK = 256 * 1024;
/** What begins here at the end of a block is found with the next: nothing that is looked for is longer. */
const HELD = 16 * 1024;
/** Keywords may stand so far in front. */
const LOOKED_BACK = 512;

/** Text as people write it: keywords are looked for close by, and occurrences are told by their lines. */
export class RunningText implements TextReader {
  readonly #scanner: Scanner;
  readonly #tally: Tally;
  #text = '';
  /** What stands before this place was searched. */
  #from = 0;
  /** The line that the text begins in, and how much of that line came before. */
  #line: number;
  #column = 0;

  /** `line` is where the text begins in its file, from 1. */
  constructor(scanner: Scanner, tally: Tally, line = 1) {
    this.#scanner = scanner;
    this.#tally = tally;
    this.#line = line;
  }

  write(text: string): void {
    this.#text += text;
    while (this.#text.length >= BLOCK) this.#search(BLOCK - HELD);
  }

  end(): void {
    if (this.#text.length > this.#from) this.#search(this.#text.length);
  }

  #search(to: number): void {
    const text = this.#text;
    const matches = this.#scanner.scan(text, RUNNING, { from: this.#from, to });
    if (matches.length > 0) {
      const lines = lineStarts(text);
      for (const match of matches) {
        const first = lineOf(lines, match.start);
        const last = lineOf(lines, Math.max(match.start, match.end - 1));
        const before = first === 0 ? this.#column : 0;
        this.#tally.add(match, text, {
          kind: 'line',
          start: this.#line + first,
          end: this.#line + last,
          startColumn: match.start - (lines[first] ?? 0) + before + 1,
        });
      }
    }
    this.#drop(Math.max(0, to - LOOKED_BACK));
    this.#from = Math.min(LOOKED_BACK, to);
  }

  /** Forgets the text in front of a place. */
  #drop(count: number): void {
    let lastBreak = -1;
    for (
      let at = this.#text.indexOf('\n');
      at >= 0 && at < count;
      at = this.#text.indexOf('\n', at + 1)
    ) {
      this.#line += 1;
      lastBreak = at;
    }
    this.#column = lastBreak < 0 ? this.#column + count : count - lastBreak - 1;
    this.#text = this.#text.slice(count);
  }
}

/** Where the lines of a text begin. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The number of the line, from 0, that a place is in. */
function lineOf(starts: readonly number[], place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
