import type { Filter, FilterCriteria } from '../../../models/inspector2/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit, View } from '../../contract/view.ts';
import type { OperationOf, ResolveContext } from '../../contract/operation.ts';
import { hexId } from '../../core/ids.ts';
import type { Scope } from '../../core/scope.ts';
import { everyOf } from '../../listing/every-document.ts';
import { badRequest, notFound, quotaExceeded } from './errors.ts';
import { onAccount, type Operations } from './operation.ts';
import { pageOfList } from './pages.ts';
import { filterArn, filterKind } from './resources.ts';
import { type FilterDocument, filters } from './state.ts';
import { orderSuppression } from './suppression.ts';
import { criteriaIn } from './filter-criteria.ts';
import { assertTags } from './tags.ts';

const FILTERS_MAX = 500;
const ID_DIGITS = 16;

function shown(scope: Scope, filter: FilterDocument): Filter {
  const { id: _id, criteria: _text, created, updated, ...rest } = filter;
  return {
    ...rest,
    ownerId: scope.account,
    criteria: criteriaIn(filter),
    createdAt: new Date(created),
    updatedAt: new Date(updated),
  };
}

/** Errors: BadRequestException where another filter has the name. */
async function assertNameIsFree(view: View, { id, name }: FilterDocument): Promise<void> {
  const { items } = await view.list(filters, { index: 'name', prefix: name, limit: 1_000 });
  if (items.some(({ document }) => document.id !== id && document.name === name)) {
    throw badRequest(`A filter with the name ${name} already exists.`);
  }
}

function textOf(criteria: FilterCriteria): string {
  return JSON.stringify(criteria);
}

const createFilter = onAccount({
  name: 'CreateFilter',
  access: 'write',
  on: (_input, scope) => filterArn(scope, '*'),
  tags: ({ tags }) => tags,
  handle: async (input, view, context) => {
    const { unit, call } = context;
    if ((await everyOf(view, filters)).length >= FILTERS_MAX) {
      throw quotaExceeded(`An account can have as many as ${FILTERS_MAX} filters.`, input.name);
    }
    const id = await context.once(() => hexId(ID_DIGITS));
    const filter: FilterDocument = {
      id,
      arn: filterArn(call.scope, id),
      name: input.name,
      action: input.action,
      criteria: textOf(input.filterCriteria),
      created: call.now,
      updated: call.now,
      tags: assertTags(input.tags ?? {}),
      ...(input.description === undefined ? {} : { description: input.description }),
      ...(input.reason === undefined ? {} : { reason: input.reason }),
    };
    await assertNameIsFree(view, filter);
    view.put(filters, id, filter);
    orderSuppression(unit, call.scope, call.now);
    return { arn: filter.arn };
  },
});

/** An operation on a filter, which must be there. */
function onFilter<N extends 'UpdateFilter' | 'DeleteFilter'>(spec: {
  readonly name: N;
  readonly arn: (input: Operations[N]['input']) => string;
  readonly handle: (
    input: Operations[N]['input'],
    filter: FilterDocument,
    context: { readonly view: View; readonly unit: Unit; readonly call: ResolveContext['call'] },
  ) => Promise<Operations[N]['output']>;
}): OperationOf<Operations, N> {
  return {
    name: spec.name,
    access: 'write',
    authorize: async (input, context) => [
      {
        action: `inspector2:${spec.name}`,
        resource: await context.resolve(filterKind, spec.arn(input)),
      },
    ],
    handle: async (input, context) => {
      const { resolved } = await context.resolve(filterKind, spec.arn(input));
      if (resolved.document === undefined) throw notFound();
      const { unit, call } = context;
      const view = unit.view(call.scope);
      const output = await spec.handle(input, resolved.document, { view, unit, call });
      orderSuppression(unit, call.scope, call.now);
      return output;
    },
  };
}

/** Rules about findings; one that suppresses keeps what it matches quiet. */
export const filterOperations: readonly AnyOperation[] = [
  createFilter,
  onFilter({
    name: 'UpdateFilter',
    arn: ({ filterArn: arn }) => arn,
    handle: async (input, filter, { view, call }) => {
      const changed: FilterDocument = {
        ...filter,
        name: input.name ?? filter.name,
        action: input.action ?? filter.action,
        criteria:
          input.filterCriteria === undefined ? filter.criteria : textOf(input.filterCriteria),
        updated: call.now,
        ...(input.description === undefined ? {} : { description: input.description }),
        ...(input.reason === undefined ? {} : { reason: input.reason }),
      };
      await assertNameIsFree(view, changed);
      view.put(filters, filter.id, changed);
      return { arn: filter.arn };
    },
  }),
  onFilter({
    name: 'DeleteFilter',
    arn: ({ arn }) => arn,
    handle: async (_input, filter, { view }) => {
      view.delete(filters, filter.id);
      return { arn: filter.arn };
    },
  }),
  onAccount({
    name: 'ListFilters',
    access: 'read',
    handle: async (input, view, { call }) => {
      const all = (await everyOf(view, filters)).filter(
        ({ arn, action }) =>
          (input.arns === undefined || input.arns.includes(arn)) &&
          (input.action === undefined || input.action === action),
      );
      const page = pageOfList(call, input, JSON.stringify([input.arns, input.action]), all);
      return { filters: page.items.map((one) => shown(call.scope, one)), ...page.answer };
    },
  }),
];
