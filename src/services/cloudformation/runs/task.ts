import type { JsonObject } from '../../../core/json.ts';

interface TaskBase {
  readonly key: string;
  readonly type: string;
  readonly logicalId: string;
  /** 24 random characters, capital letters and digits: part of the name of what is made. */
  readonly random: string;
  readonly token: string;
}

/** One call of a resource type's functions, decided in a unit and done outside. */
export type Task = TaskBase &
  (
    | {
        readonly action: 'create';
        readonly properties: JsonObject;
        readonly creationPolicy?: JsonObject;
      }
    | {
        readonly action: 'update';
        readonly id: string;
        readonly properties: JsonObject;
        readonly before: JsonObject;
        readonly changed: readonly string[];
        readonly attributes: JsonObject;
      }
    | {
        readonly action: 'delete';
        readonly id: string;
        readonly properties: JsonObject;
        readonly attributes: JsonObject;
        readonly keepsSnapshot: boolean;
      }
    | {
        readonly action: 'check';
        readonly checked: 'create' | 'update' | 'delete';
        readonly id: string;
        readonly properties: JsonObject;
        readonly attributes: JsonObject;
        readonly notes: JsonObject;
        readonly answers: readonly JsonObject[];
      }
  );
