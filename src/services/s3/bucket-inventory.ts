import { parseArn } from '../../core/arn.ts';
import type { Membership, OrganizationSource } from '../../contract/organization.ts';
import type { Unit } from '../../contract/view.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { BucketFacts, BucketInventory, ObjectFacts } from '../macie2/port.ts';
import { canonicalUser } from './domain/canonical-user.ts';
import { type Audience, audienceOf } from './domain/policy-audience.ts';
import { accountsNamedIn } from './domain/policy-callers.ts';
import { bucketArn } from './resources.ts';
import {
  type BucketDocument,
  buckets,
  bucketScope,
  GLOBAL,
  type ObjectDocument,
  objectId,
  objects,
} from './state.ts';

const PAGE = 1_000;
const NO_BLOCK = {
  BlockPublicAcls: false,
  IgnorePublicAcls: false,
  BlockPublicPolicy: false,
  RestrictPublicBuckets: false,
};

/** Buckets and objects by what guards them, for Macie. */
export function createBucketInventory(organizations: OrganizationSource): BucketInventory {
  return {
    bucketsOf: async (unit, { account, region }) => {
      const where = { index: 'account', prefix: `${account}/` };
      const all = await everyOf(unit.view(GLOBAL), buckets, where);
      const own = all.filter((bucket) => bucket.region === region);
      return Promise.all(own.map((bucket) => factsOf(organizations, unit, bucket)));
    },
    bucketNamed: async (unit, name) => {
      const bucket = await unit.view(GLOBAL).get(buckets, name);
      return bucket === undefined ? undefined : factsOf(organizations, unit, bucket);
    },
    objectsOf: async (unit, name, limit) => {
      const bucket = await unit.view(GLOBAL).get(buckets, name);
      if (bucket === undefined) return [];
      const view = unit.view(bucketScope(bucket));
      const found: ObjectFacts[] = [];
      const where = { prefix: objectId(name, ''), limit: Math.min(limit, PAGE) };
      for (let page = await view.list(objects, where); ; ) {
        found.push(...page.items.map(({ document }) => objectFacts(document)));
        if (page.last === undefined || found.length >= limit) return found.slice(0, limit);
        page = await view.list(objects, { ...where, after: page.last });
      }
    },
    objectAt: async (unit, name, key) => {
      const bucket = await unit.view(GLOBAL).get(buckets, name);
      if (bucket === undefined) return undefined;
      const object = await unit.view(bucketScope(bucket)).get(objects, objectId(name, key));
      return object === undefined ? undefined : objectFacts(object);
    },
  };
}

function objectFacts({
  key,
  size,
  modified,
  etag,
  version,
  tags,
  encryption,
}: ObjectDocument): ObjectFacts {
  const kms =
    encryption?.by === 'kms'
      ? ({
          type: encryption.isDual === true ? 'aws:kms:dsse' : 'aws:kms',
          key: encryption.keyArn,
        } as const)
      : undefined;
  return {
    key,
    size,
    modified,
    etag,
    tags: tags ?? {},
    encryption: kms ?? { type: encryption?.by === 'customer' ? 'customer' : 'AES256' },
    ...(version === undefined ? {} : { version }),
  };
}

async function factsOf(
  organizations: OrganizationSource,
  unit: Unit,
  bucket: BucketDocument,
): Promise<BucketFacts> {
  const { name, account, region, created, tags, encryption, versioning } = bucket;
  const audience = await audienceIn(organizations, unit, bucket);
  const block = bucket.publicAccessBlock ?? NO_BLOCK;
  return {
    name,
    account,
    region,
    created,
    ownerId: canonicalUser(account),
    tags: tags ?? {},
    hasVersions: versioning === 'Enabled',
    encryption: {
      type: encryption?.algorithm ?? 'AES256',
      ...(encryption?.kmsKeyId === undefined ? {} : { key: encryption.kmsKeyId }),
    },
    publicAccessBlock: {
      blockPublicAcls: block.BlockPublicAcls,
      ignorePublicAcls: block.IgnorePublicAcls,
      blockPublicPolicy: block.BlockPublicPolicy,
      restrictPublicBuckets: block.RestrictPublicBuckets,
    },
    sharing: {
      isPublic: audience.isPublic && !block.RestrictPublicBuckets,
      policyAllowsPublicRead: audience.allowsPublicRead,
      policyAllowsPublicWrite: audience.allowsPublicWrite,
      accounts: audience.accounts,
      withCloudFront: audience.withCloudFront,
    },
    refusesUnencrypted: audience.refusesUnencrypted,
    replicatedTo: await replicatedTo(unit, bucket),
  };
}

async function replicatedTo(
  unit: Unit,
  { replication }: BucketDocument,
): Promise<readonly string[]> {
  const owners = new Set<string>();
  for (const { Status, Destination } of replication?.rules ?? []) {
    const name = parseArn(Destination.Bucket)?.resource;
    if (Status !== 'Enabled' || name === undefined) continue;
    const target = await unit.view(GLOBAL).get(buckets, name);
    if (target !== undefined) owners.add(target.account);
  }
  return [...owners];
}

async function audienceIn(
  organizations: OrganizationSource,
  unit: Unit,
  bucket: BucketDocument,
): Promise<Audience> {
  const policy = bucket.policy?.text;
  if (policy === undefined) return NOBODY;
  const members = new Map<string, Membership>();
  for (const account of accountsNamedIn(policy)) {
    const membership = await organizations.membership(unit, account);
    if (membership !== undefined) members.set(account, membership);
  }
  return audienceOf({
    arn: bucketArn(bucket, bucket.name),
    account: bucket.account,
    ownerId: canonicalUser(bucket.account),
    policy,
    organizationOf: (account) => members.get(account),
  });
}

const NOBODY: Audience = {
  isPublic: false,
  allowsPublicRead: false,
  allowsPublicWrite: false,
  accounts: [],
  withCloudFront: false,
  refusesUnencrypted: false,
};
