import { addDuration } from './iso-duration.ts';
import type { IsoDuration } from './iso-duration.ts';
import type { Instant } from './time.ts';

/**
 * What becomes of turns that passed while nothing ran: each is made up for, or all of them by one.
 */
export type MissedTurns = 'each' | 'once';

export interface Recurrence {
  readonly every: IsoDuration;
  readonly missed: MissedTurns;
}

/**
 * When the turn after the one due at `due` is due. With `once`, the first turn after `now`, still
 * in step with `due`. Month turns that start on a day 29 to 31 drift to the shortest month's last
 * day.
 */
export function nextTurn(due: Instant, now: Instant, recurrence: Recurrence): Instant {
  const { every, missed } = recurrence;
  if (every.months <= 0 && every.milliseconds <= 0) {
    throw new RangeError('A recurring job needs a period longer than zero.');
  }
  const next = addDuration(due, every);
  if (missed === 'each' || next > now) return next;
  if (every.months === 0) {
    const turns = Math.floor((now - due) / every.milliseconds) + 1;
    return due + turns * every.milliseconds;
  }
  let turn = next;
  while (turn <= now) turn = addDuration(turn, every);
  return turn;
}
