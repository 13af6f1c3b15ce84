import { HOUR_MS } from '../../core/time.ts';
import type { ApiDetector } from '../detector.ts';
import { nameOf, ofCall, SEVERITY } from '../draft.ts';
import type { Place } from '../world.ts';

const SIGN_IN = 'signin.amazonaws.com';
const TYPE = 'UnauthorizedAccess:IAMUser/ConsoleLoginSuccess.B';
/** Faster than an airliner. */
const KILOMETRES_AN_HOUR_MAX = 900;
/** Tables of places err by as much. */
const KILOMETRES_MIN = 500;
const EARTH_RADIUS_KM = 6_371;

/** One user signed in to the console from two places, between which nobody travels in that time. */
export const consoleLogins: ApiDetector = {
  types: [TYPE],
  names: new Set(['ConsoleLogin']),
  detect: (call, { actor, places }) => {
    const { login } = actor;
    if (call.source !== SIGN_IN) return [];
    if (call.error !== undefined || call.actor.type !== 'IAMUser' || login === undefined) return [];
    const here = places.locate(call.ip);
    const there = places.locate(login.ip);
    const distance = here && there && kilometres(here, there);
    if (distance === undefined || distance < KILOMETRES_MIN) return [];
    const hours = Math.max(0, call.time - login.at) / HOUR_MS;
    if (distance <= hours * KILOMETRES_AN_HOUR_MAX) return [];
    return [
      ofCall(call, {
        type: TYPE,
        severity: SEVERITY.medium,
        title: 'Multiple worldwide successful console logins were observed.',
        description:
          `${nameOf(call)} signed in to the console from ${call.ip} and from ${login.ip}, which are ` +
          `${Math.round(distance)} km apart, within ${Math.round(hours * 60)} minutes.`,
      }),
    ];
  },
};

/** Along a great circle. */
function kilometres(from: Place, to: Place): number | undefined {
  const angles = [from.latitude, from.longitude, to.latitude, to.longitude];
  const [lat1, lon1, lat2, lon2] = angles.map((degrees) => ((degrees ?? NaN) * Math.PI) / 180);
  if (lat1 === undefined || lon1 === undefined || lat2 === undefined || lon2 === undefined) {
    return undefined;
  }
  const half =
    Math.sin((lat2 - lat1) / 2) ** 2 +
    Math.cos(lat1) * Math.cos(lat2) * Math.sin((lon2 - lon1) / 2) ** 2;
  const distance = 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
  return Number.isNaN(distance) ? undefined : distance;
}
