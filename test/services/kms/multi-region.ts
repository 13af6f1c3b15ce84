import { KMSClient, type KeyMetadata, ReplicateKeyCommand } from '@aws-sdk/client-kms';
import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import type { TestServer } from '../../server.ts';
import { newKey, type OwnKey } from './keys.ts';

export interface RelatedKeys extends OwnKey {
  /** A client of the account's root in another Region. */
  in(region: string): KMSClient;
}

/** A primary in us-east-1, with replicas. */
export async function newRelatedKeys(
  server: TestServer,
  ...replicaRegions: readonly string[]
): Promise<RelatedKeys> {
  const primary = await newKey(server, { MultiRegion: true });
  for (const ReplicaRegion of replicaRegions) {
    await primary.kms.send(new ReplicateKeyCommand({ KeyId: primary.id, ReplicaRegion }));
  }
  const clients = new Map<string, KMSClient>();
  return {
    ...primary,
    in: (region) => {
      const client = clients.get(region) ?? new KMSClient(server.client(primary.account, region));
      clients.set(region, client);
      return client;
    },
  };
}

export async function describe(kms: KMSClient, KeyId: string): Promise<KeyMetadata | undefined> {
  const { KeyMetadata: metadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
  return metadata;
}
