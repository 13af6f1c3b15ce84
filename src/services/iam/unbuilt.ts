/** Operations that answer 501, with the reason. */
const REASONS: readonly (readonly [reason: string, operations: string])[] = [
  [
    'organization-wide access reports and summaries in prose are not built',
    `GenerateOrganizationsAccessReport GetOrganizationsAccessReport GetHumanReadableSummary`,
  ],
  ['session tokens have one form here, good in every Region', `SetSecurityTokenServicePreferences`],
  [
    'delegation requests are not built',
    `AcceptDelegationRequest AssociateDelegationRequest CreateDelegationRequest GetDelegationRequest
     ListDelegationRequests RejectDelegationRequest SendDelegationToken UpdateDelegationRequest`,
  ],
];

export const notImplemented: ReadonlyMap<string, string> = new Map(
  REASONS.flatMap(([reason, operations]) =>
    operations.split(/\s+/).map((name): [string, string] => [name, reason]),
  ),
);
