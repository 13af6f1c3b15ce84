import type { Filter, RdsOperations } from '../../../models/rds/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { onInstance, instanceOf } from './authorization.ts';
import { invalidParameter } from './errors.ts';
import { pageOf } from './pages.ts';
import { arnOf } from './resources.ts';
import { serverOf } from './server-of.ts';
import { shownInstance } from './shown.ts';
import { type InstanceDocument, instances, LISTED_MAX } from './state.ts';

/** The ARN pattern of all instances, which a listing needs. */
const ALL = '*';

type Matches = (instance: InstanceDocument, value: string) => boolean;

const FILTERS: ReadonlyMap<string, Matches> = new Map<string, Matches>([
  ['db-cluster-id', ({ cluster }, value) => cluster === value.split(':').at(-1)],
  ['db-instance-id', (instance, value) => instance.id === value || arnOf(instance) === value],
  ['dbi-resource-id', ({ resourceId }, value) => resourceId === value],
  ['domain', () => false],
  ['engine', ({ engine }, value) => engine === value],
]);

export const describeDBInstances: OperationOf<RdsOperations, 'DescribeDBInstances'> = {
  name: 'DescribeDBInstances',
  access: 'read',
  authorize: async (input, context) => [
    await onInstance('rds:DescribeDBInstances', input.DBInstanceIdentifier ?? ALL, context),
  ],
  handle: async (input, context) => {
    const found =
      input.DBInstanceIdentifier === undefined
        ? (await context.view.list(instances, { limit: LISTED_MAX })).items.map(
            ({ document }) => document,
          )
        : [await instanceOf(context, input.DBInstanceIdentifier)];
    const fitting = filtered(FILTERS, found, input.Filters);
    const page = pageOf(context.call, input, fitting);
    const DBInstances = [];
    for (const instance of page.items) {
      DBInstances.push(shownInstance(instance, await serverOf(context.unit, instance)));
    }
    return { DBInstances, ...page.answer };
  },
};

/** Those that match every filter, each by one of its values. */
export function filtered<T>(
  known: ReadonlyMap<string, (one: T, value: string) => boolean>,
  all: readonly T[],
  filters: readonly Filter[] = [],
): readonly T[] {
  const tests = filters.map(({ Name, Values }) => {
    const matches = known.get(Name);
    if (matches === undefined) throw invalidParameter(`Unrecognized filter name: ${Name}`);
    return (one: T) => Values.some((value) => matches(one, value));
  });
  return all.filter((one) => tests.every((test) => test(one)));
}
