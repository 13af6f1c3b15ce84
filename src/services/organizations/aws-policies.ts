import type { PolicyType } from '../../../models/organizations/types.ts';
import { awsPolicyArn } from './domain/identifiers.ts';
import type { Attachment, PolicyDocument } from './state.ts';

const FULL_ACCESS = 'p-FullAWSAccess';
export const RCP_FULL_ACCESS = 'p-RCPFullAWSAccess';

/** The policies of AWS itself, which every organization has and nobody changes. */
const AWS_POLICIES: ReadonlyMap<string, PolicyDocument> = new Map([
  [
    FULL_ACCESS,
    awsPolicy(FULL_ACCESS, 'SERVICE_CONTROL_POLICY', 'Allows access to every operation', {}),
  ],
  [
    RCP_FULL_ACCESS,
    awsPolicy(RCP_FULL_ACCESS, 'RESOURCE_CONTROL_POLICY', 'Allows access to every resource', {
      Principal: '*',
    }),
  ],
]);

/** What is attached everywhere while the type is enabled. */
const DEFAULTS: ReadonlyMap<PolicyType, string> = new Map<PolicyType, string>([
  ['SERVICE_CONTROL_POLICY', FULL_ACCESS],
  ['RESOURCE_CONTROL_POLICY', RCP_FULL_ACCESS],
]);

function awsPolicy(
  id: string,
  type: PolicyType,
  description: string,
  principal: { readonly Principal?: string },
): PolicyDocument {
  const statement = { Effect: 'Allow', ...principal, Action: '*', Resource: '*' };
  return {
    id,
    arn: awsPolicyArn(type, id),
    name: id.slice('p-'.length),
    description,
    type,
    content: JSON.stringify({ Version: '2012-10-17', Statement: [statement] }),
    updated: 0,
    awsManaged: true,
    tags: {},
  };
}

export function awsPolicyById(id: string): PolicyDocument | undefined {
  return AWS_POLICIES.get(id);
}

export function awsPoliciesOf(type: PolicyType): readonly PolicyDocument[] {
  return [...AWS_POLICIES.values()].filter((policy) => policy.type === type);
}

/** What a new root, unit or account has attached, by the types that are enabled. */
export function defaultAttachments(
  types: readonly PolicyType[],
  now: number,
): readonly Attachment[] {
  return types.flatMap((type) => {
    const id = DEFAULTS.get(type);
    return id === undefined ? [] : [{ id, type, attached: now }];
  });
}
