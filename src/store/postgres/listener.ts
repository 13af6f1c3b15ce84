import type { Client } from 'pg';

const RETRY_MS = 1_000;

/** What a commit of some node changed. */
export interface Change {
  /** Undefined when notices may have been missed. */
  readonly node: string | undefined;
  readonly tail: { readonly outbox: number; readonly trail: number } | undefined;
  /** Scope, collection and id of each document; undefined when there are too many to tell. */
  readonly written: readonly (readonly string[])[] | undefined;
}

const UNKNOWN: Change = { node: undefined, tail: undefined, written: undefined };

/** Hears what other nodes commit. It only saves re-runs: each commit checks for itself. */
export class Listener {
  readonly #connect: () => Client;
  readonly #onFault: (text: string) => void;
  #client: Client | undefined;
  #retry: NodeJS.Timeout | undefined;
  #isStopped = false;

  constructor(connect: () => Client, onFault: (text: string) => void) {
    this.#connect = connect;
    this.#onFault = onFault;
  }

  async start(onChange: (change: Change) => void): Promise<void> {
    const client = this.#connect();
    this.#client = client;
    client.on('notification', ({ payload }) => onChange(changeOf(payload ?? '')));
    // Either may come, and both: the one that finds the client in place acts.
    client.on('error', () => this.#lose(client, onChange));
    client.on('end', () => this.#lose(client, onChange));
    await client.connect();
    await client.query('LISTEN holdfast');
  }

  #lose(client: Client, onChange: (change: Change) => void): void {
    if (this.#isStopped || this.#client !== client) return;
    this.#client = undefined;
    client.end().catch(() => undefined);
    this.#onFault('Notices from PostgreSQL are interrupted; connecting again.');
    this.#retryLater(onChange);
  }

  #retryLater(onChange: (change: Change) => void): void {
    this.#retry = setTimeout(() => {
      this.start(onChange).then(
        // What was said meanwhile is lost.
        () => onChange(UNKNOWN),
        () => {
          this.#client = undefined;
          if (!this.#isStopped) this.#retryLater(onChange);
        },
      );
    }, RETRY_MS).unref();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#retry);
    await this.#client?.end().catch(() => undefined);
  }
}

/** `node outbox trail written`, as `commit_units` says it. */
function changeOf(payload: string): Change {
  const [node, outbox, trail, ...rest] = payload.split(' ');
  const written = rest.join(' ');
  const tail = { outbox: Number(outbox), trail: Number(trail) };
  if (node === undefined || !Number.isInteger(tail.outbox) || !Number.isInteger(tail.trail)) {
    return UNKNOWN;
  }
  return { node, tail, written: written === '*' ? undefined : writtenOf(written) };
}

function writtenOf(text: string): readonly (readonly string[])[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!Array.isArray(value)) return undefined;
    return value.filter(Array.isArray).map((parts) => parts.map(String));
  } catch {
    return undefined;
  }
}
