import { listedTagConditions } from '../../core/tags.ts';
import type { ResourcePolicy } from '../../../models/organizations/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { readDocument } from '../../policy/document.ts';
import { parsePolicyJson } from '../../policy/json-text.ts';
import { parsePolicy } from '../../policy/parse.ts';
import { PolicySyntaxError } from '../../policy/syntax-error.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { DELEGABLE_ACTIONS } from './domain/delegation.ts';
import { newId, resourcePolicyArn } from './domain/identifiers.ts';
import { invalidInput, organizationsError } from './errors.ts';
import { onOrganization } from './operation.ts';
import { assertAllFeatures } from './policy-types.ts';
import { delegationPolicies, type DelegationPolicy, ONLY } from './state.ts';
import { withTags } from './tags.ts';

/** A delegation names its actions, each of which may be given away. */
function assertDelegable(content: string): void {
  const malformed = () =>
    invalidInput('INVALID_RESOURCE_POLICY_JSON', 'You provided an invalid resource policy JSON.');
  try {
    parsePolicy(content, 'resource');
  } catch (error) {
    throw error instanceof PolicySyntaxError ? malformed() : error;
  }
  for (const { action, resource } of readDocument(parsePolicyJson(content, '')).statements) {
    if (action?.negated !== false || resource === undefined || resource.negated) throw malformed();
    const unsupported = action.values.find((name) => !DELEGABLE_ACTIONS.has(name.toLowerCase()));
    if (unsupported === undefined) continue;
    throw invalidInput(
      'UNSUPPORTED_ACTION_IN_RESOURCE_POLICY',
      `The resource policy contains an unsupported action: ${unsupported}`,
    );
  }
}

async function boundPolicy(principals: PrincipalDirectory, unit: Unit, content: string) {
  const bound = await principals.bind(unit, content);
  if (!('unknown' in bound)) return bound;
  throw invalidInput(
    'INVALID_PRINCIPAL',
    'You provided an invalid principal in the resource policy.',
  );
}

/** The policy that gives members a part of the organization's management. */
export function delegationPolicyOperations(
  principals: PrincipalDirectory,
): readonly AnyOperation[] {
  const shown = async (unit: Unit, policy: DelegationPolicy): Promise<ResourcePolicy> => ({
    ResourcePolicySummary: { Id: policy.id, Arn: policy.arn },
    Content: await principals.show(unit, policy.policy),
  });
  return [
    onOrganization({
      name: 'PutResourcePolicy',
      access: 'write',
      keys: ({ Tags }) => listedTagConditions(Tags),
      handle: async ({ Content, Tags }, { organization, view }, context) => {
        assertAllFeatures(organization);
        assertDelegable(Content);
        const held = await view.get(delegationPolicies, ONLY);
        const id = held?.id ?? (await context.once(() => newId('rp-', 8)));
        const policy: DelegationPolicy = {
          id,
          arn: resourcePolicyArn(organization, id),
          policy: await boundPolicy(principals, context.unit, Content),
          tags: withTags(held?.tags ?? {}, Tags),
        };
        view.put(delegationPolicies, ONLY, policy);
        return { ResourcePolicy: await shown(context.unit, policy) };
      },
    }),
    onOrganization({
      name: 'DescribeResourcePolicy',
      access: 'read',
      handle: async (_input, { view }, { unit }) => {
        const policy = await view.get(delegationPolicies, ONLY);
        if (policy === undefined) throw organizationsError('ResourcePolicyNotFoundException');
        return { ResourcePolicy: await shown(unit, policy) };
      },
    }),
    onOrganization({
      name: 'DeleteResourcePolicy',
      access: 'write',
      handle: async (_input, { view }) => {
        if ((await view.get(delegationPolicies, ONLY)) === undefined) {
          throw organizationsError('ResourcePolicyNotFoundException');
        }
        view.delete(delegationPolicies, ONLY);
        return {};
      },
    }),
  ];
}
