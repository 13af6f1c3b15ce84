import {
  type AwsSecurityFinding,
  BatchImportFindingsCommand,
  EnableSecurityHubCommand,
  SecurityHubClient,
} from '@aws-sdk/client-securityhub';
import { freshAccount, type TestServer } from '../../server.ts';

/** An account with Security Hub, and its client. */
export async function hubOf(
  server: TestServer,
  account = freshAccount(),
  region = 'us-east-1',
  isDefault = false,
) {
  const client = new SecurityHubClient(server.client(account, region));
  await client.send(new EnableSecurityHubCommand({ EnableDefaultStandards: isDefault }));
  return { account, client };
}

/** A finding of the account's own product. */
export function finding(
  account: string,
  more: Partial<AwsSecurityFinding> = {},
): AwsSecurityFinding {
  return {
    SchemaVersion: '2018-10-08',
    Id: 'finding-1',
    ProductArn: `arn:aws:securityhub:us-east-1:${account}:product/${account}/default`,
    GeneratorId: 'own-scanner',
    AwsAccountId: account,
    Types: ['Software and Configuration Checks/Vulnerabilities/CVE'],
    CreatedAt: '2026-01-01T00:00:00Z',
    UpdatedAt: '2026-01-01T00:00:00Z',
    Severity: { Label: 'HIGH' },
    Title: 'A hole',
    Description: 'There is a hole.',
    Resources: [
      {
        Type: 'AwsEc2Instance',
        Id: 'arn:aws:ec2:us-east-1:1:instance/i-1',
        Tags: { stage: 'prod' },
      },
    ],
    ...more,
  };
}

export async function imported(client: SecurityHubClient, ...Findings: AwsSecurityFinding[]) {
  return client.send(new BatchImportFindingsCommand({ Findings }));
}
