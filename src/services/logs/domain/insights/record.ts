import type { JsonValue } from '../../../../core/json.ts';
import { instantText, type Value } from './values.ts';

/** A log event as queries see it. */
export interface QueriedEvent {
  readonly timestamp: number;
  readonly message: string;
  readonly ingested: number;
  readonly stream: string;
  /** `123456789012:/group`. */
  readonly log: string;
  readonly ptr: string;
}

const FIELDS_MAX = 200;
const DEPTH_MAX = 10;

/** A row on its way through a query: an event with what was found out about it, or a row of statistics. */
export class Row {
  readonly #known: Map<string, Value>;
  readonly #event: QueriedEvent | undefined;
  #discovered: ReadonlyMap<string, Value> | undefined;

  constructor(event: QueriedEvent | undefined, known: Iterable<readonly [string, Value]> = []) {
    this.#event = event;
    this.#known = new Map(known);
  }

  get(name: string): Value {
    if (this.#known.has(name)) return this.#known.get(name);
    const event = this.#event;
    if (event === undefined) return undefined;
    switch (name) {
      case '@timestamp':
        return instantText(event.timestamp);
      case '@ingestionTime':
        return instantText(event.ingested);
      case '@message':
        return event.message;
      case '@logStream':
        return event.stream;
      case '@log':
        return event.log;
      case '@ptr':
        return event.ptr;
      default:
        this.#discovered ??= discovered(event.message);
        return this.#discovered.get(name);
    }
  }

  /** When it happened; undefined for a row of statistics. */
  get instant(): number | undefined {
    return this.#event?.timestamp;
  }

  with(values: Iterable<readonly [string, Value]>): Row {
    return new Row(this.#event, [...this.#known, ...values]);
  }
}

/** The fields of a message that is JSON: members of members are named `a.b`, entries of lists `a.0`. */
function discovered(message: string): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  const start = message.indexOf('{');
  if (start === -1) return found;
  try {
    const value: JsonValue = JSON.parse(message.slice(start));
    flatten(value, '', found, 0);
  } catch {
    // A message that is no JSON has no fields of its own.
  }
  return found;
}

function flatten(value: JsonValue, name: string, found: Map<string, Value>, depth: number): void {
  if (found.size >= FIELDS_MAX) return;
  if (typeof value !== 'object' || value === null) {
    if (value !== null) found.set(name, value);
    return;
  }
  if (depth >= DEPTH_MAX) return;
  for (const [key, inner] of Object.entries(value)) {
    flatten(inner ?? null, name === '' ? key : `${name}.${key}`, found, depth + 1);
  }
}
