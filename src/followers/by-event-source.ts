import type { StoredRecord } from '../contract/trail.ts';
import { factsOf } from '../core/record-facts.ts';

type Batch = readonly StoredRecord[];

const grouped = new WeakMap<Batch, ReadonlyMap<string, Batch>>();
const NONE: Batch = [];

/** The records of some services, in order. Followers that are equally far share a batch, which is told apart once. */
export function recordsOf(batch: Batch, eventSources: ReadonlySet<string>): Batch {
  const groups = grouped.get(batch) ?? groupsOf(batch);
  grouped.set(batch, groups);
  const present = [...groups.keys()].filter((source) => eventSources.has(source));
  const [only] = present;
  if (only === undefined) return NONE;
  if (present.length === groups.size) return batch;
  if (present.length === 1) return groups.get(only) ?? NONE;
  return batch.filter((record) => eventSources.has(factsOf(record).source));
}

function groupsOf(batch: Batch): ReadonlyMap<string, Batch> {
  const groups = new Map<string, StoredRecord[]>();
  for (const record of batch) {
    const { source } = factsOf(record);
    const group = groups.get(source);
    if (group === undefined) groups.set(source, [record]);
    else group.push(record);
  }
  return groups;
}
