const REASONS: readonly (readonly [reason: string, operations: string])[] = [
  [
    'no machine runs here whose packages an agent could tell',
    'BatchGetMemberEc2DeepInspectionStatus BatchUpdateMemberEc2DeepInspectionStatus GetEc2DeepInspectionConfiguration UpdateEc2DeepInspectionConfiguration UpdateOrgEc2DeepInspectionConfiguration',
  ],
  [
    'benchmarks of CIS are held against no machine here',
    'CreateCisScanConfiguration DeleteCisScanConfiguration GetCisScanReport GetCisScanResultDetails ListCisScanConfigurations ListCisScanResultsAggregatedByChecks ListCisScanResultsAggregatedByTargetResource ListCisScans SendCisSessionHealth SendCisSessionTelemetry StartCisSession StopCisSession UpdateCisScanConfiguration',
  ],
  [
    'the code of functions and repositories is not looked into',
    'BatchAssociateCodeSecurityScanConfiguration BatchDisassociateCodeSecurityScanConfiguration BatchGetCodeSnippet CreateCodeSecurityIntegration CreateCodeSecurityScanConfiguration DeleteCodeSecurityIntegration DeleteCodeSecurityScanConfiguration GetCodeSecurityIntegration GetCodeSecurityScan GetCodeSecurityScanConfiguration GetEncryptionKey ListCodeSecurityIntegrations ListCodeSecurityScanConfigurationAssociations ListCodeSecurityScanConfigurations ResetEncryptionKey StartCodeSecurityScan UpdateCodeSecurityIntegration UpdateCodeSecurityScanConfiguration UpdateEncryptionKey',
  ],
  ['images are not scanned', 'GetClustersForImage'],
  [
    'neither machines nor images are scanned, which it configures',
    'GetConfiguration UpdateConfiguration',
  ],
  [
    'findings and packages are not exported',
    'CancelFindingsReport CancelSbomExport CreateFindingsReport CreateSbomExport GetFindingsReportStatus GetSbomExport',
  ],
  ['nothing is free for a time', 'BatchGetFreeTrialInfo'],
  [
    'accounts of Inspector are not brought together: each has its own functions scanned',
    'AssociateMember DescribeOrganizationConfiguration DisableDelegatedAdminAccount DisassociateMember EnableDelegatedAdminAccount GetDelegatedAdminAccount GetMember ListAccountPermissions ListDelegatedAdminAccounts ListMembers UpdateOrganizationConfiguration',
  ],
];

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map(
  REASONS.flatMap(([reason, operations]) =>
    operations.split(' ').map((name): [string, string] => [name, reason]),
  ),
);
