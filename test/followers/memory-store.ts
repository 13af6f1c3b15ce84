import type { Collection, Document } from '../../src/contract/collection.ts';
import type { JobOrder, OutboxEvent, TrailRecord, Unit, View } from '../../src/contract/view.ts';
import type { StoredEvent } from '../../src/contract/follower.ts';
import type { JobRow, JobStore } from '../../src/followers/jobs/runner.ts';

/**
 * A store whose units run one after the other and commit whole. `failNext` loses a unit at its
 * commit.
 */
export class MemoryStore implements JobStore {
  readonly documents = new Map<string, string>();
  readonly jobs = new Map<string, JobOrder>();
  readonly records: (TrailRecord & { readonly position: number })[] = [];
  readonly events: StoredEvent[] = [];
  failNext = 0;
  #turn: Promise<unknown> = Promise.resolve();

  run<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    const result = this.#turn.then(() => this.#runAlone(work));
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #runAlone<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
    const writes = new Map<string, string | undefined>();
    const orders = new Map<string, JobOrder | undefined>();
    const records: TrailRecord[] = [];
    const events: OutboxEvent[] = [];
    const result = await work({
      view: () => this.#view(writes),
      audit: (record) => void records.push(record),
      emit: (event) => void events.push(event),
      order: (job) => void orders.set(job.id, job),
      cancel: (id) => void orders.set(id, undefined),
      once: async (make) => make(),
      onCommit: () => undefined,
      savepoint: () => () => writes.clear(),
    });
    if (this.failNext > 0) {
      this.failNext -= 1;
      throw new Error('The commit was lost.');
    }
    apply(this.documents, writes);
    apply(this.jobs, orders);
    for (const record of records) {
      this.records.push({ ...record, position: this.records.length + 1 });
    }
    for (const event of events) this.events.push({ ...event, position: this.events.length + 1 });
    return result;
  }

  #view(writes: Map<string, string | undefined>): View {
    const documents = this.documents;
    return {
      async get<T extends Document>(collection: Collection<T>, id: string) {
        const key = `${collection.name}/${id}`;
        const text = writes.has(key) ? writes.get(key) : documents.get(key);
        return text === undefined ? undefined : JSON.parse(text);
      },
      list: () => Promise.reject(new Error('No test lists.')),
      put: (collection, id, document) => {
        writes.set(`${collection.name}/${id}`, JSON.stringify(document));
      },
      delete: (collection, id) => void writes.set(`${collection.name}/${id}`, undefined),
    };
  }

  async dueJobs(until: number, limit: number): Promise<readonly JobRow[]> {
    return [...this.jobs.values()]
      .filter(({ due }) => due <= until)
      .toSorted((left, right) => left.due - right.due || (left.id < right.id ? -1 : 1))
      .slice(0, limit);
  }

  runJob(row: JobRow, work: (unit: Unit) => Promise<void>): Promise<boolean> {
    return this.run(async (unit) => {
      if (this.jobs.get(row.id) !== row) return false;
      unit.cancel(row.id);
      await work(unit);
      return true;
    });
  }
}

function apply<T>(target: Map<string, T>, changes: ReadonlyMap<string, T | undefined>): void {
  for (const [key, value] of changes) {
    if (value === undefined) target.delete(key);
    else target.set(key, value);
  }
}
