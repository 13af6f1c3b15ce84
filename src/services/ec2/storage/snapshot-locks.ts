import type {
  Ec2Operations,
  LockedSnapshotsInfo,
  LockSnapshotRequest,
  LockState,
} from '../../../../models/ec2/types.ts';
import type { OperationOf } from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../../core/time.ts';
import { permissionOn, permissionTo } from '../authorization.ts';
import { invalidCombination, invalidParameterValue, missingParameter } from '../errors.ts';
import { filterOf, filterTable } from '../filters.ts';
import { listerOf, listerOfAll, pageOf, refuseIdsWithPages } from '../pages.ts';
import { snapshotLocked, snapshotNotFound, snapshotNotLocked } from './errors.ts';
import { putSnapshot, snapshotNoun } from './nouns.ts';
import { ownSnapshotOf } from './own.ts';
import { type SnapshotDocument, type SnapshotLock, snapshots } from './state.ts';

const DAYS_MAX = 36_500;
const COOL_OFF_HOURS_MAX = 72;

/** Undefined: it is not locked, and never was. */
function lockStateOf({ lock, completed }: SnapshotDocument, now: Instant): LockState | undefined {
  if (lock === undefined) return undefined;
  const end = endOf(lock, completed);
  if (end !== undefined && end <= now) return 'expired';
  if (lock.mode === 'governance') return 'governance';
  return lock.coolOff !== undefined && now < lock.coolOff.ends
    ? 'compliance-cooloff'
    : 'compliance';
}

/** A duration begins when the snapshot is completed; undefined until then. */
function endOf(lock: SnapshotLock, completed: Instant | undefined): Instant | undefined {
  if ('date' in lock.until) return lock.until.date;
  const start = startOf(lock, completed);
  return start === undefined ? undefined : start + lock.until.days * DAY_MS;
}

function startOf({ created }: SnapshotLock, completed: Instant | undefined): Instant | undefined {
  return completed === undefined ? undefined : Math.max(created, completed);
}

/** Errors: SnapshotLocked. */
export function requireUnlocked(snapshot: SnapshotDocument, now: Instant): void {
  const state = lockStateOf(snapshot, now);
  if (state !== undefined && state !== 'expired') throw snapshotLocked(snapshot.id);
}

const lockSnapshot: OperationOf<Ec2Operations, 'LockSnapshot'> = {
  name: 'LockSnapshot',
  access: 'write',
  authorize: async (input, context) => [
    await permissionOn(context, snapshotNoun, input.SnapshotId, lockConditions(input)),
  ],
  handle: async (input, context) => {
    const { unit, call } = context;
    const snapshot = await ownSnapshotOf(context, input.SnapshotId);
    const lock = lockOf(input, call.now);
    const before = lockStateOf(snapshot, call.now);
    if (before === 'compliance') requireExtension(snapshot, lock);
    // A lock that is over is no longer there to go on: its days would be over too.
    const created = before === 'expired' ? call.now : (snapshot.lock?.created ?? call.now);
    const locked = { ...snapshot, lock: { ...lock, created } };
    putSnapshot(unit, locked);
    const { OwnerId: _owner, ...shown } = shownLock(locked, call.now);
    return shown;
  },
};

function lockConditions({ CoolOffPeriod, LockDuration }: LockSnapshotRequest) {
  const conditions = new Map<string, readonly string[]>();
  if (CoolOffPeriod !== undefined) {
    conditions.set('ec2:snapshotcooloffperiod', [String(CoolOffPeriod)]);
  }
  if (LockDuration !== undefined) {
    conditions.set('ec2:snapshotlockduration', [String(LockDuration)]);
  }
  return conditions;
}

/** Errors: InvalidParameterCombination, InvalidParameterValue, MissingParameter. */
function lockOf(input: LockSnapshotRequest, now: Instant): SnapshotLock {
  const { LockMode: mode, CoolOffPeriod: hours, LockDuration: days, ExpirationDate } = input;
  if (days !== undefined && ExpirationDate !== undefined) {
    throw invalidCombination(
      'The parameters lockDuration and expirationDate cannot be used together',
    );
  }
  if (hours !== undefined && mode === 'governance') {
    throw invalidCombination('The parameter coolOffPeriod cannot be used with governance mode');
  }
  if (hours !== undefined && (hours < 1 || hours > COOL_OFF_HOURS_MAX)) {
    throw invalidParameterValue(`Value (${hours}) for parameter coolOffPeriod is invalid.`);
  }
  const coolOff = hours === undefined ? {} : { coolOff: { hours, ends: now + hours * HOUR_MS } };
  return { mode, created: now, ...coolOff, until: untilOf(days, ExpirationDate, now) };
}

function untilOf(
  days: number | undefined,
  date: Date | undefined,
  now: Instant,
): SnapshotLock['until'] {
  if (date !== undefined) {
    if (date.getTime() > now && date.getTime() <= now + DAYS_MAX * DAY_MS) {
      return { date: date.getTime() };
    }
    throw invalidParameterValue('The expiration date must lie in the future.');
  }
  if (days === undefined) throw missingParameter('lockDuration or expirationDate');
  if (days >= 1 && days <= DAYS_MAX) return { days };
  throw invalidParameterValue(`Value (${days}) for parameter lockDuration is invalid.`);
}

/** Once it has cooled off, a lock in compliance mode only gets longer. */
function requireExtension(snapshot: SnapshotDocument, wanted: SnapshotLock): void {
  const { lock, completed, id } = snapshot;
  if (lock === undefined) return;
  const before = endOf(lock, completed);
  const after = endOf({ ...wanted, created: lock.created }, completed);
  const isLonger = before !== undefined && after !== undefined && after >= before;
  if (wanted.mode !== 'compliance' || wanted.coolOff !== undefined || !isLonger) {
    throw snapshotLocked(id);
  }
}

const unlockSnapshot: OperationOf<Ec2Operations, 'UnlockSnapshot'> = {
  name: 'UnlockSnapshot',
  access: 'write',
  authorize: async ({ SnapshotId }, context) => [
    await permissionOn(context, snapshotNoun, SnapshotId),
  ],
  handle: async ({ SnapshotId }, context) => {
    const snapshot = await ownSnapshotOf(context, SnapshotId);
    const state = lockStateOf(snapshot, context.call.now);
    if (state === undefined || state === 'expired') throw snapshotNotLocked(SnapshotId);
    if (state === 'compliance') throw snapshotLocked(SnapshotId);
    const { lock: _gone, ...unlocked } = snapshot;
    putSnapshot(context.unit, unlocked);
    return { SnapshotId };
  },
};

const describeLocked: OperationOf<Ec2Operations, 'DescribeLockedSnapshots'> = {
  name: 'DescribeLockedSnapshots',
  access: 'read',
  authorize: async (_input, context) => [permissionTo(context, 'DescribeLockedSnapshots')],
  handle: async (input, context) => {
    const { call, view } = context;
    const { SnapshotIds: ids = [] } = input;
    refuseIdsWithPages(ids, input, 'snapshotIds');
    const named = await Promise.all(
      ids.map(async (id) => {
        const snapshot = await view.get(snapshots, id);
        if (snapshot === undefined) throw snapshotNotFound(id);
        return snapshot;
      }),
    );
    const filters = filterTable<SnapshotDocument>({
      'lock-state': (snapshot) => lockStateOf(snapshot, call.now),
    });
    const passes = filterOf(input.Filters, filters);
    const list = ids.length > 0 ? listerOfAll(named) : listerOf(view, snapshots);
    const wanted = (snapshot: SnapshotDocument) => snapshot.lock !== undefined && passes(snapshot);
    const { items, ...rest } = await pageOf(call, input, list, wanted);
    return { Snapshots: items.map((snapshot) => shownLock(snapshot, call.now)), ...rest };
  },
};

function shownLock(snapshot: SnapshotDocument, now: Instant): LockedSnapshotsInfo {
  const { lock, completed } = snapshot;
  if (lock === undefined) return { SnapshotId: snapshot.id };
  const start = startOf(lock, completed);
  const end = endOf(lock, completed);
  const { coolOff, until } = lock;
  return {
    OwnerId: snapshot.scope.account,
    SnapshotId: snapshot.id,
    LockState: lockStateOf(snapshot, now),
    LockCreatedOn: new Date(lock.created),
    ...('days' in until ? { LockDuration: until.days } : {}),
    ...(start === undefined ? {} : { LockDurationStartTime: new Date(start) }),
    ...(end === undefined ? {} : { LockExpiresOn: new Date(end) }),
    ...(coolOff === undefined
      ? {}
      : { CoolOffPeriod: coolOff.hours, CoolOffPeriodExpiresOn: new Date(coolOff.ends) }),
  };
}

export const snapshotLocks: readonly AnyOperation[] = [
  lockSnapshot,
  unlockSnapshot,
  describeLocked,
];
