import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { uuid } from '../../core/ids.ts';
import { conflict, invalid, notFound, quotaExceeded } from './errors.ts';
import { rankedFilters } from './finding-keeping.ts';
import { onSession } from './operation.ts';
import { pageOfList } from './pages.ts';
import { macieArn } from './resources.ts';
import { type FilterDocument, filters } from './state.ts';

const FILTERS_MAX = 1_000;
const NAME = /^.{3,64}$/u;

async function filterOf(view: View, id: string): Promise<FilterDocument> {
  const filter = await view.get(filters, id);
  if (filter === undefined) throw notFound();
  return filter;
}

function assertFilter(filter: FilterDocument, others: readonly FilterDocument[]): void {
  if (!NAME.test(filter.name)) throw invalid('The filter name must contain 3-64 characters');
  if (Object.keys(filter.criteria.criterion ?? {}).length === 0) {
    throw invalid('The findingCriteria must specify at least one criterion');
  }
  if (others.some(({ id, name }) => id !== filter.id && name === filter.name)) {
    throw conflict('A filter with the specified name already exists');
  }
}

/** Rules about findings, asked in the order of their positions; one that archives suppresses what it matches. */
export const filterOperations: readonly AnyOperation[] = [
  onSession({
    name: 'CreateFindingsFilter',
    access: 'write',
    on: () => ['findings-filter', '*'],
    tags: ({ tags }) => tags,
    handle: async (input, { view, scope }, context) => {
      const all = await rankedFilters(context.unit, scope);
      if (all.length >= FILTERS_MAX)
        throw quotaExceeded('The account has reached its quota of findings filters');
      const id = await context.once(uuid);
      const filter: FilterDocument = {
        id,
        arn: macieArn(scope, 'findings-filter', id),
        name: input.name,
        action: input.action,
        criteria: input.findingCriteria,
        position: input.position ?? all.length + 1,
        created: context.call.now,
        tags: input.tags ?? {},
        ...(input.description === undefined ? {} : { description: input.description }),
      };
      assertFilter(filter, all);
      view.put(filters, id, filter);
      return { arn: filter.arn, id };
    },
  }),
  onSession({
    name: 'GetFindingsFilter',
    access: 'read',
    on: ({ id }) => ['findings-filter', id],
    handle: async ({ id }, { view }) => {
      const { criteria, created: _when, ...filter } = await filterOf(view, id);
      return { ...filter, findingCriteria: criteria };
    },
  }),
  onSession({
    name: 'UpdateFindingsFilter',
    access: 'write',
    on: ({ id }) => ['findings-filter', id],
    handle: async (input, { view, scope }, { unit }) => {
      const filter = await filterOf(view, input.id);
      const changed: FilterDocument = {
        ...filter,
        name: input.name ?? filter.name,
        action: input.action ?? filter.action,
        criteria: input.findingCriteria ?? filter.criteria,
        position: input.position ?? filter.position,
        ...(input.description === undefined ? {} : { description: input.description }),
      };
      assertFilter(changed, await rankedFilters(unit, scope));
      view.put(filters, filter.id, changed);
      return { arn: filter.arn, id: filter.id };
    },
  }),
  onSession({
    name: 'DeleteFindingsFilter',
    access: 'write',
    on: ({ id }) => ['findings-filter', id],
    handle: async ({ id }, { view }) => {
      await filterOf(view, id);
      view.delete(filters, id);
      return {};
    },
  }),
  onSession({
    name: 'ListFindingsFilters',
    access: 'read',
    handle: async (input, { scope }, { call, unit }) => {
      const page = pageOfList(call, input, '', await rankedFilters(unit, scope));
      const findingsFilterListItems = page.items.map(({ action, arn, id, name, tags }) => ({
        action,
        arn,
        id,
        name,
        tags,
      }));
      return { findingsFilterListItems, ...page.answer };
    },
  }),
];
