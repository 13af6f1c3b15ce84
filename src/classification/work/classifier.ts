import { Worker } from 'node:worker_threads';
import type { Classified, Source } from '../classify.ts';
import type { Plan } from '../plan.ts';
import type { Answer, Told } from './messages.ts';

/** What a file holds can't be looked at: trying again is no use. */
export class Unreadable extends Error {}

/** Looks for sensitive data in files, off the thread that answers. Errors of a file's bytes are the caller's. */
export interface Classifier {
  /** With `keepsSamples` the result tells what was found, too. Errors: Unreadable. */
  classify(plan: Plan, source: Source, keepsSamples?: boolean): Promise<Classified>;
}

export interface OpenClassifier extends Classifier {
  close(): Promise<void>;
}

/** Parts of a file that are on their way to the thread. */
const IN_FLIGHT_MAX = 4;

class File {
  readonly result: Promise<Classified>;
  #resolve: (result: Classified) => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;
  #inFlight = 0;
  #wake: (() => void) | undefined;
  isOver = false;

  constructor() {
    this.result = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Whoever reads the file looks at the result last.
    this.result.catch(() => undefined);
  }

  hear(answer: Answer): void {
    if (answer.kind === 'more') this.#inFlight -= 1;
    else this.isOver = true;
    if (answer.kind === 'done') this.#resolve(answer.result);
    if (answer.kind === 'failed') this.#reject(new Unreadable(answer.reason));
    this.#wake?.();
  }

  fail(error: Error): void {
    this.isOver = true;
    this.#reject(error);
    this.#wake?.();
  }

  /** Waits until more may be sent. */
  async room(): Promise<void> {
    while (!this.isOver && this.#inFlight >= IN_FLIGHT_MAX) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    this.#inFlight += 1;
  }
}

/** One thread, which starts with the first file. */
export function openClassifier(workerFile: string): OpenClassifier {
  const files = new Map<number, File>();
  let worker: Worker | undefined;
  let number = 0;
  let isClosed = false;
  const started = (): Worker => {
    if (isClosed) throw new Error('The thread for classification is closed.');
    if (worker !== undefined) return worker;
    const made = new Worker(workerFile);
    made.unref();
    made.on('message', (answer: Answer) => files.get(answer.number)?.hear(answer));
    made.on('error', () => undefined);
    made.on('exit', () => {
      worker = undefined;
      for (const file of files.values())
        file.fail(new Error('The thread for classification ended.'));
    });
    worker = made;
    return made;
  };
  return {
    classify: async (plan, { key, bytes }, keepsSamples = false) => {
      const thread = started();
      const tell = (told: Told): void => thread.postMessage(told);
      number += 1;
      const own = number;
      const file = new File();
      files.set(own, file);
      tell({ number: own, kind: 'begin', plan, key, keepsSamples });
      try {
        for await (const chunk of bytes) {
          await file.room();
          if (file.isOver) break;
          tell({ number: own, kind: 'bytes', bytes: chunk });
        }
        tell({ number: own, kind: 'end' });
        return await file.result;
      } catch (error) {
        tell({ number: own, kind: 'drop' });
        throw error;
      } finally {
        files.delete(own);
      }
    },
    close: async () => {
      isClosed = true;
      await worker?.terminate();
    },
  };
}
