import { createHash } from 'node:crypto';
import type {
  CriteriaForJob,
  JobComparator,
  JobScopeTerm,
  S3BucketCriteriaForJob,
  Scoping,
} from '../../../models/macie2/types.ts';
import { extensionOf } from '../../classification/kinds.ts';
import type { Tags } from '../../core/tags.ts';
import type { BucketFacts } from './port.ts';
import { permissionOf, sharedAccessOf } from './shown-bucket.ts';

type Pair = { readonly key?: string | undefined; readonly value?: string | undefined };

/** A pair without a key speaks of values alone, one without a value of keys. */
function hasTag(tags: Tags, { key = '', value = '' }: Pair): boolean {
  return Object.entries(tags).some(
    ([name, content]) => (key === '' || name === key) && (value === '' || content === value),
  );
}

function meetsBucket(
  bucket: BucketFacts,
  { simpleCriterion, tagCriterion }: CriteriaForJob,
  own: ReadonlySet<string>,
): boolean {
  if (tagCriterion !== undefined) {
    const has = (tagCriterion.tagValues ?? []).some((pair) => hasTag(bucket.tags, pair));
    return has === (tagCriterion.comparator !== 'NE');
  }
  const { key, values = [], comparator } = simpleCriterion ?? {};
  const value =
    key === 'ACCOUNT_ID'
      ? bucket.account
      : key === 'S3_BUCKET_NAME'
        ? bucket.name
        : key === 'S3_BUCKET_EFFECTIVE_PERMISSION'
          ? permissionOf(bucket)
          : sharedAccessOf(bucket, own);
  return values.includes(value) === (comparator !== 'NE');
}

/** Whether a bucket meets criteria: all that include, and none of those that exclude. */
export function isWantedBucket(
  bucket: BucketFacts,
  { includes, excludes }: S3BucketCriteriaForJob,
  own: ReadonlySet<string>,
): boolean {
  const meets = (one: CriteriaForJob) => meetsBucket(bucket, one, own);
  const excluding = excludes?.and ?? [];
  if (excluding.length > 0 && excluding.every(meets)) return false;
  return (includes?.and ?? []).every(meets);
}

/** An object as scopes look at it; its tags are read where a term asks for them. */
export interface ScopedObject {
  readonly key: string;
  readonly size: number;
  readonly modified: number;
  readonly tags: Tags;
}

function compare(left: number, comparator: JobComparator | undefined, right: number): boolean {
  switch (comparator) {
    case 'GT':
      return left > right;
    case 'GTE':
      return left >= right;
    case 'LT':
      return left < right;
    case 'LTE':
      return left <= right;
    case 'NE':
      return left !== right;
    default:
      return left === right;
  }
}

function meetsTerm(object: ScopedObject, { simpleScopeTerm, tagScopeTerm }: JobScopeTerm): boolean {
  if (tagScopeTerm !== undefined) {
    const has = (tagScopeTerm.tagValues ?? []).some((pair) => hasTag(object.tags, pair));
    return has === (tagScopeTerm.comparator !== 'NE');
  }
  const { key, comparator, values = [] } = simpleScopeTerm ?? {};
  switch (key) {
    case 'OBJECT_EXTENSION':
      return values.includes(extensionOf(object.key)) === (comparator !== 'NE');
    case 'OBJECT_KEY':
      return values.some((value) => object.key.startsWith(value)) === (comparator !== 'NE');
    case 'OBJECT_SIZE':
      return values.some((value) => compare(object.size, comparator, Number(value)));
    default:
      return values.some((value) => compare(object.modified, comparator, Date.parse(value)));
  }
}

/** Whether an object is in a job's scope: one condition of each kind that includes, and none that excludes. */
export function isInScope(object: ScopedObject, { includes, excludes }: Scoping): boolean {
  if ((excludes?.and ?? []).some((term) => meetsTerm(object, term))) return false;
  return (includes?.and ?? []).every((term) => meetsTerm(object, term));
}

export function asksForTags({ includes, excludes }: Scoping): boolean {
  return [...(includes?.and ?? []), ...(excludes?.and ?? [])].some(
    ({ tagScopeTerm }) => tagScopeTerm !== undefined,
  );
}

/** Whether an object belongs to a job's sample: the same objects each time, picked by their names. */
export function isSampled(jobId: string, path: string, percentage: number): boolean {
  if (percentage >= 100) return true;
  const digest = createHash('sha256').update(`${jobId}\0${path}`).digest();
  return digest.readUInt32BE(0) % 100 < percentage;
}
