import type { DeletedObject, S3Operations } from '../../../models/s3/types.ts';
import type { Blobs } from '../../contract/blobs.ts';
import type { Context, OperationOf, OperationReference } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import {
  bucketOf,
  type OnVersion,
  type VersionActions,
  versionOf,
  versionPermission,
} from './authorization.ts';
import {
  invalidArgument,
  lockedObject,
  malformedXml,
  noSuchKey,
  preconditionFailed,
  unbuilt,
} from './errors.ts';
import { mayGo } from './domain/object-lock.ts';
import { bypassPermissions } from './object-locks.ts';
import { changeBy } from './object-change.ts';
import { dropVersion, hideObject, type Removal } from './object-store.ts';
import { matches } from './reading.ts';
import { versionAt } from './resources.ts';
import type { ObjectDocument } from './state.ts';

const DELETE_OBJECT: VersionActions = {
  current: 's3:DeleteObject',
  version: 's3:DeleteObjectVersion',
};
const KEYS_MAX = 1_000;
const REASON = 'DeleteObject';

interface Deletion extends OnVersion {
  readonly IfMatch?: string | undefined;
  readonly BypassGovernanceRetention?: boolean | undefined;
}

export function createDeleteObject(blobs: Blobs): OperationOf<S3Operations, 'DeleteObject'> {
  return {
    name: 'DeleteObject',
    access: 'write',
    eventCategory: 'data',
    authorize: async (input, context) => [
      await versionPermission(input, context, DELETE_OBJECT),
      ...(await bypassPermissions(input, context)),
    ],
    handle: async (input, context) => {
      const { IfMatchLastModifiedTime, IfMatchSize } = input;
      if (IfMatchLastModifiedTime !== undefined || IfMatchSize !== undefined) {
        throw unbuilt('DeleteObject', 'conditions of directory buckets');
      }
      const removal = await remove(blobs, context, input);
      return {
        ...(removal.isMarker ? { DeleteMarker: true } : {}),
        ...(removal.version === undefined ? {} : { VersionId: removal.version }),
      };
    },
  };
}

/** What is not there is gone: S3 says so too. */
async function remove(blobs: Blobs, context: Context, input: Deletion): Promise<Removal> {
  const change = changeBy(blobs, context, REASON);
  const { document: asked } = await versionOf(context, input);
  const { bucket, key } = asked;
  // A request may name a key twice: what it did to it before counts.
  const version = await versionAt(context, bucket, key, asked.asked);
  if (input.IfMatch !== undefined) requireMatch(input.IfMatch, version?.object, key);
  if (input.VersionId === undefined) {
    return hideObject(change, bucket, key);
  }
  if (input.VersionId === '') {
    throw invalidArgument('Version id cannot be the empty string', 'versionId', '');
  }
  if (version === undefined) return { isMarker: false, version: input.VersionId };
  const bypasses = input.BypassGovernanceRetention === true;
  if (!mayGo(version.object?.lock, context.call.now, bypasses)) throw lockedObject();
  return dropVersion(change, bucket, { bucket: bucket.name, key }, version);
}

function requireMatch(etag: string, object: ObjectDocument | undefined, key: string): void {
  if (object === undefined) throw noSuchKey(key);
  if (!matches(etag, object)) throw preconditionFailed('If-Match');
}

const DELETE_ONE: OperationReference<
  S3Operations['DeleteObject']['input'],
  S3Operations['DeleteObject']['output']
> = { service: 's3', operation: 'DeleteObject' };

export function createDeleteObjects(blobs: Blobs): OperationOf<S3Operations, 'DeleteObjects'> {
  return {
    name: 'DeleteObjects',
    access: 'write',
    eventCategory: 'data',
    // Each key is judged on its own, below: the answer tells of each whether it may be deleted.
    authorize: async () => [],
    handle: async (input, context) => {
      await bucketOf(context, input);
      const { Objects, Quiet } = input.Delete;
      if (Objects.length === 0 || Objects.length > KEYS_MAX) throw malformedXml();
      const Deleted: DeletedObject[] = [];
      const Errors: { Key: string; VersionId?: string; Code: string; Message: string }[] = [];
      for (const { Key, VersionId, ETag } of Objects) {
        const named = { Key, ...(VersionId === undefined ? {} : { VersionId }) };
        const one = {
          ...named,
          Bucket: input.Bucket,
          ...(ETag === undefined ? {} : { IfMatch: ETag }),
          ...(input.BypassGovernanceRetention === true ? { BypassGovernanceRetention: true } : {}),
        };
        const refused = await refusalOf(context, one);
        if (refused !== undefined) {
          Errors.push({ ...named, Code: refused.code, Message: refused.message });
          continue;
        }
        try {
          Deleted.push(shown(named, await remove(blobs, context, one)));
        } catch (error) {
          if (!(error instanceof ServiceError)) throw error;
          Errors.push({ ...named, Code: error.code, Message: error.message });
        }
      }
      return { ...(Quiet === true ? {} : { Deleted }), Errors };
    },
  };
}

async function refusalOf(context: Context, one: Deletion): Promise<ServiceError | undefined> {
  try {
    await context.mayCall(DELETE_ONE, one);
    return undefined;
  } catch (error) {
    if (error instanceof ServiceError) return error;
    throw error;
  }
}

function shown(
  named: { readonly Key: string; readonly VersionId?: string },
  { isMarker, version }: Removal,
): DeletedObject {
  if (!isMarker) return named;
  return {
    ...named,
    DeleteMarker: true,
    ...(version === undefined ? {} : { DeleteMarkerVersionId: version }),
  };
}
