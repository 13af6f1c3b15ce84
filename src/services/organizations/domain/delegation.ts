/**
 * What accounts besides the management account may do. Sources: Organizations API Reference (operations "called only
 * from the management account or by a delegated administrator"), and the User Guide, "Supported delegation policy actions".
 */
const READS = [
  'DescribeAccount',
  'DescribeCreateAccountStatus',
  'DescribeEffectivePolicy',
  'DescribeOrganizationalUnit',
  'DescribePolicy',
  'DescribeResourcePolicy',
  'ListAWSServiceAccessForOrganization',
  'ListAccounts',
  'ListAccountsForParent',
  'ListChildren',
  'ListCreateAccountStatus',
  'ListDelegatedAdministrators',
  'ListDelegatedServicesForAccount',
  'ListHandshakesForOrganization',
  'ListOrganizationalUnitsForParent',
  'ListParents',
  'ListPolicies',
  'ListPoliciesForTarget',
  'ListRoots',
  'ListTagsForResource',
  'ListTargetsForPolicy',
];

const POLICY_MANAGEMENT = [
  'AttachPolicy',
  'CreatePolicy',
  'DeletePolicy',
  'DetachPolicy',
  'DisablePolicyType',
  'EnablePolicyType',
  'TagResource',
  'UntagResource',
  'UpdatePolicy',
];

const OWN = ['DescribeHandshake', 'DescribeOrganization', 'ListHandshakesForAccount'];

/** Actions that every delegated administrator may do. */
export const DELEGATE_READS: ReadonlySet<string> = new Set(
  READS.map((name) => `organizations:${name}`),
);

/** Actions that a delegation policy may give away, in lower case. */
export const DELEGABLE_ACTIONS: ReadonlySet<string> = new Set(
  [...READS, ...POLICY_MANAGEMENT, ...OWN].map((name) => `organizations:${name}`.toLowerCase()),
);
