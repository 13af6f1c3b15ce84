import { parseArn } from '../../core/arn.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { Unit } from '../../contract/view.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { BucketFacts, BucketInventory, BucketSharing, ObjectFacts } from '../macie2/port.ts';
import { canonicalUser } from './domain/canonical-user.ts';
import { isPublicPolicy } from './domain/public-policy.ts';
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
export const bucketInventory: BucketInventory = {
  bucketsOf: async (unit, { account, region }) => {
    const where = { index: 'account', prefix: `${account}/` };
    const all = await everyOf(unit.view(GLOBAL), buckets, where);
    const own = all.filter((bucket) => bucket.region === region);
    return Promise.all(own.map((bucket) => factsOf(unit, bucket)));
  },
  bucketNamed: async (unit, name) => {
    const bucket = await unit.view(GLOBAL).get(buckets, name);
    return bucket === undefined ? undefined : factsOf(unit, bucket);
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

async function factsOf(unit: Unit, bucket: BucketDocument): Promise<BucketFacts> {
  const { name, account, region, created, tags, encryption, policy, versioning } = bucket;
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
    sharing: sharingOf(account, policy?.text, block.RestrictPublicBuckets),
    refusesUnencrypted: refusesUnencrypted(policy?.text),
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

function statementsOf(text: string | undefined): readonly JsonObject[] {
  if (text === undefined) return [];
  const document: JsonValue = JSON.parse(text);
  return listOf(isJsonObject(document) ? document['Statement'] : undefined).filter(isJsonObject);
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  return listOf(value).filter((one) => typeof one === 'string');
}

const OAI = /:user\/CloudFront Origin Access Identity /;
const WRITES = /^(?:\*|s3:(?:\*|Put.*|Delete.*|Replicate.*|Abort.*))$/i;
const READS = /^(?:\*|s3:(?:\*|Get.*|List.*))$/i;

/** The account that a principal of a policy is of; undefined: it names none. */
function accountOf(principal: string): string | undefined {
  return /^\d{12}$/.test(principal) ? principal : parseArn(principal)?.account;
}

function sharingOf(
  account: string,
  text: string | undefined,
  isRestricted: boolean,
): BucketSharing {
  const allowing = statementsOf(text).filter((statement) => statement['Effect'] === 'Allow');
  const others = new Set<string>();
  let withCloudFront = false;
  for (const { Principal: principal } of allowing) {
    if (!isJsonObject(principal)) continue;
    for (const one of textsOf(principal['AWS'])) {
      const owner = accountOf(one);
      if (OAI.test(one)) withCloudFront = true;
      else if (owner !== undefined && owner !== '' && owner !== account) others.add(owner);
    }
    // A canonical user that is not the owner's may be anybody's, an identity of CloudFront's too.
    for (const one of textsOf(principal['CanonicalUser'])) {
      if (one !== canonicalUser(account)) others.add(one);
    }
    if (textsOf(principal['Service']).includes('cloudfront.amazonaws.com')) withCloudFront = true;
  }
  const isForEverybody = text !== undefined && isPublicPolicy(text);
  const actions = allowing
    .filter(({ Principal: principal }) => principal === '*' || isJsonObject(principal))
    .flatMap((statement) => textsOf(statement['Action']));
  return {
    isPublic: isForEverybody && !isRestricted,
    policyAllowsPublicRead: isForEverybody && actions.some((action) => READS.test(action)),
    policyAllowsPublicWrite: isForEverybody && actions.some((action) => WRITES.test(action)),
    accounts: [...others],
    withCloudFront,
  };
}

/** A statement that refuses to put what names no encryption by KMS. */
function refusesUnencrypted(text: string | undefined): boolean {
  return statementsOf(text).some(
    (statement) =>
      statement['Effect'] === 'Deny' &&
      textsOf(statement['Action']).some((action) => WRITES.test(action)) &&
      JSON.stringify(statement['Condition'] ?? {}).includes('s3:x-amz-server-side-encryption'),
  );
}
