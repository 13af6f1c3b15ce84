import type { TaskRequest } from './tasks.ts';

export interface TaskMessage<R = TaskRequest> {
  readonly number: number;
  readonly request: R;
}

export type TaskReply<T> =
  | { readonly number: number; readonly result: T }
  | { readonly number: number; readonly error: string };
