import type { OversizeField } from '../evaluation.ts';
import type { FirewallRequest, HeaderLine } from '../request.ts';
import type { FieldReading } from './reading.ts';
import type { Slot } from './slots.ts';
import { argumentsOf, type QueryArgument } from './query-arguments.ts';
import { type Cookie, cookiesOf } from './cookie-pairs.ts';
import { type JsonReading, readJson } from './json-elements.ts';

/** Bytes and lines of headers that are inspected, whichever ends first; the same of cookies. */
export const INSPECTED_BYTES_MAX = 8_192;
export const INSPECTED_LINES_MAX = 200;

export interface Bounded<Item> {
  readonly items: readonly Item[];
  /** There are more than were inspected. */
  readonly continues: boolean;
}

/** A request being evaluated: each part and each transformation of it is worked out once, when it is first asked for. */
export class RequestFacts {
  readonly request: FirewallRequest;
  readonly oversize = new Set<OversizeField>();
  /** Some rule looked at the body. */
  bodyInspected = false;
  readonly #slots: readonly Slot[];
  readonly #readings: (FieldReading | undefined)[];
  #headers: Bounded<HeaderLine> | undefined;
  #cookies: Bounded<Cookie> | undefined;
  #arguments: readonly QueryArgument[] | undefined;
  #json: JsonReading | undefined;

  constructor(request: FirewallRequest, slots: readonly Slot[]) {
    this.request = request;
    this.#slots = slots;
    this.#readings = Array.from({ length: slots.length });
  }

  /** A part of the request with a chain of transformations applied. */
  read(index: number): FieldReading {
    const known = this.#readings[index];
    if (known !== undefined) return known;
    const slot = this.#slots[index];
    if (slot === undefined) throw new RangeError('a slot of another program');
    const reading =
      slot.from === undefined
        ? slot.field.read(this)
        : transformed(this.read(slot.from), slot.transformation);
    this.#readings[index] = reading;
    return reading;
  }

  get headers(): Bounded<HeaderLine> {
    this.#headers ??= bounded(
      this.request.headers,
      ({ name, value }) => name.length + value.length,
    );
    return this.#headers;
  }

  get cookies(): Bounded<Cookie> {
    this.#cookies ??= bounded(
      cookiesOf(this.request.headers),
      ({ name, value }) => name.length + value.length,
    );
    return this.#cookies;
  }

  get queryArguments(): readonly QueryArgument[] {
    this.#arguments ??= argumentsOf(this.request.query);
    return this.#arguments;
  }

  get json(): JsonReading {
    this.#json ??= readJson(this.request.body);
    return this.#json;
  }

  /** The values of one header, a line each. The name in lower case. */
  headerValues(lowerName: string): readonly string[] {
    const values: string[] = [];
    for (const line of this.request.headers) {
      if (line.lowerName === lowerName) values.push(line.value);
    }
    return values;
  }
}

function transformed(reading: FieldReading, change: (value: string) => string): FieldReading {
  if (reading.values.length === 0) return reading;
  let differs = false;
  const values = reading.values.map((item) => {
    const value = change(item.value);
    if (value === item.value) return item;
    differs = true;
    return { ...item, value };
  });
  return differs ? { ...reading, values } : reading;
}

function bounded<Item>(items: readonly Item[], sizeOf: (item: Item) => number): Bounded<Item> {
  let bytes = 0;
  for (const [index, item] of items.entries()) {
    bytes += sizeOf(item);
    if (index >= INSPECTED_LINES_MAX || bytes > INSPECTED_BYTES_MAX) {
      return { items: items.slice(0, index), continues: true };
    }
  }
  return { items, continues: false };
}
