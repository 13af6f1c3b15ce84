import type { FindingCriteria, SortCriteria } from '../../../models/guardduty/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import type { JsonObject } from '../../core/json.ts';
import { everyOf } from '../../listing/every-document.ts';
import { administratorOf, isMemberOf } from './accounts.ts';
import { compareBy, meets } from './criteria.ts';
import { invalid, invalidParameter } from './errors.ts';
import { archived } from './finding-keeping.ts';
import { findingText } from './finding-text.ts';
import { type Found, onDetector } from './operation.ts';
import { pageOfList } from './pages.ts';
import { type FindingDocument, findings } from './state.ts';
import { statisticsOf } from './statistics.ts';

const of = (input: { readonly DetectorId: string }): string => input.DetectorId;

interface Shown {
  readonly document: FindingDocument;
  readonly text: JsonObject;
}

/** Findings that meet criteria. Archived ones are shown unless the criteria say otherwise. */
async function matching(
  view: View,
  criteria: FindingCriteria | undefined,
): Promise<readonly Shown[]> {
  const all = await everyOf(view, findings);
  return all
    .map((document) => ({ document, text: findingText(document.finding, document.additional) }))
    .filter(({ text }) => meets(text, criteria));
}

function sorted(shown: readonly Shown[], by: SortCriteria | undefined): readonly Shown[] {
  const compare = compareBy(by?.AttributeName ?? 'updatedAt');
  const list = shown.toSorted((left, right) => compare(left.text, right.text));
  return by?.OrderBy === 'ASC' ? list : list.toReversed();
}

export const findingOperations: readonly AnyOperation[] = [
  onDetector({
    name: 'ListFindings',
    access: 'read',
    of,
    handle: async (input, { view }, { call }) => {
      const { FindingCriteria: criteria, SortCriteria: sort } = input;
      const list = sorted(await matching(view, criteria), sort);
      const page = pageOfList(call, input, JSON.stringify([criteria, sort]), list);
      return { FindingIds: page.items.map(({ document }) => document.finding.Id), ...page.answer };
    },
  }),
  onDetector({
    name: 'GetFindings',
    access: 'read',
    of,
    handle: async ({ FindingIds, SortCriteria: sort }, { view }) => {
      const found: Shown[] = [];
      for (const id of FindingIds) {
        const document = await view.get(findings, id);
        if (document === undefined) continue;
        found.push({ document, text: findingText(document.finding, document.additional) });
      }
      const list = sort === undefined ? found : sorted(found, sort);
      return {
        Findings: list.map(({ document: { finding, additional } }) => ({
          ...finding,
          Service: {
            ...finding.Service,
            AdditionalInfo: { Value: JSON.stringify(additional), Type: 'default' },
          },
        })),
      };
    },
  }),
  onDetector({
    name: 'GetFindingsStatistics',
    access: 'read',
    of,
    handle: async (input, { view }) => {
      const { FindingStatisticTypes: types, GroupBy: groupBy } = input;
      if ((types === undefined) === (groupBy === undefined)) {
        throw invalid('exactly one of findingStatisticTypes and groupBy must be specified');
      }
      const shown = await matching(view, input.FindingCriteria);
      const documents = shown.map(({ document }) => document);
      return { FindingStatistics: statisticsOf(documents, input), NextToken: '' };
    },
  }),
  onDetector({
    name: 'ArchiveFindings',
    access: 'write',
    of,
    handle: async ({ FindingIds }, found, context) => {
      await change(FindingIds, found, context, (document) => archived(document, false));
      return {};
    },
  }),
  onDetector({
    name: 'UnarchiveFindings',
    access: 'write',
    of,
    handle: async ({ FindingIds }, found, context) => {
      await change(FindingIds, found, context, (document) => ({
        ...document,
        isSuppressed: false,
        finding: { ...document.finding, Service: { ...document.finding.Service, Archived: false } },
      }));
      return {};
    },
  }),
  onDetector({
    name: 'UpdateFindingsFeedback',
    access: 'write',
    of,
    handle: async ({ FindingIds, Feedback }, found, context) => {
      await change(FindingIds, found, context, (document) => ({
        ...document,
        finding: {
          ...document.finding,
          Service: { ...document.finding.Service, UserFeedback: Feedback },
        },
      }));
      return {};
    },
  }),
];

/** Changes findings wherever they are kept. A member leaves its findings to its administrator. */
async function change(
  ids: readonly string[],
  { detector, view }: Found,
  { unit }: Context,
  changed: (document: FindingDocument) => FindingDocument,
): Promise<void> {
  if ((await administratorOf(unit, detector)) !== undefined) {
    throw invalid('a member account cannot change findings; its administrator account can');
  }
  for (const id of ids) {
    const document = await view.get(findings, id);
    if (document === undefined) throw invalidParameter('findingIds');
    view.put(findings, id, changed(document));
    const { AccountId: account, Region: region } = document.finding;
    if (account === detector.account || !(await isMemberOf(unit, detector, account))) continue;
    const own = unit.view({ account, region });
    const theirs = await own.get(findings, id);
    if (theirs !== undefined) own.put(findings, id, changed(theirs));
  }
}
