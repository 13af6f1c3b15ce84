import type { Unit, View } from '../../contract/view.ts';
import { uuid } from '../../core/ids.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS, type Instant } from '../../core/time.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { MetricWriter } from '../cloudwatch/port.ts';
import { tellMetrics } from './attack-metrics.ts';
import { learnedUntil, minuteOf, newBaseline } from './detection/baseline.ts';
import { isFlood, thresholdOf } from './detection/flood.ts';
import { hasSignature, type Signature, signaturesOf } from './detection/signature.ts';
import type { CountedTraffic } from './detection/traffic-counts.ts';
import {
  mergedWindow,
  type RequestSample,
  type TrafficWindow,
} from './detection/traffic-window.ts';
import { OFFENDERS_MAX } from './limits.ts';
import { mitigationOf, ruleName, sharersOf } from './mitigation.ts';
import { followWebAcl, type ResponseParts } from './response-rules.ts';
import {
  accountView,
  type Attack,
  attacks,
  offenders,
  ONLY,
  type Protection,
  protectionOf,
  protections,
  subscriptions,
  type TrafficDocument,
  traffics,
} from './state.ts';
import { isOver } from './term.ts';

export interface AttackParts extends ResponseParts {
  readonly metrics: MetricWriter;
}

/** After so many minutes in which there were not too many requests an attack is over. */
export const QUIET_MINUTES = 2;
/** Rules stay so long after an attack, and twice as long for each other attack of the last day. */
const RETAINED_MS = 5 * MINUTE_MS;
const RETAINED_MAX_MS = DAY_MS;
/** What was held in memory when the minute ended has been written by then. */
const LAG_MS = 2 * SECOND_MS;

export const COURSE_JOB = 'shield.attackCourse';

/** One protected resource, in one unit. */
interface Course {
  readonly unit: Unit;
  readonly view: View;
  readonly account: string;
  readonly now: Instant;
  readonly parts: AttackParts;
  protection: Protection;
  traffic: TrafficDocument;
}

/** What was counted becomes part of what is known, and is judged. False: nothing protects the resource. */
export async function recordTraffic(
  unit: Unit,
  now: Instant,
  { resource, scope, window }: CountedTraffic,
  parts: AttackParts,
): Promise<boolean> {
  const { account } = scope;
  const view = accountView(unit, account);
  const found = await protectionOf(view, resource);
  const subscription = await view.get(subscriptions, ONLY);
  if (found === undefined || subscription === undefined || isOver(subscription, now)) return false;
  const protection = await followWebAcl(unit, account, found, parts);
  const known = await view.get(traffics, resource);
  const traffic = known ?? { baseline: newBaseline(window.from) };
  const course: Course = { unit, view, account, now, parts, protection, traffic };
  const before = await attackOf(course);
  course.traffic = withWindow(traffic, window, before !== undefined);
  const attack = before === undefined ? await begun(course) : lasting(before, course, window);
  if (attack !== undefined) await answer(course, attack);
  view.put(traffics, resource, course.traffic);
  return true;
}

function attackOf({ view, traffic: { attack } }: Course): Promise<Attack | undefined> {
  return attack === undefined ? Promise.resolve(undefined) : view.get(attacks, attack);
}

/** Minutes of an attack are passed over by the baseline. */
function withWindow(
  traffic: TrafficDocument,
  window: TrafficWindow,
  isAttacked: boolean,
): TrafficDocument {
  const { window: last } = traffic;
  if (last !== undefined && window.minute <= last.minute) {
    return { ...traffic, window: mergedWindow(last, window) };
  }
  return { ...traffic, baseline: baselineAt(traffic, window.minute, isAttacked), window };
}

function baselineAt({ baseline, window }: TrafficDocument, minute: number, isAttacked: boolean) {
  if (isAttacked) return { ...baseline, minute: Math.max(baseline.minute, minute - 1) };
  return learnedUntil(baseline, minute, window);
}

async function begun(course: Course): Promise<Attack | undefined> {
  const { unit, now, account, traffic } = course;
  const { window, baseline } = traffic;
  if (window === undefined || !isFlood(window, baseline)) return undefined;
  const id = await unit.once(uuid);
  const { resource } = course.protection;
  const attack: Attack = {
    id,
    resource,
    started: window.from,
    last: window.to,
    threshold: thresholdOf(baseline),
    peak: window.requests,
    minutes: 1,
    total: window,
    mitigations: [],
  };
  course.traffic = { ...traffic, attack: id };
  const requestsPerSecond = window.requests / 60;
  await tellMetrics(unit, course.parts.metrics, now, {
    account,
    resource,
    isDetected: true,
    requestsPerSecond,
  });
  orderCourse(unit, { account, resource }, now);
  return attack;
}

function lasting(before: Attack, { traffic: { window } }: Course, more: TrafficWindow): Attack {
  const requests = window?.requests ?? 0;
  return {
    ...before,
    peak: Math.max(before.peak, requests),
    minutes: Math.max(before.minutes, more.minute - minuteOf(before.started) + 1),
    total: mergedWindow(before.total, more),
    last: requests > before.threshold ? Math.max(before.last, more.to) : before.last,
  };
}

/** Puts rules against what of the attack isn't stopped yet, where the protection says so and something tells it from the past. */
async function answer(course: Course, attack: Attack): Promise<void> {
  const { view, protection, traffic } = course;
  const { response } = protection;
  const kept = traffic.window?.samples.kept ?? [];
  let { mitigations } = attack;
  if (response !== undefined && isOverrun(course, attack, response.signatures)) {
    const past = await pastOf(course, response.webAcl);
    const signatures = signaturesOf(kept, past, response.signatures);
    if (signatures.length > response.signatures.length || response.until !== undefined) {
      const { until: _later, ...rest } = response;
      course.protection = { ...protection, response: { ...rest, signatures } };
      view.put(protections, protection.id, course.protection);
      await noteOffenders(course, signatures);
      const isIn = await rewrite(course, response.webAcl);
      const names = signatures.map((_one, at) => ruleName(protection.id, at));
      if (isIn) mitigations = [...new Set([...mitigations, ...names])];
    }
  }
  view.put(attacks, attack.id, { ...attack, mitigations });
}

/** What the signatures don't match is by itself too much; or they match it, and would go soon. */
function isOverrun(
  { traffic: { window }, protection }: Course,
  { threshold }: Attack,
  signatures: readonly Signature[],
): boolean {
  if (window === undefined || window.requests <= threshold) return false;
  if (protection.response?.until !== undefined) return true;
  const { kept, every } = window.samples;
  const missed = kept.filter((one) => !signatures.some((known) => hasSignature(one, known)));
  return missed.length * every > threshold / 2;
}

/** The past of all resources that share the web ACL, so that no rule stops what another one is usually asked. */
async function pastOf(course: Course, webAcl: string): Promise<readonly RequestSample[]> {
  const { unit, view, account, traffic, protection } = course;
  const past = [...traffic.baseline.history];
  for (const { id, resource } of await sharersOf(unit, account, webAcl)) {
    if (id === protection.id) continue;
    past.push(...((await view.get(traffics, resource))?.baseline.history ?? []));
  }
  return past;
}

async function noteOffenders({ view }: Course, signatures: readonly Signature[]): Promise<void> {
  const found = signatures.flatMap((signature) =>
    signature.flatMap((term) => (term.trait === 'client' ? term.values : [])),
  );
  if (found.length === 0) return;
  const { addresses } = (await view.get(offenders, ONLY)) ?? { addresses: [] };
  const others = addresses.filter((one) => !found.includes(one));
  const newest = [...others, ...found].slice(-OFFENDERS_MAX);
  view.put(offenders, ONLY, { addresses: newest });
}

async function rewrite({ unit, account, parts }: Course, webAcl: string): Promise<boolean> {
  const sharers = await sharersOf(unit, account, webAcl);
  return parts.groups.change(unit, webAcl, await mitigationOf(unit, account, sharers));
}

interface Attacked {
  readonly account: string;
  readonly resource: string;
}

/** The next look is after the end of the minute. */
function orderCourse(unit: Unit, { account, resource }: Attacked, now: Instant): void {
  unit.order({
    id: courseId({ account, resource }),
    kind: COURSE_JOB,
    scope: { account, region: 'us-east-1' },
    due: (minuteOf(now - LAG_MS) + 1) * MINUTE_MS + LAG_MS,
    payload: JSON.stringify({ resource }),
  });
}

/** What time does with an attack: it ends, and later the rules against it go. */
export async function followCourse(
  unit: Unit,
  now: Instant,
  { account, resource }: Attacked,
  parts: AttackParts,
): Promise<void> {
  const view = accountView(unit, account);
  const protection = await protectionOf(view, resource);
  const traffic = await view.get(traffics, resource);
  if (protection === undefined || traffic === undefined) return;
  const course: Course = { unit, view, account, now, parts, protection, traffic };
  const attack = await attackOf(course);
  if (attack !== undefined) await judgeEnd(course, attack);
  await dropRules(course);
  const { response } = course.protection;
  const isOpen = course.traffic.attack !== undefined || response?.until !== undefined;
  if (isOpen) orderCourse(unit, { account, resource }, now);
}

async function judgeEnd(course: Course, attack: Attack): Promise<void> {
  const { unit, view, account, now, parts, protection, traffic } = course;
  const { resource } = protection;
  const quiet = minuteOf(now - LAG_MS) - minuteOf(attack.last) - 1;
  if (quiet < QUIET_MINUTES) {
    const last =
      traffic.window?.minute === minuteOf(now - LAG_MS) - 1 ? traffic.window.requests : 0;
    const requestsPerSecond = last / 60;
    const measured = { account, resource, isDetected: true, requestsPerSecond };
    await tellMetrics(unit, parts.metrics, now, measured);
    return;
  }
  await endAttack(course, attack);
  const { response } = protection;
  if (response === undefined || response.signatures.length === 0) return;
  const until = now + (await retainedMs(course));
  course.protection = { ...protection, response: { ...response, until } };
  view.put(protections, protection.id, course.protection);
}

async function endAttack(course: Course, attack: Attack): Promise<void> {
  const { unit, view, account, now, parts, protection } = course;
  const { baseline } = course.traffic;
  view.put(attacks, attack.id, { ...attack, ended: attack.last });
  const { resource } = protection;
  course.traffic = { baseline: { ...baseline, minute: minuteOf(now) - 1 } };
  view.put(traffics, resource, course.traffic);
  await tellMetrics(unit, parts.metrics, now, { account, resource, isDetected: false });
}

async function retainedMs({ view, now, protection: { resource } }: Course): Promise<number> {
  const since = String(now - DAY_MS).padStart(15, '0');
  const after = { key: since, id: '' };
  const recent = await everyOf(view, attacks, { index: 'started', after });
  const others = recent.filter((one) => one.resource === resource).length - 1;
  return Math.min(RETAINED_MS * 2 ** Math.max(others, 0), RETAINED_MAX_MS);
}

async function dropRules(course: Course): Promise<void> {
  const { view, now, protection } = course;
  const { response } = protection;
  if (response?.until === undefined || now < response.until) return;
  const { until: _over, ...rest } = response;
  course.protection = { ...protection, response: { ...rest, signatures: [] } };
  view.put(protections, protection.id, course.protection);
  await rewrite(course, response.webAcl);
}

/** Nothing protects the resource any more: what is known of it goes, and an attack on it is followed no further. */
export async function forgetTraffic(unit: Unit, { account, resource }: Attacked): Promise<void> {
  const view = accountView(unit, account);
  const id = (await view.get(traffics, resource))?.attack;
  const attack = id === undefined ? undefined : await view.get(attacks, id);
  if (attack !== undefined) view.put(attacks, attack.id, { ...attack, ended: attack.last });
  view.delete(traffics, resource);
  unit.cancel(courseId({ account, resource }));
}

function courseId({ account, resource }: Attacked): string {
  return `${COURSE_JOB}/${account}/${resource}`;
}
