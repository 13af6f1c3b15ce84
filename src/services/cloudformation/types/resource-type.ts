import type { JsonObject, JsonValue } from '../../../core/json.ts';
import type { Scope } from '../../../core/scope.ts';
import type { Tags } from '../../../core/tags.ts';

/**
 * What a resource type's functions may use. They run while no unit is open, and may run again after a crash: what they make
 * is named by `name` or `token`, so that a second try finds the first.
 */
export interface Work {
  /**
   * Calls an operation as whoever the stack's resources are made by. Input is as templates write it, and is typed by the
   * operation's model; the answer has instants as ISO 8601. Errors: the operation's own.
   */
  call(service: string, operation: string, input: JsonObject, region?: string): Promise<JsonObject>;
  /** The same, of something that may be gone: undefined where the operation says that it is not there. */
  attempt(
    service: string,
    operation: string,
    input: JsonObject,
    region?: string,
  ): Promise<JsonObject | undefined>;
  /** Says that a resource is there which is not done yet: should the rest of its making fail, it is taken away again. */
  holds(id: string, attributes?: JsonObject): void;
  readonly scope: Scope;
  readonly partition: string;
  readonly logicalId: string;
  /** `Custom::Thing`, where the template has a name of its own. */
  readonly type: string;
  readonly stack: {
    readonly arn: string;
    readonly name: string;
    readonly tags: Tags;
    /** What whoever deploys it said to know. */
    readonly capabilities: readonly string[];
  };
  /** Stays the same when the step is repeated. */
  readonly token: string;
  /** `<stack>-<logical id>-<12 random characters>`, cut in its middle to be no longer than `max`. */
  name(max: number): string;
  /** Tags of the resource with those of its stack, as lists of `Key` and `Value`. */
  tags(own: JsonValue | undefined): JsonObject[];
  /** Where an answer to this step may be sent: a URL that says so by itself. */
  readonly responseUrl: string;
  /** What its making waits for, as the template says. */
  readonly creationPolicy: JsonObject | undefined;
}

/** What there is of a resource after a step. */
export interface Made {
  /** The physical id, which `Ref` gives. */
  readonly id: string;
  readonly attributes?: JsonObject;
  /** Its attributes are nobody's business: events and templates don't show them. */
  readonly isSecret?: boolean;
  /** It is not ready: it is looked at again, with these notes, after so many milliseconds. */
  readonly waits?: { readonly notes: JsonObject; readonly ms: number; readonly timeoutMs?: number };
  /** A stack that is part of this one. */
  readonly childStack?: string;
}

/** A resource that is there. */
export interface Existing {
  readonly id: string;
  readonly properties: JsonObject;
  readonly attributes: JsonObject;
}

export interface Leaving extends Existing {
  /** Its data is to be kept as a snapshot. */
  readonly keepsSnapshot: boolean;
}

export interface Changing extends Existing {
  readonly before: JsonObject;
  /** Names of the properties that differ. */
  readonly changed: readonly string[];
}

/** What a step that waits is asked with. */
export interface Waiting extends Existing {
  readonly notes: JsonObject;
  readonly action: 'create' | 'update' | 'delete';
  /** What was sent to the response URL so far. */
  readonly answers: readonly JsonObject[];
}

export interface ResourceType {
  readonly name: string;
  /** An operation without which the type is not there: `kms:CreateKey`. Undefined: it needs none. */
  readonly needs?: string;
  /** The properties that are built, with a blank between each: others of the specification fail their resource by name. */
  readonly handles: string;
  create(work: Work, properties: JsonObject): Promise<Made>;
  /** Absent: every change makes another resource. */
  readonly update?: (work: Work, change: Changing) => Promise<Made>;
  /** Whether the change can't be made to what there is, where the specification does not say. */
  readonly replaces?: (change: Pick<Changing, 'before' | 'properties' | 'changed'>) => boolean;
  /** Gives what it waits for; undefined: it is gone. A resource that is not there any more is gone. */
  delete(work: Work, existing: Leaving): Promise<Made | undefined>;
  /** Looks again at what waits. Undefined: it is gone. */
  readonly check?: (work: Work, waiting: Waiting) => Promise<Made | undefined>;
}
