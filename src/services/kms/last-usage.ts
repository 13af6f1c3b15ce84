import type { KmsOperations } from '../../../models/kms/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { TrailReader } from '../../contract/trail.ts';
import { managedKey, managesKey } from './authorization.ts';
import { lastUsage } from './key-usage.ts';

/** Every use of a key is followed from its creation on. */
export function createGetKeyLastUsage(
  trail: TrailReader,
): OperationOf<KmsOperations, 'GetKeyLastUsage'> {
  return {
    name: 'GetKeyLastUsage',
    access: 'read',
    authorize: managesKey('kms:GetKeyLastUsage'),
    handle: async (input, context) => {
      const { arn, document, view } = await managedKey(context, input.KeyId);
      const created = new Date(document.created);
      const usage = await lastUsage(trail, view, arn, document.id);
      return {
        KeyId: arn,
        KeyCreationDate: created,
        TrackingStartDate: created,
        KeyLastUsage:
          usage === undefined
            ? {}
            : {
                Operation: usage.operation,
                Timestamp: new Date(usage.time),
                CloudTrailEventId: usage.eventId,
                KmsRequestId: usage.requestId,
              },
      };
    },
  };
}
