import { REPLICATION_USER } from './replication.ts';

/** Where every server listens. */
export const ADDRESS = '127.0.0.1';

/** Who may connect, and how it is proved. */
export const HOST_RULES =
  `host all all ${ADDRESS}/32 scram-sha-256\n` +
  `host replication ${REPLICATION_USER} ${ADDRESS}/32 scram-sha-256\n`;

/** What a follower has not had is kept for it, up to this; one that is behind by more can't go on. */
const KEPT_LOG_MAX = '1GB';

/** What a server is started with, `name=value` each. `sync` false: files need not outlive a crash of the machine. */
export function serverSettings(port: number, sync: boolean): readonly string[] {
  const settings = {
    listen_addresses: ADDRESS,
    port,
    unix_socket_directories: '',
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
