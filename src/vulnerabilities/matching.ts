import type { Affected, Range, RangeEvent } from './advisory.ts';
import { type Comparison, rulesOf } from './ecosystems.ts';
import { compareSemantic } from './versions/semantic.ts';

/** What an advisory says of one version. */
export interface Verdict {
  /** The first version after it that is mended. */
  readonly fixedIn?: string;
}

/** A version before all others. */
const BEGINNING = '0';

interface Placed {
  readonly event: RangeEvent;
  /** Of the event's version to the one that is asked about. */
  readonly order: number;
}

/** Undefined: one of the range's versions is none, and nothing can be said. */
function placed(range: Range, version: string, compare: Comparison): readonly Placed[] | undefined {
  const all: Placed[] = [];
  for (const event of range.events) {
    if (event.kind === 'limit') {
      if (event.version === '*') continue;
    }
    const isBeginning = event.kind === 'introduced' && event.version === BEGINNING;
    const order = isBeginning ? -1 : compare(event.version, version);
    if (order === undefined) return undefined;
    all.push({ event, order });
  }
  return all;
}

/** Whether a version lies in a range; undefined: outside, or nobody can say. */
function withinRange(range: Range, version: string, compare: Comparison): Verdict | undefined {
  const all = placed(range, version, compare);
  if (all === undefined) return undefined;
  const limits = all.filter(({ event }) => event.kind === 'limit');
  if (limits.length > 0 && !limits.some(({ order }) => order > 0)) return undefined;
  if (!isOpenAt(all, compare)) return undefined;
  const later = all.filter(({ event, order }) => event.kind === 'fixed' && order > 0);
  const first = later.toSorted((left, right) => byVersion(left, right, compare))[0];
  return first === undefined ? {} : { fixedIn: first.event.version };
}

/** Whether the last thing that happened up to the version was that the weakness came in. */
function isOpenAt(all: readonly Placed[], compare: Comparison): boolean {
  const past = all.filter(({ event, order }) => {
    switch (event.kind) {
      case 'introduced':
      case 'fixed':
        return order <= 0;
      // Affected itself: what counts is what lies behind it.
      case 'lastAffected':
        return order < 0;
      case 'limit':
        return false;
    }
  });
  const last = past.toSorted((left, right) => byVersion(left, right, compare)).at(-1);
  return last?.event.kind === 'introduced';
}

/** At one version what comes in comes after what goes: it is affected. */
function byVersion(left: Placed, right: Placed, compare: Comparison): number {
  const isFirst = (one: Placed): boolean =>
    one.event.kind === 'introduced' && one.event.version === BEGINNING;
  if (isFirst(left) !== isFirst(right)) return isFirst(left) ? -1 : 1;
  const order = isFirst(left) ? 0 : (compare(left.event.version, right.event.version) ?? 0);
  if (order !== 0) return order;
  return Number(left.event.kind === 'introduced') - Number(right.event.kind === 'introduced');
}

/**
 * Whether a package's version is affected, by OSV's rules: it is listed, or lies in a range. Undefined: it is not, or
 * nobody can say because a version is none of its ecosystem.
 */
export function verdictOn(affected: Affected, version: string): Verdict | undefined {
  const { compare } = rulesOf(affected.ecosystem);
  const verdicts = affected.ranges.flatMap(
    (range) =>
      withinRange(range, version, range.type === 'SEMVER' ? compareSemantic : compare) ?? [],
  );
  const mended = verdicts.find(({ fixedIn }) => fixedIn !== undefined) ?? verdicts[0];
  if (mended !== undefined) return mended;
  const isListed = affected.versions.some(
    (listed) => listed === version || compare(listed, version) === 0,
  );
  return isListed ? fixAfter(affected, version, compare) : undefined;
}

/** Of a version that is listed alone: the first mended one behind it, in whatever range. */
function fixAfter({ ranges }: Affected, version: string, compare: Comparison): Verdict {
  const later = ranges
    .flatMap(({ events }) => events)
    .filter(({ kind, version: at }) => kind === 'fixed' && (compare(at, version) ?? 0) > 0)
    .toSorted((left, right) => compare(left.version, right.version) ?? 0);
  const first = later[0];
  return first === undefined ? {} : { fixedIn: first.version };
}
