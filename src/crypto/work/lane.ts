import { Worker } from 'node:worker_threads';
import type { TaskMessage, TaskReply } from './messages.ts';
import type { TaskRequest } from './tasks.ts';

/** Enough that a thread finds its next task while the answering thread is busy. */
const IN_FLIGHT_MAX = 4;

export interface LaneOptions {
  readonly workerFile: string;
  readonly threads: number;
  /** Tasks that may wait; more are refused. */
  readonly waitingMax: number;
}

/** More is asked than the threads can do. Nothing was done. */
export class LaneFull extends Error {}

interface Pending<R> {
  readonly request: R;
  // The thread's table of tasks is the caller's own, so an answer is of the type that was asked for.
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/** A queue of tasks and the threads that do them. Threads start when they are first needed. */
export class Lane<R = TaskRequest> {
  readonly #options: LaneOptions;
  readonly #threads = new Set<Thread<R>>();
  readonly #waiting: Pending<R>[] = [];
  #isClosed = false;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  run<T>(request: R): Promise<T> {
    if (this.#isClosed) return Promise.reject(new Error('The threads for keys are closed.'));
    if (this.#waiting.length >= this.#options.waitingMax) {
      return Promise.reject(new LaneFull('Too many tasks wait for the threads for keys.'));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      this.#assign();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    const error = new Error('The threads for keys are closed.');
    for (const pending of this.#waiting.splice(0)) pending.reject(error);
    await Promise.all([...this.#threads].map((thread) => thread.stop()));
  }

  #assign(): void {
    while (this.#waiting.length > 0) {
      const thread = this.#freeThread();
      const next = thread === undefined ? undefined : this.#waiting.shift();
      if (thread === undefined || next === undefined) return;
      thread.start(next);
    }
  }

  /** An idle thread, or a new one, or the one with the fewest tasks. */
  #freeThread(): Thread<R> | undefined {
    let best: Thread<R> | undefined;
    for (const thread of this.#threads) {
      if (best === undefined || thread.load < best.load) best = thread;
    }
    const isIdle = best !== undefined && best.load === 0;
    if (!isIdle && this.#threads.size < this.#options.threads) return this.#newThread();
    return best !== undefined && best.load < IN_FLIGHT_MAX ? best : undefined;
  }

  #newThread(): Thread<R> {
    const thread: Thread<R> = new Thread(this.#options.workerFile, {
      onFree: () => this.#assign(),
      onEnd: () => {
        this.#threads.delete(thread);
        if (!this.#isClosed) this.#assign();
      },
    });
    this.#threads.add(thread);
    return thread;
  }
}

interface ThreadEvents {
  readonly onFree: () => void;
  readonly onEnd: () => void;
}

class Thread<R> {
  readonly #worker: Worker;
  readonly #inFlight = new Map<number, Pending<R>>();
  #number = 0;

  constructor(workerFile: string, events: ThreadEvents) {
    this.#worker = new Worker(workerFile);
    // Whoever waits for an answer keeps the process; an idle thread does not.
    this.#worker.unref();
    this.#worker.on('message', (reply: TaskReply<never>) => {
      this.#settle(reply);
      events.onFree();
    });
    this.#worker.on('error', (cause) => this.#fail(cause));
    this.#worker.on('exit', () => {
      this.#fail(undefined);
      events.onEnd();
    });
  }

  get load(): number {
    return this.#inFlight.size;
  }

  start(pending: Pending<R>): void {
    this.#number += 1;
    this.#inFlight.set(this.#number, pending);
    const message: TaskMessage<R> = { number: this.#number, request: pending.request };
    this.#worker.postMessage(message);
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #settle(reply: TaskReply<never>): void {
    const pending = this.#inFlight.get(reply.number);
    this.#inFlight.delete(reply.number);
    if ('error' in reply) pending?.reject(new Error(`Work with a key failed: ${reply.error}`));
    else pending?.resolve(reply.result);
  }

  #fail(cause: unknown): void {
    const error = new Error('A thread for keys has ended.', { cause });
    for (const pending of this.#inFlight.values()) pending.reject(error);
    this.#inFlight.clear();
  }
}
