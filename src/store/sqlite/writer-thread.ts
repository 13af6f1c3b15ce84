import { Worker } from 'node:worker_threads';
import type { WriterOpening, WriterSettings } from './messages.ts';

/** Threads that were started and have not been told yet what to write to, by their files. */
const prepared = new Map<string, Worker>();

/** Starts a thread for the next writer of this file. It takes as long as to read the program, and goes on beside that. */
export function prepareWriterThread(file: string): void {
  if (prepared.has(file)) return;
  const worker = new Worker(file);
  // It holds up no end of the process until it has work.
  worker.unref();
  // One that dies before it has work is no loss: the writer starts another, and hears why that one dies.
  worker.on('error', () => undefined);
  worker.once('exit', () => {
    if (prepared.get(file) === worker) prepared.delete(file);
  });
  prepared.set(file, worker);
}

/** The prepared thread, or a new one. */
export function writerThread(file: string, settings: WriterSettings): Worker {
  const worker = prepared.get(file) ?? new Worker(file);
  prepared.delete(file);
  worker.ref();
  worker.postMessage({ settings } satisfies WriterOpening);
  return worker;
}
