import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { policyText, type Statement } from '../../identities.ts';
import type { TestServer } from '../../server.ts';

/** A key that CloudWatch Logs may use for the groups that the pattern names, as AWS documents it. */
export async function logsKey(
  server: TestServer,
  account: string,
  groups?: string,
): Promise<{ arn: string; kms: KMSClient }> {
  const kms = new KMSClient(server.client(account));
  const own: Statement = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'kms:*',
    Resource: '*',
  };
  const logs: Statement = {
    Effect: 'Allow',
    Principal: { Service: 'logs.us-east-1.amazonaws.com' },
    Action: [
      'kms:Encrypt',
      'kms:Decrypt',
      'kms:ReEncrypt*',
      'kms:GenerateDataKey*',
      'kms:Describe*',
    ],
    Resource: '*',
    Condition: { ArnLike: { 'kms:EncryptionContext:aws:logs:arn': groups } },
  };
  const Policy = groups === undefined ? policyText(own) : policyText(own, logs);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Policy }));
  return { arn: KeyMetadata?.Arn ?? '', kms };
}
