import { judged, type ManagedRule } from '../evaluating/managed-rule.ts';
import { isTrueAt, textAt } from '../evaluating/reading.ts';

const common = { types: ['AWS::KMS::Key'], trigger: 'periodic' } as const;

export const keyRules: readonly ManagedRule[] = [
  {
    ...common,
    kind: 'resource',
    identifier: 'KMS_CMK_NOT_SCHEDULED_FOR_DELETION',
    parameters: { kmsKeyIds: {} },
    judge: ({ id, arn, configuration }, { kmsKeyIds }) => {
      if (textAt(configuration, 'keyManager') !== 'CUSTOMER') return undefined;
      const wanted = kmsKeyIds?.split(',').map((one) => one.trim());
      if (wanted !== undefined && !wanted.includes(id) && !wanted.includes(arn ?? '')) {
        return undefined;
      }
      const isDying = textAt(configuration, 'keyState')?.startsWith('PendingDeletion') === true;
      return judged(!isDying, 'The key is scheduled for deletion.');
    },
  },
  {
    ...common,
    kind: 'resource',
    identifier: 'CMK_BACKING_KEY_ROTATION_ENABLED',
    judge: ({ configuration, supplementary }) => {
      const isRotatable =
        textAt(configuration, 'keyManager') === 'CUSTOMER' &&
        textAt(configuration, 'keySpec') === 'SYMMETRIC_DEFAULT' &&
        textAt(configuration, 'origin') === 'AWS_KMS' &&
        textAt(configuration, 'keyState') === 'Enabled';
      if (!isRotatable) return undefined;
      const isOn = isTrueAt(supplementary, 'KeyRotationStatus', 'keyRotationEnabled');
      return judged(isOn, 'The key is not rotated each year.');
    },
  },
];
