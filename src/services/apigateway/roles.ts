import type { Permission } from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { badRequest, crossAccountRole } from './errors.ts';

/** The permission to hand a role to API Gateway. Errors: BadRequestException for what is no role, AccessDeniedException for another account's. */
export function passing({ account }: Scope, roleArn: string | undefined): readonly Permission[] {
  if (roleArn === undefined || roleArn === '' || isCallers(roleArn)) return [];
  const role = parseArn(roleArn);
  if (role?.service !== 'iam' || !role.resource.startsWith('role/')) {
    throw badRequest('Invalid ARN specified in the request');
  }
  if (role.account !== account) throw crossAccountRole();
  const conditions = new Map([['iam:passedtoservice', ['apigateway.amazonaws.com']]]);
  return [{ action: 'iam:PassRole', resource: roleArn, conditions }];
}

/** `arn:aws:iam::*:user/*`: calls are to be made with the credentials of who calls the API. */
export function isCallers(roleArn: string | undefined): boolean {
  const arn = parseArn(roleArn ?? '');
  return arn?.service === 'iam' && arn.account === '*';
}
