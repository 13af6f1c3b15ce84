import { groupedBy } from '../grouping.ts';
import { DAY_MS } from '../../core/time.ts';
import type { ApiCall } from '../api-call.ts';
import type { ApiDetector } from '../detector.ts';
import { type AnomalyFacts, nameOf, type Observed, ofCall } from '../draft.ts';
import { agentFamily, networkOf } from '../memory/dimensions.ts';
import {
  commonest,
  countOf,
  dayOf,
  frequencyOf,
  type Histogram,
  totalOf,
} from '../memory/histogram.ts';
import type { World } from '../world.ts';
import { TACTIC_SEVERITIES, type Tactic, tacticOf } from './tactics.ts';

/** What was there for less is not known well enough to be unusual. */
export const WARM_UP_MS = 7 * DAY_MS;
export const WARM_UP_DAYS = 5;
/** Bits of surprise that make a call an anomaly; one dimension gives no more than half and a little. */
const BITS_MIN = 30;
const DIMENSION_BITS_MAX = 20;
/** Sightings that the account's habits weigh beside the principal's. */
const PRIOR = 4;
const LEAST = 1 / 64;
/** Usual values that a finding shows. */
const SHOWN = 20;

const TACTICS: readonly Tactic[] = [
  'CredentialAccess',
  'DefenseEvasion',
  'Discovery',
  'Exfiltration',
  'Impact',
  'InitialAccess',
  'Persistence',
  'PrivilegeEscalation',
];

/** A principal does what neither it nor others of its account usually do, in a way that they don't. */
export const unusualCalls: ApiDetector = {
  types: TACTICS.map((tactic) => `${tactic}:IAMUser/AnomalousBehavior`),
  detect: (call, world) => {
    const tactic = call.isManagement ? tacticOf(call.name) : undefined;
    if (tactic === undefined || !isKnown(call, world)) return [];
    const anomaly = anomalyOf(dimensionsOf(call, world), dayOf(call.time));
    if (anomaly === undefined) return [];
    const failed = call.error === undefined ? '' : ` (${call.error})`;
    return [
      ofCall(call, {
        type: `${tactic}:IAMUser/AnomalousBehavior`,
        severity: TACTIC_SEVERITIES[tactic],
        title: `User ${nameOf(call)} is anomalously invoking APIs commonly used in ${tactic} tactics.`,
        description:
          `API ${call.name}${failed} was invoked by ${nameOf(call)} from ${call.ip} under unusual ` +
          `circumstances: ${unusualNames(anomaly)}.`,
        anomaly,
      }),
    ];
  },
};

/** The principal is known for long enough; or it is new, and its account is. */
function isKnown({ time }: ApiCall, { actor, account }: World): boolean {
  const isWarm = (memory: { first: number | undefined; days: number }): boolean =>
    memory.first !== undefined && time - memory.first >= WARM_UP_MS && memory.days >= WARM_UP_DAYS;
  return isWarm(account) && (isWarm(actor) || actor.first === undefined);
}

interface Dimension {
  /** As GuardDuty names it: `apis`, `asnOrg`, `userAgent`. */
  readonly name: string;
  readonly value: string;
  readonly own: Histogram;
  readonly ofAccount: Histogram;
}

function dimensionsOf(call: ApiCall, { actor, account, places }: World): readonly Dimension[] {
  return [
    { name: 'apis', value: call.name, own: actor.apis, ofAccount: account.apis },
    {
      name: 'asnOrg',
      value: networkOf(call.ip, places),
      own: actor.networks,
      ofAccount: account.networks,
    },
    {
      name: 'userAgent',
      value: agentFamily(call.agent),
      own: actor.agents,
      ofAccount: account.agents,
    },
  ];
}

/** Undefined: usual enough. At least two dimensions must be out of the ordinary. */
export function anomalyOf(dimensions: readonly Dimension[], day: number): AnomalyFacts | undefined {
  const unusual = dimensions.filter(({ own, value }) =>
    ['UNSEEN', 'RARE'].includes(frequencyOf(countOf(own, value, day))),
  );
  const bits = unusual.reduce((sum, dimension) => sum + surprise(dimension, day), 0);
  if (unusual.length < 2 || bits < BITS_MIN) return undefined;
  return {
    unusual: {
      userIdentity: observedIn(unusual, ({ own }) => own, day),
      account: observedIn(unusual, ({ ofAccount }) => ofAccount, day),
    },
    profiles: {
      userIdentity: profileOf(dimensions, ({ own }) => own, day),
      account: profileOf(dimensions, ({ ofAccount }) => ofAccount, day),
    },
  };
}

/** −log₂ of how likely the value is, by the principal's habits and, where they say little, by the account's. */
function surprise({ own, ofAccount, value }: Dimension, day: number): number {
  const inAccount =
    (countOf(ofAccount, value, day) + PRIOR * LEAST) / (totalOf(ofAccount, day) + PRIOR);
  const likely = (countOf(own, value, day) + PRIOR * inAccount) / (totalOf(own, day) + PRIOR);
  return Math.min(DIMENSION_BITS_MAX, -Math.log2(likely));
}

function observedIn(
  unusual: readonly Dimension[],
  of: (dimension: Dimension) => Histogram,
  day: number,
): Readonly<Record<string, Observed>> {
  const found = unusual
    .map((dimension): [string, Observed] => {
      const { name, value } = dimension;
      return [
        name,
        { frequency: frequencyOf(countOf(of(dimension), value, day)), values: [value] },
      ];
    })
    .filter(([, { frequency }]) => frequency === 'UNSEEN' || frequency === 'RARE');
  return Object.fromEntries(found);
}

function profileOf(
  dimensions: readonly Dimension[],
  of: (dimension: Dimension) => Histogram,
  day: number,
): Readonly<Record<string, readonly Observed[]>> {
  return Object.fromEntries(
    dimensions.map((dimension) => {
      const byFrequency = groupedBy(commonest(of(dimension), day, SHOWN), ([, count]) =>
        frequencyOf(count),
      );
      const shown = [...byFrequency].map(
        ([frequency, entries]): Observed => ({
          frequency,
          values: entries.map(([value]) => value),
        }),
      );
      return [dimension.name, shown];
    }),
  );
}

function unusualNames({ unusual }: AnomalyFacts): string {
  const own = unusual['userIdentity'] ?? {};
  return Object.entries(own)
    .map(([name, { values }]) => `${name} ${values.join(', ')}`)
    .join('; ');
}
