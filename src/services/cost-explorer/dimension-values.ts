import type { CostExplorerOperations } from '../../../models/cost-explorer/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { BillingParts } from './charges.ts';
import { dimension } from './dimensions.ts';
import { unbuilt } from './errors.ts';
import { pageOfRows } from './pages.ts';
import { spanOf } from './periods.ts';
import { mayAsk, visibleCharges } from './visible-charges.ts';

const OPERATION = 'GetDimensionValues';

export function createGetDimensionValues(
  parts: BillingParts,
): OperationOf<CostExplorerOperations, 'GetDimensionValues'> {
  return {
    name: OPERATION,
    access: 'read',
    authorize: mayAsk(OPERATION),
    handle: async (input, context) => {
      const { SearchString = '', Context = 'COST_AND_USAGE', SortBy = [] } = input;
      if (Context !== 'COST_AND_USAGE') throw unbuilt(OPERATION, `the context ${Context}`);
      if (SortBy.length > 0) throw unbuilt(OPERATION, 'SortBy');
      const read = dimension(OPERATION, input.Dimension);
      const span = spanOf(input.TimePeriod, context.call.now);
      const charges = await visibleCharges(context, parts, input, span);
      const values = [...new Set(charges.map(read))]
        .filter((value) => value.toLowerCase().includes(SearchString.toLowerCase()))
        .sort();
      const { rows, next } = pageOfRows(context.call, input, values);
      return {
        DimensionValues: rows.map((Value) => ({ Value, Attributes: {} })),
        ReturnSize: rows.length,
        TotalSize: values.length,
        ...next,
      };
    },
  };
}
