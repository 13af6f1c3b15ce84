import type {
  AwsSecurityFinding,
  AwsSecurityFindingIdentifier,
  BatchUpdateFindingsUnprocessedFinding,
  ImportFindingsError,
  SortCriterion,
} from '../../../models/securityhub/types.ts';
import type { Context } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { everyOf } from '../../listing/every-document.ts';
import { ruledBy } from './automation.ts';
import { productArn } from './arns.ts';
import { invalidInput } from './errors.ts';
import { PATHS } from './filter-paths.ts';
import { meets, plainFinding, valuesAt } from './filters.ts';
import { faultOf } from './finding-format.ts';
import { findingId } from './finding-id.ts';
import { changed, importFinding, type Keeping, tell } from './finding-keeping.ts';
import { onHub } from './operation.ts';
import { pageOfList } from './pages.ts';
import { findings, subscriptions } from './state.ts';

const SORTS_MAX = 10;

function keepingOf({ unit, call }: Context, source: Keeping['source']): Keeping {
  return { unit, scope: call.scope, now: call.now, by: call.caller.identity.arn, source };
}

/** Products whose findings an account lets in: those it subscribed to, and its own. */
async function enabledProducts(view: View, { account }: Scope): Promise<ReadonlySet<string>> {
  const all = await everyOf(view, subscriptions);
  return new Set([...all.map(({ product }) => product), `${account}/default`]);
}

function compared(
  left: AwsSecurityFinding,
  right: AwsSecurityFinding,
  sorts: readonly SortCriterion[],
): number {
  for (const { Field = 'UpdatedAt', SortOrder } of sorts) {
    const path = PATHS.get(Field) ?? Field;
    const [first, second] = [left, right].map((one) => valuesAt(plainFinding(one), path)[0] ?? '');
    const order =
      typeof first === 'number' && typeof second === 'number'
        ? first - second
        : String(first).localeCompare(String(second));
    if (order !== 0) return SortOrder === 'desc' ? -order : order;
  }
  return 0;
}

export const findingOperations: readonly AnyOperation[] = [
  onHub({
    name: 'BatchImportFindings',
    access: 'write',
    on: ({ Findings }, scope) =>
      Findings.length === 0
        ? productArn(scope, `${scope.account}/default`)
        : Findings.map(({ ProductArn }) => ProductArn),
    conditions: ({ Findings }) =>
      new Map([['securityhub:targetaccount', Findings.map(({ AwsAccountId }) => AwsAccountId)]]),
    handle: async ({ Findings }, { view, scope }, context) => {
      const products = await enabledProducts(view, scope);
      const FailedFindings: ImportFindingsError[] = [];
      const keeping = keepingOf(context, 'BATCH_IMPORT_FINDINGS');
      for (const finding of Findings) {
        const fault = faultOf(finding, scope, (product) => products.has(product));
        if (fault === undefined) await importFinding(keeping, finding);
        else FailedFindings.push(fault);
      }
      const FailedCount = FailedFindings.length;
      return { FailedCount, SuccessCount: Findings.length - FailedCount, FailedFindings };
    },
  }),
  onHub({
    name: 'GetFindings',
    access: 'read',
    handle: async (input, { view }, { call }) => {
      const { Filters, SortCriteria = [] } = input;
      if (SortCriteria.length > SORTS_MAX) throw invalidInput('Too many sort criteria.');
      const all = await everyOf(view, findings);
      const found = all
        .map(({ finding }) => finding)
        .filter((finding) => meets(plainFinding(finding), Filters, call.now));
      const list =
        SortCriteria.length === 0 ? found : found.toSorted((a, b) => compared(a, b, SortCriteria));
      const page = pageOfList(call, input, JSON.stringify([Filters, SortCriteria]), list);
      return { Findings: page.items, ...page.answer };
    },
  }),
  onHub({
    name: 'BatchUpdateFindings',
    access: 'write',
    handle: async (input, { view }, context) => {
      const { FindingIdentifiers, ...update } = input;
      if (Object.values(update).every((value) => value === undefined)) {
        throw invalidInput('At least one finding field to update is required.');
      }
      const ProcessedFindings: AwsSecurityFindingIdentifier[] = [];
      const UnprocessedFindings: BatchUpdateFindingsUnprocessedFinding[] = [];
      const keeping = keepingOf(context, 'BATCH_UPDATE_FINDINGS');
      for (const identifier of FindingIdentifiers) {
        const known = await view.get(findings, findingId(identifier));
        if (known === undefined) {
          UnprocessedFindings.push({
            FindingIdentifier: identifier,
            ErrorCode: 'FindingNotFound',
            ErrorMessage: 'Finding Not Found',
          });
          continue;
        }
        const next = await changed(keeping, known, (document) =>
          ruledBy(document, update, context.call.now),
        );
        tell(keeping, next.finding);
        ProcessedFindings.push(identifier);
      }
      return { ProcessedFindings, UnprocessedFindings };
    },
  }),
  onHub({
    name: 'UpdateFindings',
    access: 'write',
    handle: async ({ Filters, Note, RecordState }, { view }, context) => {
      if (Note === undefined && RecordState === undefined) {
        throw invalidInput('At least one finding field to update is required.');
      }
      const keeping = keepingOf(context, 'BATCH_UPDATE_FINDINGS');
      for (const known of await everyOf(view, findings)) {
        if (!meets(plainFinding(known.finding), Filters, context.call.now)) continue;
        const next = await changed(keeping, known, (document) => {
          const noted = ruledBy(document, Note === undefined ? {} : { Note }, context.call.now);
          const state = RecordState ?? noted.finding.RecordState;
          return { ...noted, finding: { ...noted.finding, RecordState: state } };
        });
        tell(keeping, next.finding);
      }
      return {};
    },
  }),
  onHub({
    name: 'GetFindingHistory',
    access: 'read',
    handle: async (input, { view }, { call }) => {
      const { FindingIdentifier, StartTime, EndTime } = input;
      const known = await view.get(findings, findingId(FindingIdentifier));
      const from = StartTime?.getTime() ?? 0;
      const until = EndTime?.getTime() ?? call.now;
      const entries = (known?.history ?? [])
        .filter(({ at }) => at >= from && at <= until)
        .toReversed();
      const page = pageOfList(call, input, JSON.stringify(FindingIdentifier), entries);
      const Records = page.items.map(({ at, isCreation, source, by, updates }) => ({
        FindingIdentifier,
        UpdateTime: new Date(at),
        FindingCreated: isCreation,
        UpdateSource: { Type: source, Identity: by },
        Updates: updates,
      }));
      return { Records, ...page.answer };
    },
  }),
];
