import type {
  Finding as ShownFinding,
  SortCriteria,
} from '../../../models/access-analyzer/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Context } from '../../contract/operation.ts';
import { everyOf } from '../../listing/every-document.ts';
import { keep, scopeOf } from './analysis.ts';
import { meets, unknownNames } from './domain/criteria.ts';
import { notFound, validation } from './errors.ts';
import { onAnalyzer } from './operation.ts';
import { pageOfList } from './pages.ts';
import { type Analyzer, type Criteria, type Finding, findings, placeOf, scans } from './state.ts';

const ofAnalyzer = { of: (input: { readonly analyzerArn: string }) => input.analyzerArn };

/** When the resource was last looked at. */
async function analyzedAt({ unit }: Context, analyzer: Analyzer, finding: Finding): Promise<Date> {
  const place = placeOf(analyzer.name, finding.resourceType, finding.owner);
  const scan = await unit.view(scopeOf(analyzer)).get(scans, place);
  return new Date(Math.max(scan?.at ?? 0, finding.updated));
}

async function shownFrame(context: Context, analyzer: Analyzer, finding: Finding) {
  return {
    id: finding.id,
    resource: finding.resource,
    resourceType: finding.resourceType,
    resourceOwnerAccount: finding.owner,
    status: finding.status,
    createdAt: new Date(finding.created),
    updatedAt: new Date(finding.updated),
    analyzedAt: await analyzedAt(context, analyzer, finding),
  };
}

function shownAccess({ principal, actions, condition, isPublic }: Finding) {
  return {
    principal,
    action: actions,
    condition,
    isPublic,
    sources: [{ type: 'POLICY' as const }],
  };
}

async function shown(
  context: Context,
  analyzer: Analyzer,
  finding: Finding,
): Promise<ShownFinding> {
  return { ...(await shownFrame(context, analyzer, finding)), ...shownAccess(finding) };
}

async function found(context: Context, analyzer: Analyzer, id: string): Promise<Finding> {
  const finding = await context.unit.view(scopeOf(analyzer)).get(findings, id);
  if (finding?.analyzer !== analyzer.name) throw notFound('Finding', id);
  return finding;
}

interface ListInput {
  readonly filter?: Criteria | undefined;
  readonly sort?: SortCriteria | undefined;
  readonly maxResults?: number | undefined;
  readonly nextToken?: string | undefined;
}

async function listed(context: Context, analyzer: Analyzer, input: ListInput) {
  const { filter = {}, sort } = input;
  const where = { index: 'analyzer', prefix: `${analyzer.name}/` };
  const all = await everyOf(context.unit.view(scopeOf(analyzer)), findings, where);
  const [first] = all;
  const unknown = first === undefined ? [] : unknownNames(filter, first);
  if (unknown.length > 0) throw validation(`Invalid filter key: ${unknown.join(', ')}`);
  const wanted = all.filter((finding) => meets(finding, filter)).sort(orderOf(sort));
  return pageOfList(context.call, input, JSON.stringify([analyzer.name, filter, sort]), wanted);
}

const SORTABLE: Readonly<Record<string, (finding: Finding) => string | number>> = {
  createdAt: ({ created }) => created,
  updatedAt: ({ updated }) => updated,
  resource: ({ resource }) => resource,
  resourceType: ({ resourceType }) => resourceType,
  status: ({ status }) => status,
};

function orderOf(sort: SortCriteria | undefined): (a: Finding, b: Finding) => number {
  const { attributeName = 'updatedAt', orderBy = 'DESC' } = sort ?? {};
  const value = Object.hasOwn(SORTABLE, attributeName) ? SORTABLE[attributeName] : undefined;
  if (value === undefined) throw validation(`Invalid sort attribute: ${attributeName}`);
  const sign = orderBy === 'ASC' ? 1 : -1;
  return (a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === right) return a.id < b.id ? -1 : 1;
    return left < right ? -sign : sign;
  };
}

/** What was found. */
export const findingOperations: readonly AnyOperation[] = [
  onAnalyzer({
    name: 'GetFinding',
    access: 'read',
    ...ofAnalyzer,
    handle: async ({ id }, { analyzer }, context) => {
      const finding = await found(context, analyzer, id);
      return { finding: await shown(context, analyzer, finding) };
    },
  }),
  onAnalyzer({
    name: 'ListFindings',
    access: 'read',
    ...ofAnalyzer,
    handle: async (input, { analyzer }, context) => {
      const page = await listed(context, analyzer, input);
      const all = page.items.map((finding) => shown(context, analyzer, finding));
      return { findings: await Promise.all(all), ...page.answer };
    },
  }),
  onAnalyzer({
    name: 'GetFindingV2',
    access: 'read',
    ...ofAnalyzer,
    handle: async ({ id }, { analyzer }, context) => {
      const finding = await found(context, analyzer, id);
      return {
        ...(await shownFrame(context, analyzer, finding)),
        findingType: 'ExternalAccess',
        findingDetails: [{ externalAccessDetails: shownAccess(finding) }],
      };
    },
  }),
  onAnalyzer({
    name: 'ListFindingsV2',
    access: 'read',
    ...ofAnalyzer,
    handle: async (input, { analyzer }, context) => {
      const page = await listed(context, analyzer, input);
      const all = page.items.map(async (finding) => ({
        ...(await shownFrame(context, analyzer, finding)),
        findingType: 'ExternalAccess' as const,
      }));
      return { findings: await Promise.all(all), ...page.answer };
    },
  }),
  onAnalyzer({
    name: 'UpdateFindings',
    access: 'write',
    ...ofAnalyzer,
    handle: async ({ ids, resourceArn, status }, { analyzer }, context) => {
      if ((ids === undefined) === (resourceArn === undefined)) {
        throw validation('Specify either ids or resourceArn.');
      }
      const where = { index: 'analyzer', prefix: `${analyzer.name}/` };
      const chosen =
        ids === undefined
          ? (await everyOf(context.unit.view(scopeOf(analyzer)), findings, where)).filter(
              ({ resource }) => resource === resourceArn,
            )
          : await Promise.all(ids.map((id) => found(context, analyzer, id)));
      for (const finding of chosen) {
        // What is resolved stays so: there is nothing left to archive.
        if (finding.status === 'RESOLVED' || finding.status === status) continue;
        keep(context.unit, analyzer, { ...finding, status, updated: context.call.now });
      }
      return {};
    },
  }),
];
