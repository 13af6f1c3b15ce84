import type {
  ApiDestinationHttpMethod,
  ArchiveState,
  DeadLetterConfig,
  LogConfig,
  ReplayState,
  RuleState,
  Target,
} from '../../../models/events/types.ts';
import type { Collection, Document } from '../../contract/collection.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import type { Instant } from '../../core/time.ts';
import type { BoundPolicy } from '../iam/port.ts';
import type { ConnectionDocument } from './connection-state.ts';

/** The default bus is there before anything is stored of it. */
export interface BusDocument {
  readonly name: string;
  readonly description?: string;
  readonly policy?: BoundPolicy;
  readonly deadLetter?: DeadLetterConfig;
  readonly log?: LogConfig;
  readonly tags: Tags;
  readonly created?: Instant;
  readonly modified?: Instant;
}

/** A rule with its targets: one read tells what an event leads to. */
export interface RuleDocument {
  readonly name: string;
  readonly bus: string;
  readonly arn: string;
  readonly pattern?: string;
  readonly schedule?: string;
  readonly state: RuleState;
  readonly description?: string;
  readonly roleArn?: string;
  readonly createdBy: string;
  readonly targets: readonly Target[];
  readonly tags: Tags;
  /** Another one with each change. */
  readonly revision: string;
}

/**
 * What a bus's rules and archives are together: whoever matches events keeps what it compiled for as long as this stays
 * the same.
 */
export interface BusIndex {
  /** 32 hexadecimal digits, over every rule and archive of the bus. */
  readonly digest: string;
  readonly rules: number;
  readonly wildcardRules: number;
  /** Rules in force, and archives, that audit records may match; and those that want reads too. */
  readonly callRules: number;
  readonly readRules: number;
}

export interface ArchiveDocument {
  /** What its events are kept under: a namesake made later has others. */
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  readonly bus: string;
  readonly description?: string;
  readonly pattern?: string;
  /** 0 keeps events for ever. */
  readonly retentionDays: number;
  readonly state: ArchiveState;
  readonly created: Instant;
  readonly events: number;
  readonly bytes: number;
  readonly revision: string;
}

/** By the archive's id, the event's time and a key: replays read a span of time. */
export interface ArchivedEvent {
  readonly text: string;
  readonly time: Instant;
}

export interface ReplayDocument {
  readonly name: string;
  readonly arn: string;
  readonly description?: string;
  readonly archive: string;
  readonly bus: string;
  /** ARNs of rules; none: every rule of the bus. */
  readonly filters: readonly string[];
  readonly state: ReplayState;
  readonly from: Instant;
  readonly to: Instant;
  readonly started: Instant;
  readonly ended?: Instant;
  /** The event that was replayed last: its time, and what it is kept by. */
  readonly last?: { readonly time: Instant; readonly id: string };
}

export interface ApiDestinationDocument {
  readonly name: string;
  readonly arn: string;
  readonly description?: string;
  readonly connection: string;
  readonly endpoint: string;
  readonly method: ApiDestinationHttpMethod;
  readonly perSecond: number;
  readonly created: Instant;
  readonly modified: Instant;
}

/** An event on its way to one target. Gone when it has arrived, or was given up. */
export interface DeliveryDocument {
  readonly rule: { readonly arn: string; readonly name: string };
  readonly target: Target;
  /** What is sent if the target's input says nothing else: the event. */
  readonly event: string;
  /** When the bus took the event. */
  readonly ingested: Instant;
  readonly hops: Hops;
  /** Tries that failed. */
  readonly attempts: number;
}

/** Where an event has been: it may cross to another account, and to another Region, once. */
export interface Hops {
  readonly account?: true;
  readonly region?: true;
}

function collection<T extends Document>(
  name: string,
  more: Partial<Pick<Collection<T>, 'indexes' | 'sealed'>> = {},
): Collection<T> {
  const { indexes = {}, sealed = false } = more;
  return { name: `events.${name}`, scope: 'regional', sealed, shape: 1, upgrades: {}, indexes };
}

export const buses: Collection<BusDocument> = collection('bus');

/** By `ruleId`. Sealed: inputs and headers of targets may hold what nobody else should read. */
export const rules: Collection<RuleDocument> = collection('rule', {
  sealed: true,
  indexes: {
    target: ({ bus, targets }) => [...new Set(targets.map(({ Arn }) => `${bus}\n${Arn}`))],
  },
});

export const busIndexes: Collection<BusIndex> = collection('busIndex');

export const archives: Collection<ArchiveDocument> = collection('archive', {
  indexes: { bus: ({ bus }) => [bus] },
});

export const archivedEvents: Collection<ArchivedEvent> = collection('archivedEvent', {
  sealed: true,
});

export const replays: Collection<ReplayDocument> = collection('replay');

/** By name. Sealed: they hold secrets. */
export const connections: Collection<ConnectionDocument> = collection('connection', {
  sealed: true,
});

export const apiDestinations: Collection<ApiDestinationDocument> = collection('apiDestination', {
  indexes: { connection: ({ connection }) => [connection] },
});

/** When the next call of an API destination may begin, by its name. */
export const paces: Collection<{ readonly next: Instant }> = collection('pace');

export const deliveries: Collection<DeliveryDocument> = collection('delivery', { sealed: true });

/** Slashes may stand in a bus's name, and never in a rule's. */
export function ruleId(bus: string, name: string): string {
  return `${bus}/${name}`;
}

/** A job's id begins with what it is about; ids are the installation's. */
export function jobId(kind: string, { account, region }: Scope, id: string): string {
  return `${kind}/${account}/${region}/${id}`;
}
