import { DAY_MS, type Instant } from '../../../core/time.ts';

export type LockMode = 'GOVERNANCE' | 'COMPLIANCE';

/** What keeps a version from being deleted. */
export interface ObjectLock {
  readonly retention?: Retention;
  readonly hasLegalHold?: boolean;
}

export interface Retention {
  readonly mode: LockMode;
  readonly until: Instant;
}

/** A bucket that locks; its objects' retention where they bring none. */
export interface LockSettings {
  readonly mode?: LockMode;
  readonly days?: number;
  readonly years?: number;
}

/** The retention of a new object by its bucket's default. */
export function defaultRetention(
  { mode, days, years }: LockSettings,
  now: Instant,
): Retention | undefined {
  if (mode === undefined) return undefined;
  if (days !== undefined) return { mode, until: now + days * DAY_MS };
  const until = new Date(now);
  until.setUTCFullYear(until.getUTCFullYear() + (years ?? 0));
  return { mode, until: until.getTime() };
}

/** Whether a version may go by now. `bypasses`: who asks may pass over governance, and says so. */
export function mayGo(lock: ObjectLock | undefined, now: Instant, bypasses: boolean): boolean {
  if (lock?.hasLegalHold === true) return false;
  return mayEnd(lock?.retention, now, bypasses);
}

/** Whether a retention may be taken away or become less by now. */
export function mayEnd(retention: Retention | undefined, now: Instant, bypasses: boolean): boolean {
  if (retention === undefined || retention.until <= now) return true;
  return retention.mode === 'GOVERNANCE' && bypasses;
}

/** Whether one retention keeps no less than another. */
export function isExtension(before: Retention, after: Retention | undefined): boolean {
  return after !== undefined && after.mode === before.mode && after.until >= before.until;
}
