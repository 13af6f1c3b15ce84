import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { giveTo, type Owner } from './owner.ts';

/** A folder for a server's socket, which its user alone may enter. It has a short path, for sockets can't have long ones. */
export async function newSocketFolder(owner: Owner): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-db-'));
  await giveTo(owner, folder);
  return folder;
}

export async function dropSocketFolder(folder: string | undefined): Promise<void> {
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}
