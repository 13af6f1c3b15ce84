import type { Clients } from './clients.ts';

/** What a fact's value is when there is nothing. */
export const ABSENT = '';

/** One thing that can be read back: its last acknowledged value, and those of calls nobody answered. */
export interface Fact {
  readonly kind: string;
  readonly id: string;
  /** Reads the value as it stands. */
  readonly read: (clients: Clients) => Promise<string>;
  possible: readonly string[];
  /** The round that last tried to change it. */
  round: number;
}

/** A call that was answered, and what must be known of it. */
export interface Answered {
  readonly requestId: string;
  readonly operation: string;
  /** Accounts whose trail holds it, once each. */
  readonly accounts: readonly string[];
  readonly errorCode: string | undefined;
}

export interface Change {
  readonly fact: Fact;
  readonly to: string;
}

interface Answer {
  readonly $metadata: { readonly requestId?: string };
}

/** The server was killed before it answered. */
export class Unanswered extends Error {}

export interface Attempt<T> {
  readonly operation: string;
  readonly accounts: readonly string[];
  readonly changes?: readonly Change[];
  /** The error code that is expected; undefined expects success. */
  readonly expects?: string;
  readonly send: () => Promise<T>;
}

/** What clients were told, to be held against what is there after a crash. */
export class Journal {
  readonly answered: Answered[] = [];
  readonly faults: string[] = [];
  readonly counts = new Map<string, number>();
  readonly #facts = new Map<string, Fact>();
  unanswered = 0;
  round = 0;
  /** Set when the server is being killed: from then on calls may go without an answer. */
  isKilled = false;

  get facts(): readonly Fact[] {
    return [...this.#facts.values()];
  }

  learn(fact: Omit<Fact, 'round'>): Fact {
    const known = { ...fact, round: this.round };
    this.#facts.set(`${fact.kind} ${fact.id}`, known);
    return known;
  }

  fault(text: string): void {
    this.faults.push(`round ${this.round}: ${text}`);
  }

  /** Makes a call. Errors: Unanswered when the server was killed meanwhile. */
  async attempt<T extends Answer>(attempt: Attempt<T>): Promise<T | undefined> {
    const { operation, accounts, changes = [], expects, send } = attempt;
    for (const { fact, to } of changes) {
      fact.possible = [...fact.possible, to];
      fact.round = this.round;
    }
    let answer: T;
    try {
      answer = await send();
    } catch (error) {
      this.#refused(error, attempt);
      return undefined;
    }
    if (expects !== undefined) this.fault(`${operation} succeeded where ${expects} was due`);
    for (const { fact, to } of changes) fact.possible = [to];
    this.#note({
      operation,
      accounts,
      requestId: answer.$metadata.requestId ?? '',
      errorCode: undefined,
    });
    return answer;
  }

  #refused<T>(error: unknown, { operation, accounts, changes = [], expects }: Attempt<T>): void {
    const requestId = requestIdOf(error);
    if (requestId === undefined) {
      this.unanswered += 1;
      if (!this.isKilled)
        this.fault(`${operation} had no answer from a running server: ${String(error)}`);
      throw new Unanswered(operation, { cause: error });
    }
    const errorCode = error instanceof Error ? error.name : 'unknown';
    // Refused calls change nothing.
    for (const { fact } of changes) fact.possible = fact.possible.slice(0, -1);
    if (errorCode !== expects) this.fault(`${operation} was refused: ${String(error)}`);
    this.#note({ operation, accounts, requestId, errorCode });
  }

  #note(answered: Answered): void {
    this.answered.push(answered);
    const name =
      answered.errorCode === undefined ? answered.operation : `${answered.operation}, refused`;
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }
}

function requestIdOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('$metadata' in error)) return undefined;
  const metadata = error.$metadata;
  if (typeof metadata !== 'object' || metadata === null || !('requestId' in metadata))
    return undefined;
  return typeof metadata.requestId === 'string' ? metadata.requestId : undefined;
}
