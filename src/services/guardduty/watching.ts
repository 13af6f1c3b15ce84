import type { TrailFollower } from '../../contract/follower.ts';
import type { StoredRecord } from '../../contract/trail.ts';
import type { Unit } from '../../contract/view.ts';
import { sequencesOf, stepOf, stepOfFinding } from '../../detection/api/attack-sequences.ts';
import { detectCall } from '../../detection/api/detectors.ts';
import { type ApiCall, readApiCall } from '../../detection/api-call.ts';
import type { Draft, SequenceSignal } from '../../detection/draft.ts';
import { withRemote, withSteps } from '../../detection/memory/learning.ts';
import { everyOf } from '../../listing/every-document.ts';
import { type Keeper, keepDraft, write } from './finding-keeping.ts';
import { accountScope, type DetectorDocument, detectors, findings } from './state.ts';
import { ThreatSource } from './threat-source.ts';
import { Watch, type WatchParts } from './watch.ts';

/** Services without Regions: their calls are everywhere, and every Region's detector looks at them. */
const GLOBAL = new Set([
  'iam.amazonaws.com',
  'organizations.amazonaws.com',
  'cloudfront.amazonaws.com',
  'route53.amazonaws.com',
]);

/**
 * Looks at every call of accounts that have a detector. What is found, and what is learned, commit with the position in the
 * trail, so that a restart neither skips nor repeats.
 */
export function createWatcher(parts: WatchParts): TrailFollower {
  const threats = new ThreatSource();
  return {
    name: 'guardduty.watch',
    source: 'trail',
    run: async (batch, unit) => {
      const known = new Map<string, readonly DetectorDocument[]>();
      const watches = new Map<string, Watch>();
      for (const record of batch) {
        const { account } = record;
        const own = known.get(account) ?? (await enabledOf(unit, account));
        known.set(account, own);
        if (own.length === 0) continue;
        const call = readApiCall(record.text, record);
        if (call === undefined) continue;
        for (const detector of own) {
          if (detector.region !== record.region && !GLOBAL.has(call.source)) continue;
          const place = `${account}/${detector.region}`;
          const watch = watches.get(place) ?? new Watch(unit, detector, parts, threats);
          watches.set(place, watch);
          const keeper: Keeper = { unit, detector, places: parts.places, now: nowOf(record) };
          await lookSafely(watch, keeper, call);
        }
      }
      const last = Math.max(...batch.map(nowOf));
      for (const watch of watches.values()) watch.flush(last);
    },
  };
}

async function enabledOf(unit: Unit, account: string): Promise<readonly DetectorDocument[]> {
  const all = await everyOf(unit.view(accountScope(account)), detectors);
  return all.filter(({ isEnabled }) => isEnabled);
}

/** A finding is dated by what it tells of: the follower comes right after. */
function nowOf({ time }: StoredRecord): number {
  return time;
}

/**
 * What one record makes impossible (a name that no document may have, a time that is none) is nothing to the others: a
 * follower that stopped at it would be blind to all accounts.
 */
async function lookSafely(watch: Watch, keeper: Keeper, call: ApiCall): Promise<void> {
  const takeBack = keeper.unit.savepoint();
  try {
    await look(watch, keeper, call);
  } catch (error) {
    if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
    takeBack();
  }
}

async function look(watch: Watch, keeper: Keeper, call: ApiCall): Promise<void> {
  const world = await watch.worldOf(call);
  const drafts = detectCall(call, world).filter((draft) => isWanted(draft, call, watch.detector));
  const step = stepOf(call);
  const steps: SequenceSignal[] = step === undefined ? [] : [step];
  for (const draft of drafts) {
    const { finding, isSuppressed } = await keepDraft(keeper, draft);
    if (!isSuppressed) steps.push(stepOfFinding(draft, finding.Id));
  }
  let memory = await watch.actor(call);
  if (drafts.some(({ type }) => type.includes('CredentialExfiltration'))) {
    memory = withRemote(memory, call.ip);
  }
  memory = withSteps(memory, steps, call.time);
  watch.remember(call, memory);
  if (steps.length > 0) await keepSequences(keeper, call, memory.steps);
  await watch.learn(call);
}

/** Data events are looked at where they are asked for; of strangers only what they do to buckets. */
function isWanted(
  { feature, type }: Draft,
  { account, actor }: ApiCall,
  { features }: DetectorDocument,
): boolean {
  if (feature === 'S3_DATA_EVENTS' && features.S3_DATA_EVENTS?.status !== 'ENABLED') return false;
  return (
    actor.account === account ||
    actor.account === '' ||
    type.split(':')[1]?.startsWith('S3/') === true
  );
}

async function keepSequences(
  keeper: Keeper,
  call: ApiCall,
  steps: readonly SequenceSignal[],
): Promise<void> {
  for (const draft of sequencesOf(call, { steps })) {
    const { finding } = await keepDraft(keeper, draft);
    const view = keeper.unit.view(keeper.detector);
    for (const { id } of steps) {
      const member = id === undefined ? undefined : await view.get(findings, id);
      if (member === undefined || member.finding.AssociatedAttackSequenceArn !== undefined)
        continue;
      await write(keeper, {
        ...member,
        finding: { ...member.finding, AssociatedAttackSequenceArn: finding.Arn },
      });
    }
  }
}
