// A thread that works with key pairs: a task in, an answer out. It keeps nothing.
import { setPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import type { TaskReply, TaskMessage } from './messages.ts';
import { perform } from './tasks.ts';

/**
 * Gives way to the thread that answers: with less of it, each task that arrives takes the core from that thread, and Encrypt loses a
 * quarter of its rate. Elsewhere than on Linux this would slow the whole process.
 */
const NICENESS = 19;
if (process.platform === 'linux') setPriority(0, NICENESS);

const port = parentPort;
if (port === null) throw new Error('this file runs as a worker thread');

port.on('message', ({ number, request }: TaskMessage) => {
  perform(request).then(
    (result) => port.postMessage({ number, result } satisfies TaskReply<unknown>),
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : 'unknown';
      port.postMessage({ number, error: reason } satisfies TaskReply<unknown>);
    },
  );
});
