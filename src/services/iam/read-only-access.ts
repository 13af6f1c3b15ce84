/** What may be called in the services whose readings are all named so. */
const PLAIN: Readonly<Record<string, string>> = {
  acm: 'Describe Get List',
  'acm-pca': 'Describe Get List',
  apigateway: 'GET',
  cloudformation: 'Describe Detect Estimate Get List Validate',
  cloudfront: 'Describe Get List',
  cloudtrail: 'Describe Get List LookupEvents',
  cloudwatch: 'Describe Get List',
  config: 'BatchGet Describe Get List Select',
  ec2: 'Describe Get Search',
  ecr: 'BatchCheck BatchGet Describe Get List',
  elasticloadbalancing: 'Describe Get',
  events: 'Describe List Test',
  guardduty: 'Describe Get List',
  iam: 'Generate Get List Simulate',
  inspector2: 'BatchGet Describe Get List Search',
  kms: 'Describe Get List',
  lambda: 'Get List',
  macie2: 'BatchGet Describe Get List Search',
  'network-firewall': 'Describe List',
  organizations: 'Describe List',
  rds: 'Describe Download List',
  route53: 'Get List Test',
  s3: 'Describe Get List',
  scheduler: 'Get List',
  securityhub: 'BatchGet Describe Get List',
  servicequotas: 'Get List',
  shield: 'Describe Get List',
  sns: 'Check Get List',
  sqs: 'Get List Receive',
  ssm: 'Describe Get List',
  sts: 'Get',
  'waf-regional': 'Get List',
  wafv2: 'CheckCapacity Describe Get List',
};

const NAMED: readonly string[] = [
  'access-analyzer:Get*',
  'access-analyzer:List*',
  'access-analyzer:ValidatePolicy',
  'dynamodb:BatchGet*',
  'dynamodb:Describe*',
  'dynamodb:Get*',
  'dynamodb:List*',
  'dynamodb:PartiQLSelect',
  'dynamodb:Query',
  'dynamodb:Scan',
  'logs:Describe*',
  'logs:FilterLogEvents',
  'logs:Get*',
  'logs:ListTagsForResource',
  'logs:ListTagsLogGroup',
  'logs:StartQuery',
  'logs:StopQuery',
  'logs:TestMetricFilter',
  'secretsmanager:DescribeSecret',
  'secretsmanager:GetRandomPassword',
  'secretsmanager:GetResourcePolicy',
  'secretsmanager:List*',
];

/**
 * The statement of `ReadOnlyAccess`: AWS's names the readings of every service there is, and this one those of the services
 * that are here. Values of secrets are no reading, and decryption is none.
 */
export const READ_ONLY_STATEMENT: object = {
  Sid: 'ReadOnlyActions',
  Effect: 'Allow',
  Action: [
    ...Object.entries(PLAIN).flatMap(([service, verbs]) =>
      verbs.split(' ').map((verb) => `${service}:${verb}${verb === 'GET' ? '' : '*'}`),
    ),
    ...NAMED,
  ].sort(),
  Resource: '*',
};
