import type {
  DescribeParametersRequest,
  ParameterMetadata,
  ParameterStringFilter,
  SsmOperations,
} from '../../../models/ssm/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import type { Cursor } from '../../contract/view.ts';
import { isPublic, ssmArn } from './domain/parameter-name.ts';
import { validation } from './errors.ts';
import { DESCRIBED, type Filter, readFilters, satisfies } from './filters.ts';
import { pageOf } from './pages.ts';
import { placeOf } from './paths.ts';
import { publicMetadata } from './public-parameters.ts';
import { shares, sharesPrefix, sharesView } from './shares.ts';
import { shownMetadata } from './shown.ts';
import { parameters } from './state.ts';
import { walk } from './walk.ts';

const PAGE_DEFAULT = 50;

export const describeParameters: OperationOf<SsmOperations, 'DescribeParameters'> = {
  name: 'DescribeParameters',
  access: 'read',
  authorize: async (_input, { call }) => [
    { action: 'ssm:DescribeParameters', resource: ssmArn(call.scope, '*') },
  ],
  handle: async (input, context) => {
    const limit = input.MaxResults ?? PAGE_DEFAULT;
    const given = filtersIn(input);
    const page = pageOf(context.call, input.NextToken, [given, input.Shared ?? false]);
    const publicPath = publicPathIn(given);
    if (publicPath !== undefined) {
      const { items, last } = publicMetadata(context.call.scope.region, {
        ...publicPath,
        after: page.after?.key,
        limit,
      });
      return { Parameters: items, ...page.answer(last) };
    }
    const filters = readFilters(given, DESCRIBED);
    const listing = { filters, after: page.after, limit };
    const { items, last } =
      input.Shared === true ? await sharedPage(context, listing) : await ownPage(context, listing);
    return { Parameters: items, ...page.answer(last) };
  },
};

/** The older kind of filter is the newer one with a fixed option. */
function filtersIn({
  Filters = [],
  ParameterFilters = [],
}: DescribeParametersRequest): readonly ParameterStringFilter[] {
  if (Filters.length > 0 && ParameterFilters.length > 0) {
    throw validation('You can use either Filters or ParameterFilters in a single request.');
  }
  const older = Filters.map(({ Key, Values }) => ({ Key, Option: 'Equals', Values }));
  return older.length > 0 ? older : ParameterFilters;
}

/** AWS's own parameters are listed where a path of theirs is the only filter. */
function publicPathIn(filters: readonly ParameterStringFilter[]) {
  const [filter] = filters;
  const [level, ...more] = filter?.Values ?? [];
  if (filters.length !== 1 || filter?.Key !== 'Path' || level === undefined) return undefined;
  if (more.length > 0 || !isPublic(level)) return undefined;
  return { level: level.replace(/\/$/, ''), isRecursive: filter.Option === 'Recursive' };
}

interface Listing {
  readonly filters: readonly Filter[];
  readonly after: Cursor | undefined;
  readonly limit: number;
}

interface Page {
  readonly items: readonly ParameterMetadata[];
  readonly last: Cursor | undefined;
}

async function ownPage({ view }: Context, { filters, after, limit }: Listing): Promise<Page> {
  const found = await walk(view, {
    place: narrowest(filters),
    after,
    limit,
    wanted: (parameter) => satisfies(parameter, filters),
  });
  return { items: found.parameters.map(shownMetadata), last: found.last };
}

/** The part of the order in which all that is wanted must stand. */
function narrowest(filters: readonly Filter[]) {
  for (const { key, option, values } of filters) {
    const [value, ...more] = values;
    if (value === undefined || more.length > 0) continue;
    if (key === 'Path') return placeOf(value, option === 'Recursive');
    if (key === 'Name' && option !== 'Contains') return { prefix: value };
  }
  return {};
}

async function sharedPage({ unit, call }: Context, listing: Listing): Promise<Page> {
  const { filters, after, limit } = listing;
  const page = await sharesView(unit).list(shares, {
    prefix: sharesPrefix(call.scope),
    limit,
    ...(after === undefined ? {} : { after }),
  });
  const items: ParameterMetadata[] = [];
  for (const { document } of page.items) {
    const parameter = await unit.view(document.owner).get(parameters, document.id);
    if (parameter !== undefined && satisfies(parameter, filters)) {
      items.push(shownMetadata(parameter));
    }
  }
  return { items, last: page.last };
}
