import { compileCached } from '../../../policy/cache.ts';
import type { PolicyDocument } from '../../../policy/document.ts';
import { reasonOfResource } from '../../../policy/resource-side.ts';
import type { CompiledPolicy } from '../../../policy/types.ts';
import { favourable, filled, type Values } from './favourable-values.ts';
import {
  accountCaller,
  type Caller,
  callersIn,
  CLOUDFRONT,
  documentOf,
  type Organization,
  STRANGERS,
} from './policy-callers.ts';
import { isFixed, isPublicPolicy } from './public-policy.ts';

/*
 * Whom a bucket's policy lets in. The policy engine is asked about requests of everybody whom the policy names, with
 * what such a caller may bring so that the policy allows it: everything but who it is. So conditions, wildcards and Deny
 * statements count. What is found may be more than the policy allows on one day, and less only where a policy names more
 * callers or patterns of objects than are asked about.
 */

/** Patterns of objects that are asked about. */
const KEYS_MAX = 20;

const ON_BUCKET_READS = ['s3:ListBucket', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads'];
const ON_OBJECT_READS = [
  's3:GetObject',
  's3:GetObjectVersion',
  's3:GetObjectAcl',
  's3:GetObjectTagging',
  's3:GetObjectAttributes',
  's3:ListMultipartUploadParts',
];
const ON_OBJECT_WRITES = [
  's3:PutObject',
  's3:DeleteObject',
  's3:DeleteObjectVersion',
  's3:PutObjectAcl',
  's3:PutObjectTagging',
  's3:PutObjectRetention',
  's3:PutObjectLegalHold',
  's3:AbortMultipartUpload',
  's3:ReplicateObject',
  's3:ReplicateDelete',
  's3:UpdateObjectEncryption',
];
const ON_BUCKET_WRITES = [
  's3:DeleteBucket',
  's3:PutBucketPolicy',
  's3:DeleteBucketPolicy',
  's3:PutBucketAcl',
  's3:PutBucketPublicAccessBlock',
  's3:PutBucketVersioning',
  's3:PutBucketNotification',
  's3:PutEncryptionConfiguration',
  's3:PutLifecycleConfiguration',
  's3:PutReplicationConfiguration',
];
const ON_BUCKET_SETTINGS = [
  's3:GetBucketAcl',
  's3:GetBucketLocation',
  's3:GetBucketPolicy',
  's3:GetBucketTagging',
  's3:GetBucketVersioning',
  's3:GetBucketNotification',
  's3:GetEncryptionConfiguration',
];
const ENCRYPTION = 's3:x-amz-server-side-encryption';

/** Keys that say who calls; a caller brings its own. */
const OF_CALLERS =
  /^aws:(?:principal(?:account|arn|orgid|orgpaths|type|isawsservice|servicename|servicenameslist)|userid|username|viaawsservice|source(?:arn|account|owner|orgid|orgpaths))$/;
/** Keys that say where a call comes from: a policy that fixes them means somebody, and no stranger. */
const OF_PLACES =
  /^(?:aws:source(?:ip|vpc|vpce)|aws:vpcsourceip|s3:dataaccesspoint(?:arn|account)|s3:x-amz-server-side-encryption-aws-kms-key-id)$/;

export interface GuardedBucket {
  readonly arn: string;
  readonly account: string;
  /** The canonical id of its account. */
  readonly ownerId: string;
  /** An accepted policy. */
  readonly policy: string;
  /** The organization of an account that the policy names. */
  readonly organizationOf: (account: string) => Organization | undefined;
}

export interface Audience {
  /** Whether everybody may do something. */
  readonly isPublic: boolean;
  readonly allowsPublicRead: boolean;
  readonly allowsPublicWrite: boolean;
  /** Other accounts that may do something, canonical users, and organizations as a whole. */
  readonly accounts: readonly string[];
  readonly withCloudFront: boolean;
  /** No object may be put without a header that names its encryption. */
  readonly refusesUnencrypted: boolean;
}

export function audienceOf(bucket: GuardedBucket): Audience {
  const question = new Questions(bucket);
  const accounts = new Set<string>();
  let withCloudFront = false;
  for (const caller of callersIn(question.document, bucket)) {
    const { name } = caller;
    if (name === bucket.account || accounts.has(name)) continue;
    if (name === CLOUDFRONT && withCloudFront) continue;
    if (!question.maySomething(caller)) continue;
    if (name === CLOUDFRONT) withCloudFront = true;
    else accounts.add(name);
  }
  const isForEverybody = isPublicPolicy(bucket.policy);
  return {
    isPublic: isForEverybody && question.everybodyMaySomething(),
    allowsPublicRead: isForEverybody && question.everybodyMay(ON_BUCKET_READS, ON_OBJECT_READS),
    allowsPublicWrite: isForEverybody && question.everybodyMay(ON_BUCKET_WRITES, ON_OBJECT_WRITES),
    accounts: [...accounts],
    withCloudFront,
    refusesUnencrypted: question.refusesUnencrypted(),
  };
}

class Questions {
  readonly document: PolicyDocument;
  readonly #bucket: GuardedBucket;
  readonly #policy: CompiledPolicy;
  readonly #brought: Values;
  readonly #broughtByStrangers: Values;
  readonly #objects: readonly string[];

  constructor(bucket: GuardedBucket) {
    this.#bucket = bucket;
    this.#policy = compileCached(bucket.policy, 'resource');
    this.document = documentOf(bucket.policy);
    this.#brought = favourable(this.document, ({ key }) => !OF_CALLERS.test(key.toLowerCase()));
    this.#broughtByStrangers = favourable(
      this.document,
      ({ key, values }) =>
        !(OF_CALLERS.test(key.toLowerCase()) || OF_PLACES.test(key.toLowerCase())) ||
        !values.every(isFixed),
    );
    this.#objects = objectsIn(this.document, bucket.arn);
  }

  maySomething(caller: Caller): boolean {
    return this.#may(caller, this.#brought, [
      [[...ON_BUCKET_READS, ...ON_BUCKET_WRITES, ...ON_BUCKET_SETTINGS], [this.#bucket.arn]],
      [[...ON_OBJECT_READS, ...ON_OBJECT_WRITES], this.#objects],
    ]);
  }

  everybodyMaySomething(): boolean {
    return (
      this.everybodyMay(ON_BUCKET_READS, ON_OBJECT_READS) ||
      this.everybodyMay([...ON_BUCKET_WRITES, ...ON_BUCKET_SETTINGS], ON_OBJECT_WRITES)
    );
  }

  everybodyMay(onBucket: readonly string[], onObject: readonly string[]): boolean {
    return STRANGERS.some((stranger) =>
      this.#may(stranger, this.#broughtByStrangers, [
        [onBucket, [this.#bucket.arn]],
        [onObject, this.#objects],
      ]),
    );
  }

  /** Asked about an object that the policy does not single out, and about everybody who may put with a header. */
  refusesUnencrypted(): boolean {
    const bare = new Map([...this.#brought].filter(([key]) => !key.startsWith(ENCRYPTION)));
    const { account } = this.#bucket;
    const own = accountCaller(account, this.#bucket);
    const everybody = [own, ...callersIn(this.document, this.#bucket), ...STRANGERS];
    const puts = [[['s3:PutObject'], [`${this.#bucket.arn}/any`]]] as const;
    return !everybody.some((caller) => this.#may(caller, bare, puts));
  }

  #may(
    { identity, is }: Caller,
    brought: Values,
    asked: readonly (readonly [actions: readonly string[], resources: readonly string[]])[],
  ): boolean {
    const { account } = this.#bucket;
    return asked.some(([actions, resources]) =>
      resources.some((resource) =>
        actions.some(
          (action) =>
            reasonOfResource({
              action,
              resource,
              principal: identity,
              resourceAccount: account,
              policy: this.#policy,
              resourcePolicyMode: 'optional',
              condition: (key) =>
                key === 'aws:resourceaccount'
                  ? [account]
                  : (is.get(key) ?? brought.get(key) ?? USUAL.get(key)),
            }).outcome === 'allowed',
        ),
      ),
    );
  }
}

/** What callers bring whom a policy asks for nothing. */
const USUAL: Values = new Map([
  ['aws:sourceip', ['203.0.113.99']],
  ['aws:securetransport', ['true']],
  ['aws:multifactorauthpresent', ['true']],
  ['aws:viaawsservice', ['false']],
  ['aws:principalisawsservice', ['false']],
]);

/** Objects that the policy's patterns mean, and one that none singles out. */
function objectsIn({ statements }: PolicyDocument, arn: string): readonly string[] {
  const meant = statements.flatMap(({ effect, resource }) =>
    effect === 'Allow' && resource?.negated === false ? resource.values.map(filled) : [],
  );
  const within = meant.filter((one) => one.startsWith(`${arn}/`));
  return [...new Set([`${arn}/any`, ...within])].slice(0, KEYS_MAX);
}
