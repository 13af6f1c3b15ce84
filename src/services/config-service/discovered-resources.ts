import type { AnyOperation } from '../../contract/service.ts';
import { everyOf } from '../../listing/every-document.ts';
import { noRecorderFor, notDiscovered, timeRangeInvalid } from './errors.ts';
import { configOperation } from './operation.ts';
import { pageOfList, tokens } from './pages.ts';
import { recorderIn } from './recorder-state.ts';
import { RECORDED_TYPES } from './recording/recorded-types.ts';
import { shownBaseItem, shownItem } from './shown-items.ts';
import { history, type Item, resourceKey, resources, timeKey } from './state.ts';

const PAGE = 100;
const HISTORY_PAGE = 10;
/** Sorts after every instant. */
const END = '~';

const listDiscovered = configOperation({
  name: 'ListDiscoveredResources',
  access: 'read',
  handle: async (input, { view, call }) => {
    const { resourceType, resourceIds, resourceName, includeDeletedResources = false } = input;
    const about = [resourceType, resourceIds, resourceName, includeDeletedResources];
    const { read, write } = tokens(call, JSON.stringify(about));
    const limit = input.limit === undefined || input.limit === 0 ? PAGE : input.limit;
    const isWanted = (item: Item): boolean =>
      (includeDeletedResources || item.status !== 'ResourceDeleted') &&
      (resourceIds === undefined || resourceIds.length === 0 || resourceIds.includes(item.id)) &&
      (resourceName === undefined || item.name === resourceName);
    const after = read(input.nextToken);
    const prefix = `${resourceType}/`;
    const where = { prefix, limit, ...(after === undefined ? {} : { after }) };
    const { items, last } = await view.list(resources, where);
    const wanted = items.map(({ document }) => document).filter(isWanted);
    return {
      resourceIdentifiers: wanted.map((item) => ({
        resourceType: item.type,
        resourceId: item.id,
        ...(item.name === undefined ? {} : { resourceName: item.name }),
        ...(item.status === 'ResourceDeleted'
          ? { resourceDeletionTime: new Date(item.captured) }
          : {}),
      })),
      ...(last === undefined ? {} : { nextToken: write(last) }),
    };
  },
});

const countDiscovered = configOperation({
  name: 'GetDiscoveredResourceCounts',
  access: 'read',
  handle: async ({ resourceTypes = [], limit, nextToken }, { view, call }) => {
    const counts: { resourceType: Item['type']; count: number }[] = [];
    for (const { type } of RECORDED_TYPES) {
      if (resourceTypes.length > 0 && !resourceTypes.includes(type)) continue;
      const all = await everyOf(view, resources, { prefix: `${type}/` });
      const count = all.filter(({ status }) => status !== 'ResourceDeleted').length;
      if (count > 0) counts.push({ resourceType: type, count });
    }
    counts.sort((one, other) => other.count - one.count);
    const about = JSON.stringify(resourceTypes);
    const page = pageOfList(call, counts, { token: nextToken, limit, usual: PAGE, about });
    return {
      totalDiscoveredResources: counts.reduce((sum, { count }) => sum + count, 0),
      resourceCounts: page.items,
      ...(page.next === undefined ? {} : { nextToken: page.next }),
    };
  },
});

interface Span {
  readonly laterTime?: Date | undefined;
  readonly earlierTime?: Date | undefined;
}

/** Where a walk over a resource's items begins: before the earlier time, or after the later one. */
function edgeOf(
  key: string,
  {
    laterTime,
    earlierTime,
    chronologicalOrder,
  }: Span & { readonly chronologicalOrder?: string | undefined },
): string | undefined {
  if (chronologicalOrder === 'Forward') {
    return earlierTime && `${key}/${timeKey(earlierTime.getTime() - 1)}${END}`;
  }
  return laterTime && `${key}/${timeKey(laterTime.getTime())}${END}`;
}

function isWithin(instant: number, { laterTime, earlierTime }: Span): boolean {
  const isLate = laterTime !== undefined && instant > laterTime.getTime();
  const isEarly = earlierTime !== undefined && instant < earlierTime.getTime();
  return !isLate && !isEarly;
}

const getHistory = configOperation({
  name: 'GetResourceConfigHistory',
  access: 'read',
  handle: async (input, { unit, view, call }) => {
    const { resourceType, resourceId, laterTime, earlierTime, chronologicalOrder } = input;
    if (laterTime !== undefined && earlierTime !== undefined && laterTime < earlierTime) {
      throw timeRangeInvalid();
    }
    const key = resourceKey(resourceType, resourceId);
    if ((await view.get(resources, key)) === undefined) {
      const lacksRecorder = (await recorderIn(unit, call.scope)) === undefined;
      // What was recorded stays there for the asking when its recorder is deleted.
      if (lacksRecorder) throw noRecorderFor('get resource configuration history');
      throw notDiscovered(resourceType, resourceId);
    }
    const isForward = chronologicalOrder === 'Forward';
    const times = [laterTime?.getTime(), earlierTime?.getTime(), isForward];
    const { read, write } = tokens(call, JSON.stringify([key, ...times]));
    const edge = edgeOf(key, input);
    const after =
      read(input.nextToken) ?? (edge === undefined ? undefined : { key: edge, id: edge });
    const limit = input.limit === undefined || input.limit === 0 ? HISTORY_PAGE : input.limit;
    const page = await view.list(history, {
      prefix: `${key}/`,
      limit,
      descending: !isForward,
      ...(after === undefined ? {} : { after }),
    });
    const all = page.items.map(({ document }) => document);
    const items = all.filter(({ captured }) => isWithin(captured, input));
    const isOver = items.length < all.length || page.last === undefined;
    return {
      configurationItems: items.map((item) => shownItem(call.scope, item)),
      ...(isOver || page.last === undefined ? {} : { nextToken: write(page.last) }),
    };
  },
});

const batchGet = configOperation({
  name: 'BatchGetResourceConfig',
  access: 'read',
  handle: async ({ resourceKeys }, { unit, view, call }) => {
    if ((await recorderIn(unit, call.scope)) === undefined) {
      throw noRecorderFor('get resource configurations');
    }
    const found: Item[] = [];
    const missing: (typeof resourceKeys)[number][] = [];
    for (const one of resourceKeys) {
      const item = await view.get(resources, resourceKey(one.resourceType, one.resourceId));
      if (item === undefined) missing.push(one);
      else found.push(item);
    }
    return {
      baseConfigurationItems: found.map((item) => shownBaseItem(call.scope, item)),
      unprocessedResourceKeys: missing,
    };
  },
});

export const discoveredResourceOperations: readonly AnyOperation[] = [
  listDiscovered,
  countDiscovered,
  getHistory,
  batchGet,
];
