import type { AnyOperation } from '../../contract/service.ts';
import { everyOf } from '../../listing/every-document.ts';
import { accountsOf, seatOf } from './admins.ts';
import { invalidInput, notFound } from './errors.ts';
import { fmsOperation, pageOf } from './operation.ts';
import { policyKind, policyNamed } from './policies.ts';
import type { ManagedOrganizations, RecordedResources } from './port.ts';
import { type Compliance, compliances } from './state.ts';

/** Violators that one answer tells of. */
const VIOLATORS_MAX = 100;
/** Of what was skipped, one answer names these. */
const SKIPPED_MAX = 5;

function isCompliant({ violators, issues }: Compliance): boolean {
  return violators.length === 0 && Object.keys(issues).length === 0;
}

/** What else there is to tell of an account; what was skipped does not make it less compliant. */
function issuesOf({ issues, skipped = [] }: Compliance): Readonly<Record<string, string>> {
  if (skipped.length === 0 || issues['AWSWAF'] !== undefined) return issues;
  const told = skipped.slice(0, SKIPPED_MAX).join(', ');
  return { ...issues, AWSWAF: `Skipped ${skipped.length}, which no web ACL can protect: ${told}` };
}

export function complianceOperations(
  organizations: ManagedOrganizations,
  resources: RecordedResources,
): readonly AnyOperation[] {
  return [
    listStatus(organizations),
    getDetail(organizations),
    listDiscovered(organizations, resources),
  ];
}

function listStatus(organizations: ManagedOrganizations): AnyOperation {
  return fmsOperation({
    name: 'ListComplianceStatus',
    access: 'read',
    on: ({ PolicyId }, context) => context.resolve(policyKind, PolicyId),
    handle: async (input, context) => {
      const { call, view } = context;
      await seatOf(organizations, context);
      const { id, policy } = await policyNamed(context, input.PolicyId);
      const all = await everyOf(view, compliances, { prefix: `${id}/` });
      const { items, answer } = pageOf(context, input, id, all);
      return {
        PolicyComplianceStatusList: items.map((one) => ({
          PolicyOwner: call.scope.account,
          PolicyId: id,
          PolicyName: policy.PolicyName,
          MemberAccount: one.account,
          EvaluationResults: [
            {
              ComplianceStatus: isCompliant(one)
                ? ('COMPLIANT' as const)
                : ('NON_COMPLIANT' as const),
              ViolatorCount: one.violators.length,
              EvaluationLimitExceeded: one.violators.length > VIOLATORS_MAX,
            },
          ],
          LastUpdated: new Date(one.updated),
          IssueInfoMap: issuesOf(one),
        })),
        ...answer,
      };
    },
  });
}

function getDetail(organizations: ManagedOrganizations): AnyOperation {
  return fmsOperation({
    name: 'GetComplianceDetail',
    access: 'read',
    on: ({ PolicyId }, context) => context.resolve(policyKind, PolicyId),
    handle: async ({ PolicyId, MemberAccount }, context) => {
      const { call, view } = context;
      await seatOf(organizations, context);
      const { id } = await policyNamed(context, PolicyId);
      const compliance = await view.get(compliances, `${id}/${MemberAccount}`);
      if (compliance === undefined) {
        throw notFound(`Account ${MemberAccount} is not in the scope of policy ${id}.`);
      }
      return {
        PolicyComplianceDetail: {
          PolicyOwner: call.scope.account,
          PolicyId: id,
          MemberAccount,
          Violators: compliance.violators
            .slice(0, VIOLATORS_MAX)
            .map(({ resource, type, reason }) => ({
              ResourceId: resource,
              ResourceType: type,
              ViolationReason: reason,
            })),
          EvaluationLimitExceeded: compliance.violators.length > VIOLATORS_MAX,
          IssueInfoMap: issuesOf(compliance),
        },
      };
    },
  });
}

function listDiscovered(
  organizations: ManagedOrganizations,
  resources: RecordedResources,
): AnyOperation {
  return fmsOperation({
    name: 'ListDiscoveredResources',
    access: 'read',
    handle: async (input, context) => {
      const { unit, call } = context;
      const { organization, admin } = await seatOf(organizations, context);
      const mine = new Set(accountsOf(organization, admin).map(({ id }) => id));
      const found: { URI: string; AccountId: string; Type: string }[] = [];
      for (const account of input.MemberAccountIds) {
        if (!mine.has(account)) throw invalidInput(`Account ${account} is not managed.`);
        const scope = { account, region: call.scope.region };
        for (const { arn } of await resources.list(unit, scope, input.ResourceType)) {
          found.push({ URI: arn, AccountId: account, Type: input.ResourceType });
        }
      }
      const about = `${input.ResourceType}/${input.MemberAccountIds.join()}`;
      const { items, answer } = pageOf(context, input, about, found);
      return { Items: items, ...answer };
    },
  });
}
