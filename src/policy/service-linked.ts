import type { PrincipalIdentity } from './types.ts';

const SERVICE_LINKED = ':role/aws-service-role/';

/** Service-linked roles do what their service needs, whatever the organization says. */
export function isServiceLinked({ roleArn }: PrincipalIdentity): boolean {
  return roleArn?.includes(SERVICE_LINKED) === true;
}
