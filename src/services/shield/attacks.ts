import type {
  AttackDetail,
  AttackProperty,
  AttackPropertyIdentifier,
  SummarizedCounter,
} from '../../../models/shield/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import { VECTOR } from './attack-metrics.ts';
import type { Count } from './detection/top-counts.ts';
import { attackUnknown } from './errors.ts';
import { pageOf, shieldOperation, subscriptionOf } from './operation.ts';
import { type Attack, attacks } from './state.ts';

/** Contributors and parts of a resource that are told of each kind. */
const TOLD_MAX = 10;
const YEAR_MS = 365 * DAY_MS;
const SECONDS_PER_MINUTE = 60;

interface Range {
  readonly FromInclusive?: Date | undefined;
  readonly ToExclusive?: Date | undefined;
}

function isWithin(instant: Instant | undefined, range: Range | undefined): boolean {
  if (range === undefined) return true;
  if (instant === undefined) return false;
  const { FromInclusive: from, ToExclusive: to } = range;
  return (
    (from === undefined || instant >= from.getTime()) &&
    (to === undefined || instant < to.getTime())
  );
}

const list = shieldOperation({
  name: 'ListAttacks',
  access: 'read',
  handle: async (input, view, context) => {
    await subscriptionOf(view, context.call);
    const { ResourceArns = [], StartTime, EndTime } = input;
    const all = await everyOf(view, attacks, { index: 'started', prefix: '' });
    const wanted = all
      .filter(
        ({ resource, started, ended }) =>
          (ResourceArns.length === 0 || ResourceArns.includes(resource)) &&
          isWithin(started, StartTime) &&
          isWithin(ended, EndTime),
      )
      .toReversed();
    const about = [ResourceArns, StartTime, EndTime];
    const { items, answer } = pageOf(context, input, about, wanted);
    const AttackSummaries = items.map((attack) => ({
      ...named(attack),
      AttackVectors: [{ VectorType: VECTOR }],
    }));
    return { AttackSummaries, ...answer };
  },
});

function named({ id, resource, started, ended }: Attack) {
  return {
    AttackId: id,
    ResourceArn: resource,
    StartTime: new Date(started),
    ...(ended === undefined ? {} : { EndTime: new Date(ended) }),
  };
}

const describe = shieldOperation({
  name: 'DescribeAttack',
  access: 'read',
  on: async ({ AttackId }, { call }) => [
    `arn:aws:shield::${call.scope.account}:attack/${AttackId}`,
  ],
  handle: async ({ AttackId }, view) => {
    const attack = await view.get(attacks, AttackId);
    if (attack === undefined) throw attackUnknown();
    return { Attack: shown(attack) };
  },
});

function shown(attack: Attack): AttackDetail {
  const { total, mitigations } = attack;
  return {
    ...named(attack),
    SubResources: total.paths.slice(0, TOLD_MAX).map(([path, count]) => ({
      Type: 'URL',
      Id: path,
      AttackVectors: [{ VectorType: VECTOR, VectorCounters: [countOf('Requests', count)] }],
      Counters: [],
    })),
    AttackCounters: [
      {
        Name: 'RequestsPerSecond',
        Max: attack.peak / SECONDS_PER_MINUTE,
        Average: total.requests / attack.minutes / SECONDS_PER_MINUTE,
        Sum: total.requests / SECONDS_PER_MINUTE,
        N: attack.minutes,
        Unit: 'REQUESTS',
      },
      countOf('Requests', total.requests),
      countOf('RefusedRequests', total.refused),
      countOf('ServerErrors', total.serverErrors),
      countOf('Connections', total.connections),
    ],
    AttackProperties: [
      property('DESTINATION_URL', total.paths, total.requests),
      property('SOURCE_IP_ADDRESS', total.clients, total.requests),
      property('SOURCE_USER_AGENT', total.agents, total.requests),
      property('REFERRER', total.referrers, total.requests),
    ].filter(({ TopContributors }) => TopContributors?.length !== 0),
    Mitigations: mitigations.map((MitigationName) => ({ MitigationName })),
  };
}

/** A count over the whole attack. */
function countOf(Name: string, Sum: number): SummarizedCounter {
  return { Name, Sum, N: 1, Unit: 'COUNT' };
}

function property(
  AttackPropertyIdentifier: AttackPropertyIdentifier,
  counts: readonly Count[],
  Total: number,
): AttackProperty {
  return {
    AttackLayer: 'APPLICATION',
    AttackPropertyIdentifier,
    TopContributors: counts.slice(0, TOLD_MAX).map(([Name, Value]) => ({ Name, Value })),
    Unit: 'REQUESTS',
    Total,
  };
}

/** Of the year that ended at midnight (UTC); for accounts without Shield Advanced too. */
const statistics = shieldOperation({
  name: 'DescribeAttackStatistics',
  access: 'read',
  handle: async (_input, view, { call }) => {
    const to = Math.floor(call.now / DAY_MS) * DAY_MS;
    const from = to - YEAR_MS;
    const all = await everyOf(view, attacks, { index: 'started', prefix: '' });
    const past = all.filter(({ started }) => started >= from && started < to);
    const Max = Math.max(0, ...past.map(({ peak }) => peak / SECONDS_PER_MINUTE));
    const AttackCount = past.length;
    return {
      TimeRange: { FromInclusive: new Date(from), ToExclusive: new Date(to) },
      DataItems: [
        AttackCount === 0
          ? { AttackCount }
          : { AttackVolume: { RequestsPerSecond: { Max } }, AttackCount },
      ],
    };
  },
});

/** What was detected, as it was measured. */
export const attackOperations: readonly AnyOperation[] = [list, describe, statistics];
