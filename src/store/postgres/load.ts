import type { OutboxEvent, TrailRecord } from '../../contract/view.ts';
import { uuid } from '../../core/ids.ts';
import type { Row } from '../columns.ts';
import { numberOf } from '../columns.ts';
import type { Stored } from '../document-cache.ts';
import type { EncodedWrite } from '../documents.ts';
import { encodeWrite, packJob } from '../documents.ts';
import type { Keyring } from '../keyring.ts';
import type { ScopeKeyRow } from '../sqlite/messages.ts';
import type { UnitState } from '../unit.ts';

/** One unit, as `commit_units` reads it. Bytes are base64; what is empty is absent. */
interface LoadUnit {
  readonly documents?: readonly object[];
  readonly ranges?: readonly object[];
  readonly jobReads?: readonly object[];
  readonly writes?: readonly object[];
  readonly jobs?: readonly object[];
  readonly events?: readonly (readonly string[])[];
  readonly records?: readonly (readonly (string | number)[])[];
}

export interface Load {
  readonly node: string;
  readonly isWriting: boolean;
  readonly units: readonly LoadUnit[];
  /** JSON: scope, collection and id of each document that is written, for the other nodes. */
  readonly written: string;
  readonly pending: number;
  readonly keys?: readonly { readonly scope: string; readonly wrapped: string }[];
  readonly rootKeyCheck?: string;
  readonly dropOutbox?: number;
  readonly reset?: true;
}

/** What `commit_units` answers. */
export interface Landing {
  /** Places of the units that must run again. */
  readonly lost: ReadonlySet<number>;
  readonly sequence: number;
  readonly outbox: number;
  readonly trail: number;
  readonly pending: number;
  /** Nothing was written: the scope keys or the root key are not as this node knows them. */
  readonly fault: string | undefined;
}

export interface Judged {
  readonly state: UnitState;
  /** A failed unit's reads are judged, and nothing of it is written. */
  readonly isFailed: boolean;
}

export interface PackedUnit {
  readonly unit: LoadUnit;
  readonly encoded: readonly EncodedWrite[];
}

export function packUnit({ state, isFailed }: Judged, keyring: Keyring): PackedUnit {
  const encoded = isFailed
    ? []
    : [...state.writes.values()].map((write) => encodeWrite(write, 0, keyring));
  const unit = {
    ...some('documents', [...state.documents].map(packRead)),
    ...some(
      'jobReads',
      [...state.jobReads].map(([i, v]) => ({ i, v })),
    ),
    // Who writes nothing may see a listing that others change.
    ...some('ranges', state.isWriting() ? [...state.ranges].map(packRange) : []),
  };
  if (isFailed) return { unit, encoded };
  const jobs = [...state.jobs].map(([id, order]) => packJob(id, order, keyring));
  return {
    encoded,
    unit: {
      ...unit,
      ...some('writes', encoded.map(packWrite)),
      ...some(
        'jobs',
        jobs.map(({ id, due, body }) => ({ i: id, d: due, b: base64(body) })),
      ),
      ...some(
        'events',
        state.events.map((event) => packEvent(event, keyring)),
      ),
      ...some('records', state.records.map(packRecord)),
    },
  };
}

function some<K extends string, T>(name: K, items: readonly T[]): Partial<Record<K, readonly T[]>> {
  const found: Partial<Record<K, readonly T[]>> = {};
  if (items.length > 0) found[name] = items;
  return found;
}

function packRead([address, { version }]: readonly [string, Stored]): object {
  const [s, c, i] = address.split('\0');
  return { s, c, i, v: version };
}

function packRange([range, version]: readonly [string, number]): object {
  const [s, c] = range.split('\0');
  return { s, c, v: version };
}

function packWrite({ write }: EncodedWrite): object {
  const { scope: s, collection: c, id: i, shape: h, body, entries } = write;
  const k = entries?.map(({ index, key }) => [index, key]);
  return { s, c, i, h, b: base64(body), k };
}

// Its number is given by the database, so it is sealed for a random name.
function packEvent(event: OutboxEvent, keyring: Keyring): readonly string[] {
  const tag = uuid();
  const body = keyring.sealOwn(eventContext(tag), JSON.stringify(event));
  return [tag, body.toString('base64')];
}

export function eventContext(tag: string): readonly string[] {
  return ['outbox', tag];
}

export function packRecord(record: TrailRecord): readonly (string | number)[] {
  return [record.account, record.region, record.time, record.text];
}

export function packKeys(rows: readonly ScopeKeyRow[]): NonNullable<Load['keys']> {
  return rows.map(({ scope, wrapped }) => ({
    scope,
    wrapped: Buffer.from(wrapped).toString('base64'),
  }));
}

function base64(bytes: Uint8Array | undefined): string | undefined {
  return bytes === undefined ? undefined : Buffer.from(bytes).toString('base64');
}

export function landingOf(answer: unknown): Landing {
  if (typeof answer !== 'object' || answer === null) throw new Error('The commit has no answer.');
  const row: Row = { ...answer };
  if ('fault' in answer) {
    const nothing = { sequence: 0, outbox: 0, trail: 0, pending: 0 };
    return { lost: new Set(), ...nothing, fault: String(answer.fault) };
  }
  const lost: unknown = row['lost'];
  return {
    lost: new Set(Array.isArray(lost) ? lost.map(Number) : []),
    sequence: numberOf(row, 'sequence'),
    outbox: numberOf(row, 'outbox'),
    trail: numberOf(row, 'trail'),
    pending: numberOf(row, 'pending'),
    fault: undefined,
  };
}
