import type { S3Operations } from '../../../models/s3/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { bucketOf } from './authorization.ts';
import { canonicalUser } from './domain/canonical-user.ts';
import { invalidArgument } from './errors.ts';
import { encoderOf, limitOf, listsBucket, shownChecksum } from './object-listings.ts';
import {
  CURRENT_ROW,
  listVersions,
  type VersionEntry,
  type VersionPage,
  type VersionPosition,
} from './version-listing.ts';
import { findVersion, shownVersion } from './versions.ts';

export const listObjectVersions: OperationOf<S3Operations, 'ListObjectVersions'> = {
  name: 'ListObjectVersions',
  access: 'read',
  eventCategory: 'data',
  authorize: listsBucket('s3:ListBucketVersions'),
  handle: async (input, context) => {
    const { document, resource } = await bucketOf(context, input);
    const { Prefix = '', Delimiter = '', KeyMarker, VersionIdMarker } = input;
    const encode = encoderOf(input.EncodingType);
    const limit = limitOf(input);
    const view = context.viewOf(resource);
    const after = await positionOf(view, document.name, KeyMarker, VersionIdMarker);
    const { entries, isTruncated }: VersionPage =
      limit === 0
        ? { entries: [], isTruncated: false }
        : await listVersions(view, {
            bucket: document.name,
            prefix: Prefix,
            delimiter: Delimiter,
            after,
            limit,
          });
    const owner = { ID: canonicalUser(document.account) };
    const shown = entries.flatMap((entry) => (entry.kind === 'prefix' ? [] : [entry]));
    const named = (entry: (typeof shown)[number]) => ({
      Key: encode(entry.key),
      VersionId: shownVersion(entry.version),
      IsLatest: entry.isLatest,
      LastModified: new Date(entry.modified),
      Owner: owner,
    });
    return {
      Name: document.name,
      Prefix: encode(Prefix),
      KeyMarker: encode(KeyMarker ?? ''),
      VersionIdMarker: VersionIdMarker ?? '',
      MaxKeys: limit,
      IsTruncated: isTruncated,
      Versions: shown.flatMap((entry) => {
        const { object } = entry;
        if (object === undefined) return [];
        return [
          {
            ...named(entry),
            ETag: `"${object.etag}"`,
            ...shownChecksum(object),
            Size: object.size,
            StorageClass: 'STANDARD' as const,
          },
        ];
      }),
      DeleteMarkers: shown.filter(({ object }) => object === undefined).map(named),
      CommonPrefixes: entries.flatMap(({ kind, key }) =>
        kind === 'prefix' ? [{ Prefix: encode(key) }] : [],
      ),
      ...(Delimiter === '' ? {} : { Delimiter: encode(Delimiter) }),
      ...(isTruncated ? nextOf(entries.at(-1), encode) : {}),
      ...(input.EncodingType === undefined ? {} : { EncodingType: input.EncodingType }),
    };
  },
};

function nextOf(last: VersionEntry | undefined, encode: (text: string) => string) {
  if (last === undefined) return {};
  const NextKeyMarker = encode(last.key);
  if (last.kind === 'prefix') return { NextKeyMarker };
  return { NextKeyMarker, NextVersionIdMarker: shownVersion(last.version) };
}

/** Errors: InvalidArgument, of a version that is none of the key's. */
async function positionOf(
  view: View,
  bucket: string,
  key: string | undefined,
  version: string | undefined,
): Promise<VersionPosition | undefined> {
  if (key === undefined || key === '') {
    if (version === undefined || version === '') return undefined;
    const text = 'A version-id marker cannot be specified without a key marker.';
    throw invalidArgument(text, 'version-id-marker', version);
  }
  if (version === undefined || version === '') return { key };
  const found = await findVersion(view, { bucket, key }, version);
  if (found === undefined) {
    throw invalidArgument('Invalid version id specified', 'version-id-marker', version);
  }
  return { key, row: found.row?.id ?? CURRENT_ROW };
}
