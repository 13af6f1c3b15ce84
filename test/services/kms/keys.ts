import { CreateKeyCommand, type CreateKeyCommandInput, KMSClient } from '@aws-sdk/client-kms';
import { freshAccount, type TestServer } from '../../server.ts';

export interface OwnKey {
  readonly account: string;
  /** A client of the account's root. */
  readonly kms: KMSClient;
  readonly id: string;
  readonly arn: string;
}

/** A key in an account of its own. */
export async function newKey(
  server: TestServer,
  input: CreateKeyCommandInput = {},
  region = 'us-east-1',
): Promise<OwnKey> {
  const account = freshAccount();
  const kms = new KMSClient(server.client(account, region));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand(input));
  return { account, kms, id: KeyMetadata?.KeyId ?? '', arn: KeyMetadata?.Arn ?? '' };
}

export const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

export const textOf = (data: Uint8Array | undefined): string => Buffer.from(data ?? []).toString();
