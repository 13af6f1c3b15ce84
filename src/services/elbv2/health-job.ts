import { setMaxListeners } from 'node:events';
import type { ProbeOutcome } from '../../contract/edge.ts';
import type { ActingJob, JobContext } from '../../contract/service.ts';
import type { JobOrder } from '../../contract/view.ts';
import { type Instant, SECOND_MS } from '../../core/time.ts';
import { loadBalancersOf } from './group-users.ts';
import { matchesStatus } from './health-check.ts';
import type { Elbv2Parts } from './parts.ts';
import {
  type HealthCheck,
  type TargetDocument,
  type TargetGroupDocument,
  targetGroups,
  targetKey,
  targetSets,
} from './state.ts';

const KIND = 'elasticloadbalancing.checkTargets';
/** Targets that are asked at one time. */
const SIDE_BY_SIDE = 50;

/** Targets of a group that is used are asked at once, and then at each interval. */
export function checkOrder({ name, arn, scope }: TargetGroupDocument, due: Instant): JobOrder {
  return { id: `${KIND}/${arn}`, kind: KIND, scope, due, payload: JSON.stringify({ name }) };
}

interface Questions {
  readonly group: TargetGroupDocument;
  readonly targets: readonly TargetDocument[];
}

type Answers = ReadonlyMap<string, ProbeOutcome>;

export function createHealthJob({ probe }: Elbv2Parts): ActingJob<Questions, Answers> {
  return {
    kind: KIND,
    missed: 'once',
    prepare: (payload, context) => questionsOf(payload, context),
    async act({ group, targets }, { signal }) {
      setMaxListeners(SIDE_BY_SIDE, signal);
      const answers = new Map<string, ProbeOutcome>();
      const waiting = [...targets];
      const work = async (): Promise<void> => {
        for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
          answers.set(targetKey(next), await ask(group, next));
        }
      };
      const ask = (
        { targetType, healthCheck }: TargetGroupDocument,
        target: TargetDocument,
      ): Promise<ProbeOutcome> => {
        // No machine runs behind an instance, so nothing of it can be reached.
        if (targetType === 'instance') return Promise.resolve({ kind: 'timedOut' });
        return probe(questionFor(healthCheck, target), signal);
      };
      await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
      return answers;
    },
    async handle(payload, context, answers) {
      const questions = await questionsOf(payload, context);
      if (questions === undefined) return;
      const { group, targets } = questions;
      const view = context.unit.view(context.scope);
      const set = await view.get(targetSets, group.id);
      const asked = new Set(targets.map(targetKey));
      const next = (set?.targets ?? []).map((target) => {
        const outcome = asked.has(targetKey(target)) ? answers.get(targetKey(target)) : undefined;
        return outcome === undefined ? target : judged(group.healthCheck, target, outcome);
      });
      if (JSON.stringify(next) !== JSON.stringify(set?.targets)) {
        view.put(targetSets, group.id, { targets: next });
      }
      const intervalMs = group.healthCheck.intervalSeconds * SECOND_MS;
      context.unit.order(checkOrder(group, context.now + intervalMs));
    },
  };
}

/** Undefined: there is nothing to ask, and the group's checks end until something changes. */
async function questionsOf(
  payload: string,
  { unit, scope }: JobContext,
): Promise<Questions | undefined> {
  const parsed: unknown = JSON.parse(payload);
  const name =
    typeof parsed === 'object' && parsed !== null && 'name' in parsed ? String(parsed.name) : '';
  const view = unit.view(scope);
  const group = await view.get(targetGroups, name);
  if (group === undefined || group.targetType === 'lambda') return undefined;
  if ((await loadBalancersOf(view, group.arn)).length === 0) return undefined;
  const set = await view.get(targetSets, group.id);
  const targets = (set?.targets ?? []).filter(({ state }) => state !== 'draining');
  return targets.length === 0 ? undefined : { group, targets };
}

function questionFor(check: HealthCheck, target: TargetDocument) {
  const { protocol, port, path, timeoutSeconds } = check;
  return {
    protocol: protocol === 'HTTPS' ? protocol : ('HTTP' as const),
    host: target.id,
    port: port === 'traffic-port' ? (target.port ?? 0) : Number(port),
    path,
    timeoutMs: timeoutSeconds * SECOND_MS,
  };
}

/** What a target is after one more check. */
function judged(check: HealthCheck, target: TargetDocument, outcome: ProbeOutcome): TargetDocument {
  const isWell = outcome.kind === 'answered' && matchesStatus(check.matcher, outcome.status);
  if (isWell) {
    const passes = Math.min(target.passes + 1, check.healthyThreshold);
    const needed = target.state === 'initial' ? 1 : check.healthyThreshold;
    const counted = { ...target, passes, failures: 0 };
    if (target.state === 'healthy' || passes < needed) return counted;
    return { ...counted, state: 'healthy', reason: undefined, description: undefined };
  }
  const failures = Math.min(target.failures + 1, check.unhealthyThreshold);
  const counted = { ...target, passes: 0, failures };
  if (failures < check.unhealthyThreshold) {
    if (target.state !== 'initial') return counted;
    return {
      ...counted,
      reason: 'Elb.InitialHealthChecking',
      description: 'Initial health checks in progress',
    };
  }
  return { ...counted, state: 'unhealthy', ...faultOf(outcome) };
}

function faultOf(outcome: ProbeOutcome): Pick<TargetDocument, 'reason' | 'description'> {
  switch (outcome.kind) {
    case 'answered':
      return {
        reason: 'Target.ResponseCodeMismatch',
        description: `Health checks failed with these codes: [${outcome.status}]`,
      };
    case 'timedOut':
      return { reason: 'Target.Timeout', description: 'Request timed out' };
    default:
      return { reason: 'Target.FailedHealthChecks', description: 'Health checks failed' };
  }
}
