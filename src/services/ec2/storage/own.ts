import type { Context } from '../../../contract/operation.ts';
import { snapshotNotFound, volumeNotFound } from './errors.ts';
import { snapshotNoun, usableSnapshotKind, volumeNoun } from './nouns.ts';
import type { SnapshotDocument, VolumeDocument } from './state.ts';

/** Errors: InvalidVolume.NotFound. */
export async function volumeOf(context: Context, id: string): Promise<VolumeDocument> {
  const { resolved } = await context.resolve(volumeNoun.kind, id);
  if (resolved.document === undefined) throw resolved.missing ?? volumeNotFound(id);
  return resolved.document;
}

/** One of the caller's own account: what is shared with it is not its own. Errors: InvalidSnapshot.NotFound. */
export async function ownSnapshotOf(context: Context, id: string): Promise<SnapshotDocument> {
  const { resolved } = await context.resolve(snapshotNoun.kind, id);
  const { document } = resolved;
  const isOwn = document?.scope.account === context.call.scope.account;
  if (document === undefined || !isOwn) throw resolved.missing ?? snapshotNotFound(id);
  return document;
}

/** One that the caller's account may make something of. Errors: InvalidSnapshot.NotFound. */
export async function usableSnapshotOf(context: Context, id: string): Promise<SnapshotDocument> {
  const { resolved } = await context.resolve(usableSnapshotKind, id);
  if (resolved.document === undefined) throw resolved.missing ?? snapshotNotFound(id);
  return resolved.document;
}
