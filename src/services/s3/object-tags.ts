import type { S3Operations, Tag } from '../../../models/s3/types.ts';
import type { Blobs } from '../../contract/blobs.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { Tags } from '../../core/tags.ts';
import { onVersion, type OnVersion, versionOf, type VersionActions } from './authorization.ts';
import { badRequest, invalidArgument, invalidTag, malformedXml } from './errors.ts';
import { changeBy } from './object-change.ts';
import { type ObjectEventName, tell } from './object-events.ts';
import { objectOf, versionMember } from './reading.ts';
import { orderCopies } from './replication-orders.ts';
import type { Context } from '../../contract/operation.ts';
import { bucketScope } from './state.ts';
import { rewrite, shownVersion } from './versions.ts';

const OBJECT_TAGS_MAX = 10;
const KEY_MAX = 128;
const VALUE_MAX = 256;
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Tags of the header `x-amz-tagging`, written as in a URL's query. Errors: InvalidArgument, InvalidTag. */
export function tagsIn(header: string | undefined): Tags {
  if (header === undefined || header === '') return {};
  const set: Tag[] = [];
  for (const [Key, Value] of new URLSearchParams(header)) set.push({ Key, Value });
  const text =
    "The header 'x-amz-tagging' shall be encoded as UTF-8 then URLEncoded URL query parameters without tag name duplicates.";
  if (new Set(set.map(({ Key }) => Key)).size < set.length) {
    throw invalidArgument(text, 'x-amz-tagging', header);
  }
  return objectTags(set);
}

/** The member of a document; absent where there are none. */
export function tagsMember(header: string | undefined) {
  const tags = tagsIn(header);
  return Object.keys(tags).length === 0 ? {} : { tags };
}

function objectTags(set: readonly Tag[]): Tags {
  if (set.length > OBJECT_TAGS_MAX) {
    throw badRequest('Object tags cannot be greater than 10');
  }
  return checkedTags(set);
}

/** Errors: InvalidTag, for what AWS does not take as a tag. */
export function checkedTags(set: readonly Tag[]): Tags {
  const tags = new Map<string, string>();
  for (const { Key, Value } of set) {
    if (tags.has(Key)) throw invalidTag('Cannot provide multiple Tags with the same key', Key);
    if (Key === '' || Key.length > KEY_MAX || !TAG_TEXT.test(Key)) {
      throw invalidTag('The TagKey you have provided is invalid', Key);
    }
    if (Key.toLowerCase().startsWith('aws:')) {
      throw invalidTag('System tags cannot be added/updated by requester', '');
    }
    if (Value.length > VALUE_MAX || !TAG_TEXT.test(Value)) {
      throw invalidTag('The TagValue you have provided is invalid', Key);
    }
    tags.set(Key, Value);
  }
  return Object.fromEntries(tags);
}

export function tagSet(tags: Tags | undefined): Tag[] {
  return Object.entries(tags ?? {}).map(([Key, Value]) => ({ Key, Value }));
}

/** Condition keys of tags that a request brings. */
export function requestTagConditions(tags: Tags): Map<string, readonly string[]> {
  const conditions = new Map<string, readonly string[]>();
  const keys = Object.keys(tags);
  if (keys.length > 0) conditions.set('s3:requestobjecttagkeys', keys);
  for (const [key, value] of Object.entries(tags)) {
    conditions.set(`s3:requestobjecttag/${key.toLowerCase()}`, [value]);
  }
  return conditions;
}

function actionsOf(verb: string): VersionActions {
  return { current: `s3:${verb}ObjectTagging`, version: `s3:${verb}ObjectVersionTagging` };
}

export const GET_TAGS = actionsOf('Get');

export const getObjectTagging: OperationOf<S3Operations, 'GetObjectTagging'> = {
  name: 'GetObjectTagging',
  access: 'read',
  eventCategory: 'data',
  authorize: onVersion(GET_TAGS),
  handle: async (input, context) => {
    const { document } = await versionOf(context, input);
    const object = objectOf(document);
    return { ...versionMember(document.bucket, object), TagSet: tagSet(object.tags) };
  },
};

export function createPutObjectTagging(
  blobs: Blobs,
): OperationOf<S3Operations, 'PutObjectTagging'> {
  return {
    name: 'PutObjectTagging',
    access: 'write',
    eventCategory: 'data',
    authorize: onVersion(
      actionsOf('Put'),
      ({ Tagging }: S3Operations['PutObjectTagging']['input']) =>
        requestTagConditions(
          Object.fromEntries(Tagging.TagSet.map(({ Key, Value }) => [Key, Value])),
        ),
    ),
    handle: (input, context) =>
      retag(blobs, context, input, {
        tags: objectTags(input.Tagging.TagSet),
        event: 'ObjectTagging:Put',
      }),
  };
}

export function createDeleteObjectTagging(
  blobs: Blobs,
): OperationOf<S3Operations, 'DeleteObjectTagging'> {
  return {
    name: 'DeleteObjectTagging',
    access: 'write',
    eventCategory: 'data',
    authorize: onVersion(actionsOf('Delete')),
    handle: (input, context) =>
      retag(blobs, context, input, { tags: {}, event: 'ObjectTagging:Delete' }),
  };
}

/** Tags belong to a version, which stays as it is; its copies get them too. */
async function retag(
  blobs: Blobs,
  context: Context,
  input: OnVersion,
  { tags, event }: { readonly tags: Tags; readonly event: ObjectEventName },
) {
  const { document } = await versionOf(context, input);
  const object = objectOf(document);
  const { bucket, key, version } = document;
  if (version === undefined) throw malformedXml();
  const change = changeBy(blobs, context, context.call.operation);
  const isReplica = object.replication?.status === 'REPLICA';
  const replication = isReplica
    ? object.replication
    : (orderCopies(change, bucket, { ...object, tags }) ?? object.replication);
  const retagged = { ...object, tags, ...(replication === undefined ? {} : { replication }) };
  rewrite(context.unit.view(bucketScope(bucket)), version, retagged);
  const shown = bucket.versioning === undefined ? undefined : shownVersion(object.version);
  tell(change, bucket, { name: event, key, etag: object.etag, version: shown });
  return versionMember(bucket, object);
}
