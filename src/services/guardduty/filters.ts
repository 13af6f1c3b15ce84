import type { FindingCriteria } from '../../../models/guardduty/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { everyOf } from '../../listing/every-document.ts';
import { administratorOf } from './accounts.ts';
import { invalid, noSuchResource } from './errors.ts';
import { rankedFilters } from './finding-keeping.ts';
import { onDetector } from './operation.ts';
import { pageOfList } from './pages.ts';
import { type FilterDocument, filters } from './state.ts';

const FILTERS_MAX = 100;
const CRITERIA_MAX = 50;
const NAME = /^[a-zA-Z0-9._-]{3,64}$/;

const of = (input: { readonly DetectorId: string }): string => input.DetectorId;
const ofFilter = {
  of,
  below: ({ FilterName }: { readonly FilterName: string }) => `/filter/${FilterName}`,
};

async function filterOf(view: View, name: string): Promise<FilterDocument> {
  const filter = await view.get(filters, name);
  if (filter === undefined) throw noSuchResource();
  return filter;
}

function assertCriteria({ Criterion = {} }: FindingCriteria): void {
  const count = Object.keys(Criterion).length;
  if (count === 0 || count > CRITERIA_MAX) {
    throw invalid(`a filter needs between 1 and ${CRITERIA_MAX} criteria`);
  }
}

/** Rules about findings, asked in the order of their ranks; those that archive suppress what they match. */
export const filterOperations: readonly AnyOperation[] = [
  onDetector({
    name: 'CreateFilter',
    access: 'write',
    of,
    below: ({ Name }) => `/filter/${Name}`,
    tags: ({ Tags }) => Tags,
    handle: async (input, { detector, view }, { call, unit }) => {
      const { Name: name, Action = 'NOOP', Description, FindingCriteria: criteria } = input;
      if ((await administratorOf(unit, detector)) !== undefined) {
        throw invalid('a member account cannot create filters; its administrator account can');
      }
      if (!NAME.test(name)) throw invalid('the filter name is invalid');
      assertCriteria(criteria);
      const all = await everyOf(view, filters);
      if (all.some((one) => one.name === name)) {
        throw invalid('a filter with the given name already exists');
      }
      if (all.length >= FILTERS_MAX) {
        throw invalid('the current account has reached the limit of filters');
      }
      view.put(filters, name, {
        name,
        action: Action,
        rank: input.Rank ?? all.length + 1,
        criteria,
        created: call.now,
        tags: input.Tags ?? {},
        ...(Description === undefined ? {} : { description: Description }),
      });
      return { Name: name };
    },
  }),
  onDetector({
    name: 'GetFilter',
    access: 'read',
    ...ofFilter,
    handle: async ({ FilterName }, { view }) => {
      const { name, action, rank, criteria, description, tags } = await filterOf(view, FilterName);
      return {
        Name: name,
        Action: action,
        Rank: rank,
        FindingCriteria: criteria,
        Description: description,
        Tags: tags,
      };
    },
  }),
  onDetector({
    name: 'UpdateFilter',
    access: 'write',
    ...ofFilter,
    handle: async (input, { view }) => {
      const filter = await filterOf(view, input.FilterName);
      const { Action, Rank, FindingCriteria: criteria, Description } = input;
      if (criteria !== undefined) assertCriteria(criteria);
      view.put(filters, filter.name, {
        ...filter,
        action: Action ?? filter.action,
        rank: Rank ?? filter.rank,
        criteria: criteria ?? filter.criteria,
        ...(Description === undefined ? {} : { description: Description }),
      });
      return { Name: filter.name };
    },
  }),
  onDetector({
    name: 'DeleteFilter',
    access: 'write',
    ...ofFilter,
    handle: async ({ FilterName }, { view }) => {
      const { name } = await filterOf(view, FilterName);
      view.delete(filters, name);
      return {};
    },
  }),
  onDetector({
    name: 'ListFilters',
    access: 'read',
    of,
    handle: async (input, { detector }, { call, unit }) => {
      const all = await rankedFilters(unit, detector);
      const page = pageOfList(call, input, 'filters', all);
      return { FilterNames: page.items.map(({ name }) => name), ...page.answer };
    },
  }),
];
