import { DAY_MS } from '../../../core/time.ts';
import { judged, type ManagedRule } from '../evaluating/managed-rule.ts';
import { instantAt, isTrueAt, textAt, valueAt } from '../evaluating/reading.ts';
import type { Item } from '../state.ts';

const common = { types: ['AWS::SecretsManager::Secret'] } as const;

/** Secrets of other services follow those services' schedules, and deleted ones none. */
function isOwn({ configuration }: Item): boolean {
  const isOther = valueAt(configuration, 'OwningService') !== undefined;
  return !isOther && valueAt(configuration, 'DeletedDate') === undefined;
}

function daysBetween({ configuration }: Item): number | undefined {
  const days = valueAt(configuration, 'RotationRules', 'AutomaticallyAfterDays');
  return typeof days === 'number' ? days : undefined;
}

export const secretRules: readonly ManagedRule[] = [
  {
    ...common,
    kind: 'resource',
    identifier: 'SECRETSMANAGER_ROTATION_ENABLED_CHECK',
    trigger: 'change',
    parameters: { maximumAllowedRotationFrequency: { kind: 'int' } },
    judge: (item, { maximumAllowedRotationFrequency: most }) => {
      if (!isOwn(item)) return undefined;
      if (!isTrueAt(item.configuration, 'RotationEnabled')) {
        return judged(false, 'The secret is not rotated.');
      }
      const days = daysBetween(item);
      return judged(
        most === undefined || days === undefined || days <= Number(most),
        `The secret is rotated less often than every ${most} days.`,
      );
    },
  },
  {
    ...common,
    kind: 'resource',
    identifier: 'SECRETSMANAGER_SCHEDULED_ROTATION_SUCCESS_CHECK',
    trigger: 'both',
    judge: (item, _settings, now) => {
      if (!isOwn(item) || !isTrueAt(item.configuration, 'RotationEnabled')) return undefined;
      const due = instantAt(item.configuration, 'NextRotationDate');
      // The schedule's last day ends a day after it began.
      const isLate = due !== undefined && now > due + DAY_MS;
      return judged(!isLate, 'The secret was not rotated when it should have been.');
    },
  },
  {
    ...common,
    kind: 'resource',
    identifier: 'SECRETSMANAGER_SECRET_PERIODIC_ROTATION',
    trigger: 'periodic',
    parameters: { maxDaysSinceRotation: { kind: 'int', default: '90' } },
    judge: (item, { maxDaysSinceRotation: most }, now) => {
      if (!isOwn(item)) return undefined;
      const { configuration, created } = item;
      const last = instantAt(configuration, 'LastRotatedDate') ?? created ?? now;
      return judged(
        now - last <= Number(most) * DAY_MS,
        `The secret was not rotated within ${most} days.`,
      );
    },
  },
  {
    ...common,
    kind: 'resource',
    identifier: 'SECRETSMANAGER_SECRET_UNUSED',
    trigger: 'periodic',
    parameters: { unusedForDays: { kind: 'int', default: '90' } },
    judge: (item, { unusedForDays: most }, now) => {
      if (!isOwn(item)) return undefined;
      const { configuration, created } = item;
      const last = instantAt(configuration, 'LastAccessedDate') ?? created ?? now;
      return judged(
        now - last <= Number(most) * DAY_MS,
        `The secret was not used for ${most} days.`,
      );
    },
  },
  {
    ...common,
    kind: 'resource',
    identifier: 'SECRETSMANAGER_USING_CMK',
    trigger: 'change',
    parameters: { kmsKeyArns: {} },
    judge: (item, { kmsKeyArns }) => {
      if (!isOwn(item)) return undefined;
      const key = textAt(item.configuration, 'KmsKeyId');
      const isCustomers = key !== undefined && !key.endsWith('alias/aws/secretsmanager');
      const isListed = kmsKeyArns === undefined || kmsKeyArns.split(',').includes(key ?? '');
      return judged(isCustomers && isListed, "The secret is not under the customer's own key.");
    },
  },
];
