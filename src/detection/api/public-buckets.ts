import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import type { ApiCall } from '../api-call.ts';
import type { ApiDetector } from '../detector.ts';
import { type BucketAccess, nameOf, ofCall, SEVERITY } from '../draft.ts';
import type { World } from '../world.ts';

const ANONYMOUS = 'Policy:S3/BucketAnonymousAccessGranted';
const PUBLIC = 'Policy:S3/BucketPublicAccessGranted';
const ALL_USERS = 'groups/global/AllUsers';
const AUTHENTICATED = 'groups/global/AuthenticatedUsers';

interface Opening {
  readonly type: string;
  readonly read: boolean;
  readonly write: boolean;
  readonly by: BucketAccess['by'];
  readonly isClouded: boolean;
}

/** A bucket was opened to everybody, or to everybody who has an AWS account. */
export const publicBuckets: ApiDetector = {
  types: [ANONYMOUS, PUBLIC],
  names: new Set(['PutBucketPolicy', 'PutBucketAcl', 'PutObjectAcl']),
  detect: (call, world) => {
    const { bucket } = call;
    if (bucket === undefined || call.error !== undefined) return [];
    const opening = call.name === 'PutBucketPolicy' ? byPolicy(call) : byAcl(call);
    if (opening === undefined) return [];
    const isAnonymous = opening.type === ANONYMOUS;
    const whom = isAnonymous ? 'anonymous users' : 'all authenticated AWS users';
    const access: BucketAccess = {
      publicRead: opening.read,
      publicWrite: opening.write,
      by: opening.by,
      effective: effective(opening, world),
    };
    return [
      ofCall(call, {
        type: opening.type,
        severity: SEVERITY.high,
        title: `Amazon S3 bucket ${bucket.name} was opened to ${whom}.`,
        description:
          `Access to S3 bucket ${bucket.name} was granted to ${whom} by ${nameOf(call)} calling ` +
          `${call.name}.`,
        key: `${call.actor.principalId}/${bucket.name}`,
        buckets: [{ ...bucket, access }],
      }),
    ];
  },
};

/** A block of public access may still keep everybody out, as may a Deny. */
function effective({ isClouded }: Opening, { bucket }: World): BucketAccess['effective'] {
  return isClouded || bucket?.isBlocked !== false ? 'UNKNOWN' : 'PUBLIC';
}

function byPolicy({ parameters }: ApiCall): Opening | undefined {
  const statements = statementsOf(parameters['policy'] ?? parameters['bucketPolicy']);
  const open = statements.filter(
    (one) => one['Effect'] === 'Allow' && namesEverybody(one) && !isNarrowed(one),
  );
  if (open.length === 0) return undefined;
  const actions = open.flatMap((one) => textsOf(one['Action']));
  const any = (test: RegExp): boolean =>
    actions.some((action) => action === '*' || action === 's3:*' || test.test(action));
  return {
    type: ANONYMOUS,
    read: any(/^s3:(get|list)/i),
    write: any(/^s3:(put|delete)/i),
    by: 'policy',
    isClouded: statements.some((one) => one['Effect'] === 'Deny'),
  };
}

function statementsOf(policy: JsonValue | undefined): readonly JsonObject[] {
  const document = typeof policy === 'string' ? parsed(policy) : policy;
  const statements = isJsonObject(document) ? document['Statement'] : undefined;
  if (isJsonObject(statements)) return [statements];
  return Array.isArray(statements) ? statements.filter(isJsonObject) : [];
}

function parsed(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function namesEverybody({ Principal }: JsonObject): boolean {
  if (Principal === '*') return true;
  return isJsonObject(Principal) && textsOf(Principal['AWS']).includes('*');
}

/** Conditions on who or whence one comes: such a statement opens nothing to everybody. */
function isNarrowed({ Condition }: JsonObject): boolean {
  if (!isJsonObject(Condition)) return false;
  const keys = Object.values(Condition).flatMap((block) =>
    isJsonObject(block) ? Object.keys(block) : [],
  );
  return keys.some((key) =>
    /^aws:(source(arn|account|vpce?|ip|org)|principal|userid|calledvia)|^s3:dataaccesspoint/i.test(
      key,
    ),
  );
}

function textsOf(value: JsonValue | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function byAcl({ parameters }: ApiCall): Opening | undefined {
  const canned = parameters['aCL'] ?? parameters['x-amz-acl'] ?? parameters['acl'];
  const text = JSON.stringify(parameters);
  const isAnonymous =
    canned === 'public-read' || canned === 'public-read-write' || text.includes(ALL_USERS);
  if (!isAnonymous && canned !== 'authenticated-read' && !text.includes(AUTHENTICATED)) {
    return undefined;
  }
  const write = canned === 'public-read-write' || /grantWrite|"WRITE"|FULL_CONTROL/.test(text);
  const type = isAnonymous ? ANONYMOUS : PUBLIC;
  return { type, read: true, write, by: 'acl', isClouded: false };
}
