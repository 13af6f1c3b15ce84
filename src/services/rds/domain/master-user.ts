import type { Engine } from './engines.ts';

const PASSWORD_CHARACTERS_MIN = 8;
const PASSWORD_CHARACTERS_MAX: Readonly<Record<Engine, number>> = {
  postgres: 128,
  'aurora-postgresql': 128,
  mysql: 41,
  mariadb: 41,
};
/** Printable ASCII without the four that AWS refuses. */
const PASSWORD = /^[!#-.0-?A-~]*$/;
const USERNAME = /^[A-Za-z][A-Za-z0-9_]*$/;
const USERNAME_CHARACTERS_MAX: Readonly<Record<Engine, number>> = {
  postgres: 63,
  'aurora-postgresql': 63,
  mysql: 16,
  mariadb: 16,
};
const RESERVED = new Set(
  'admin rdsadmin rds_superuser rds_password rds_replication rdsrepladmin public none user'.split(
    ' ',
  ),
);
const POSTGRES_RESERVED_PREFIX = 'pg_';
const DATABASE = /^[A-Za-z][A-Za-z0-9_]{0,62}$/;
const RESERVED_DATABASES = new Set(['template0', 'template1', 'rdsadmin']);

/** What is wrong with a password, in AWS's words. */
export function passwordFault(engine: Engine, password: string): string | undefined {
  const invalid = 'The parameter MasterUserPassword is not a valid password';
  if (password.length < PASSWORD_CHARACTERS_MIN) {
    return `${invalid} because it is shorter than ${PASSWORD_CHARACTERS_MIN} characters.`;
  }
  const limit = PASSWORD_CHARACTERS_MAX[engine];
  if (password.length > limit) return `${invalid} because it is longer than ${limit} characters.`;
  if (PASSWORD.test(password)) return undefined;
  return `${invalid}. Only printable ASCII characters besides '/', '@', '"', ' ' may be used.`;
}

export function usernameFault(engine: Engine, name: string): string | undefined {
  const isKept =
    RESERVED.has(name.toLowerCase()) || name.toLowerCase().startsWith(POSTGRES_RESERVED_PREFIX);
  // MySQL's first user may be called admin.
  if (isKept && !(engine !== 'postgres' && engine !== 'aurora-postgresql' && name === 'admin')) {
    return `MasterUsername ${name} cannot be used as it is a reserved word used by the engine`;
  }
  const isValid = USERNAME.test(name) && name.length <= USERNAME_CHARACTERS_MAX[engine];
  return isValid ? undefined : 'Invalid master user name';
}

export function databaseFault(member: string, name: string): string | undefined {
  if (RESERVED_DATABASES.has(name.toLowerCase())) {
    return `${member} ${name} cannot be used.  It is a reserved word for this engine`;
  }
  if (DATABASE.test(name)) return undefined;
  return `${member} must begin with a letter and contain only alphanumeric characters.`;
}
