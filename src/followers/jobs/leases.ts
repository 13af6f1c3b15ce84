import type { Collection } from '../../contract/collection.ts';
import type { Store, Unit } from '../../contract/view.ts';
import { uuid } from '../../core/ids.ts';
import { SECOND_MS, type Instant } from '../../core/time.ts';
import { globalView } from '../position.ts';

/** A node that died gives its jobs up after so long. */
const LEASE_MS = 60 * SECOND_MS;
const RENEWAL_MS = 20 * SECOND_MS;

/** Who acts for a job, by the job's id. */
export interface JobLease {
  /** One node's runner, by a random name. */
  readonly holder: string;
  /** Real time. */
  readonly until: Instant;
}

export const jobLeases: Collection<JobLease> = {
  name: 'jobs.leases',
  scope: 'global',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export interface LeaseOptions {
  readonly store: Store;
  readonly realTime: () => Instant;
  readonly onFault: (message: string, cause: unknown) => void;
}

/** Where several nodes share one store, keeps each acting job to one of them. */
export class Leases {
  readonly #options: LeaseOptions;
  readonly #holder = uuid();
  readonly #held = new Set<string>();
  /** Jobs that others act for, and until when. */
  readonly #elsewhere = new Map<string, Instant>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: LeaseOptions) {
    this.#options = options;
  }

  /** True while another node was seen at it. */
  isElsewhere(id: string): boolean {
    const until = this.#elsewhere.get(id);
    if (until === undefined) return false;
    if (until > this.#options.realTime()) return true;
    this.#elsewhere.delete(id);
    return false;
  }

  /** In the unit that begins the job: false when another node acts for it. */
  async take(unit: Unit, id: string): Promise<boolean> {
    const view = globalView(unit);
    const now = this.#options.realTime();
    const lease = await view.get(jobLeases, id);
    if (lease !== undefined && lease.holder !== this.#holder && lease.until > now) {
      for (const [one, until] of this.#elsewhere) if (until <= now) this.#elsewhere.delete(one);
      this.#elsewhere.set(id, Math.min(lease.until, now + RENEWAL_MS));
      return false;
    }
    view.put(jobLeases, id, { holder: this.#holder, until: now + LEASE_MS });
    this.#held.add(id);
    this.#timer ??= setInterval(() => void this.#renew(), RENEWAL_MS).unref();
    return true;
  }

  /** In the unit that ends the job, or puts it off. */
  release(unit: Unit, id: string): void {
    if (this.#held.has(id)) globalView(unit).delete(jobLeases, id);
  }

  /** After that unit: the lease is renewed no longer. */
  forget(id: string): void {
    this.#held.delete(id);
  }

  async #renew(): Promise<void> {
    const { store, realTime, onFault } = this.#options;
    try {
      await store.run(async (unit) => {
        const view = globalView(unit);
        for (const id of this.#held) {
          const lease = await view.get(jobLeases, id);
          if (lease?.holder !== this.#holder) continue;
          view.put(jobLeases, id, { ...lease, until: realTime() + LEASE_MS });
        }
      });
    } catch (cause) {
      onFault('Leases of jobs could not be renewed.', cause);
    }
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
