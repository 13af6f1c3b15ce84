import { buildClient, CommitmentPolicy } from '@aws-crypto/client-node';
import { CreateKeyCommand, ReplicateKeyCommand } from '@aws-sdk/client-kms';
import { ACCOUNT, type DevServer } from '../dev-server.ts';
import { type KeyringClient, keyringClient } from '../keyring-client.ts';
import type { Narrator } from '../narration.ts';

export const HOME = 'us-east-1';
export const AWAY = 'eu-west-1';
export const TEXT = Buffer.from('minutes of the meeting');
const CONTEXT = { document: 'minutes' };
/** What discovery keyrings are limited to. */
export const FILTER = { accountIDs: [ACCOUNT], partition: 'aws' };

const { encrypt, decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);

/** The clients of this version of the SDK take any keyring of it. */
type Keyring = Parameters<typeof encrypt>[0];

export interface Scene {
  readonly narrator: Narrator;
  readonly server: DevServer;
  /** Primary in us-east-1. */
  readonly primary: string;
  /** Its replica in eu-west-1. */
  readonly replica: string;
  /** Of one Region alone, us-east-1. */
  readonly backup: string;
  client(region: string): KeyringClient;
}

export async function makeScene(narrator: Narrator, server: DevServer): Promise<Scene> {
  const kms = server.kms(ACCOUNT, HOME);
  const made = await kms.send(new CreateKeyCommand({ MultiRegion: true }));
  const primary = made.KeyMetadata?.Arn ?? '';
  const replicated = await kms.send(
    new ReplicateKeyCommand({ KeyId: primary, ReplicaRegion: AWAY }),
  );
  const replica = replicated.ReplicaKeyMetadata?.Arn ?? '';
  const backup = (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? '';
  narrator.show('primary', primary);
  narrator.show('replica', replica);
  narrator.show('other key', backup);
  const client = (region: string) => keyringClient(server.root(ACCOUNT, region), region);
  return { narrator, server, primary, replica, backup, client };
}

export async function sealed(keyring: Keyring): Promise<Buffer> {
  const { result } = await encrypt(keyring, TEXT, { encryptionContext: CONTEXT });
  return result;
}

export async function opens(keyring: Keyring, message: Buffer): Promise<boolean> {
  const { plaintext, messageHeader } = await decrypt(keyring, message);
  const { document } = messageHeader.encryptionContext;
  return TEXT.equals(plaintext) && document === CONTEXT.document;
}

/** False when the keyring finds no key that opens it. */
export async function isRefused(keyring: Keyring, message: Buffer): Promise<boolean> {
  return decrypt(keyring, message).then(
    () => false,
    () => true,
  );
}
