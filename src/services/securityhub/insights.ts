import type { AwsSecurityFindingFilters } from '../../../models/securityhub/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { uuid } from '../../core/ids.ts';
import { everyOf } from '../../listing/every-document.ts';
import { hubResource } from './arns.ts';
import { invalidInput, limitExceeded, notFound } from './errors.ts';
import { PATHS } from './filter-paths.ts';
import { meets, plainFinding, valuesAt } from './filters.ts';
import { onHub } from './operation.ts';
import { pageOfList } from './pages.ts';
import { findings, type InsightDocument, insights } from './state.ts';

const INSIGHTS_MAX = 100;
const RESULTS_MAX = 100;

const ACTIVE: AwsSecurityFindingFilters = {
  RecordState: [{ Value: 'ACTIVE', Comparison: 'EQUALS' }],
  WorkflowStatus: [
    { Value: 'NEW', Comparison: 'EQUALS' },
    { Value: 'NOTIFIED', Comparison: 'EQUALS' },
  ],
};

/** Insights that every hub has. */
const MANAGED: readonly InsightDocument[] = [
  managed(1, 'AWS resources with the most findings', 'ResourceId', {}),
  managed(2, 'S3 buckets with public write or read permissions', 'ResourceId', {
    Type: [{ Value: 'Effects/Data Exposure', Comparison: 'PREFIX' }],
    ResourceType: [{ Value: 'AwsS3Bucket', Comparison: 'EQUALS' }],
  }),
  managed(3, 'AMIs that are generating the most findings', 'ResourceAwsEc2InstanceImageId', {}),
  managed(
    4,
    'EC2 instances involved in known Tactics, Techniques, and Procedures (TTPs)',
    'ResourceId',
    {
      Type: [{ Value: 'TTPs', Comparison: 'PREFIX' }],
      ResourceType: [{ Value: 'AwsEc2Instance', Comparison: 'EQUALS' }],
    },
  ),
  managed(
    5,
    'AWS principals with suspicious access key activity',
    'ResourceAwsIamAccessKeyPrincipalName',
    {
      ResourceType: [{ Value: 'AwsIamAccessKey', Comparison: 'EQUALS' }],
    },
  ),
  managed(8, 'Resources with potentially sensitive data', 'ResourceId', {
    Type: [{ Value: 'Sensitive Data Identifications/', Comparison: 'PREFIX' }],
  }),
  managed(10, 'AWS accounts with the most findings', 'AwsAccountId', {}),
  managed(12, 'Severity by counts of findings', 'SeverityLabel', {}),
];

function managed(
  number: number,
  name: string,
  groupBy: string,
  filters: AwsSecurityFindingFilters,
): InsightDocument {
  return {
    arn: `arn:aws:securityhub:::insight/securityhub/default/${number}`,
    name: `${number}. ${name}`,
    groupBy,
    filters: { ...ACTIVE, ...filters },
  };
}

function shown({ arn, name, filters, groupBy }: InsightDocument) {
  return { InsightArn: arn, Name: name, Filters: filters, GroupByAttribute: groupBy };
}

async function insightOf(view: View, arn: string): Promise<InsightDocument> {
  const found = MANAGED.find((one) => one.arn === arn) ?? (await view.get(insights, arn));
  if (found === undefined) throw notFound(`Insight ${arn} was not found.`);
  return found;
}

async function customOf(view: View, arn: string): Promise<InsightDocument> {
  if (MANAGED.some((one) => one.arn === arn))
    throw invalidInput("Managed insights can't be changed.");
  return insightOf(view, arn);
}

const on = ({ InsightArn }: { readonly InsightArn: string }): string => InsightArn;

/** Findings, grouped and counted: insights of one's own, and those that every hub has. */
export const insightOperations: readonly AnyOperation[] = [
  onHub({
    name: 'CreateInsight',
    access: 'write',
    handle: async ({ Name, Filters, GroupByAttribute }, { view, scope }, context) => {
      if ((await everyOf(view, insights)).length >= INSIGHTS_MAX) {
        throw limitExceeded(`The limit of ${INSIGHTS_MAX} custom insights is reached.`);
      }
      const id = await context.once(uuid);
      const arn = hubResource(scope, `insight/${scope.account}/custom/${id}`);
      view.put(insights, arn, { arn, name: Name, filters: Filters, groupBy: GroupByAttribute });
      return { InsightArn: arn };
    },
  }),
  onHub({
    name: 'GetInsights',
    access: 'read',
    handle: async (input, { view }, { call }) => {
      const { InsightArns: arns } = input;
      const all = [...(await everyOf(view, insights)), ...MANAGED];
      const wanted: InsightDocument[] = [];
      for (const arn of arns ?? []) wanted.push(await insightOf(view, arn));
      const page = pageOfList(
        call,
        input,
        JSON.stringify(arns ?? []),
        arns === undefined ? all : wanted,
      );
      return { Insights: page.items.map(shown), ...page.answer };
    },
  }),
  onHub({
    name: 'GetInsightResults',
    access: 'read',
    on,
    handle: async ({ InsightArn }, { view }, { call }) => {
      const { groupBy, filters } = await insightOf(view, InsightArn);
      const counts = new Map<string, number>();
      for (const { finding } of await everyOf(view, findings)) {
        const plain = plainFinding(finding);
        if (!meets(plain, filters, call.now)) continue;
        const values = new Set(valuesAt(plain, PATHS.get(groupBy) ?? groupBy).map(String));
        for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const ResultValues = [...counts]
        .map(([GroupByAttributeValue, Count]) => ({ GroupByAttributeValue, Count }))
        .toSorted((left, right) => right.Count - left.Count)
        .slice(0, RESULTS_MAX);
      return { InsightResults: { InsightArn, GroupByAttribute: groupBy, ResultValues } };
    },
  }),
  onHub({
    name: 'UpdateInsight',
    access: 'write',
    on,
    handle: async (input, { view }) => {
      const insight = await customOf(view, input.InsightArn);
      const { Name, Filters, GroupByAttribute } = input;
      view.put(insights, insight.arn, {
        ...insight,
        name: Name ?? insight.name,
        filters: Filters ?? insight.filters,
        groupBy: GroupByAttribute ?? insight.groupBy,
      });
      return {};
    },
  }),
  onHub({
    name: 'DeleteInsight',
    access: 'write',
    on,
    handle: async ({ InsightArn }, { view }) => {
      const { arn } = await customOf(view, InsightArn);
      view.delete(insights, arn);
      return { InsightArn: arn };
    },
  }),
];
