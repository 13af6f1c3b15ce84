import type { FindingCriteria, GroupCount, SortCriteria } from '../../../models/macie2/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { groupedBy } from '../../detection/grouping.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { JsonObject } from '../../core/json.ts';
import { compareBy, meets, valuesAt } from './criteria.ts';
import { onSession } from './operation.ts';
import { pageOfList } from './pages.ts';
import { findingText, shownFinding } from './shown-finding.ts';
import { type FindingDocument, findings } from './state.ts';

const GROUPS_DEFAULT = 50;

interface Shown {
  readonly document: FindingDocument;
  readonly text: JsonObject;
}

/** Findings that meet criteria. Archived ones are left out unless the criteria speak of them. */
async function matching(
  view: View,
  criteria: FindingCriteria | undefined,
): Promise<readonly Shown[]> {
  const all = await everyOf(view, findings);
  const saysArchived = criteria?.criterion?.['archived'] !== undefined;
  return all
    .map((document) => ({ document, text: findingText(document) }))
    .filter(
      ({ document, text }) => (saysArchived || !document.isArchived) && meets(text, criteria),
    );
}

function sorted(shown: readonly Shown[], by: SortCriteria | undefined): readonly Shown[] {
  const compare = compareBy(by?.attributeName ?? 'updatedAt');
  const list = shown.toSorted((left, right) => compare(left.text, right.text));
  return by?.orderBy === 'ASC' ? list : list.toReversed();
}

export const findingOperations: readonly AnyOperation[] = [
  onSession({
    name: 'ListFindings',
    access: 'read',
    handle: async (input, { view }, { call }) => {
      const { findingCriteria: criteria, sortCriteria: sort } = input;
      const list = sorted(await matching(view, criteria), sort);
      const page = pageOfList(call, input, JSON.stringify([criteria, sort]), list);
      return { findingIds: page.items.map(({ document }) => document.id), ...page.answer };
    },
  }),
  onSession({
    name: 'GetFindings',
    access: 'read',
    handle: async ({ findingIds, sortCriteria: sort }, { view }) => {
      const found = await Promise.all(findingIds.map((id) => view.get(findings, id)));
      const shown = found.flatMap((document) =>
        document === undefined ? [] : [{ document, text: findingText(document) }],
      );
      const list = sort === undefined ? shown : sorted(shown, sort);
      return { findings: list.map(({ document }) => shownFinding(document)) };
    },
  }),
  onSession({
    name: 'GetFindingStatistics',
    access: 'read',
    handle: async (input, { view }) => {
      const { groupBy, size = GROUPS_DEFAULT, sortCriteria: sort } = input;
      const shown = await matching(view, input.findingCriteria);
      const groups = groupedBy(shown, ({ text }) => String(valuesAt(text, groupBy)[0] ?? ''));
      const counts = [...groups].map(([groupKey, list]) => ({ groupKey, count: list.length }));
      const isByKey = sort?.attributeName === 'groupKey';
      const list = counts.toSorted((left, right) =>
        isByKey ? (left.groupKey < right.groupKey ? -1 : 1) : left.count - right.count,
      );
      const countsByGroup: readonly GroupCount[] = (
        sort?.orderBy === 'ASC' ? list : list.toReversed()
      ).slice(0, size);
      return { countsByGroup };
    },
  }),
];
