import type { PrincipalDirectory } from '../iam/port.ts';
import type { DatabaseServers } from './servers.ts';

/** What RDS is given besides its contexts. */
export interface RdsParts {
  readonly databases: DatabaseServers;
  /** Knows whether the role that is linked to RDS is there. */
  readonly principals: PrincipalDirectory;
}
