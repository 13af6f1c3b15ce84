/** The model's operations that answer 501, by why. */
const REASONS: Readonly<Record<string, readonly string[]>> = {
  'firewalls of other makers are not there': [
    'AssociateThirdPartyFirewall',
    'DisassociateThirdPartyFirewall',
    'GetThirdPartyFirewallAssociationStatus',
    'ListThirdPartyFirewallFirewallPolicies',
  ],
  'policies over security groups are not built': [
    'PutAppsList',
    'GetAppsList',
    'ListAppsLists',
    'DeleteAppsList',
    'PutProtocolsList',
    'GetProtocolsList',
    'ListProtocolsLists',
    'DeleteProtocolsList',
  ],
  'resource sets are for imported network firewalls, which are not built': [
    'PutResourceSet',
    'GetResourceSet',
    'ListResourceSets',
    'DeleteResourceSet',
    'ListResourceSetResources',
    'BatchAssociateResource',
    'BatchDisassociateResource',
  ],
  'notices to topics are not built': [
    'PutNotificationChannel',
    'GetNotificationChannel',
    'DeleteNotificationChannel',
  ],
  'nothing detects attacks yet': ['GetProtectionStatus'],
  'details of violations are those of types of policies that are not built': [
    'GetViolationDetails',
  ],
};

export const notImplemented: ReadonlyMap<string, string> = new Map(
  Object.entries(REASONS).flatMap(([reason, names]) =>
    names.map((name): [string, string] => [name, reason]),
  ),
);
