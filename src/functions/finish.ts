import type { Invocation, RanOutcome } from '../contract/functions.ts';
import type { Output } from './output.ts';

export const MB = 1_024 * 1_024;

/** How an invocation ended. */
export interface Finish {
  readonly payload: Uint8Array;
  /** The type of the error; undefined: it answered. */
  readonly error?: string;
  /** Named in the log's last line where the sandbox itself ended. */
  readonly status?: 'timeout' | 'error';
}

/** What AWS answers for a sandbox that ended without an answer of its own. */
export function failure({ requestId }: Invocation, errorType: string, text: string): Finish {
  const report = { errorType, errorMessage: `RequestId: ${requestId} Error: ${text}` };
  return { payload: Buffer.from(JSON.stringify(report)), error: errorType };
}

interface Finished {
  readonly invocation: Invocation;
  readonly finish: Finish;
  readonly output: Output;
  readonly logStream: string;
  readonly durationMs: number;
  readonly isFirst: boolean;
  /** Set for the first invocation of a sandbox. */
  readonly initMs: number | undefined;
  readonly memoryMb: number;
  readonly usedBytes: number;
}

/** Closes the log of an invocation and puts its outcome together. */
export function finished(what: Finished): RanOutcome {
  const { invocation, finish, output, logStream, initMs, memoryMb } = what;
  const durationMs = Math.max(0, what.durationMs);
  const usedMb = Math.min(memoryMb, Math.ceil(what.usedBytes / MB));
  output.say(`END RequestId: ${invocation.requestId}`);
  output.say(
    [
      `REPORT RequestId: ${invocation.requestId}`,
      `Duration: ${durationMs.toFixed(2)} ms`,
      `Billed Duration: ${Math.ceil(durationMs)} ms`,
      `Memory Size: ${memoryMb} MB`,
      `Max Memory Used: ${usedMb} MB`,
      ...(initMs === undefined ? [] : [`Init Duration: ${initMs.toFixed(2)} ms`]),
      ...(finish.status === undefined ? [] : [`Status: ${finish.status}`]),
      '',
    ].join('\t'),
  );
  return {
    kind: 'ran',
    payload: finish.payload,
    error: finish.error === undefined ? undefined : errorKind(finish.error),
    log: output.take(),
    logStream,
    isFirst: what.isFirst,
    durationMs,
  };
}

/** A runtime may say that the function itself handled its error. */
function errorKind(type: string): 'Handled' | 'Unhandled' {
  return type === 'Handled' ? 'Handled' : 'Unhandled';
}
