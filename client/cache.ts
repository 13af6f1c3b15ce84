export interface CacheOptions {
  /** How long a value is taken for current, in seconds. Default 300. */
  readonly ttlSeconds?: number;
  /** Values kept at most; the one not asked for longest goes first. Default 1,000. */
  readonly entriesMax?: number;
  /**
   * How much longer a value is given when it can't be asked for anew, in seconds. Default 0: then the error is the
   * answer.
   */
  readonly staleSeconds?: number;
  /** After a failure, how long until one asks again while an old value is given, in seconds. Default 5. */
  readonly retrySeconds?: number;
  /** Milliseconds of a clock. Default: the machine's. */
  readonly now?: () => number;
}

interface Entry<Value> {
  readonly value: Value;
  /** When it was asked for. */
  readonly asOf: number;
  /** When it is asked for next: after its time, or a while after a failure. */
  readonly due: number;
}

/** Remembers what `load` gave, and asks once where many ask at the same time. Errors are not remembered. */
export class Cache<Value> {
  readonly #load: (key: string) => Promise<Value>;
  readonly #options: Required<CacheOptions>;
  /** In order of use: the first was not asked for longest. */
  readonly #entries = new Map<string, Entry<Value>>();
  readonly #loading = new Map<string, Promise<Value>>();

  constructor(load: (key: string) => Promise<Value>, options: CacheOptions = {}) {
    const { ttlSeconds = 300, entriesMax = 1_000, staleSeconds = 0, retrySeconds = 5 } = options;
    for (const [name, value] of Object.entries({ ttlSeconds, staleSeconds, retrySeconds })) {
      if (!(value >= 0)) throw new RangeError(`${name} must be zero or more`);
    }
    if (!(entriesMax >= 1)) throw new RangeError('entriesMax must be one or more');
    const { now = Date.now } = options;
    this.#options = { ttlSeconds, entriesMax, staleSeconds, retrySeconds, now };
    this.#load = load;
  }

  /** The value, asked for when there is none or its time is over. Errors: those of `load`. */
  async get(key: string): Promise<Value> {
    const entry = this.current(key);
    if (entry !== undefined) return entry.value;
    const held = this.#entries.get(key);
    try {
      return await this.refresh(key);
    } catch (error) {
      if (held === undefined || !this.#mayStillBeGiven(held)) throw error;
      this.#delay(key, held);
      return held.value;
    }
  }

  /** Asks anew, whatever is remembered: after a rotation, say. Who asks at the same time shares the answer. */
  refresh(key: string): Promise<Value> {
    const running = this.#loading.get(key);
    if (running !== undefined) return running;
    const asOf = this.#options.now();
    const loading = this.#load(key)
      .then((value) => {
        // What was forgotten meanwhile is not remembered.
        if (this.#loading.get(key) === loading) this.put(key, value, asOf);
        return value;
      })
      .finally(() => {
        if (this.#loading.get(key) === loading) this.#loading.delete(key);
      });
    this.#loading.set(key, loading);
    return loading;
  }

  /** What is remembered and current. */
  current(key: string): { readonly value: Value } | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined || this.#options.now() >= entry.due) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  /** Remembers what was asked for elsewhere, at the instant `asOf`. */
  put(key: string, value: Value, asOf = this.#options.now()): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, asOf, due: asOf + this.#options.ttlSeconds * 1_000 });
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#options.entriesMax) break;
      this.#entries.delete(oldest);
    }
  }

  /** Forgets one value, or all of them. */
  forget(key?: string): void {
    if (key === undefined) {
      this.#entries.clear();
      this.#loading.clear();
    } else {
      this.#entries.delete(key);
      this.#loading.delete(key);
    }
  }

  #mayStillBeGiven({ asOf }: Entry<Value>): boolean {
    const { now, ttlSeconds, staleSeconds } = this.#options;
    return now() < asOf + (ttlSeconds + staleSeconds) * 1_000;
  }

  /** Gives the old value for a while, unless a newer one came or it was forgotten. */
  #delay(key: string, held: Entry<Value>): void {
    if (this.#entries.get(key) !== held) return;
    const { now, ttlSeconds, staleSeconds, retrySeconds } = this.#options;
    const end = held.asOf + (ttlSeconds + staleSeconds) * 1_000;
    const due = Math.min(now() + retrySeconds * 1_000, end);
    this.#entries.set(key, { ...held, due });
  }
}
