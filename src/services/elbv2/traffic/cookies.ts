import { HTTP_GROUP, valueOf } from '../domain/attributes.ts';
import {
  type TargetDocument,
  type TargetGroupDocument,
  targetKey,
  type WeightedGroup,
} from '../state.ts';
import { ableOf, markOf } from './balance.ts';

const TARGET_COOKIE = 'AWSALB';
const GROUP_COOKIE = 'AWSALBTG';

/** Cookies of a request, by name. */
export function cookiesOf(headers: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const value of headers.flatMap((text) => text.split(';'))) {
    const at = value.indexOf('=');
    if (at > 0) found.set(value.slice(0, at).trim(), value.slice(at + 1).trim());
  }
  return found;
}

export type SetCookie = readonly ['Set-Cookie', string];

/** As AWS sends them: one for the site itself, and one that browsers send from other sites too. */
function setCookies(
  name: string,
  value: string,
  seconds: number,
  now: number,
): readonly SetCookie[] {
  const expires = new Date(now + seconds * 1_000).toUTCString();
  return [
    ['Set-Cookie', `${name}=${value}; Expires=${expires}; Path=/`],
    ['Set-Cookie', `${name}CORS=${value}; Expires=${expires}; Path=/; SameSite=None; Secure`],
  ];
}

export interface TargetStickiness {
  /** The cookie by which a client comes back to its target; undefined: it need not. */
  readonly seconds: number | undefined;
  /** The cookie of the application that must be there, where one was named. */
  readonly application: string | undefined;
}

export function stickinessOf({ attributes }: TargetGroupDocument): TargetStickiness {
  const value = (key: string): string => valueOf(HTTP_GROUP, attributes, key);
  if (value('stickiness.enabled') !== 'true') return { seconds: undefined, application: undefined };
  if (value('stickiness.type') === 'lb_cookie') {
    const seconds = Number(value('stickiness.lb_cookie.duration_seconds'));
    return { seconds, application: undefined };
  }
  const seconds = Number(value('stickiness.app_cookie.duration_seconds'));
  return { seconds, application: value('stickiness.app_cookie.cookie_name') };
}

function targetCookie({ application }: TargetStickiness): string {
  return application === undefined ? TARGET_COOKIE : 'AWSALBAPP-0';
}

/** The target that a client's cookie names, if it may be asked still. */
export function stuckTarget(
  group: TargetGroupDocument,
  targets: readonly TargetDocument[],
  cookies: ReadonlyMap<string, string>,
): TargetDocument | undefined {
  const stickiness = stickinessOf(group);
  if (stickiness.seconds === undefined) return undefined;
  const name = targetCookie(stickiness);
  const mark = cookies.get(name) ?? cookies.get(`${name}CORS`);
  if (mark === undefined) return undefined;
  return ableOf(targets).find((target) => markOf(group.id, targetKey(target)) === mark);
}

/** What makes a client come back to a target. `answered` are the cookies that the target set. */
export function targetCookies(
  group: TargetGroupDocument,
  target: TargetDocument,
  answered: readonly string[],
  now: number,
): readonly SetCookie[] {
  const stickiness = stickinessOf(group);
  const { seconds, application } = stickiness;
  if (seconds === undefined) return [];
  if (application !== undefined && !answered.some((one) => one.startsWith(`${application}=`))) {
    return [];
  }
  return setCookies(targetCookie(stickiness), markOf(group.id, targetKey(target)), seconds, now);
}

/** The group that a client's cookie names. */
export function stuckGroup(
  groups: readonly WeightedGroup[],
  listenerId: string,
  cookies: ReadonlyMap<string, string>,
): WeightedGroup | undefined {
  const mark = cookies.get(GROUP_COOKIE) ?? cookies.get(`${GROUP_COOKIE}CORS`);
  return mark === undefined
    ? undefined
    : groups.find(({ arn }) => markOf(listenerId, arn) === mark);
}

export function groupCookies(
  listenerId: string,
  group: WeightedGroup,
  seconds: number,
  now: number,
): readonly SetCookie[] {
  return setCookies(GROUP_COOKIE, markOf(listenerId, group.arn), seconds, now);
}
