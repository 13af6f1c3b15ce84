import {
  CreateGrantCommand,
  type CreateGrantCommandInput,
  EncryptCommand,
  KMSClient,
} from '@aws-sdk/client-kms';
import { newUser, type UserOptions } from '../../identities.ts';
import type { TestServer } from '../../server.ts';
import { bytes, type OwnKey } from './keys.ts';

export const DENIED = { name: 'AccessDeniedException' };

export const userArn = (account: string, name: string): string =>
  `arn:aws:iam::${account}:user/${name}`;

/** A client of a new user. */
export async function userOf(
  server: TestServer,
  account: string,
  name: string,
  options: UserOptions = {},
): Promise<KMSClient> {
  return new KMSClient(await newUser(server, account, name, options));
}

/** A grant made by the key's root, to a user of the key's account unless an ARN is given. */
export function grantTo(
  { kms, id: KeyId, account }: OwnKey,
  name: string,
  Operations: CreateGrantCommandInput['Operations'],
  more: Partial<CreateGrantCommandInput> = {},
) {
  const GranteePrincipal = name.startsWith('arn:') ? name : userArn(account, name);
  return kms.send(new CreateGrantCommand({ KeyId, GranteePrincipal, Operations, ...more }));
}

export function encrypt(kms: KMSClient, KeyId: string, EncryptionContext?: Record<string, string>) {
  return kms.send(new EncryptCommand({ KeyId, Plaintext: bytes('x'), EncryptionContext }));
}
