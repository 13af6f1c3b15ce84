import type { TrailFollower } from '../../contract/follower.ts';
import type { StoredRecord } from '../../contract/trail.ts';
import type { Unit } from '../../contract/view.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { isSelected } from './domain/selection.ts';
import { PRINCIPAL } from './own-name.ts';
import { jobOrder, ownerScope, placeKey, placeOfTrail, type TrailPlace } from './places.ts';
import type { OrganizationLookup } from './port.ts';
import { recordingTrails } from './resources.ts';
import { pendingLogs, pendingRecords, type TrailDocument } from './state.ts';

export const DELIVERY_JOB = 'cloudtrail.deliver';
export const LOGS_JOB = 'cloudtrail.deliverLogs';

/** Log files come about every five minutes. */
const WINDOW_MS = 5 * MINUTE_MS;
const POSITION_DIGITS = 15;
const OWN_DOING = `"invokedBy":"${PRINCIPAL}"`;

interface Group {
  readonly place: TrailPlace;
  readonly positions: number[];
  readonly windows: Set<number>;
  /** A log group gets its records too. */
  readonly hasLogs: boolean;
}

/**
 * Notes for each trail which records it wants, and orders its next log file. Positions commit with the notes, so each
 * record comes to each trail once, whatever happens in between.
 */
export function createRecorder(organizations: OrganizationLookup): TrailFollower {
  return {
    name: 'cloudtrail.record',
    source: 'trail',
    run: async (batch, unit) => {
      const groups = new Map<string, Group>();
      const known = new Map<string, readonly TrailDocument[]>();
      for (const record of batch) {
        const { account } = record;
        const trails = known.get(account) ?? (await trailsFor(unit, account, organizations));
        known.set(account, trails);
        for (const trail of wantedBy(record, trails)) note(groups, record, trail);
      }
      for (const group of groups.values()) write(unit, group);
    },
  };
}

async function trailsFor(
  unit: Unit,
  account: string,
  organizations: OrganizationLookup,
): Promise<readonly TrailDocument[]> {
  const own = await recordingTrails(unit, account);
  const organization = await organizations.organizationOf(unit, account);
  if (organization === undefined || organization.managementAccount === account) return own;
  const above = await recordingTrails(unit, organization.managementAccount);
  return [...own, ...above.filter((trail) => trail.organization === organization.id)];
}

function wantedBy(
  record: StoredRecord,
  trails: readonly TrailDocument[],
): readonly TrailDocument[] {
  const near = trails.filter((trail) => covers(trail, record));
  if (near.length === 0) return near;
  const content: JsonValue = JSON.parse(record.text);
  if (!isJsonObject(content)) return [];
  return near.filter(({ selectors, includeGlobal }) =>
    isSelected(content, selectors, includeGlobal),
  );
}

function covers(trail: TrailDocument, { region, time }: StoredRecord): boolean {
  if (!trail.multiRegion && trail.region !== region) return false;
  if (trail.started === undefined || time < trail.started) return false;
  return trail.stopped === undefined || time <= trail.stopped;
}

function note(groups: Map<string, Group>, record: StoredRecord, trail: TrailDocument): void {
  const place = placeOfTrail(trail, record.account, record.region);
  const key = placeKey(place);
  const hasLogs = trail.logs !== undefined;
  const group = groups.get(key) ?? { place, positions: [], windows: new Set<number>(), hasLogs };
  groups.set(key, group);
  group.positions.push(record.position);
  // A delivery that CloudTrail itself leaves records of would order the next, for ever: they go with what follows.
  if (record.text.includes(OWN_DOING)) return;
  group.windows.add((Math.floor(record.time / WINDOW_MS) + 1) * WINDOW_MS);
}

function write(unit: Unit, { place, positions, windows, hasLogs }: Group): void {
  const first = String(positions[0] ?? 0).padStart(POSITION_DIGITS, '0');
  const id = `${placeKey(place)}/${first}`;
  const view = unit.view(ownerScope(place));
  view.put(pendingRecords, id, { positions });
  if (hasLogs) view.put(pendingLogs, id, { positions });
  for (const due of windows) {
    unit.order(jobOrder(DELIVERY_JOB, place, due, String(due)));
    if (hasLogs) unit.order(jobOrder(LOGS_JOB, place, due, String(due)));
  }
}
