import { availableParallelism } from 'node:os';
import { isRsaSpec } from '../keys/native-keys.ts';
import { Lane } from './lane.ts';
import { isQuick, keyTasks, type KeyTasks, type TaskRequest } from './tasks.ts';

/**
 * Work with key pairs, off the thread that answers. Not in libuv's pool, which the audit trail's writes need: a few
 * threads of our own, of lower priority, in two lanes, so that making an RSA key (up to seconds) delays nothing else.
 * What is quicker than asking a thread is done at once. Rejects with `LaneFull` when too much waits.
 */
export type KeyWork = KeyTasks;

export interface OpenKeyWork extends KeyWork {
  close(): Promise<void>;
}

/** The answering thread keeps a core to itself where there are two. */
const THREADS_MAX = 8;
const USES_WAITING_MAX = 256;
/** An RSA_4096 pair takes about a second. */
const GENERATIONS_WAITING_MAX = 32;

export interface KeyWorkOptions {
  /** The bundled worker. */
  readonly workerFile: string;
  readonly threads?: number;
}

export function openKeyWork({ workerFile, threads }: KeyWorkOptions): OpenKeyWork {
  const cores = Math.min(Math.max(availableParallelism() - 1, 1), THREADS_MAX);
  const uses = new Lane({
    workerFile,
    threads: threads ?? cores,
    waitingMax: USES_WAITING_MAX,
  });
  const generations = new Lane({
    workerFile,
    threads: 1,
    waitingMax: GENERATIONS_WAITING_MAX,
  });
  const run = <T>(request: TaskRequest): Promise<T> => uses.run(request);
  return {
    generate: (...args) =>
      (isRsaSpec(args[0]) ? generations : uses).run({ task: 'generate', args }),
    read: (...args) => run({ task: 'read', args }),
    sign: (...args) => {
      const request = { task: 'sign', args } as const;
      return isQuick(request) ? keyTasks.sign(...args) : run(request);
    },
    verify: (...args) => {
      const request = { task: 'verify', args } as const;
      return isQuick(request) ? keyTasks.verify(...args) : run(request);
    },
    encrypt: (...args) => {
      const request = { task: 'encrypt', args } as const;
      return isQuick(request) ? keyTasks.encrypt(...args) : run(request);
    },
    decrypt: (...args) => run({ task: 'decrypt', args }),
    agree: (...args) => {
      const request = { task: 'agree', args } as const;
      return isQuick(request) ? keyTasks.agree(...args) : run(request);
    },
    encapsulate: (...args) => run({ task: 'encapsulate', args }),
    decapsulate: (...args) => run({ task: 'decapsulate', args }),
    close: async () => {
      await Promise.all([uses.close(), generations.close()]);
    },
  };
}
