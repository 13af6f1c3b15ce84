import type { Worker } from 'node:worker_threads';
import type { WriteGroup, WriteReply, WriteRequest, WriterSettings } from './messages.ts';
import { writerThread } from './writer-thread.ts';

interface Thread {
  readonly worker: Worker;
  readonly ended: Promise<void>;
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * The answering thread's end of the writer. A thread that died is replaced with the next group: who waited for it has
 * an error, and the database tells whether the group was kept.
 */
export class Writer {
  readonly #workerFile: string;
  readonly #settings: WriterSettings;
  readonly #waiting = new Map<number, Waiting>();
  #thread: Thread | undefined;
  #number = 0;

  constructor(workerFile: string, settings: WriterSettings) {
    this.#workerFile = workerFile;
    this.#settings = settings;
    this.#thread = this.#start();
  }

  /** Resolves when the group is durable. One at a time. */
  write(group: WriteGroup): Promise<void> {
    this.#thread ??= this.#start();
    const { worker } = this.#thread;
    this.#number += 1;
    const number = this.#number;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      worker.postMessage({ number, group } satisfies WriteRequest);
    });
  }

  async close(): Promise<void> {
    this.#thread?.worker.postMessage('close');
    await this.#thread?.ended;
  }

  #start(): Thread {
    const worker = writerThread(this.#workerFile, this.#settings);
    let fault: unknown;
    worker.on('message', (reply: WriteReply) => this.#settle(reply));
    worker.on('error', (cause) => {
      fault = cause;
    });
    const ended = new Promise<void>((resolve) => {
      worker.on('exit', () => {
        this.#thread = undefined;
        this.#fail(new Error('The store has stopped writing.', { cause: fault }));
        resolve();
      });
    });
    return { worker, ended };
  }

  #settle(reply: WriteReply): void {
    const waiting = this.#waiting.get(reply.number);
    this.#waiting.delete(reply.number);
    if (reply.error === undefined) waiting?.resolve();
    else waiting?.reject(new Error(`The store could not write: ${reply.error}`));
  }

  #fail(fault: Error): void {
    for (const waiting of this.#waiting.values()) waiting.reject(fault);
    this.#waiting.clear();
  }
}
