const REASONS: readonly (readonly [reason: string, operations: string])[] = [
  [
    'the second version of Security Hub, whose findings are in OCSF, is not built',
    'BatchUpdateFindingsV2 CreateAggregatorV2 CreateAutomationRuleV2 CreateConnectorV2 CreateTicketV2 DeleteAggregatorV2 DeleteAutomationRuleV2 DeleteConnectorV2 DescribeProductsV2 DescribeSecurityHubV2 DisableSecurityHubV2 EnableSecurityHubV2 GenerateRecommendedPolicyV2 GetAggregatorV2 GetAutomationRuleV2 GetConnectorV2 GetFindingStatisticsV2 GetFindingsTrendsV2 GetFindingsV2 GetRecommendedPolicyV2 GetResourcesStatisticsV2 GetResourcesTrendsV2 GetResourcesV2 ListAggregatorsV2 ListAutomationRulesV2 ListConnectorsV2 RegisterConnectorV2 UpdateAggregatorV2 UpdateAutomationRuleV2 UpdateConnectorV2',
  ],
  [
    'accounts of an organization are members without an invitation; others can be none',
    'AcceptAdministratorInvitation AcceptInvitation DeclineInvitations DeleteInvitations DisassociateFromAdministratorAccount DisassociateFromMasterAccount GetInvitationsCount InviteMembers ListInvitations',
  ],
  [
    'what accounts of an organization get is not configured centrally',
    'BatchGetConfigurationPolicyAssociations CreateConfigurationPolicy DeleteConfigurationPolicy DescribeOrganizationConfiguration GetConfigurationPolicy GetConfigurationPolicyAssociation ListConfigurationPolicies ListConfigurationPolicyAssociations StartConfigurationPolicyAssociation StartConfigurationPolicyDisassociation UpdateConfigurationPolicy UpdateOrganizationConfiguration',
  ],
  ['the controls that are known have no parameters', 'UpdateSecurityControl'],
];

/** The model's operations that answer 501, and why. */
export const notImplemented: ReadonlyMap<string, string> = new Map(
  REASONS.flatMap(([reason, operations]) =>
    operations.split(' ').map((name): [string, string] => [name, reason]),
  ),
);
