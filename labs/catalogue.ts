import type { Lab } from './lab.ts';

export interface CatalogueEntry {
  readonly name: string;
  readonly summary: string;
  /** Loaded when it is run: labs need AWS clients, which a runtime install lacks. */
  readonly load: () => Promise<Lab>;
}

export const LABS: readonly CatalogueEntry[] = [
  {
    name: 'audit',
    summary: 'a trail into a bucket, kept through crashes, and proof that nobody changed it',
    load: async () => (await import('./audit/lab.ts')).audit,
  },
  {
    name: 'aurora-global',
    summary:
      'a database in two Regions, its columns under a multi-Region key, and a Region that is lost',
    load: async () => (await import('./aurora-global/lab.ts')).auroraGlobal,
  },
  {
    name: 'certificates',
    summary: 'a certificate proved by DNS, shown by a load balancer, renewed while clients go on',
    load: async () => (await import('./certificates/lab.ts')).certificates,
  },
  {
    name: 'cross-account',
    summary: 'keys used from another account, and what an organization takes away',
    load: async () => (await import('./cross-account/lab.ts')).crossAccount,
  },
  {
    name: 'ddos-resilience',
    summary: 'a flood of requests, bare and behind the edge, WAF and Shield, which stops it',
    load: async () => (await import('./ddos-resilience/lab.ts')).ddosResilience,
  },
  {
    name: 'dynamodb-global-tables',
    summary: 'a table in two Regions, encrypted on the client; one Region loses its keys',
    load: async () => (await import('./dynamodb-global-tables/lab.ts')).dynamodbGlobalTables,
  },
  {
    name: 'ebs-encryption',
    summary: 'disks: written block by block, copied to another Region, shared with another account',
    load: async () => (await import('./ebs-encryption/lab.ts')).ebsEncryption,
  },
  {
    name: 'encryption',
    summary: 'data in flight (TLS), at rest (sealed state), and encrypted on the client',
    load: async () => (await import('./encryption/lab.ts')).encryption,
  },
  {
    name: 'key-policies',
    summary: 'key policies, IAM policies, conditions and grants, and why a call was denied',
    load: async () => (await import('./key-policies/lab.ts')).keyPolicies,
  },
  {
    name: 'kms-keys',
    summary: 'kinds of keys, signatures verified offline, aliases, and deletion on a clock',
    load: async () => (await import('./kms-keys/lab.ts')).kmsKeys,
  },
  {
    name: 'multi-region-keys',
    summary: 'the AWS Encryption SDK: its keyrings, and a Region that is lost',
    load: async () => (await import('./multi-region-keys/lab.ts')).multiRegionKeys,
  },
  {
    name: 'parameter-policies',
    summary: 'parameters that expire, and that one is told of; time moves',
    load: async () => (await import('./parameter-policies/lab.ts')).parameterPolicies,
  },
  {
    name: 'parameters',
    summary: 'configuration and secrets by name: versions, SecureStrings, who may read, sharing',
    load: async () => (await import('./parameters/lab.ts')).parameters,
  },
  {
    name: 'rotation',
    summary: 'two years of rotation in a second; every old ciphertext still opens',
    load: async () => (await import('./rotation/lab.ts')).rotation,
  },
  {
    name: 's3-replication',
    summary: 'objects under SSE-S3, SSE-KMS and SSE-C, copied to another Region',
    load: async () => (await import('./s3-replication/lab.ts')).s3Replication,
  },
  {
    name: 'secret-replication',
    summary: 'a secret in two Regions, one of which is lost, and the promotion of its replica',
    load: async () => (await import('./secret-replication/lab.ts')).secretReplication,
  },
  {
    name: 'secret-rotation',
    summary: 'passwords of a real PostgreSQL change while a client asks, and not one query fails',
    load: async () => (await import('./secret-rotation/lab.ts')).secretRotation,
  },
  {
    name: 'threat-detection',
    summary: 'stolen keys are used, and what GuardDuty and Security Hub find; time moves',
    load: async () => (await import('./threat-detection/lab.ts')).threatDetection,
  },
  {
    name: 'waf',
    summary: 'a web ACL before a load balancer: attacks, an address and a flood are stopped',
    load: async () => (await import('./waf/lab.ts')).waf,
  },
];
