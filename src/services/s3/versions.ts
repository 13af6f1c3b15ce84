import { hexId } from '../../core/ids.ts';
import type { Instant } from '../../core/time.ts';
import type { Listed, Unit, View } from '../../contract/view.ts';
import {
  type BucketDocument,
  NULL_VERSION,
  type ObjectDocument,
  objectId,
  objects,
  versionKey,
  type VersionDocument,
  versions,
} from './state.ts';

/*
 * Where versions are: the current object of a key stands among the objects; all it superseded, and every delete marker,
 * among the versions, newest first. So a plain read and a plain listing are as in a bucket without versions.
 */

const VERSION_DIGITS = 32;
const STAMP_DIGITS = 9;
const RANDOM_DIGITS = 16;
const STAMP_MAX = 36 ** STAMP_DIGITS - 1;

/** A place in the bucket: what a version is of. */
export interface Name {
  readonly bucket: string;
  readonly key: string;
}

export type VersionRow = Listed<VersionDocument>;

/** A version, wherever it stands. */
export interface FoundVersion {
  /** The current one of its key, be it an object or a delete marker. */
  readonly isLatest: boolean;
  /** Absent: it is a delete marker. */
  readonly object: ObjectDocument | undefined;
  /** Absent: it stands among the objects. */
  readonly row: VersionRow | undefined;
}

/** The id of a new version; none while versions are suspended. */
export async function newVersion(
  unit: Unit,
  { versioning }: BucketDocument,
): Promise<string | undefined> {
  return versioning === 'Enabled' ? unit.once(() => hexId(VERSION_DIGITS)) : undefined;
}

export function shownVersion(version: string | undefined): string {
  return version ?? NULL_VERSION;
}

/** The newest of a key that stands among the versions. */
export async function newestRow(view: View, name: Name): Promise<VersionRow | undefined> {
  const prefix = objectId(name.bucket, name.key);
  const { items } = await view.list(versions, { index: 'key', prefix, limit: 1 });
  // Longer keys that begin so come after it.
  return items.find(({ document }) => document.key === name.key);
}

async function rowOf(view: View, { bucket, key }: Name, version: string | undefined) {
  const prefix = versionKey(bucket, key, version);
  const { items } = await view.list(versions, { index: 'version', prefix, limit: 1 });
  return items.find(({ document }) => document.key === key);
}

/** By its id as it is shown. */
export async function findVersion(
  view: View,
  name: Name,
  shown: string,
): Promise<FoundVersion | undefined> {
  const current = await view.get(objects, objectId(name.bucket, name.key));
  if (current !== undefined && shownVersion(current.version) === shown) {
    return { isLatest: true, object: current, row: undefined };
  }
  const row = await rowOf(view, name, shown === NULL_VERSION ? undefined : shown);
  if (row === undefined) return undefined;
  const isFirst = current === undefined && (await newestRow(view, name))?.id === row.id;
  return { isLatest: isFirst, object: row.document.object, row };
}

/** What a key without a current object shows instead: a delete marker, or nothing. */
export async function latestMarker(view: View, name: Name): Promise<VersionRow | undefined> {
  const row = await newestRow(view, name);
  return row?.document.object === undefined ? row : undefined;
}

/** The row of the version `null`; nothing is done about the current object. */
export function nullRow(view: View, name: Name): Promise<VersionRow | undefined> {
  return rowOf(view, name, undefined);
}

/** Puts a version in front of all that stand there. */
export async function addRow(unit: Unit, view: View, row: VersionDocument): Promise<void> {
  const newest = await newestRow(view, row);
  const after = newest === undefined ? 0 : stampOf(newest.id) + 1;
  await putRow(unit, view, row, Math.max(row.modified, after));
}

/** Puts a version where its time says, which may be behind others. */
export function insertRow(unit: Unit, view: View, row: VersionDocument): Promise<void> {
  return putRow(unit, view, row, row.modified);
}

async function putRow(unit: Unit, view: View, row: VersionDocument, stamp: Instant): Promise<void> {
  const random = await unit.once(() => hexId(RANDOM_DIGITS));
  const time = (STAMP_MAX - stamp).toString(36).padStart(STAMP_DIGITS, '0');
  view.put(versions, `${time}${random}`, row);
}

function stampOf(id: string): Instant {
  return STAMP_MAX - Number.parseInt(id.slice(0, STAMP_DIGITS), 36);
}

export function rowFor(object: ObjectDocument): VersionDocument {
  const { bucket, key, version, modified } = object;
  return { bucket, key, modified, object, ...(version === undefined ? {} : { version }) };
}

/** After the current version of a key has gone: the one before it is current again. */
export async function promote(view: View, name: Name): Promise<void> {
  const row = await newestRow(view, name);
  if (row?.document.object === undefined) return;
  view.delete(versions, row.id);
  view.put(objects, objectId(name.bucket, name.key), row.document.object);
}

/** Writes a version anew, where it stands. */
export function rewrite(view: View, { row }: FoundVersion, object: ObjectDocument): void {
  if (row === undefined) view.put(objects, objectId(object.bucket, object.key), object);
  else view.put(versions, row.id, { ...row.document, object });
}
