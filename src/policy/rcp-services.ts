/**
 * Action prefixes of the services whose resources resource control policies protect.
 * Source: Organizations User Guide, "Resource control policies (RCPs)", November 2026.
 */
const PREFIXES: ReadonlySet<string> = new Set([
  'aoss',
  'appconfig',
  'appstream',
  'autoscaling',
  'autoscaling-plans',
  'budgets',
  'clouddirectory',
  'cloudfront',
  'cloudsearch',
  'cloudtrail-data',
  'codeartifact',
  'codebuild',
  'codecommit',
  'codepipeline',
  'cognito-identity',
  'cognito-idp',
  'comprehend',
  'comprehendmedical',
  'compute-optimizer',
  'cost-optimization-hub',
  'dax',
  'dsql',
  'dynamodb',
  'ecr',
  'ecr-public',
  'events',
  'firehose',
  'fis',
  'fms',
  'gamelift',
  'health',
  'inspector-scan',
  'kendra',
  'kinesisvideo',
  'kms',
  'logs',
  'memorydb',
  'networkmonitor',
  'notifications',
  'opensearch',
  'pca-connector-ad',
  'personalize',
  'polly',
  'pricing',
  'resource-groups',
  'rolesanywhere',
  's3',
  'secretsmanager',
  'servicediscovery',
  'signin',
  'sqs',
  'sts',
  'support',
  'swf',
  'textract',
  'timestream-influxdb',
  'transcribe',
  'transfer',
  'translate',
  'wafv2',
  'workspaces',
  'xray',
]);

/** Actions of those services that RCPs do not reach: whoever may retire a grant is told by the grant. */
const EXEMPT_ACTIONS: ReadonlySet<string> = new Set(['kms:retiregrant']);

/** True for `kms`, false for `iam`. */
export function supportsResourceControl(prefix: string): boolean {
  return PREFIXES.has(prefix.toLowerCase());
}

/** True when the resource's RCPs have a say in the action. */
export function isResourceControlled(action: string): boolean {
  const prefix = action.slice(0, action.indexOf(':'));
  return supportsResourceControl(prefix) && !EXEMPT_ACTIONS.has(action.toLowerCase());
}
