import { loadIndex } from '../../model/load.ts';

/** Titles of the Service Authorization Reference, by the prefix of the service's actions. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['acm', 'AWS Certificate Manager'],
  ['acm-pca', 'AWS Private Certificate Authority'],
  ['apigateway', 'Amazon API Gateway Management'],
  ['cloudformation', 'AWS CloudFormation'],
  ['cloudfront', 'Amazon CloudFront'],
  ['cloudtrail', 'AWS CloudTrail'],
  ['cloudwatch', 'Amazon CloudWatch'],
  ['config', 'AWS Config'],
  ['dynamodb', 'Amazon DynamoDB'],
  ['ec2', 'Amazon EC2'],
  ['ecr', 'Amazon Elastic Container Registry'],
  ['events', 'Amazon EventBridge'],
  ['fms', 'AWS Firewall Manager'],
  ['guardduty', 'Amazon GuardDuty'],
  ['iam', 'AWS Identity and Access Management (IAM)'],
  ['inspector2', 'Amazon Inspector2'],
  ['kms', 'AWS Key Management Service'],
  ['lambda', 'AWS Lambda'],
  ['logs', 'Amazon CloudWatch Logs'],
  ['macie2', 'Amazon Macie'],
  ['organizations', 'AWS Organizations'],
  ['rds', 'Amazon RDS'],
  ['route53', 'Amazon Route 53'],
  ['s3', 'Amazon S3'],
  ['secretsmanager', 'AWS Secrets Manager'],
  ['securityhub', 'AWS Security Hub'],
  ['servicequotas', 'Service Quotas'],
  ['shield', 'AWS Shield'],
  ['sns', 'Amazon SNS'],
  ['sqs', 'Amazon SQS'],
  ['ssm', 'AWS Systems Manager'],
  ['sts', 'AWS Security Token Service'],
  ['wafv2', 'AWS WAF V2'],
]);

/** Signing names that are not the prefix of the service's actions. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['monitoring', 'cloudwatch'],
  ['tagging', 'tag'],
]);

/** The service's title, or its prefix where no title is known here. */
export function serviceName(namespace: string): string {
  return NAMES.get(namespace) ?? namespace;
}

/** The prefix of every service this installation knows, whether it is built or not. */
export function serviceNamespaces(): readonly string[] {
  const signing = loadIndex().map(({ signingName }) => PREFIXES.get(signingName) ?? signingName);
  return [...new Set(signing)].sort();
}
