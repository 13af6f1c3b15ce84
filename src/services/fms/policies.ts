import type { Policy, PolicySummary } from '../../../models/fms/types.ts';
import type { Wafv2Operations } from '../../../models/wafv2/types.ts';
import type { Context, OperationReference, ResolveContext } from '../../contract/operation.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { parseArn } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import { uuid } from '../../core/ids.ts';
import { listedTagConditions, type Tags } from '../../core/tags.ts';
import { everyOf } from '../../listing/every-document.ts';
import { requireInScope, seatOf } from './admins.ts';
import { orderSpread } from './application.ts';
import { invalidInput, limitExceeded, noSuchPolicy, notFound, unbuilt } from './errors.ts';
import { type FirewallData, firewallData, ruleGroupsOf } from './firewall-data.ts';
import { fmsOperation, pageOf } from './operation.ts';
import { typesOf } from './policy-scope.ts';
import type { ManagedOrganizations } from './port.ts';
import { placeKey, policies, type PolicyDocument, policyPlaces, SHARED_SCOPE } from './state.ts';

/** Of an administrator in a Region. Source: Firewall Manager quotas. */
const POLICIES_MAX = 50;
const TAGS_MAX = 50;
const getRuleGroup: OperationReference<
  Wafv2Operations['GetRuleGroup']['input'],
  Wafv2Operations['GetRuleGroup']['output']
> = { service: 'wafv2', operation: 'GetRuleGroup' };
const UNKNOWN = new Set(['WAFNonexistentItemException', 'WAFInvalidParameterException']);
const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';

/** A policy of the caller's account and Region, by its id or ARN. */
export const policyKind: ResourceKind<PolicyDocument> = {
  name: 'fms:policy',
  policyMode: 'none',
  find: async (reference, { unit, scope }) => {
    const { account, region } = scope;
    const arn = policyArn(account, region, '');
    const id = reference.startsWith(arn) ? reference.slice(arn.length) : reference;
    const document = await unit.view(scope).get(policies, id);
    return { arn: `${arn}${id}`, scope, id, document, missing: noSuchPolicy(id) };
  },
  tags: ({ document }) => document?.tags ?? {},
};

function policyArn(account: string, region: string, id: string): string {
  return `arn:aws:fms:${region}:${account}:policy/${id}`;
}

function on({ PolicyId }: { PolicyId: string }, context: ResolveContext) {
  return context.resolve(policyKind, PolicyId);
}

/** Errors: ResourceNotFoundException. */
export async function policyNamed({ view }: Context, id: string): Promise<PolicyDocument> {
  const document = await view.get(policies, id);
  if (document === undefined || document.isDeleted) throw noSuchPolicy(id);
  return document;
}

/** Errors: InvalidInputException; 501 for types of policies that are not built. */
function requirePolicy(policy: Policy, id: string): FirewallData {
  const { Type, ManagedServiceData, PolicyOption } = policy.SecurityServicePolicyData;
  if (Type !== 'WAFV2') throw unbuilt('PutPolicy', `policies of the type ${Type}`);
  if (PolicyOption !== undefined) throw unbuilt('PutPolicy', 'the policy option of firewalls');
  const isListing = policy.ResourceType === 'ResourceTypeList';
  if (isListing !== (policy.ResourceTypeList ?? []).length > 0) {
    throw invalidInput(
      'The ResourceType must be ResourceTypeList when, and only when, types are listed.',
    );
  }
  const other = typesOf(policy).find((type) => type !== BALANCER);
  if (other !== undefined) throw unbuilt('PutPolicy', `resources of the type ${other}`);
  if ((policy.ResourceSetIds ?? []).length > 0) throw unbuilt('PutPolicy', 'resource sets');
  return firewallData(ManagedServiceData, id);
}

/** Firewall Manager's rule groups are those that the caller may read. Errors: the denial; InvalidInputException. */
async function requireRuleGroups(context: Context, data: FirewallData): Promise<void> {
  for (const ARN of ruleGroupsOf(data)) {
    const region = parseArn(ARN)?.region ?? '';
    if (region !== context.call.scope.region) {
      throw invalidInput(`The rule group ${ARN} is not one of the policy's Region.`);
    }
    try {
      await context.callService(getRuleGroup, { ARN }, { via: 'fms' });
    } catch (error) {
      if (!(error instanceof ServiceError) || !UNKNOWN.has(error.code)) throw error;
      throw invalidInput(`The rule group ${ARN} does not exist.`);
    }
  }
}

function shown({ id, policy, token }: PolicyDocument): Policy {
  return { ...policy, PolicyId: id, PolicyUpdateToken: token, PolicyStatus: 'ACTIVE' };
}

function tagsGiven(given: readonly { readonly Key: string; readonly Value: string }[] = []): Tags {
  return Object.fromEntries(given.map(({ Key, Value }) => [Key, Value]));
}

function putPolicy(organizations: ManagedOrganizations): AnyOperation {
  return fmsOperation({
    name: 'PutPolicy',
    access: 'write',
    on: async ({ Policy: { PolicyId } }, context) =>
      PolicyId === undefined
        ? policyArn(context.call.scope.account, context.call.scope.region, '*')
        : context.resolve(policyKind, PolicyId),
    conditions: ({ TagList }) => listedTagConditions(TagList),
    handle: async ({ Policy: given, TagList }, context) => {
      const { unit, view, call } = context;
      const { account, region } = call.scope;
      const { organization, admin } = await seatOf(organizations, context);
      const type = given.SecurityServicePolicyData.Type;
      requireInScope(admin, type, region);
      const before =
        given.PolicyId === undefined ? undefined : await policyNamed(context, given.PolicyId);
      if (before !== undefined && given.PolicyUpdateToken !== before.token) {
        throw invalidInput('The PolicyUpdateToken is not the current one.');
      }
      if (before !== undefined && before.type !== type) {
        throw invalidInput('The type of a policy can not be changed.');
      }
      const all = await everyOf(view, policies);
      if (before === undefined && all.length >= POLICIES_MAX) {
        throw limitExceeded(`An administrator has at most ${POLICIES_MAX} policies in a Region.`);
      }
      const [newId, token] = await context.once(() => [uuid(), uuid()] as const);
      const id = before?.id ?? newId;
      await requireRuleGroups(context, requirePolicy(given, id));
      const { PolicyId: _id, PolicyUpdateToken: _token, PolicyStatus: _status, ...policy } = given;
      const document: PolicyDocument = {
        id,
        arn: policyArn(account, region, id),
        policy,
        type,
        token,
        managementAccount: organization.managementAccount,
        tags: before?.tags ?? tagsGiven(TagList),
        isDeleted: false,
      };
      view.put(policies, id, document);
      const place = placeKey(organization.managementAccount, region, account, id);
      unit.view(SHARED_SCOPE).put(policyPlaces, place, { admin: account, policy: id });
      orderSpread(unit, call.scope, id, call.now);
      return { Policy: shown(document), PolicyArn: document.arn };
    },
  });
}

function getPolicy(organizations: ManagedOrganizations): AnyOperation {
  return fmsOperation({
    name: 'GetPolicy',
    access: 'read',
    on,
    handle: async ({ PolicyId }, context) => {
      await seatOf(organizations, context);
      const document = await policyNamed(context, PolicyId);
      return { Policy: shown(document), PolicyArn: document.arn };
    },
  });
}

function listPolicies(organizations: ManagedOrganizations): AnyOperation {
  return fmsOperation({
    name: 'ListPolicies',
    access: 'read',
    handle: async (input, context) => {
      await seatOf(organizations, context);
      const all = await everyOf(context.view, policies);
      const there = all.filter(({ isDeleted }) => !isDeleted);
      const { items, answer } = pageOf(context, input, '', there);
      return { PolicyList: items.map(summary), ...answer };
    },
  });
}

function deletePolicy(organizations: ManagedOrganizations): AnyOperation {
  return fmsOperation({
    name: 'DeletePolicy',
    access: 'write',
    on,
    handle: async ({ PolicyId: id, DeleteAllPolicyResources: isAll }, context) => {
      const { unit, view, call } = context;
      await seatOf(organizations, context);
      const document = await policyNamed(context, id);
      const kept = isAll === true ? {} : ({ keepsResources: true } as const);
      view.put(policies, id, { ...document, isDeleted: true, ...kept });
      orderSpread(unit, call.scope, id, call.now);
      return {};
    },
  });
}

export function policyOperations(organizations: ManagedOrganizations): readonly AnyOperation[] {
  return [
    putPolicy(organizations),
    getPolicy(organizations),
    listPolicies(organizations),
    deletePolicy(organizations),
    ...tagOperations,
  ];
}

function summary({ id, arn, policy, type }: PolicyDocument): PolicySummary {
  return {
    PolicyArn: arn,
    PolicyId: id,
    PolicyName: policy.PolicyName,
    ResourceType: policy.ResourceType,
    SecurityServiceType: type,
    RemediationEnabled: policy.RemediationEnabled,
    DeleteUnusedFMManagedResources: policy.DeleteUnusedFMManagedResources ?? false,
    PolicyStatus: 'ACTIVE',
  };
}

const tagged = {
  on: ({ ResourceArn }: { ResourceArn: string }, context: ResolveContext) =>
    context.resolve(policyKind, ResourceArn),
};

async function taggedBy(context: Context, arn: string): Promise<PolicyDocument> {
  const { document } = (await context.resolve(policyKind, arn)).resolved;
  if (document?.arn !== arn) throw notFound(`Resource ${arn} not found.`);
  return document;
}

const tagOperations: readonly AnyOperation[] = [
  fmsOperation({
    name: 'TagResource',
    access: 'write',
    ...tagged,
    conditions: ({ TagList }) => listedTagConditions(TagList),
    handle: async ({ ResourceArn, TagList }, context) => {
      const document = await taggedBy(context, ResourceArn);
      const tags = { ...document.tags, ...tagsGiven(TagList) };
      if (Object.keys(tags).length > TAGS_MAX) {
        throw limitExceeded(`A resource has at most ${TAGS_MAX} tags.`);
      }
      context.view.put(policies, document.id, { ...document, tags });
      return {};
    },
  }),
  fmsOperation({
    name: 'UntagResource',
    access: 'write',
    ...tagged,
    conditions: ({ TagKeys }) => new Map([['aws:tagkeys', TagKeys]]),
    handle: async ({ ResourceArn, TagKeys }, context) => {
      const document = await taggedBy(context, ResourceArn);
      const kept = Object.entries(document.tags).filter(([key]) => !TagKeys.includes(key));
      context.view.put(policies, document.id, { ...document, tags: Object.fromEntries(kept) });
      return {};
    },
  }),
  fmsOperation({
    name: 'ListTagsForResource',
    access: 'read',
    ...tagged,
    handle: async ({ ResourceArn }, context) => {
      const { tags } = await taggedBy(context, ResourceArn);
      return { TagList: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) };
    },
  }),
];
