// A thread that talks to one hardware security module, whose calls block.
import { parentPort } from 'node:worker_threads';
import type { TaskMessage, TaskReply } from '../work/messages.ts';
import type { HsmRequest } from './messages.ts';
import { HsmToken } from './token.ts';

const port = parentPort;
if (port === null) throw new Error('this file runs as a worker thread');

let token: HsmToken | undefined;

port.on('message', ({ number, request }: TaskMessage<HsmRequest>) => {
  token ??= new HsmToken(request.place);
  token.perform(request.pin, request.task).then(
    (result) => port.postMessage({ number, result } satisfies TaskReply<unknown>),
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : 'unknown';
      port.postMessage({ number, error: reason } satisfies TaskReply<unknown>);
    },
  );
});
