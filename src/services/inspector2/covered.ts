import type {
  CoveredResource,
  CoverageFilterCriteria,
  CoverageStringFilter,
  GroupKey,
  ListCoverageStatisticsRequest,
} from '../../../models/inspector2/types.ts';
import type { Operation } from '../../contract/operation.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { groupedBy } from '../../detection/grouping.ts';
import { everyOf } from '../../listing/every-document.ts';
import { meetsDates, meetsTags, meetsTexts } from './criteria.ts';
import { runtimeNamed } from './lambda-details.ts';
import { onAccount } from './operation.ts';
import { pageOfList } from './pages.ts';
import { type CoverageDocument, coverages } from './state.ts';

interface Covered {
  readonly account: string;
  readonly coverage: CoverageDocument;
}

type Rows = readonly (readonly [
  filters: (criteria: CoverageFilterCriteria) => readonly CoverageStringFilter[] | undefined,
  values: (covered: Covered) => readonly string[],
])[];

const nothing = (): readonly never[] => [];

const TEXTS: Rows = [
  [(criteria) => criteria.scanStatusCode, ({ coverage }) => [coverage.status.statusCode]],
  [(criteria) => criteria.scanStatusReason, ({ coverage }) => [coverage.status.reason]],
  [(criteria) => criteria.accountId, ({ account }) => [account]],
  [(criteria) => criteria.resourceId, ({ coverage }) => [coverage.arn]],
  [(criteria) => criteria.resourceType, () => ['AWS_LAMBDA_FUNCTION']],
  [(criteria) => criteria.scanType, () => ['PACKAGE']],
  [(criteria) => criteria.lambdaFunctionName, ({ coverage }) => [coverage.name]],
  [
    (criteria) => criteria.lambdaFunctionRuntime,
    ({ coverage }) => [runtimeNamed(coverage.runtime)],
  ],
  [(criteria) => criteria.ecrRepositoryName, nothing],
  [(criteria) => criteria.ecrImageTags, nothing],
  [(criteria) => criteria.scanMode, nothing],
  [(criteria) => criteria.codeRepositoryProjectName, nothing],
  [(criteria) => criteria.codeRepositoryProviderType, nothing],
  [(criteria) => criteria.codeRepositoryProviderTypeVisibility, nothing],
  [(criteria) => criteria.lastScannedCommitId, nothing],
];

function meets(covered: Covered, criteria: CoverageFilterCriteria | undefined): boolean {
  if (criteria === undefined) return true;
  const { lastScanned, tags } = covered.coverage;
  const ofOthers = [
    criteria.ec2InstanceTags,
    criteria.imagePulledAt,
    criteria.ecrImageLastInUseAt,
    criteria.ecrImageInUseCount,
  ];
  return (
    TEXTS.every(([filters, values]) => meetsTexts(values(covered), filters(criteria))) &&
    meetsDates(lastScanned === undefined ? [] : [lastScanned], criteria.lastScannedAt) &&
    meetsTags(tags, criteria.lambdaFunctionTags) &&
    ofOthers.every((filters) => filters === undefined)
  );
}

async function coveredBy(
  unit: Unit,
  scope: Scope,
  criteria: CoverageFilterCriteria | undefined,
): Promise<readonly Covered[]> {
  const documents = await everyOf(unit.view(scope), coverages);
  const all = documents.map((coverage) => ({ account: scope.account, coverage }));
  return all.filter((covered) => meets(covered, criteria));
}

function shown({ account, coverage }: Covered): CoveredResource {
  const { name, arn, runtime, layers, tags, status, lastScanned } = coverage;
  return {
    accountId: account,
    resourceId: arn,
    resourceType: 'AWS_LAMBDA_FUNCTION',
    scanType: 'PACKAGE',
    scanStatus: status,
    resourceMetadata: {
      lambdaFunction: {
        functionName: name,
        runtime: runtimeNamed(runtime),
        layers,
        functionTags: tags,
      },
    },
    ...(lastScanned === undefined ? {} : { lastScannedAt: new Date(lastScanned) }),
  };
}

const GROUPS: Readonly<Record<GroupKey, (covered: Covered) => string | undefined>> = {
  SCAN_STATUS_CODE: ({ coverage }) => coverage.status.statusCode,
  SCAN_STATUS_REASON: ({ coverage }) => coverage.status.reason,
  ACCOUNT_ID: ({ account }) => account,
  RESOURCE_TYPE: () => 'AWS_LAMBDA_FUNCTION',
  ECR_REPOSITORY_NAME: () => undefined,
};

/** The model names what is grouped by in the place of the group; AWS answers with the group. */
interface CountedGroup {
  readonly groupKey: string;
  readonly count: number;
}

const listCoverageStatistics: Operation<ListCoverageStatisticsRequest, object> = {
  name: 'ListCoverageStatistics',
  access: 'read',
  authorize: async () => [{ action: 'inspector2:ListCoverageStatistics', resource: '*' }],
  handle: async ({ filterCriteria, groupBy }, { unit, call }) => {
    const all = await coveredBy(unit, call.scope, filterCriteria);
    if (groupBy === undefined) return { totalCounts: all.length };
    const groups = groupedBy(all, GROUPS[groupBy]);
    const countsByGroup = [...groups].flatMap(([groupKey, list]): readonly CountedGroup[] =>
      groupKey === undefined ? [] : [{ groupKey, count: list.length }],
    );
    return { totalCounts: all.length, countsByGroup };
  },
};

export const coverageOperations: readonly AnyOperation[] = [
  onAccount({
    name: 'ListCoverage',
    access: 'read',
    handle: async (input, _view, { unit, call }) => {
      const all = await coveredBy(unit, call.scope, input.filterCriteria);
      const page = pageOfList(call, input, JSON.stringify(input.filterCriteria ?? {}), all);
      return { coveredResources: page.items.map(shown), ...page.answer };
    },
  }),
  listCoverageStatistics,
];
