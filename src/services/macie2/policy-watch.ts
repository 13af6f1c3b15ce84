import type { FindingActor, UserIdentity } from '../../../models/macie2/types.ts';
import type { TrailFollower } from '../../contract/follower.ts';
import type { StoredRecord } from '../../contract/trail.ts';
import type { Unit } from '../../contract/view.ts';
import { uuid } from '../../core/ids.ts';
import { factsOf } from '../../core/record-facts.ts';
import type { Scope } from '../../core/scope.ts';
import { type ApiCall, type CallActor, readApiCall } from '../../detection/api-call.ts';
import { keepAgain, keepNew, sessionIn } from './finding-keeping.ts';
import type { BucketFacts, BucketInventory } from './port.ts';
import { GOOD, postureOf, type Worsening, worsenings } from './posture.ts';
import { severityOf } from './sensitive-finding.ts';
import { affectedBucket } from './shown-bucket.ts';
import {
  type FindingDocument,
  findings,
  type PostureDocument,
  postures,
  type SessionDocument,
} from './state.ts';

/** Calls that change how a bucket is guarded. */
const NAMES: ReadonlySet<string> = new Set([
  'PutBucketPolicy',
  'DeleteBucketPolicy',
  'PutPublicAccessBlock',
  'DeletePublicAccessBlock',
  'PutBucketPublicAccessBlock',
  'DeleteBucketPublicAccessBlock',
  'PutBucketEncryption',
  'DeleteBucketEncryption',
  'PutBucketReplication',
  'DeleteBucketReplication',
  'DeleteBucket',
]);
const PARTS = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'];

/** Looks at every change of the guards of buckets, in accounts that have Macie: what gets worse is a policy finding. */
export function createPolicyWatch(inventory: BucketInventory): TrailFollower {
  return {
    name: 'macie2.watch',
    source: 'trail',
    eventSources: new Set(['s3.amazonaws.com']),
    run: async (batch, unit) => {
      for (const record of batch) {
        const { name, errorCode } = factsOf(record);
        if (!NAMES.has(name) || errorCode !== undefined) continue;
        const call = readApiCall(record.text, record);
        if (call?.bucket === undefined) continue;
        await look(inventory, unit, record, call);
      }
    },
  };
}

async function look(
  inventory: BucketInventory,
  unit: Unit,
  { account, region, time }: StoredRecord,
  call: ApiCall,
): Promise<void> {
  if (call.name === 'DeleteBucket') {
    // One that is made anew under its name is guarded well.
    unit.view({ account, region }).delete(postures, call.bucket?.name ?? '');
    return;
  }
  const bucket = await inventory.bucketNamed(unit, call.bucket?.name ?? '');
  if (bucket === undefined) return;
  const scope = { account: bucket.account, region: bucket.region };
  const session = await sessionIn(unit, scope);
  if (session?.status !== 'ENABLED') return;
  const view = unit.view(scope);
  const before = await view.get(postures, bucket.name);
  const after = afterCall(before, bucket, call);
  view.put(postures, bucket.name, after);
  for (const worsening of worsenings(before, after)) {
    await keep({ unit, scope, session, now: time }, bucket, call, worsening);
  }
}

/** A call changes what it is about and no more: others may have come since. */
function afterCall(
  before: PostureDocument | undefined,
  bucket: BucketFacts,
  { name, parameters }: ApiCall,
): PostureDocument {
  const known = before ?? GOOD;
  const now = postureOf(bucket);
  if (name.includes('Encryption')) return { ...known, isUnderKms: now.isUnderKms };
  if (name.includes('Replication')) return { ...known, isReplicated: now.isReplicated };
  if (name.includes('Policy')) {
    const { isPublic, isShared, isWithCloudFront } = now;
    return { ...known, isPublic, isShared, isWithCloudFront };
  }
  const text = JSON.stringify(parameters);
  const isOn = PARTS.some((part) => new RegExp(`"${part}":"?true`, 'i').test(text));
  const isUnblocked = name.startsWith('Delete') || !isOn;
  return { ...known, isPublic: now.isPublic, isUnblocked };
}

async function keep(
  keeper: { unit: Unit; scope: Scope; session: SessionDocument; now: number },
  bucket: BucketFacts,
  call: ApiCall,
  { type, severity, title, description }: Worsening,
): Promise<void> {
  const { unit, scope, now } = keeper;
  const key = `${type}/${bucket.name}`;
  const where = { index: 'key', prefix: key, limit: 10 };
  const { items } = await unit.view(scope).list(findings, where);
  const known = items.map(({ document }) => document).find((one) => one.key === key);
  const about = {
    title,
    description,
    severity: severityOf(severity),
    updated: now,
    bucket: affectedBucket(bucket),
    policy: {
      api: call.name,
      first: known?.policy?.first ?? call.time,
      last: call.time,
      actor: actorOf(call),
    },
  };
  if (known !== undefined) {
    await keepAgain(keeper, { ...known, ...about, count: known.count + 1 });
    return;
  }
  const finding: FindingDocument = {
    id: await unit.once(uuid),
    account: scope.account,
    region: scope.region,
    type,
    category: 'POLICY',
    created: now,
    count: 1,
    isArchived: false,
    isSample: false,
    isPending: false,
    key,
    ...about,
  };
  await keepNew(keeper, finding);
}

function actorOf({ ip, actor }: ApiCall): FindingActor {
  return { ipAddressDetails: { ipAddressV4: ip }, userIdentity: identityOf(actor) };
}

function identityOf(actor: CallActor): UserIdentity {
  const { account: accountId, principalId, userName, accessKeyId } = actor;
  switch (actor.type) {
    case 'Root':
      return {
        type: 'Root',
        root: { accountId, arn: `arn:aws:iam::${accountId}:root`, principalId },
      };
    case 'IAMUser':
      return {
        type: 'IAMUser',
        iamUser: {
          accountId,
          arn: `arn:aws:iam::${accountId}:user/${userName}`,
          principalId,
          userName,
        },
      };
    case 'AssumedRole':
      return {
        type: 'AssumedRole',
        assumedRole: {
          accessKeyId,
          accountId,
          arn: `arn:aws:sts::${accountId}:assumed-role/${userName}/${actor.sessionName ?? ''}`,
          principalId,
          sessionContext: { attributes: { mfaAuthenticated: actor.usedMfa } },
        },
      };
    default:
      return { type: 'AWSAccount', awsAccount: { accountId, principalId } };
  }
}
