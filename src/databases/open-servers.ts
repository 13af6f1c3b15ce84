import { join } from 'node:path';
import { localCertificate } from '../crypto/server-certificate.ts';
import { PostgresServers, type PostgresServersOptions } from './postgres-servers.ts';

export interface DatabaseFiles {
  readonly directory: string;
  readonly sync: boolean;
}

export interface ServersOptions
  extends DatabaseFiles,
    Pick<PostgresServersOptions, 'judge' | 'onFault'> {
  readonly real: () => number;
}

/** The servers of a data directory, with a certificate of their own for this machine. */
export function openDatabases({ directory, real, ...rest }: ServersOptions): PostgresServers {
  const folder = join(directory, 'databases');
  return new PostgresServers({
    ...rest,
    directory: folder,
    certificate: () => localCertificate(join(folder, '.tls'), '127.0.0.1', real()),
  });
}
