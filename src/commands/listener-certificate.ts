import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UpConfig } from '../config/up-config.ts';
import { createClock } from '../core/service-clock.ts';
import {
  certificateFromFiles,
  localCertificate,
  type ServerCertificate,
} from '../crypto/server-certificate.ts';

/** What the listener shows, and what clients must be told to trust it. */
export interface ListenerCertificate {
  readonly server: ServerCertificate;
  /** Undefined for the operator's own certificate: clients trust its authority already, or know it. */
  readonly authorityFile: string | undefined;
  /** Takes away what a server in memory must not leave behind. */
  dispose(): Promise<void>;
}

/** The certificate asked for by `--tls` or `--tls-certificate`; undefined: plain HTTP. */
export async function listenerCertificate(
  config: UpConfig,
): Promise<ListenerCertificate | undefined> {
  const { tls, dataDirectory, host } = config;
  if (tls === undefined) return undefined;
  if (tls !== 'local') {
    const server = await certificateFromFiles(tls.certificate, tls.key);
    return { server, authorityFile: undefined, dispose: async () => undefined };
  }
  const isMemory = dataDirectory === undefined;
  const parent = isMemory ? await mkdtemp(join(tmpdir(), 'holdfast-tls-')) : dataDirectory;
  const now = createClock({ offsetMs: 0 }).realTime();
  const { authorityFile, ...server } = await localCertificate(join(parent, 'tls'), host, now);
  return {
    server,
    authorityFile,
    dispose: async () => {
      if (isMemory) await rm(parent, { recursive: true, force: true });
    },
  };
}

/** The variables by which the AWS CLI, boto3 and Node.js trust one more authority. */
export function trustLines(authorityFile: string | undefined): readonly string[] {
  if (authorityFile === undefined) return [];
  return [`export AWS_CA_BUNDLE=${authorityFile}`, `export NODE_EXTRA_CA_CERTS=${authorityFile}`];
}
