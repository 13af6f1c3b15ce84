/**
 * Service principals that Organizations knows, and whether an account may administer the service for the others.
 * Source: Organizations User Guide, "AWS services that you can use with AWS Organizations", November 2026.
 */
const TRUSTED: ReadonlyMap<string, 'administered' | 'trusted'> = new Map([
  ['access-analyzer.amazonaws.com', 'administered'],
  ['account.amazonaws.com', 'administered'],
  ['auditmanager.amazonaws.com', 'administered'],
  ['aws-artifact-account-sync.amazonaws.com', 'trusted'],
  ['backup.amazonaws.com', 'administered'],
  ['billing-cost-management.amazonaws.com', 'trusted'],
  ['cloudtrail.amazonaws.com', 'administered'],
  ['compute-optimizer.amazonaws.com', 'administered'],
  ['config-multiaccountsetup.amazonaws.com', 'administered'],
  ['config.amazonaws.com', 'administered'],
  ['controltower.amazonaws.com', 'trusted'],
  ['cost-optimization-hub.bcm.amazonaws.com', 'administered'],
  ['detective.amazonaws.com', 'administered'],
  ['devops-guru.amazonaws.com', 'administered'],
  ['ds.amazonaws.com', 'trusted'],
  ['ec2.amazonaws.com', 'trusted'],
  ['fms.amazonaws.com', 'administered'],
  ['guardduty.amazonaws.com', 'administered'],
  ['health.amazonaws.com', 'administered'],
  ['iam.amazonaws.com', 'administered'],
  ['inspector2.amazonaws.com', 'administered'],
  ['ipam.amazonaws.com', 'administered'],
  ['license-management.marketplace.amazonaws.com', 'trusted'],
  ['license-manager-linux-subscriptions.amazonaws.com', 'administered'],
  ['license-manager.amazonaws.com', 'administered'],
  ['license-manager.member-account.amazonaws.com', 'administered'],
  ['macie.amazonaws.com', 'administered'],
  ['malware-protection.guardduty.amazonaws.com', 'trusted'],
  ['member.org.stacksets.cloudformation.amazonaws.com', 'administered'],
  ['mgn.amazonaws.com', 'administered'],
  ['networkmanager.amazonaws.com', 'administered'],
  ['observabilityadmin.amazonaws.com', 'administered'],
  ['private-marketplace.marketplace.amazonaws.com', 'administered'],
  ['ram.amazonaws.com', 'trusted'],
  ['reachabilityanalyzer.networkinsights.amazonaws.com', 'administered'],
  ['reporting.trustedadvisor.amazonaws.com', 'administered'],
  ['resource-explorer-2.amazonaws.com', 'administered'],
  ['securityhub.amazonaws.com', 'administered'],
  ['securitylake.amazonaws.com', 'administered'],
  ['servicecatalog.amazonaws.com', 'administered'],
  ['servicequotas.amazonaws.com', 'trusted'],
  ['sso.amazonaws.com', 'administered'],
  ['ssm.amazonaws.com', 'administered'],
  ['stacksets.cloudformation.amazonaws.com', 'trusted'],
  ['storage-lens.s3.amazonaws.com', 'administered'],
  ['tagpolicies.tag.amazonaws.com', 'trusted'],
  ['wellarchitected.amazonaws.com', 'trusted'],
]);

export function isTrustable(principal: string): boolean {
  return TRUSTED.has(principal);
}

export function isAdministrable(principal: string): boolean {
  return TRUSTED.get(principal) === 'administered';
}
