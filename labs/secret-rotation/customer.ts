import { describeError } from '../narration.ts';
import { ask, type Entry } from '../postgres.ts';

/** Between two queries. */
const PAUSE_MS = 40;
/** A client holds a value that long before it looks again. */
const QUERIES_PER_VALUE = 10;
/** A new user is waited for so long. */
const PAUSES_MAX = 2_000;
/** A password that was refused is read anew so often. */
const READS_MAX = 100;

export interface Customer {
  /** Resolves once it asks as this user. */
  asksAs(username: string): Promise<void>;
  /** Stops asking; tells how it went. */
  stop(): Promise<{
    readonly queries: number;
    readonly failures: readonly string[];
    readonly reread: number;
  }>;
}

export interface CustomerOptions {
  readonly read: () => Promise<Entry>;
  /** Reads the secret again when its password is refused, as AWS's caching clients are told to. */
  readonly rereads: boolean;
}

/** Asks the shop again and again, each time in a new session, with what the secret said last. */
export function newCustomer({ read, rereads }: CustomerOptions): Customer {
  const failures: string[] = [];
  let queries = 0;
  let reread = 0;
  let isOver = false;
  let user = '';
  const query = async (known: Entry): Promise<Entry> => {
    let entry = known;
    for (let reads = 0; ; reads += 1) {
      try {
        await ask(entry, 'SELECT amount FROM stock');
        return entry;
      } catch (error) {
        if (!rereads || reads >= READS_MAX || !isRefusal(error)) throw error;
        reread += 1;
        await pause();
        entry = await read();
      }
    }
  };
  const work = (async () => {
    let entry = await read();
    while (!isOver) {
      queries += 1;
      user = entry.username;
      try {
        entry = await query(entry);
      } catch (error) {
        failures.push(describeError(error));
      }
      if (queries % QUERIES_PER_VALUE === 0 && !rereads) entry = await read();
      await pause();
    }
  })();
  return {
    asksAs: async (username) => {
      for (let pauses = 0; user !== username; pauses += 1) {
        if (pauses === PAUSES_MAX) throw new Error(`the client never asked as ${username}`);
        await pause();
      }
    },
    stop: async () => {
      isOver = true;
      await work;
      return { queries, failures, reread };
    },
  };
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && error.message.includes('password authentication failed');
}
