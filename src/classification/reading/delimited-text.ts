import { type Names, RUNNING, type Scanner } from '../scanner.ts';
import type { Tally } from '../tally.ts';
import type { TextReader } from './text-reader.ts';

/** A cell that is longer is searched in parts. */
const CELL_MAX = 256 * 1024;
/** Names of columns beyond are not remembered. */
const COLUMNS_MAX = 16_384;
/** A first row that is longer holds no names. */
const HEADING_MAX = 64 * 1024;
/** What is told of a column's name. */
const NAME_MAX = 240;
/** Nothing that is looked for is shorter and has no digit. */
const PLAIN_MAX = 10;
const DELIMITERS = [',', ';', '\t', '|'];
const NO_NAMES: Names = { company: new Set(), texts: [] };

/** Rows of cells (RFC 4180): keywords stand in the cell or in the name of its column. */
export class DelimitedText implements TextReader {
  readonly #scanner: Scanner;
  readonly #tally: Tally;
  #delimiter: string | undefined;
  #cell = '';
  #isQuoted = false;
  /** A quote was read within quotes: it ends them, or the next makes it one. */
  #isClosing = false;
  #row = 1;
  #column = 1;
  #first: string[] | undefined = [];
  /** Characters of it. */
  #firstSize = 0;
  #names: readonly (Names & { readonly name: string })[] = [];

  /** The delimiter is told from the first line when undefined. */
  constructor(scanner: Scanner, tally: Tally, delimiter: string | undefined) {
    this.#scanner = scanner;
    this.#tally = tally;
    this.#delimiter = delimiter;
  }

  write(text: string): void {
    const delimiter = (this.#delimiter ??= delimiterOf(text));
    let start = 0;
    for (let at = 0; at < text.length; at += 1) {
      const sign = text[at];
      if (this.#isQuoted && !this.#isClosing) {
        if (sign !== '"') continue;
        this.#cell += text.slice(start, at);
        start = at + 1;
        this.#isClosing = true;
        continue;
      }
      if (this.#isClosing) {
        this.#isClosing = false;
        if (sign === '"') continue; // The quote that `start` points at belongs to the cell.
        this.#isQuoted = false;
      }
      if (sign === '"' && this.#cell === '' && start === at) {
        this.#isQuoted = true;
        start = at + 1;
      } else if (sign === delimiter || sign === '\n') {
        this.#cell += text.slice(start, at);
        start = at + 1;
        this.#endCell();
        if (sign === '\n') this.#endRow();
      }
    }
    this.#cell += text.slice(start);
    if (this.#cell.length > CELL_MAX) {
      this.#look(this.#cell);
      this.#cell = '';
    }
  }

  end(): void {
    if (this.#cell !== '' || this.#column > 1) {
      this.#endCell();
      this.#endRow();
    }
  }

  #endCell(): void {
    const cell = this.#cell.endsWith('\r') ? this.#cell.slice(0, -1) : this.#cell;
    this.#cell = '';
    if (this.#first === undefined) this.#look(cell);
    else {
      this.#first.push(cell);
      this.#firstSize += cell.length;
      const isHeld = this.#first.length <= COLUMNS_MAX && this.#firstSize <= HEADING_MAX;
      if (!isHeld) this.#lookAtFirst(this.#first);
    }
    this.#column += 1;
  }

  #endRow(): void {
    const first = this.#first;
    if (first !== undefined) {
      if (isHeading(first)) this.#head(first);
      else this.#lookAtFirst(first);
    }
    this.#row += 1;
    this.#column = 1;
  }

  /** It is data like every other row. */
  #lookAtFirst(cells: readonly string[]): void {
    this.#first = undefined;
    for (const [at, cell] of cells.entries()) {
      this.#column = at + 1;
      this.#look(cell);
    }
    this.#column = cells.length;
  }

  #head(names: readonly string[]): void {
    this.#first = undefined;
    this.#names = names.map((name) => ({
      name: name.slice(0, NAME_MAX),
      ...this.#scanner.namesOf([name]),
    }));
    let startColumn = 1;
    for (const name of names) {
      for (const match of this.#scanner.scan(name, RUNNING)) {
        const place = { start: 1, end: 1, startColumn: startColumn + match.start };
        this.#tally.add(match, name, { kind: 'line', ...place });
      }
      startColumn += name.length + 1;
    }
  }

  #look(cell: string): void {
    if (cell.length < PLAIN_MAX && !this.#scanner.hasCustoms && !/\d/.test(cell)) return;
    const names = this.#names[this.#column - 1];
    const place = { kind: 'value', names: names ?? NO_NAMES } as const;
    for (const match of this.#scanner.scan(cell, place)) {
      this.#tally.add(match, cell, {
        kind: 'cell',
        row: this.#row,
        column: this.#column,
        ...(names === undefined ? {} : { name: names.name }),
      });
    }
  }
}

/** The one of the usual delimiters that the first line has most of. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split('\n', 1);
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** A first row of words is the names of the columns; one with numbers or empty cells is data. */
function isHeading(cells: readonly string[]): boolean {
  return (
    cells.some((cell) => cell !== '') && cells.every((cell) => /\p{L}/u.test(cell) || cell === '')
  );
}
