import { ServiceError } from '../../core/errors.ts';
import { invalidInput } from './errors.ts';
import type { Role } from './state.ts';

/** Where roles live that belong to a service. */
export const SERVICE_ROLE_PATH = '/aws-service-role/';

/** Errors: UnmodifiableEntity for a role that only its service changes. */
export function assertModifiable(role: Role): void {
  if (!role.path.startsWith(SERVICE_ROLE_PATH)) return;
  const text =
    `Cannot perform the operation on the protected role '${role.name}' - this role is only ` +
    'modifiable by AWS';
  throw new ServiceError('UnmodifiableEntity', text, { status: 400 });
}

/** Nobody makes a role that passes for a service's own. Errors: InvalidInput. */
export function assertOwnPath(path: string): void {
  if (path.startsWith(SERVICE_ROLE_PATH)) {
    throw invalidInput(`The path ${SERVICE_ROLE_PATH} is for service-linked roles.`);
  }
}
