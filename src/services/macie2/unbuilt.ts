const REASONS: readonly (readonly [reason: string, operations: string])[] = [
  [
    'accounts of Macie are not brought together: each looks at its own buckets',
    'AcceptInvitation CreateInvitations CreateMember DeclineInvitations DeleteInvitations DeleteMember DescribeOrganizationConfiguration DisableOrganizationAdminAccount DisassociateFromAdministratorAccount DisassociateFromMasterAccount DisassociateMember EnableOrganizationAdminAccount GetAdministratorAccount GetInvitationsCount GetMasterAccount GetMember ListInvitations ListMembers ListOrganizationAdminAccounts UpdateMemberSession UpdateOrganizationConfiguration',
  ],
  [
    'automated discovery is not built: jobs look at what they are told to',
    'BatchUpdateAutomatedDiscoveryAccounts GetAutomatedDiscoveryConfiguration GetClassificationScope GetResourceProfile GetSensitivityInspectionTemplate ListAutomatedDiscoveryAccounts ListClassificationScopes ListResourceProfileArtifacts ListResourceProfileDetections ListSensitivityInspectionTemplates UpdateAutomatedDiscoveryConfiguration UpdateClassificationScope UpdateResourceProfile UpdateResourceProfileDetections UpdateSensitivityInspectionTemplate',
  ],
  ['nothing is billed', 'GetUsageStatistics GetUsageTotals'],
];

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map(
  REASONS.flatMap(([reason, operations]) =>
    operations.split(' ').map((name): [string, string] => [name, reason]),
  ),
);
