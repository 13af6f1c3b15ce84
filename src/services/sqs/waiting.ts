import type { Host } from '../../contract/host.ts';

/** Receives that may wait at one time; further ones are answered at once. */
const WAITERS_MAX = 1_000;
/** How long what one receive found is kept from others: longer than a unit takes. */
const CLAIM_MS = 5_000;
/** Another node may have sent, or the clock may have moved. */
const LONGEST_SLEEP_MS = 1_000;

/** Receives that wait for messages of this node, and what those that are at work have found. */
export class Waiting {
  readonly #host: Host;
  readonly #waiters = new Map<string, Set<() => void>>();
  readonly #claims = new Map<string, number>();
  #count = 0;

  constructor(host: Host) {
    this.#host = host;
  }

  /** False: too many wait already. */
  get hasRoom(): boolean {
    return this.#count < WAITERS_MAX;
  }

  /** Wakes as many as there are new messages, those that have waited longest. */
  wake(store: string, count: number): void {
    const waiters = this.#waiters.get(store);
    if (waiters === undefined) return;
    let left = count;
    for (const wake of waiters) {
      if (left === 0) return;
      left -= 1;
      // Another message wakes another.
      waiters.delete(wake);
      wake();
    }
  }

  /** Resolves when it is woken, or after so many real milliseconds, at most a second. */
  async sleep(store: string, ms: number, ends: readonly AbortSignal[]): Promise<void> {
    const woken = new AbortController();
    const wake = (): void => woken.abort();
    const waiters = this.#waiters.get(store) ?? new Set();
    this.#waiters.set(store, waiters);
    waiters.add(wake);
    this.#count += 1;
    for (const end of ends) end.addEventListener('abort', wake);
    try {
      await this.#host.pause(Math.max(1, Math.min(ms, LONGEST_SLEEP_MS)), woken.signal);
    } finally {
      for (const end of ends) end.removeEventListener('abort', wake);
      this.#count -= 1;
      waiters.delete(wake);
      if (waiters.size === 0 && this.#waiters.get(store) === waiters) this.#waiters.delete(store);
    }
  }

  /** True: it is yours for a while. A hint that keeps receives apart, and nothing that anything relies on. */
  claim(id: string): boolean {
    const now = this.#host.realTime();
    const until = this.#claims.get(id);
    if (until !== undefined && until > now) return false;
    this.#claims.delete(id);
    this.#claims.set(id, now + CLAIM_MS);
    return true;
  }

  release(ids: readonly string[]): void {
    for (const id of ids) this.#claims.delete(id);
    // The oldest stand first: what nobody released goes with its time.
    const now = this.#host.realTime();
    for (const [id, until] of this.#claims) {
      if (until > now) return;
      this.#claims.delete(id);
    }
  }
}
