import type { CloudwatchOperations, DimensionFilter } from '../../../models/cloudwatch/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { DAY_MS, HOUR_MS } from '../../core/time.ts';
import { shownDimensions } from './dimensions.ts';
import { unbuilt } from './errors.ts';
import { pageOf } from './pages.ts';
import { metrics, type MetricDocument } from './state.ts';

const PAGE = 500;
/** Metrics without a value for so long are not listed. */
const LISTED_MS = 14 * DAY_MS;
/** With `RecentlyActive`; values are dated by their hour. */
const ACTIVE_MS = 4 * HOUR_MS;

export const listMetrics: OperationOf<CloudwatchOperations, 'ListMetrics'> = {
  name: 'ListMetrics',
  access: 'read',
  authorize: async () => [{ action: 'cloudwatch:ListMetrics', resource: '*' }],
  handle: async (input, { call, view }) => {
    if (input.IncludeLinkedAccounts === true) {
      throw unbuilt('ListMetrics', 'metrics of other accounts');
    }
    const { Namespace, MetricName, Dimensions = [], RecentlyActive } = input;
    const oldest = call.now - (RecentlyActive === undefined ? LISTED_MS : ACTIVE_MS);
    const isWanted = (metric: MetricDocument): boolean =>
      metric.newest >= oldest &&
      (MetricName === undefined || metric.name === MetricName) &&
      hasDimensions(metric, Dimensions);
    const page = pageOf(call, input.NextToken, [Namespace, MetricName, Dimensions, RecentlyActive]);
    const name = MetricName === undefined ? '' : `${MetricName}\n`;
    const { items, last } = await view.list(metrics, {
      index: 'name',
      ...(Namespace === undefined ? {} : { prefix: `${Namespace}\n${name}` }),
      ...page.after,
      limit: PAGE,
    });
    const found = items.filter(({ document }) => isWanted(document));
    return {
      Metrics: found.map(({ document }) => ({
        Namespace: document.namespace,
        MetricName: document.name,
        Dimensions: shownDimensions(document.dimensions),
      })),
      ...page.answer(last),
    };
  },
};

function hasDimensions(
  { dimensions }: MetricDocument,
  wanted: readonly DimensionFilter[],
): boolean {
  return wanted.every(({ Name, Value }) => {
    if (!Object.hasOwn(dimensions, Name)) return false;
    return Value === undefined || dimensions[Name] === Value;
  });
}
