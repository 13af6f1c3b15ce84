import type {
  AggregationRequest,
  AggregationResponse,
  AggregationType,
  SeverityCounts,
  SortOrder,
  StringFilter,
} from '../../../models/inspector2/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { groupedBy } from '../../detection/grouping.ts';
import { everyOf } from '../../listing/every-document.ts';
import { meetsTags, meetsTexts } from './criteria.ts';
import { unbuilt } from './errors.ts';
import { onAccount } from './operation.ts';
import { pageOfList } from './pages.ts';
import { type FindingDocument, findings } from './state.ts';

type SortBy = 'CRITICAL' | 'HIGH' | 'ALL';

/** Findings that are counted together. */
interface Group {
  readonly first: FindingDocument;
  readonly list: readonly FindingDocument[];
}

/** How findings are counted by one thing that they have. */
interface Aggregation {
  readonly sortBy?: SortBy | undefined;
  readonly sortOrder?: SortOrder | undefined;
  /** The groups a finding is counted in. */
  readonly keysOf: (finding: FindingDocument) => readonly string[];
  readonly isWanted: (finding: FindingDocument, key: string) => boolean;
  readonly shown: (group: Group, key: string) => AggregationResponse;
}

function countsOf({ list }: Group): SeverityCounts {
  const count = (severity: string): number =>
    list.filter((finding) => finding.severity === severity).length;
  return {
    all: list.length,
    critical: count('CRITICAL'),
    high: count('HIGH'),
    medium: count('MEDIUM'),
  };
}

function fixes({ list }: Group): number {
  return list.filter(({ fixAvailable }) => fixAvailable !== 'NO').length;
}

const nameOf = ({ lambda }: FindingDocument): string => lambda.functionName;

/** Whether a key is among what a filter wants. */
const among =
  (filters: readonly StringFilter[] | undefined) => (_one: FindingDocument, key: string) =>
    meetsTexts([key], filters);

/** All findings here are of vulnerable packages in functions: a request for others has none. */
function isOfOthers(request: {
  readonly findingType?: string | undefined;
  readonly resourceType?: string | undefined;
}): boolean {
  const { findingType = 'PACKAGE_VULNERABILITY', resourceType = 'AWS_LAMBDA_FUNCTION' } = request;
  return findingType !== 'PACKAGE_VULNERABILITY' || resourceType !== 'AWS_LAMBDA_FUNCTION';
}

type Makers = Readonly<
  Partial<Record<AggregationType, (request: AggregationRequest) => Aggregation>>
>;

const AGGREGATIONS: Makers = {
  ACCOUNT: ({ accountAggregation: asked = {} }) => ({
    ...sorting(asked),
    keysOf: ({ account }) => [account],
    isWanted: () => !isOfOthers(asked),
    shown: (group, accountId) => ({
      accountAggregation: {
        accountId,
        severityCounts: countsOf(group),
        fixAvailableCount: fixes(group),
      },
    }),
  }),
  FINDING_TYPE: ({ findingTypeAggregation: asked = {} }) => ({
    ...sorting(asked),
    keysOf: ({ account }) => [account],
    isWanted: () => !isOfOthers(asked),
    shown: (group, accountId) => ({
      findingTypeAggregation: {
        accountId,
        severityCounts: countsOf(group),
        fixAvailableCount: fixes(group),
      },
    }),
  }),
  PACKAGE: ({ packageAggregation: asked = {} }) => ({
    ...sorting(asked),
    keysOf: ({ vulnerability }) => (vulnerability.vulnerablePackages ?? []).map(({ name }) => name),
    isWanted: among(asked.packageNames),
    shown: (group, packageName) => ({
      packageAggregation: {
        packageName,
        accountId: group.first.account,
        severityCounts: countsOf(group),
      },
    }),
  }),
  TITLE: ({ titleAggregation: asked = {} }) => ({
    ...sorting(asked),
    keysOf: ({ title }) => [title],
    isWanted: (finding, key) =>
      !isOfOthers(asked) &&
      meetsTexts([key], asked.titles) &&
      meetsTexts([finding.vulnerability.vulnerabilityId], asked.vulnerabilityIds),
    shown: (group, title) => ({
      titleAggregation: {
        title,
        vulnerabilityId: group.first.vulnerability.vulnerabilityId,
        accountId: group.first.account,
        severityCounts: countsOf(group),
      },
    }),
  }),
  AWS_LAMBDA_FUNCTION: ({ lambdaFunctionAggregation: asked = {} }) => ({
    ...sorting(asked),
    keysOf: ({ resource }) => [resource],
    isWanted: (finding, key) =>
      meetsTexts([key], asked.resourceIds) &&
      meetsTexts([nameOf(finding)], asked.functionNames) &&
      meetsTexts([finding.lambda.runtime], asked.runtimes) &&
      meetsTags(finding.tags, asked.functionTags),
    shown: (group, resourceId) => ({
      lambdaFunctionAggregation: {
        resourceId,
        functionName: nameOf(group.first),
        runtime: group.first.lambda.runtime,
        lambdaTags: group.first.tags,
        accountId: group.first.account,
        severityCounts: countsOf(group),
        lastModifiedAt: new Date(group.first.lambda.modified),
      },
    }),
  }),
};

function sorting({
  sortBy,
  sortOrder,
}: {
  readonly sortBy?: SortBy | undefined;
  readonly sortOrder?: SortOrder | undefined;
}) {
  return { sortBy, sortOrder };
}

/** By how many findings of the chosen severity a group has. */
function compare(
  by: SortBy,
  { severityCounts: left }: Counted,
  { severityCounts: right }: Counted,
) {
  const of = ({ all = 0, critical = 0, high = 0 }: SeverityCounts): number =>
    by === 'CRITICAL' ? critical : by === 'HIGH' ? high : all;
  return of(left) - of(right);
}

interface Counted {
  readonly key: string;
  readonly severityCounts: SeverityCounts;
  readonly response: AggregationResponse;
}

/** Open findings, counted by what they have in common. */
function counted(
  all: readonly FindingDocument[],
  { keysOf, isWanted, shown, sortBy = 'ALL', sortOrder }: Aggregation,
): readonly Counted[] {
  const entries = all.flatMap((finding) =>
    [...new Set(keysOf(finding))]
      .filter((key) => isWanted(finding, key))
      .map((key) => ({ key, finding })),
  );
  const groups = [...groupedBy(entries, ({ key }) => key)].flatMap(([key, of]) => {
    const [first, ...rest] = of.map(({ finding }) => finding);
    if (first === undefined) return [];
    const group = { first, list: [first, ...rest] };
    return [{ key, severityCounts: countsOf(group), response: shown(group, key) }];
  });
  const direction = sortOrder === 'ASC' ? 1 : -1;
  return groups.toSorted(
    (left, right) => compare(sortBy, left, right) * direction || (left.key < right.key ? -1 : 1),
  );
}

export const aggregationOperations: readonly AnyOperation[] = [
  onAccount({
    name: 'ListFindingAggregations',
    access: 'read',
    handle: async (input, view, { call }) => {
      const { aggregationType, aggregationRequest = {}, accountIds } = input;
      const make = AGGREGATIONS[aggregationType];
      if (make === undefined) {
        throw unbuilt('ListFindingAggregations', `the aggregation type ${aggregationType}`);
      }
      const all = (await everyOf(view, findings)).filter(
        ({ status, account }) => status === 'ACTIVE' && meetsTexts([account], accountIds),
      );
      const list = counted(all, make(aggregationRequest));
      const about = JSON.stringify([aggregationType, aggregationRequest, accountIds]);
      const page = pageOfList(call, input, about, list);
      return {
        aggregationType,
        responses: page.items.map(({ response }) => response),
        ...page.answer,
      };
    },
  }),
];
