import type { SeverityRating } from '../../../models/securityhub/types.ts';

export interface StandardDefinition {
  /** `aws-foundational-security-best-practices/v/1.0.0`. */
  readonly path: string;
  readonly name: string;
  readonly isDefault: boolean;
}

export interface ControlDefinition {
  /** `KMS.4`. */
  readonly id: string;
  readonly title: string;
  readonly severity: SeverityRating;
  /** Paths of the standards that it is part of. */
  readonly standards: readonly string[];
}

export const FOUNDATIONAL = 'aws-foundational-security-best-practices/v/1.0.0';
const BENCHMARK = 'cis-aws-foundations-benchmark/v/3.0.0';
const BOTH = [FOUNDATIONAL, BENCHMARK];

export const STANDARDS: readonly StandardDefinition[] = [
  { path: FOUNDATIONAL, name: 'AWS Foundational Security Best Practices v1.0.0', isDefault: true },
  { path: BENCHMARK, name: 'CIS AWS Foundations Benchmark v3.0.0', isDefault: false },
];

/** Controls by id. Which of them are evaluated depends on the checks that services give. */
export const CONTROLS: readonly ControlDefinition[] = [
  control(
    'CloudTrail.1',
    'CloudTrail should be enabled and configured with at least one multi-Region trail',
    'HIGH',
    BOTH,
  ),
  control('CloudTrail.2', 'CloudTrail should have encryption at-rest enabled', 'MEDIUM', BOTH),
  control('CloudTrail.4', 'CloudTrail log file validation should be enabled', 'LOW', BOTH),
  control(
    'CloudTrail.5',
    'CloudTrail trails should be integrated with Amazon CloudWatch Logs',
    'LOW',
    [FOUNDATIONAL],
  ),
  control('EC2.7', 'EBS default encryption should be enabled', 'MEDIUM', BOTH),
  control(
    'EC2.8',
    'EC2 instances should use Instance Metadata Service Version 2 (IMDSv2)',
    'HIGH',
    BOTH,
  ),
  control('GuardDuty.1', 'GuardDuty should be enabled', 'HIGH', [FOUNDATIONAL]),
  control('IAM.4', 'IAM root user access key should not exist', 'CRITICAL', BOTH),
  control('IAM.7', 'Password policies for IAM users should have strong configurations', 'MEDIUM', [
    FOUNDATIONAL,
  ]),
  control('IAM.9', 'MFA should be enabled for the root user', 'CRITICAL', BOTH),
  control(
    'IAM.15',
    'Ensure IAM password policy requires minimum password length of 14 or greater',
    'MEDIUM',
    [BENCHMARK],
  ),
  control('KMS.4', 'AWS KMS key rotation should be enabled', 'MEDIUM', [BENCHMARK]),
  control('Lambda.1', 'Lambda function policies should prohibit public access', 'CRITICAL', [
    FOUNDATIONAL,
  ]),
  control('RDS.3', 'RDS DB instances should have encryption at-rest enabled', 'MEDIUM', BOTH),
  control('S3.8', 'S3 general purpose buckets should block public access', 'HIGH', BOTH),
  control(
    'S3.9',
    'S3 general purpose buckets should have server access logging enabled',
    'MEDIUM',
    [FOUNDATIONAL],
  ),
  control(
    'SecretsManager.1',
    'Secrets Manager secrets should have automatic rotation enabled',
    'MEDIUM',
    [FOUNDATIONAL],
  ),
];

function control(
  id: string,
  title: string,
  severity: SeverityRating,
  standards: readonly string[],
): ControlDefinition {
  return { id, title, severity, standards };
}
