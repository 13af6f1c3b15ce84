import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { Names, Scanner } from '../scanner.ts';
import type { Tally } from '../tally.ts';
import { RunningText } from './running-text.ts';
import type { TextReader } from './text-reader.ts';

/** A document that is larger is read as running text. */
const DOCUMENT_MAX = 16 * 1024 * 1024;
const LINE_MAX = 1024 * 1024;
const DEPTH_MAX = 256;
const NAME_MAX = 240;
const PATH_MAX = 250;
/** Paths whose keywords are remembered. */
const PATHS_MAX = 10_000;
const KEY_MAX = 4_096;
const PLAIN_MAX = 10;

/** Values of records, with the names of the elements above them. */
class RecordSearch {
  readonly #scanner: Scanner;
  readonly #tally: Tally;
  readonly #known = new Map<string, Names>();
  /** Something was nested too deep to be looked at. */
  isTooDeep = false;

  constructor(scanner: Scanner, tally: Tally) {
    this.#scanner = scanner;
    this.#tally = tally;
  }

  look(document: JsonValue, index: number): void {
    this.#walk(document, index, [], []);
  }

  /** Depth first, so that no more is held than the way down: `names` and `path` are the elements above. */
  #walk(value: JsonValue, index: number, names: string[], path: string[]): void {
    if (path.length > DEPTH_MAX) {
      this.isTooDeep = true;
    } else if (Array.isArray(value)) {
      for (const [at, inner] of value.entries()) {
        path.push(`[${at}]`);
        this.#walk(inner, index, names, path);
        path.pop();
      }
    } else if (isJsonObject(value)) {
      for (const name of Object.keys(value)) this.#step(value, name, { index, names, path });
    } else if (typeof value === 'string' || typeof value === 'number') {
      this.#lookAt(String(value), names, path, index);
    }
  }

  #step(
    element: JsonObject,
    name: string,
    { index, names, path }: { index: number; names: string[]; path: string[] },
  ): void {
    if (/\d{3}/.test(name)) this.#lookAtName(name, index);
    const inner = element[name];
    if (inner === undefined) return;
    names.push(name.slice(0, NAME_MAX));
    path.push(stepOf(name));
    this.#walk(inner, index, names, path);
    names.pop();
    path.pop();
  }

  #lookAt(text: string, names: readonly string[], path: readonly string[], index: number): void {
    if (text.length < PLAIN_MAX && !this.#scanner.hasCustoms && !/\d/.test(text)) return;
    const place = { kind: 'value', names: this.#namesOf(names) } as const;
    for (const match of this.#scanner.scan(text, place)) {
      this.#tally.add(match, text, { kind: 'record', index, path: pathOf(path) });
    }
  }

  #lookAtName(name: string, index: number): void {
    const place = { kind: 'value', names: this.#namesOf([]) } as const;
    for (const match of this.#scanner.scan(name, place)) {
      this.#tally.add(match, name, { kind: 'record', index });
    }
  }

  #namesOf(names: readonly string[]): Names {
    const key = names.join('\0');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = this.#scanner.namesOf(names);
    if (this.#known.size < PATHS_MAX && key.length < KEY_MAX) this.#known.set(key, made);
    return made;
  }
}

function stepOf(name: string): string {
  const short = name.length > NAME_MAX ? `...${name.slice(name.length - NAME_MAX + 3)}` : name;
  return /^[A-Za-z_]\w*$/.test(short) ? `.${short}` : `['${short.replaceAll("'", "\\'")}']`;
}

/** A JSONPath; what is too long loses its first elements. */
function pathOf(steps: readonly string[]): string {
  let path = `$${steps.join('')}`;
  for (let from = 1; path.length > PATH_MAX && from < steps.length; from += 1) {
    path = `$.${steps.slice(from).join('')}`;
  }
  return path;
}

function parsed(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

/** One JSON document. What is none, or too large, is read as running text. */
export class JsonDocument implements TextReader {
  readonly #search: RecordSearch;
  readonly #running: RunningText;
  #text: string | undefined = '';

  constructor(scanner: Scanner, tally: Tally) {
    this.#search = new RecordSearch(scanner, tally);
    this.#running = new RunningText(scanner, tally);
  }

  get isTooDeep(): boolean {
    return this.#search.isTooDeep;
  }

  write(text: string): void {
    if (this.#text === undefined) {
      this.#running.write(text);
      return;
    }
    this.#text += text;
    if (this.#text.length > DOCUMENT_MAX) {
      this.#running.write(this.#text);
      this.#text = undefined;
    }
  }

  end(): void {
    if (this.#text !== undefined) {
      const document = parsed(this.#text);
      if (document !== undefined) {
        this.#search.look(document, 0);
        return;
      }
      this.#running.write(this.#text);
    }
    this.#running.end();
  }
}

/** One JSON document a line. A line that is none is read as running text. */
export class JsonLines implements TextReader {
  readonly #scanner: Scanner;
  readonly #tally: Tally;
  readonly #search: RecordSearch;
  #line = '';
  #index = 0;

  constructor(scanner: Scanner, tally: Tally) {
    this.#scanner = scanner;
    this.#tally = tally;
    this.#search = new RecordSearch(scanner, tally);
  }

  get isTooDeep(): boolean {
    return this.#search.isTooDeep;
  }

  write(text: string): void {
    const lines = `${this.#line}${text}`.split('\n');
    this.#line = lines.pop() ?? '';
    for (const line of lines) this.#look(line);
    if (this.#line.length > LINE_MAX) {
      this.#asText(this.#line);
      this.#line = '';
    }
  }

  end(): void {
    if (this.#line !== '') this.#look(this.#line);
  }

  #look(line: string): void {
    const document = line.trim() === '' ? undefined : parsed(line);
    if (document === undefined) this.#asText(line);
    else this.#search.look(document, this.#index);
    this.#index += 1;
  }

  #asText(line: string): void {
    const running = new RunningText(this.#scanner, this.#tally, this.#index + 1);
    running.write(line);
    running.end();
  }
}
