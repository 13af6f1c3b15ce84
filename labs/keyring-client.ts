import { KMS, type KmsKeyringNodeInput } from '@aws-crypto/client-node';
import type { ClientConfig } from './clients.ts';

/** What keyrings of the AWS Encryption SDK call KMS with. */
export type KeyringClient = Exclude<
  ReturnType<NonNullable<NonNullable<KmsKeyringNodeInput>['clientProvider']>>,
  false
>;

/** The SDK's own client. The keyring's types are older than the strict reading of optional members. */
function isKeyringClient(client: object): client is KeyringClient {
  return 'decrypt' in client && 'encrypt' in client && 'generateDataKey' in client;
}

export function keyringClient(config: ClientConfig, region: string): KeyringClient {
  const client: object = new KMS({ ...config, region });
  if (!isKeyringClient(client)) throw new Error('the KMS client lacks operations of a keyring');
  return client;
}
