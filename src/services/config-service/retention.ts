import type { AnyOperation, UnitJob } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { DAY_MS, type Instant } from '../../core/time.ts';
import { noSuchRetention } from './errors.ts';
import { configOperation } from './operation.ts';
import { history, ONLY, resourceKey, resources, retentions, timeKey } from './state.ts';

const NAME = 'default';
const EXPIRE = 'config.expireHistory';
const DAYS_DEFAULT = 2_557;
/** Items that one turn of the job forgets; the next follows at once. */
const BATCH = 500;

/** Forgets items that are older than the account keeps them, each day. */
export function orderExpiry(unit: Unit, scope: Scope, due: Instant): void {
  const id = `${EXPIRE}/${scope.account}/${scope.region}`;
  unit.order({ id, kind: EXPIRE, scope, due, payload: '' });
}

export const expireHistory: UnitJob = {
  kind: EXPIRE,
  run: async (_payload, { unit, scope, now }) => {
    const view = unit.view(scope);
    const days = (await view.get(retentions, ONLY))?.days ?? DAYS_DEFAULT;
    const { items } = await view.list(history, { index: 'captured', limit: BATCH });
    const before = timeKey(now - days * DAY_MS);
    const old = items.filter(({ key }) => key < before);
    for (const { id, document } of old) {
      view.delete(history, id);
      const key = resourceKey(document.type, document.id);
      const newest = await view.get(resources, key);
      // The newest item of what is there stays, however old.
      const isLast = newest?.captured === document.captured;
      if (isLast && newest.status === 'ResourceDeleted') view.delete(resources, key);
    }
    orderExpiry(unit, scope, old.length === BATCH ? now : now + DAY_MS);
  },
};

const putRetention = configOperation({
  name: 'PutRetentionConfiguration',
  access: 'write',
  handle: async ({ RetentionPeriodInDays: days }, { unit, view, call }) => {
    view.put(retentions, ONLY, { days });
    orderExpiry(unit, call.scope, call.now);
    return { RetentionConfiguration: { Name: NAME, RetentionPeriodInDays: days } };
  },
});

const deleteRetention = configOperation({
  name: 'DeleteRetentionConfiguration',
  access: 'write',
  handle: async ({ RetentionConfigurationName: name }, { view }) => {
    if (name !== NAME || (await view.get(retentions, ONLY)) === undefined) {
      throw noSuchRetention(name);
    }
    view.delete(retentions, ONLY);
    return {};
  },
});

const describeRetentions = configOperation({
  name: 'DescribeRetentionConfigurations',
  access: 'read',
  handle: async ({ RetentionConfigurationNames: names = [] }, { view }) => {
    const retention = await view.get(retentions, ONLY);
    const wrong = names.find((name) => name !== NAME || retention === undefined);
    if (wrong !== undefined) throw noSuchRetention(wrong);
    const RetentionConfigurations =
      retention === undefined ? [] : [{ Name: NAME, RetentionPeriodInDays: retention.days }];
    return { RetentionConfigurations };
  },
});

export const retentionOperations: readonly AnyOperation[] = [
  putRetention,
  deleteRetention,
  describeRetentions,
];
