import { REPLICATION_USER } from './replication.ts';
import type { TokenLogins } from './server-record.ts';

/** Where every server listens. */
export const ADDRESS = '127.0.0.1';

/** Who logs in by tokens. */
export const TOKEN_ROLE = 'rds_iam';

/** Who may connect, and how it is proved. With tokens, the gate proves who comes in by the server's socket. */
export function hostRules(tokens: TokenLogins | undefined): string {
  const common = [
    `host all all ${ADDRESS}/32 scram-sha-256`,
    `host replication ${REPLICATION_USER} ${ADDRESS}/32 scram-sha-256`,
  ];
  if (tokens === undefined) return `${common.join('\n')}\n`;
  const master = `"${tokens.master.replaceAll('"', '""')}"`;
  const own = [
    // Whoever may give the role to others is in it, too.
    `local all ${master} reject`,
    `local all +${TOKEN_ROLE} trust`,
    'local all all reject',
    `host all ${master} ${ADDRESS}/32 scram-sha-256`,
    `host all +${TOKEN_ROLE} ${ADDRESS}/32 reject`,
  ];
  return `${[...own, ...common].join('\n')}\n`;
}

/** What a follower has not had is kept for it, up to this; one that is behind by more can't go on. */
const KEPT_LOG_MAX = '1GB';

export interface ServerPlaceOnNet {
  readonly port: number;
  /** A folder that only the server's user may enter; undefined: it has no socket there. */
  readonly socketFolder: string | undefined;
}

/** What a server is started with, `name=value` each. `sync` false: files need not outlive a crash of the machine. */
export function serverSettings(
  { port, socketFolder }: ServerPlaceOnNet,
  sync: boolean,
): readonly string[] {
  const settings = {
    listen_addresses: ADDRESS,
    port,
    unix_socket_directories: socketFolder ?? '',
    unix_socket_permissions: '0700',
    ssl: 'on',
    ssl_cert_file: '../server.pem',
    ssl_key_file: '../server.key',
    password_encryption: 'scram-sha-256',
    shared_buffers: '16MB',
    max_connections: 100,
    max_slot_wal_keep_size: KEPT_LOG_MAX,
    // What it says goes to this process alone; statements may hold passwords.
    logging_collector: 'off',
    log_min_error_statement: 'panic',
    log_statement: 'none',
    fsync: sync ? 'on' : 'off',
  };
  return Object.entries(settings).map(([name, value]) => `${name}=${value}`);
}
