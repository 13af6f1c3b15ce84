import type { Collection, Document } from '../../contract/collection.ts';
import type { AnyCollection } from '../../contract/service.ts';
import type { JsonObject } from '../../core/json.ts';
import type { ScopeKind } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type {
  Capability,
  Change,
  ResourceStatus,
  StackStatus,
} from '../../../models/cloudformation/types.ts';
import type { ParameterValues } from './domain/parameters.ts';

/** What the resources of a stack come of. Frozen, and one object from read to read. */
export interface Definition {
  /** As it was given. */
  readonly template: string;
  readonly parameters: ParameterValues;
  readonly capabilities: readonly Capability[];
  readonly tags: Tags;
  readonly notificationArns: readonly string[];
}

export interface StackOutput {
  readonly key: string;
  readonly value: string;
  readonly description?: string;
  readonly exportName?: string;
}

export interface StackDocument {
  /** The last part of its ARN. */
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  readonly status: StackStatus;
  readonly reason?: string;
  readonly created: Instant;
  readonly updated?: Instant;
  readonly deleted?: Instant;
  /** Absent while nothing but change sets was made. */
  readonly definition?: Definition;
  readonly outputs: readonly StackOutput[];
  readonly roleArn?: string;
  readonly isProtected: boolean;
  readonly disableRollback: boolean;
  readonly timeoutMinutes?: number;
  readonly policy?: string;
  readonly changeSetArn?: string;
  readonly parentArn?: string;
  readonly rootArn?: string;
  /** What a run that was given up left over: taken away by the next. */
  readonly leftovers?: Readonly<Record<string, ResourceDocument>>;
  /** The token of the request that began what was done last. */
  readonly token?: string;
}

/** A resource that a stack has, or had. */
export interface ResourceDocument {
  readonly logicalId: string;
  readonly type: string;
  readonly status: ResourceStatus;
  readonly reason?: string;
  readonly physicalId?: string;
  readonly changed: Instant;
  /** As the template means them, without functions; dynamic references stand as they are. */
  readonly properties: JsonObject;
  readonly attributes: JsonObject;
  /** Names of properties whose values nobody is shown, nor attributes of the same names. */
  readonly hidden?: readonly string[];
  /** Whose attributes nobody is shown. */
  readonly isSecret: boolean;
  readonly dependsOn: readonly string[];
  readonly deletionPolicy: string;
  readonly updateReplacePolicy: string;
  readonly metadata?: JsonObject;
  /** Made by what is now going on. */
  readonly isNew: boolean;
}

export type RunKind = 'CREATE' | 'UPDATE' | 'DELETE';
/** `forward` makes and changes, `back` undoes, `cleanup` takes away what is not needed any more. */
export type RunPhase = 'forward' | 'back' | 'cleanup';

/** One resource's part of a run. */
export interface Step {
  readonly state: 'todo' | 'doing' | 'waiting' | 'done' | 'failed' | 'skipped';
  readonly action: 'create' | 'update' | 'replace' | 'delete' | 'none';
  /** Of what waits: its own notes, and when to look again. */
  readonly notes?: JsonObject;
  readonly due?: Instant;
  /** When it has waited too long. */
  readonly deadline?: Instant;
  /** The name that it is to have, and an id of the step that stays the same when it is repeated. */
  readonly name: string;
  readonly token: string;
}

/** Who the resources are made by: the caller of the operation, or a role. */
export type Actor =
  | { readonly kind: 'caller'; readonly caller: JsonObject }
  | { readonly kind: 'role'; readonly arn: string };

/** As whom a stack is taken away, and what of it stays. */
export interface Deletion {
  readonly actor: Actor;
  readonly retain: readonly string[];
}

/** What is being done to a stack. Gone when it is over. */
export interface RunDocument {
  readonly stackId: string;
  readonly kind: RunKind;
  readonly phase: RunPhase;
  /** 32 random hexadecimal digits: names and tokens of its steps come of it. */
  readonly seed: string;
  readonly actor: Actor;
  readonly target: Definition;
  readonly previous?: Definition;
  readonly steps: Readonly<Record<string, Step>>;
  /** Resources as they were before, by logical id: to go back to. */
  readonly before: Readonly<Record<string, ResourceDocument>>;
  /** What resources had become when it was decided to go back, by logical id. */
  readonly tried?: Readonly<Record<string, JsonObject>>;
  /** What was replaced, or is not to stay: taken away at the end. The key tells two of one logical id apart. */
  readonly leftovers: Readonly<Record<string, ResourceDocument>>;
  readonly failures: readonly string[];
  readonly disableRollback: boolean;
  readonly onFailure: 'ROLLBACK' | 'DELETE' | 'DO_NOTHING';
  readonly retain: readonly string[];
  readonly skip: readonly string[];
  readonly policyDuring?: string;
  readonly deadline?: Instant;
  readonly isCancelled?: boolean;
  /** The time it was given is up. */
  readonly isLate?: boolean;
  /** Asked for while a step was under way: it begins once none is. */
  readonly deletion?: Deletion;
}

export interface EventDocument {
  readonly id: string;
  readonly stackArn: string;
  readonly stackName: string;
  readonly time: Instant;
  readonly logicalId: string;
  readonly physicalId: string;
  readonly type: string;
  readonly status: ResourceStatus | StackStatus;
  readonly reason?: string;
  /** JSON text. */
  readonly properties?: string;
  readonly token?: string;
}

export interface ChangeSetDocument {
  readonly name: string;
  readonly arn: string;
  readonly stackId: string;
  readonly kind: 'CREATE' | 'UPDATE' | 'IMPORT';
  readonly created: Instant;
  readonly description?: string;
  readonly status: 'CREATE_COMPLETE' | 'FAILED';
  readonly reason?: string;
  readonly execution:
    | 'AVAILABLE'
    | 'UNAVAILABLE'
    | 'EXECUTE_IN_PROGRESS'
    | 'EXECUTE_COMPLETE'
    | 'OBSOLETE';
  readonly definition: Definition;
  readonly changes: readonly Change[];
  readonly roleArn?: string;
  readonly onFailure?: 'ROLLBACK' | 'DELETE' | 'DO_NOTHING';
  readonly includesNested: boolean;
  readonly importsExisting: boolean;
  readonly token?: string;
}

export interface ExportDocument {
  readonly name: string;
  readonly stackArn: string;
  readonly value: string;
}

export interface ImportDocument {
  readonly name: string;
  readonly stackId: string;
  readonly stackName: string;
}

/** Whoever has a signal to give: a custom resource's function, or who knows of a wait condition's handle. */
export interface SignalDocument {
  readonly account: string;
  readonly region: string;
  readonly stackId: string;
  readonly logicalId: string;
  /** Answers in the order of their coming, by their unique id. */
  readonly answers: Readonly<Record<string, JsonObject>>;
}

function collection<T extends Document>(
  name: string,
  more: Partial<Pick<Collection<T>, 'indexes' | 'scope'>> = {},
): Collection<T> {
  const { indexes = {}, scope = 'regional' satisfies ScopeKind } = more;
  return { name: `cloudformation.${name}`, scope, sealed: true, shape: 1, upgrades: {}, indexes };
}

/** Index keys have a limit. */
const PHYSICAL_CHARACTERS_MAX = 512;

/** By the last part of the ARN: those that are gone too, for 90 days. */
export const stacks: Collection<StackDocument> = collection('stack', {
  indexes: { created: ({ created }) => [String(created).padStart(14, '0')] },
});

/** Names of stacks that are there → the stack's id. */
export const stackNames: Collection<{ readonly id: string }> = collection('name');

/** What resources are found by: the beginning of the id, without half a character at its end. */
export function physicalKey(id: string): string {
  return id.slice(0, PHYSICAL_CHARACTERS_MAX).replace(/\p{Surrogate}$/u, '');
}

/** By stack and logical id. */
export const resources: Collection<ResourceDocument> = collection('resource', {
  indexes: { physical: ({ physicalId = '' }) => [physicalKey(physicalId)] },
});

/** By stack. */
export const runs: Collection<RunDocument> = collection('run');

/** By stack: the number of its next event. */
export const eventNumbers: Collection<{ readonly next: number }> = collection('eventNumber');

/** By stack and number. */
export const events: Collection<EventDocument> = collection('event');

/** By stack and name. */
export const changeSets: Collection<ChangeSetDocument> = collection('changeSet', {
  indexes: { arn: ({ arn }) => [arn] },
});

export const exported: Collection<ExportDocument> = collection('export');

/** By the export's name and the stack that imports it. */
export const imports: Collection<ImportDocument> = collection('import', {
  indexes: { stack: ({ stackId }) => [stackId] },
});

/** By the secret part of a URL: found without knowing whose it is. */
export const signals: Collection<SignalDocument> = collection('signal', { scope: 'global' });

export function resourceId(stackId: string, logicalId: string): string {
  return `${stackId}/${logicalId}`;
}

export const collections: readonly AnyCollection[] = [
  stacks,
  stackNames,
  resources,
  runs,
  eventNumbers,
  events,
  changeSets,
  exported,
  imports,
  signals,
];
