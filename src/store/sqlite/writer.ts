import { Worker } from 'node:worker_threads';
import type { WriteGroup, WriteReply, WriteRequest, WriterSettings } from './messages.ts';

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** The answering thread's end of the writer. */
export class Writer {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ended: Promise<void>;
  #number = 0;
  #fault: Error | undefined;

  constructor(workerFile: string, settings: WriterSettings) {
    this.#worker = new Worker(workerFile, { workerData: settings });
    this.#worker.on('message', (reply: WriteReply) => this.#settle(reply));
    this.#worker.on('error', (cause) => this.#fail(cause));
    this.#ended = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#fail(undefined);
        resolve();
      });
    });
  }

  /** Resolves when the group is durable; rejects when nothing of it is. */
  write(group: WriteGroup): Promise<void> {
    if (this.#fault !== undefined) return Promise.reject(this.#fault);
    this.#number += 1;
    const number = this.#number;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#worker.postMessage({ number, group } satisfies WriteRequest);
    });
  }

  async close(): Promise<void> {
    this.#worker.postMessage('close');
    await this.#ended;
  }

  #settle(reply: WriteReply): void {
    const waiting = this.#waiting.get(reply.number);
    this.#waiting.delete(reply.number);
    if (reply.error === undefined) waiting?.resolve();
    else waiting?.reject(new Error(`The store could not write: ${reply.error}`));
  }

  #fail(cause: unknown): void {
    this.#fault ??= new Error('The store has stopped writing.', { cause });
    for (const waiting of this.#waiting.values()) waiting.reject(this.#fault);
    this.#waiting.clear();
  }
}
