import type {
  ActionAfterCompletion,
  FlexibleTimeWindow,
  ScheduleState,
  Target,
} from '../../../models/scheduler/types.ts';
import type { Collection, Document } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';

/** The default group is there before anything is stored of it. */
export interface GroupDocument {
  readonly name: string;
  readonly tags: Tags;
  readonly created: Instant;
  readonly modified: Instant;
  /** The token it was made with: the same request again is the same group. */
  readonly token?: string;
}

export interface ScheduleDocument {
  readonly group: string;
  readonly name: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly window: FlexibleTimeWindow;
  readonly target: Target;
  readonly state: ScheduleState;
  readonly action: ActionAfterCompletion;
  readonly description?: string;
  readonly start?: Instant;
  readonly end?: Instant;
  readonly created: Instant;
  readonly modified: Instant;
  /** The token it was made with. */
  readonly token?: string;
  /** Another one with each change: turns of what it was before are void. */
  readonly revision: string;
}

/** A call that a schedule makes. Gone when it was made, or given up. */
export interface InvocationDocument {
  readonly schedule: { readonly arn: string; readonly groupArn: string };
  readonly target: Target;
  /** The turn, as it was planned. */
  readonly planned: Instant;
  /** 16 hexadecimal digits. */
  readonly execution: string;
  /** Tries that failed. */
  readonly attempts: number;
}

function collection<T extends Document>(
  name: string,
  more: Partial<Pick<Collection<T>, 'indexes' | 'sealed'>> = {},
): Collection<T> {
  const { indexes = {}, sealed = false } = more;
  return { name: `scheduler.${name}`, scope: 'regional', sealed, shape: 1, upgrades: {}, indexes };
}

export const groups: Collection<GroupDocument> = collection('group');

/** By `scheduleId`. Sealed: what a target is sent may be nobody else's business. */
export const schedules: Collection<ScheduleDocument> = collection('schedule', {
  sealed: true,
  indexes: { name: ({ name, group }) => [`${name}/${group}`] },
});

export const invocations: Collection<InvocationDocument> = collection('invocation', {
  sealed: true,
});

export function scheduleId(group: string, name: string): string {
  return `${group}/${name}`;
}

/** A job's id begins with what it is about; ids are the installation's. */
export function jobId(kind: string, { account, region }: Scope, id: string): string {
  return `${kind}/${account}/${region}/${id}`;
}
