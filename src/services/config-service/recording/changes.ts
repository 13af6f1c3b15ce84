import type { Follower } from '../../../contract/follower.ts';
import type { StoredRecord } from '../../../contract/trail.ts';
import type { Unit } from '../../../contract/view.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { factsOf } from '../../../core/record-facts.ts';
import type { Scope } from '../../../core/scope.ts';
import { type Instant, SECOND_MS } from '../../../core/time.ts';
import { recordingIn } from '../recorder-state.ts';
import { touched } from '../state.ts';
import { orderLook } from './look-job.ts';
import type { RecordedType } from './recorded-type.ts';

/** Calls close to each other lead to one look. */
const WINDOW_MS = 10 * SECOND_MS;
/** Names of one service that wait for a look; when there are more, all of it is described. */
const NAMES_MAX = 500;
const NAME_CHARACTERS_MAX = 512;
const NAMES_OF_CALL_MAX = 50;

interface Group {
  readonly source: string;
  readonly place: Scope;
  readonly names: Set<string>;
  time: Instant;
}

/** Notes what calls touched of the resources that recorders record, and has them looked at. */
export function changesFollower(types: readonly RecordedType[]): Follower {
  const globals = new Map<string, boolean>();
  for (const { source, alsoAfter = [], isGlobal } of types) {
    for (const one of [source, ...alsoAfter]) globals.set(one, isGlobal === true);
  }
  return {
    name: 'config.changes',
    source: 'trail',
    eventSources: new Set(globals.keys()),
    run: async (batch, unit) => {
      const groups = new Map<string, Group>();
      const recording = new Map<string, readonly string[]>();
      for (const record of batch) {
        const isGlobal = globals.get(factsOf(record).source);
        if (isGlobal === undefined || !isChange(record)) continue;
        const { account, region } = record;
        const known = recording.get(account) ?? (await regionsOf(unit, account));
        recording.set(account, known);
        const places = isGlobal ? known : known.filter((one) => one === region);
        for (const place of places) note(groups, record, { account, region: place });
      }
      for (const group of groups.values()) await write(unit, group);
    },
  };
}

async function regionsOf(unit: Unit, account: string): Promise<readonly string[]> {
  return (await recordingIn(unit, account)).map(({ region }) => region);
}

function isChange(record: StoredRecord): boolean {
  const { readOnly, errorCode, isManagement } = factsOf(record);
  return !readOnly && errorCode === undefined && isManagement;
}

function note(groups: Map<string, Group>, record: StoredRecord, place: Scope): void {
  const { source, parameters, resources } = factsOf(record);
  const key = `${place.account}/${place.region}/${source}`;
  const group = groups.get(key) ?? { source, place, names: new Set<string>(), time: record.time };
  groups.set(key, group);
  group.time = Math.max(group.time, record.time);
  const names: string[] = [];
  collect(parameters, names, 0);
  for (const { ARN } of resources) if (typeof ARN === 'string') names.push(ARN);
  for (const name of names) group.names.add(name);
}

/** What a call's parameters name: its short texts, three levels deep. */
function collect(value: JsonValue | JsonObject | undefined, into: string[], depth: number): void {
  if (into.length >= NAMES_OF_CALL_MAX || depth > 3) return;
  if (typeof value === 'string') {
    if (value !== '' && value.length <= NAME_CHARACTERS_MAX) into.push(value);
  } else if (Array.isArray(value)) {
    for (const one of value) collect(one, into, depth + 1);
  } else if (isJsonObject(value)) {
    for (const one of Object.values(value)) collect(one, into, depth + 1);
  }
}

async function write(unit: Unit, { source, place, names, time }: Group): Promise<void> {
  const view = unit.view(place);
  const before = await view.get(touched, source);
  const all = [...new Set([...(before?.names ?? []), ...names])];
  const isAll = before?.isAll === true || all.length > NAMES_MAX;
  view.put(touched, source, { names: isAll ? [] : all, isAll });
  const due = (Math.floor(time / WINDOW_MS) + 1) * WINDOW_MS;
  orderLook(unit, place, { source, due });
}
