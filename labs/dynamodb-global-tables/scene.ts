import {
  buildAwsKmsMrkAwareStrictMultiKeyringNode,
  buildClient,
  CommitmentPolicy,
} from '@aws-crypto/client-node';
import { DescribeTableCommand, DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { CreateKeyCommand, ReplicateKeyCommand } from '@aws-sdk/client-kms';
import { setTimeout as pause } from 'node:timers/promises';
import { ACCOUNT, type DevServer } from '../dev-server.ts';
import { keyringClient } from '../keyring-client.ts';
import type { Narrator } from '../narration.ts';

export const HOME = 'us-east-1';
export const AWAY = 'eu-west-1';
export const TABLE = 'Orders';

const ATTEMPTS = 200;
const PAUSE_MS = 50;

export interface Scene {
  readonly narrator: Narrator;
  readonly server: DevServer;
  readonly home: DynamoDBClient;
  readonly away: DynamoDBClient;
  /** What the table is encrypted under at rest: a key of each Region. */
  readonly homeKey: string;
  readonly awayKey: string;
  /** What applications encrypt under: related keys, one multi-Region key. */
  readonly primary: string;
  readonly replica: string;
}

export async function makeScene(narrator: Narrator, server: DevServer): Promise<Scene> {
  const kms = server.kms(ACCOUNT, HOME);
  const newKey = async (region: string) => {
    const { KeyMetadata } = await server.kms(ACCOUNT, region).send(new CreateKeyCommand({}));
    return KeyMetadata?.Arn ?? '';
  };
  const homeKey = await newKey(HOME);
  const awayKey = await newKey(AWAY);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ MultiRegion: true }));
  const KeyId = KeyMetadata?.KeyId ?? '';
  const related = await kms.send(new ReplicateKeyCommand({ KeyId, ReplicaRegion: AWAY }));
  const primary = KeyMetadata?.Arn ?? '';
  const replica = related.ReplicaKeyMetadata?.Arn ?? '';
  narrator.show('multi-Region key', primary);
  const client = (region: string) => new DynamoDBClient(server.root(ACCOUNT, region));
  return {
    narrator,
    server,
    home: client(HOME),
    away: client(AWAY),
    homeKey,
    awayKey,
    primary,
    replica,
  };
}

/** Resolves when it is so; false: it never was. */
export async function becomes(check: () => Promise<boolean>): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await check()) return true;
    await pause(PAUSE_MS);
  }
  return false;
}

export async function statusOf(client: DynamoDBClient): Promise<string> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: TABLE }));
  const waiting = Table?.Replicas?.some(({ ReplicaStatus }) => ReplicaStatus !== 'ACTIVE');
  return waiting === true ? 'WAITING' : (Table?.TableStatus ?? '');
}

export async function orderAt(client: DynamoDBClient, id: string) {
  const Key = { id: { S: id } };
  return (await client.send(new GetItemCommand({ TableName: TABLE, Key }))).Item;
}

/** What an attribute is bound to, so that no other can take its place. */
export function boundTo(id: string): Record<string, string> {
  return { table: TABLE, order: id, attribute: 'card' };
}

const esdk = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);

/** A keyring of one key of the multi-Region key, in its Region. */
function keyringOf({ server }: Scene, region: string, generatorKeyId: string) {
  return buildAwsKmsMrkAwareStrictMultiKeyringNode({
    generatorKeyId,
    clientProvider: () => keyringClient(server.root(ACCOUNT, region), region),
  });
}

/** The card of an order, encrypted before it leaves the application in us-east-1. */
export async function sealedCard(scene: Scene, id: string, card: string): Promise<Uint8Array> {
  const { result } = await esdk.encrypt(keyringOf(scene, HOME, scene.primary), card, {
    encryptionContext: boundTo(id),
  });
  return new Uint8Array(result);
}

/** The card as an application of a Region sees it, and what it is bound to. */
export async function openedCard(scene: Scene, region: string, sealed: Uint8Array) {
  const key = region === HOME ? scene.primary : scene.replica;
  const { plaintext, messageHeader } = await esdk.decrypt(keyringOf(scene, region, key), sealed);
  return { card: plaintext.toString(), order: messageHeader.encryptionContext['order'] };
}
