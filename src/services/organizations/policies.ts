import { listedTagConditions } from '../../core/tags.ts';
import type {
  Policy as Shown,
  PolicySummary,
  PolicyType,
} from '../../../models/organizations/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { awsPoliciesOf } from './aws-policies.ts';
import { newId, policyArn } from './domain/identifiers.ts';
import { isPolicyOf } from './domain/policy-content.ts';
import { constraintViolation, organizationsError } from './errors.ts';
import { POLICY_LIMITS } from './limits.ts';
import { everyOf } from '../../listing/every-document.ts';
import { compileMemberships } from './memberships.ts';
import { found, keysOfPolicy, onOrganization, policyTypeKeys } from './operation.ts';
import { pageOf } from './pages.ts';
import { assertAllFeatures } from './policy-types.ts';
import { policyKind } from './resources.ts';
import { entities, policies, type PolicyDocument } from './state.ts';
import { assertOwn, withTags } from './tags.ts';

export function summaryOf(policy: PolicyDocument): PolicySummary {
  return {
    Id: policy.id,
    Arn: policy.arn,
    Name: policy.name,
    Description: policy.description,
    Type: policy.type,
    AwsManaged: policy.awsManaged,
  };
}

function shownPolicy(policy: PolicyDocument): Shown {
  return { PolicySummary: summaryOf(policy), Content: policy.content };
}

/** White space counts too. */
function charactersOf(text: string): number {
  let count = 0;
  for (const _character of text) count += 1;
  return count;
}

function assertContent(type: PolicyType, content: string): void {
  if (charactersOf(content) > POLICY_LIMITS[type].characters) {
    throw constraintViolation(
      'POLICY_CONTENT_LIMIT_EXCEEDED',
      'You have exceeded the maximum policy size.',
    );
  }
  if (!isPolicyOf(type, content)) throw organizationsError('MalformedPolicyDocumentException');
}

async function assertNameFree(view: View, type: PolicyType, name: string, own?: string) {
  const key = `${type}/${name}`;
  const isAws = awsPoliciesOf(type).some((policy) => policy.name === name);
  const { items } = await view.list(policies, { index: 'name', prefix: key, limit: 1 });
  const other = items.find((item) => item.key === key && item.id !== own);
  if (isAws || other !== undefined) throw organizationsError('DuplicatePolicyException');
}

async function assertRoom(view: View, type: PolicyType): Promise<void> {
  const all = await everyOf(view, policies, { index: 'type', prefix: type });
  if (all.length < POLICY_LIMITS[type].policies) return;
  throw constraintViolation(
    'POLICY_NUMBER_LIMIT_EXCEEDED',
    'You have exceeded the allowed number of policies in the organization.',
  );
}

export const policyOperations: readonly AnyOperation[] = [
  onOrganization({
    name: 'CreatePolicy',
    access: 'write',
    keys: ({ Type, Tags }) => new Map([...policyTypeKeys(Type), ...listedTagConditions(Tags)]),
    handle: async (input, { organization, view }, context) => {
      const { Type: type, Name: name } = input;
      if (organization.featureSet !== 'ALL') {
        throw organizationsError('PolicyTypeNotAvailableForOrganizationException');
      }
      assertContent(type, input.Content);
      await assertNameFree(view, type, name);
      await assertRoom(view, type);
      const id = await context.once(() => newId('p-', 10));
      const policy: PolicyDocument = {
        id,
        arn: policyArn(organization, type, id),
        name,
        description: input.Description,
        type,
        content: input.Content,
        updated: context.call.now,
        awsManaged: false,
        tags: withTags({}, input.Tags),
      };
      view.put(policies, id, policy);
      return { Policy: shownPolicy(policy) };
    },
  }),
  onOrganization({
    name: 'DescribePolicy',
    access: 'read',
    on: async ({ PolicyId }, context) => [await context.resolve(policyKind, PolicyId)],
    keys: ({ PolicyId }, context) => keysOfPolicy(PolicyId, context),
    handle: async ({ PolicyId }, _seat, context) => ({
      Policy: shownPolicy(await found(context, policyKind, PolicyId)),
    }),
  }),
  onOrganization({
    name: 'UpdatePolicy',
    access: 'write',
    on: async ({ PolicyId }, context) => [await context.resolve(policyKind, PolicyId)],
    keys: ({ PolicyId }, context) => keysOfPolicy(PolicyId, context),
    handle: async (input, { organization, view }, context) => {
      const policy = await found(context, policyKind, input.PolicyId);
      assertOwn(policy);
      assertAllFeatures(organization);
      if (input.Content !== undefined) assertContent(policy.type, input.Content);
      const changed: PolicyDocument = {
        ...policy,
        name: input.Name ?? policy.name,
        description: input.Description ?? policy.description,
        content: input.Content ?? policy.content,
        updated: context.call.now,
      };
      await assertNameFree(view, policy.type, changed.name, policy.id);
      view.put(policies, policy.id, changed);
      if (input.Content !== undefined) await compileMemberships(context.unit, organization);
      return { Policy: shownPolicy(changed) };
    },
  }),
  onOrganization({
    name: 'DeletePolicy',
    access: 'write',
    on: async ({ PolicyId }, context) => [await context.resolve(policyKind, PolicyId)],
    keys: ({ PolicyId }, context) => keysOfPolicy(PolicyId, context),
    handle: async ({ PolicyId }, { view }, context) => {
      assertOwn(await found(context, policyKind, PolicyId));
      const attached = { index: 'policy', prefix: PolicyId, limit: 1 };
      if ((await view.list(entities, attached)).items.length > 0) {
        throw organizationsError('PolicyInUseException');
      }
      view.delete(policies, PolicyId);
      return {};
    },
  }),
  onOrganization({
    name: 'ListPolicies',
    access: 'read',
    keys: ({ Filter }) => policyTypeKeys(Filter),
    handle: async (input, { view }, { call }) => {
      const page = pageOf(call, input, input.Filter);
      const where = { index: 'type', prefix: input.Filter };
      const listed = await view.list(policies, { ...where, ...page.query });
      // AWS's own stand on the first page, beside as many others as were asked for.
      const aws = page.query.after === undefined ? awsPoliciesOf(input.Filter) : [];
      const all = [...aws, ...listed.items.map(({ document }) => document)];
      return { Policies: all.map(summaryOf), ...page.answer(listed.last) };
    },
  }),
];
