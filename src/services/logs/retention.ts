import type { LogsOperations } from '../../../models/logs/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { UnitJob } from '../../contract/service.ts';
import type { JobOrder } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { groupOf, onGroup } from './authorization.ts';
import { invalidParameter } from './errors.ts';
import { chunks, groups, streamKey, streams } from './state.ts';

const DAYS: readonly number[] = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288,
  3653,
];
const EXPIRY_JOB = 'logs.expire';
/** Chunks one job drops before it orders the next. */
const BATCH = 100;

export const putRetentionPolicy: OperationOf<LogsOperations, 'PutRetentionPolicy'> = {
  name: 'PutRetentionPolicy',
  access: 'write',
  authorize: onGroup('logs:PutRetentionPolicy'),
  handle: async (input, context) => {
    const { group, view, resource } = await groupOf(context, input);
    const { retentionInDays: retentionDays } = input;
    if (!DAYS.includes(retentionDays)) {
      throw invalidParameter(
        `1 validation error detected: Value '${retentionDays}' at 'retentionInDays' failed to satisfy constraint: ` +
          `Member must satisfy enum value set: [${DAYS.join(', ')}]`,
      );
    }
    view.put(groups, group.name, { ...group, retentionDays });
    context.unit.order(expiryOrder(resource.resolved.scope, group.name, context.call.now));
    return {};
  },
};

export const deleteRetentionPolicy: OperationOf<LogsOperations, 'DeleteRetentionPolicy'> = {
  name: 'DeleteRetentionPolicy',
  access: 'write',
  authorize: onGroup('logs:DeleteRetentionPolicy'),
  handle: async (input, context) => {
    const { group, view } = await groupOf(context, input);
    const { retentionDays: _over, ...kept } = group;
    view.put(groups, group.name, kept);
    return {};
  },
};

function expiryOrder(scope: Scope, name: string, due: Instant): JobOrder {
  const id = `${EXPIRY_JOB}/${scope.account}/${scope.region}/${name}`;
  return { id, kind: EXPIRY_JOB, scope, due, payload: name };
}

/** Drops what is older than a group's events may be, each day. Readers see none of it in the meantime. */
export const expiryJob: UnitJob = {
  kind: EXPIRY_JOB,
  run: async (name, { unit, scope, now }) => {
    const view = unit.view(scope);
    const group = await view.get(groups, name);
    if (group?.retentionDays === undefined) return;
    const oldest = now - group.retentionDays * DAY_MS;
    const { items } = await view.list(chunks, { prefix: `${group.id}/`, limit: BATCH });
    const expired = items.filter(({ document }) => document.last < oldest);
    for (const { id, document } of expired) {
      view.delete(chunks, id);
      const key = streamKey(group, document.streamName);
      const stream = await view.get(streams, key);
      if (stream?.id !== document.stream) continue;
      view.put(streams, key, { ...stream, bytes: Math.max(stream.bytes - document.bytes, 0) });
    }
    const isMore = expired.length === BATCH;
    unit.order(expiryOrder(scope, name, isMore ? now : now + DAY_MS));
  },
};
