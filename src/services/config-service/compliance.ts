import type {
  Compliance,
  ComplianceContributorCount,
  ComplianceSummary,
  ComplianceType,
  EvaluationResult,
} from '../../../models/config-service/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { everyOf } from '../../listing/every-document.ts';
import { invalidParameter, unbuilt } from './errors.ts';
import { configOperation } from './operation.ts';
import { pageOfList } from './pages.ts';
import { ruleKind } from './resources.ts';
import { onRules, ruleNamed, rulesNamed } from './rules.ts';
import { type Evaluation, evaluations, resourceKey } from './state.ts';

/** Contributors are counted so far. */
const RULES_COUNTED = 25;
const RESOURCES_COUNTED = 100;
const PAGE = 25;
const RESOURCE_PAGE = 10;

function counted(count: number, most: number): ComplianceContributorCount {
  return { CappedCount: Math.min(count, most), CapExceeded: count > most };
}

/** One violation is enough; without any result nothing is known. */
function complianceOf(results: readonly Evaluation[], most: number): Compliance {
  const wrong = results.filter(({ compliance }) => compliance === 'NON_COMPLIANT').length;
  if (wrong > 0) {
    return {
      ComplianceType: 'NON_COMPLIANT',
      ComplianceContributorCount: counted(wrong, most),
    };
  }
  const isRight = results.some(({ compliance }) => compliance === 'COMPLIANT');
  return { ComplianceType: isRight ? 'COMPLIANT' : 'INSUFFICIENT_DATA' };
}

function isWanted(
  type: ComplianceType | undefined,
  types: readonly ComplianceType[] | undefined,
): boolean {
  if (types === undefined || types.length === 0) return true;
  return types.some((one) => one === type);
}

function shown(evaluation: Evaluation): EvaluationResult {
  const { annotation } = evaluation;
  return {
    EvaluationResultIdentifier: {
      EvaluationResultQualifier: {
        ConfigRuleName: evaluation.rule,
        ResourceType: evaluation.type,
        ResourceId: evaluation.resource,
        EvaluationMode: 'DETECTIVE',
      },
      OrderingTimestamp: new Date(evaluation.ordering),
    },
    ComplianceType: evaluation.compliance,
    ResultRecordedTime: new Date(evaluation.recorded),
    ConfigRuleInvokedTime: new Date(evaluation.invoked),
    ...(annotation === undefined ? {} : { Annotation: annotation }),
  };
}

const byRule = configOperation({
  name: 'DescribeComplianceByConfigRule',
  access: 'read',
  on: onRules,
  handle: async ({ ConfigRuleNames, ComplianceTypes, NextToken }, context) => {
    const all: { ConfigRuleName: string; Compliance: Compliance }[] = [];
    for (const { id, name } of await rulesNamed(context, ConfigRuleNames)) {
      const results = await everyOf(context.view, evaluations, { prefix: `${id}/` });
      const Compliance = complianceOf(results, RULES_COUNTED);
      if (isWanted(Compliance.ComplianceType, ComplianceTypes)) {
        all.push({ ConfigRuleName: name, Compliance });
      }
    }
    const about = JSON.stringify([ConfigRuleNames, ComplianceTypes]);
    const asked = { token: NextToken, limit: undefined, usual: PAGE, about };
    const { items, next } = pageOfList(context.call, all, asked);
    return {
      ComplianceByConfigRules: items,
      ...(next === undefined ? {} : { NextToken: next }),
    };
  },
});

function byResourceOf(all: readonly Evaluation[]): ReadonlyMap<string, readonly Evaluation[]> {
  const grouped = new Map<string, Evaluation[]>();
  for (const one of all) {
    const key = resourceKey(one.type, one.resource);
    const group = grouped.get(key) ?? [];
    grouped.set(key, group);
    group.push(one);
  }
  return grouped;
}

const byResource = configOperation({
  name: 'DescribeComplianceByResource',
  access: 'read',
  handle: async (input, { view, call }) => {
    const { ResourceType, ResourceId, ComplianceTypes, Limit, NextToken } = input;
    if (ResourceId !== undefined && ResourceType === undefined) {
      throw invalidParameter('The resource type must be provided when the resource id is.');
    }
    const where =
      ResourceType === undefined ? '' : `${resourceKey(ResourceType, ResourceId ?? '')}`;
    const all = await everyOf(view, evaluations, { index: 'resource', prefix: where });
    const exact = all.filter((one) => ResourceId === undefined || one.resource === ResourceId);
    const grouped = [...byResourceOf(exact).values()].flatMap((results) => {
      const [first] = results;
      const Compliance = complianceOf(results, RESOURCES_COUNTED);
      if (first === undefined || !isWanted(Compliance.ComplianceType, ComplianceTypes)) return [];
      return [{ ResourceType: first.type, ResourceId: first.resource, Compliance }];
    });
    const about = JSON.stringify([ResourceType, ResourceId, ComplianceTypes]);
    const asked = { token: NextToken, limit: Limit, usual: RESOURCE_PAGE, about };
    const { items, next } = pageOfList(call, grouped, asked);
    return { ComplianceByResources: items, ...(next === undefined ? {} : { NextToken: next }) };
  },
});

const detailsByRule = configOperation({
  name: 'GetComplianceDetailsByConfigRule',
  access: 'read',
  on: ({ ConfigRuleName }, context) => context.resolve(ruleKind, ConfigRuleName),
  handle: async ({ ConfigRuleName, ComplianceTypes, Limit, NextToken }, context) => {
    const rule = await ruleNamed(context, ConfigRuleName);
    const all = await everyOf(context.view, evaluations, { prefix: `${rule.id}/` });
    const wanted = all.filter(({ compliance }) => isWanted(compliance, ComplianceTypes));
    const about = JSON.stringify([ConfigRuleName, ComplianceTypes]);
    const asked = { token: NextToken, limit: Limit, usual: RESOURCE_PAGE, about };
    const { items, next } = pageOfList(context.call, wanted, asked);
    return {
      EvaluationResults: items.map(shown),
      ...(next === undefined ? {} : { NextToken: next }),
    };
  },
});

const detailsByResource = configOperation({
  name: 'GetComplianceDetailsByResource',
  access: 'read',
  handle: async (input, { view, call }) => {
    const { ResourceType, ResourceId, ComplianceTypes, NextToken } = input;
    if (input.ResourceEvaluationId !== undefined) {
      throw unbuilt('GetComplianceDetailsByResource', 'proactive evaluations');
    }
    if (ResourceType === undefined || ResourceId === undefined) {
      throw invalidParameter('The resource type and the resource id must be provided.');
    }
    const prefix = `${resourceKey(ResourceType, ResourceId)}/`;
    const all = await everyOf(view, evaluations, { index: 'resource', prefix });
    const wanted = all.filter(({ compliance }) => isWanted(compliance, ComplianceTypes));
    const about = JSON.stringify([ResourceType, ResourceId, ComplianceTypes]);
    const asked = { token: NextToken, limit: undefined, usual: RESOURCE_PAGE, about };
    const { items, next } = pageOfList(call, wanted, asked);
    return {
      EvaluationResults: items.map(shown),
      ...(next === undefined ? {} : { NextToken: next }),
    };
  },
});

function summary(all: readonly Compliance[], now: number, most: number): ComplianceSummary {
  const count = (type: ComplianceType) =>
    counted(all.filter(({ ComplianceType: own }) => own === type).length, most);
  return {
    CompliantResourceCount: count('COMPLIANT'),
    NonCompliantResourceCount: count('NON_COMPLIANT'),
    ComplianceSummaryTimestamp: new Date(now),
  };
}

const summaryByRule = configOperation({
  name: 'GetComplianceSummaryByConfigRule',
  access: 'read',
  handle: async (_input, context) => {
    const all: Compliance[] = [];
    for (const { id } of await rulesNamed(context, undefined)) {
      const results = await everyOf(context.view, evaluations, { prefix: `${id}/` });
      all.push(complianceOf(results, RULES_COUNTED));
    }
    return { ComplianceSummary: summary(all, context.call.now, RULES_COUNTED) };
  },
});

const summaryByType = configOperation({
  name: 'GetComplianceSummaryByResourceType',
  access: 'read',
  handle: async ({ ResourceTypes = [] }, { view, call }) => {
    const all = await everyOf(view, evaluations, { index: 'resource' });
    const of = (results: readonly Evaluation[]) =>
      summary(
        [...byResourceOf(results).values()].map((one) => complianceOf(one, RESOURCES_COUNTED)),
        call.now,
        RESOURCES_COUNTED,
      );
    if (ResourceTypes.length === 0) {
      return { ComplianceSummariesByResourceType: [{ ComplianceSummary: of(all) }] };
    }
    return {
      ComplianceSummariesByResourceType: ResourceTypes.map((ResourceType) => ({
        ResourceType,
        ComplianceSummary: of(all.filter(({ type }) => type === ResourceType)),
      })),
    };
  },
});

export const complianceOperations: readonly AnyOperation[] = [
  byRule,
  byResource,
  detailsByRule,
  detailsByResource,
  summaryByRule,
  summaryByType,
];
