import { CreateKeyCommand } from '@aws-sdk/client-kms';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { ACCOUNT, type DevServer } from '../dev-server.ts';
import type { Narrator } from '../narration.ts';

export const HOME = 'us-east-1';
export const AWAY = 'eu-west-1';
export const NAME = 'orders/database';

export interface Scene {
  readonly narrator: Narrator;
  readonly server: DevServer;
  readonly home: SecretsManagerClient;
  readonly away: SecretsManagerClient;
  /** Customers' keys, one in each Region: neither leaves it. */
  readonly homeKey: string;
  readonly awayKey: string;
}

export async function makeScene(narrator: Narrator, server: DevServer): Promise<Scene> {
  const newKey = async (region: string) => {
    const { KeyMetadata } = await server.kms(ACCOUNT, region).send(new CreateKeyCommand({}));
    return KeyMetadata?.Arn ?? '';
  };
  const homeKey = await newKey(HOME);
  const awayKey = await newKey(AWAY);
  narrator.show('key in us-east-1', homeKey);
  narrator.show('key in eu-west-1', awayKey);
  const client = (region: string) => new SecretsManagerClient(server.root(ACCOUNT, region));
  return { narrator, server, home: client(HOME), away: client(AWAY), homeKey, awayKey };
}

/** The secret's value and where it is, as a client sees them. */
export async function read(client: SecretsManagerClient) {
  const {
    ARN = '',
    SecretString = '',
    VersionId = '',
  } = await client.send(new GetSecretValueCommand({ SecretId: NAME }));
  return { arn: ARN, text: SecretString, versionId: VersionId };
}
