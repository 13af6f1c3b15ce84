import type { TaskRequest } from './tasks.ts';

export interface TaskMessage {
  readonly number: number;
  readonly request: TaskRequest;
}

export type TaskReply<T> =
  | { readonly number: number; readonly result: T }
  | { readonly number: number; readonly error: string };
