import type { S3Operations } from '../../../models/s3/types.ts';
import { MANAGED, RECOMMENDED } from '../../classification/catalogue.ts';
import type { Classified, Source } from '../../classification/classify.ts';
import { mimeTypeOf } from '../../classification/kinds.ts';
import type { Plan } from '../../classification/plan.ts';
import { type Classifier, Unreadable } from '../../classification/work/classifier.ts';
import { allowedWords } from '../../classification/allow-list.ts';
import type { ActContext } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import { FILE_BYTES_MAX } from './allow-lists.ts';
import { asksForTags, isInScope, isSampled } from './job-scope.ts';
import { asMacie, getObject, getObjectTagging, listObjects, textOf } from './object-reading.ts';
import {
  allowLists,
  type CustomIdentifierDocument,
  customs,
  type JobDocument,
  type RunDocument,
} from './state.ts';

/** Objects of one part of a run: what was found in them is written together. */
const PART_OBJECTS = 20;

/** What a job looks for, but for the words of lists, which are read with the objects. */
export interface Aim {
  readonly plan: Plan;
  readonly wordLists: readonly { readonly bucketName: string; readonly objectKey: string }[];
  readonly customs: readonly CustomIdentifierDocument[];
}

export async function aimOf(
  view: View,
  job: Pick<JobDocument, 'selector' | 'managedIds' | 'customIds' | 'allowListIds'>,
): Promise<Aim> {
  const own = await Promise.all(job.customIds.map((id) => view.get(customs, id)));
  const lists = await Promise.all(job.allowListIds.map((id) => view.get(allowLists, id)));
  const known = own.flatMap((one) => one ?? []);
  return {
    plan: {
      managed: managedOf(job),
      customs: known,
      allowed: { words: [], patterns: lists.flatMap((list) => list?.regex ?? []) },
    },
    wordLists: lists.flatMap((list) => list?.words ?? []),
    customs: known,
  };
}

function managedOf({
  selector,
  managedIds,
}: Pick<JobDocument, 'selector' | 'managedIds'>): readonly string[] {
  switch (selector) {
    case 'NONE':
      return [];
    case 'RECOMMENDED':
      return RECOMMENDED;
    case 'INCLUDE':
      return managedIds;
    case 'EXCLUDE':
      return MANAGED.map(({ id }) => id).filter((id) => !managedIds.includes(id));
    case 'ALL':
      return MANAGED.map(({ id }) => id);
  }
}

export interface Part {
  readonly scope: Scope;
  readonly job: JobDocument;
  readonly run: RunDocument;
  readonly aim: Aim;
}

export interface Outcome {
  readonly bucket: string;
  readonly key: string;
  readonly classified: Classified;
}

export interface Acted {
  readonly run: RunDocument;
  readonly outcomes: readonly Outcome[];
  readonly isDone: boolean;
  readonly hadErrors: boolean;
}

/** A list that can't be read is not used. */
async function wordsOf({ scope, aim }: Part, { call }: ActContext): Promise<readonly string[]> {
  const words: string[] = [];
  for (const { bucketName: Bucket, objectKey: Key } of aim.wordLists) {
    try {
      const { Body } = await call(getObject, { Bucket, Key }, asMacie(scope));
      words.push(...(allowedWords((await textOf(Body, FILE_BYTES_MAX)) ?? '') ?? []));
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  }
  return words;
}

/** Looks at the next objects of a run, as the role that is linked to Macie. */
export async function lookAtNext(
  classifier: Classifier,
  part: Part,
  context: ActContext,
): Promise<Acted> {
  const { scope, run, aim } = part;
  const bucket = run.buckets[run.at];
  if (bucket === undefined) return { run, outcomes: [], isDone: true, hadErrors: false };
  const nextBucket: RunDocument = { ...run, at: run.at + 1, after: '' };
  const isLast = run.at + 1 >= run.buckets.length;
  const words = await wordsOf(part, context);
  const plan = { ...aim.plan, allowed: { ...aim.plan.allowed, words } };
  const lookInto = (source: Source) => classifier.classify(plan, source);
  try {
    const input = {
      Bucket: bucket,
      MaxKeys: PART_OBJECTS,
      ...(run.after === '' ? {} : { StartAfter: run.after }),
    };
    const page = await context.call(listObjects, input, asMacie(scope));
    const outcomes = await outcomesOf(part, context, lookInto, bucket, page.Contents ?? []);
    const last = page.Contents?.at(-1)?.Key;
    const goesOn = page.IsTruncated === true && last !== undefined;
    const processed = run.processed + outcomes.length;
    return {
      run: { ...(goesOn ? { ...run, after: last } : nextBucket), processed },
      outcomes,
      isDone: !goesOn && isLast,
      hadErrors: outcomes.some(({ classified }) => isError(classified)),
    };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { run: nextBucket, outcomes: [], isDone: isLast, hadErrors: true };
  }
}

async function outcomesOf(
  part: Part,
  context: ActContext,
  lookInto: LookInto,
  bucket: string,
  listed: NonNullable<S3Operations['ListObjectsV2']['output']['Contents']>,
): Promise<readonly Outcome[]> {
  const { scope, run, job } = part;
  const outcomes: Outcome[] = [];
  for (const { Key: key = '', Size: size = 0, LastModified: modified } of listed) {
    context.signal.throwIfAborted();
    const at = modified?.getTime() ?? 0;
    if (run.since !== undefined && at <= run.since) continue;
    if (size === 0 || !isSampled(job.id, `${bucket}/${key}`, job.samplingPercentage)) continue;
    if (!(await isWanted(part, context, { bucket, key, size, modified: at }))) continue;
    outcomes.push({ bucket, key, classified: await read(lookInto, context, scope, bucket, key) });
  }
  return outcomes;
}

async function isWanted(
  { job, scope }: Part,
  { call }: ActContext,
  { bucket, ...object }: { bucket: string; key: string; size: number; modified: number },
): Promise<boolean> {
  const { scoping } = job.definition;
  if (scoping === undefined) return true;
  let tags: Tags = {};
  if (asksForTags(scoping)) {
    try {
      const input = { Bucket: bucket, Key: object.key };
      const { TagSet } = await call(getObjectTagging, input, asMacie(scope));
      tags = Object.fromEntries(TagSet.map(({ Key, Value }) => [Key, Value]));
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
  }
  return isInScope({ ...object, tags }, scoping);
}

/** What the customer's permissions or keys refuse, or what is gone: the object's result says so. */
function isRefusal(error: unknown): error is ServiceError {
  return error instanceof ServiceError && error.fault === 'client';
}

const UNPARSABLE = 'UNABLE_TO_PARSE_FILE';
const REASONS: ReadonlyMap<string, string> = new Map([
  ['AccessDenied', 'PERMISSION_DENIED'],
  ['NoSuchKey', 'SOURCE_OBJECT_NO_LONGER_AVAILABLE'],
  ['NoSuchBucket', 'NO_SUCH_BUCKET_AVAILABLE'],
  ['InvalidRequest', 'INVALID_ENCRYPTION'],
  ['InvalidArgument', 'INVALID_ENCRYPTION'],
]);

function reasonOf(error: ServiceError | Unreadable): string {
  if (error instanceof Unreadable) return UNPARSABLE;
  const isOfKey = error.code.startsWith('KMS.');
  return REASONS.get(error.code) ?? (isOfKey ? 'INVALID_KMS_KEY' : UNPARSABLE);
}

type LookInto = (source: Source) => Promise<Classified>;

async function read(
  lookInto: LookInto,
  { call, signal }: ActContext,
  scope: Scope,
  Bucket: string,
  Key: string,
): Promise<Classified> {
  try {
    const { Body } = await call(getObject, { Bucket, Key }, asMacie(scope));
    return await lookInto({ key: Key, bytes: untilStopped(Body ?? nothing(), signal) });
  } catch (error) {
    if (!isRefusal(error) && !(error instanceof Unreadable)) throw error;
    return {
      status: { code: 'SKIPPED', reason: reasonOf(error) },
      mimeType: mimeTypeOf(undefined, Key),
      size: 0,
      isArchive: false,
      detections: [],
    };
  }
}

/** A server that stops does not read a large object to its end. */
async function* untilStopped(
  bytes: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    signal.throwIfAborted();
    yield chunk;
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function isError({ status }: Classified): boolean {
  return status.code === 'SKIPPED' && status.reason !== 'UNSUPPORTED_FILE_TYPE_EXCEPTION';
}
