import type { PolicyType } from '../../../../models/organizations/types.ts';
import { formatArn } from '../../../core/arn.ts';
import { uniqueId } from '../../../core/ids.ts';

/** The forms of Organizations' ids: a prefix and lower-case letters and digits. */

export function newId(prefix: 'o-' | 'r-' | 'p-' | 'h-' | 'rp-' | 'car-', length: number): string {
  return prefix + uniqueId('', length).toLowerCase();
}

/** `ou-ab12-…`: a unit's id tells its root's. */
export function newUnitId(rootId: string): string {
  return `ou-${rootId.slice('r-'.length)}-${uniqueId('', 8).toLowerCase()}`;
}

export function isRootId(id: string): boolean {
  return id.startsWith('r-');
}

export function isUnitId(id: string): boolean {
  return id.startsWith('ou-');
}

export function isAccountId(id: string): boolean {
  return /^\d{12}$/.test(id);
}

/** Whose ARN it is: every resource of an organization belongs to its management account. */
interface Owner {
  readonly id: string;
  readonly managementAccount: string;
}

export function organizationArn({ id, managementAccount }: Owner): string {
  return arn(managementAccount, `organization/${id}`);
}

/** The ARN of a root, unit or account by the form of its id. */
export function entityArn(owner: Owner, id: string): string {
  const type = isRootId(id) ? 'root' : isUnitId(id) ? 'ou' : 'account';
  return arn(owner.managementAccount, `${type}/${owner.id}/${id}`);
}

export function policyArn(owner: Owner, type: PolicyType, id: string): string {
  return arn(owner.managementAccount, `policy/${owner.id}/${type.toLowerCase()}/${id}`);
}

export function awsPolicyArn(type: PolicyType, id: string): string {
  return arn('aws', `policy/${type.toLowerCase()}/${id}`);
}

export function handshakeArn(owner: Owner, action: string, id: string): string {
  return arn(owner.managementAccount, `handshake/${owner.id}/${action.toLowerCase()}/${id}`);
}

export function resourcePolicyArn(owner: Owner, id: string): string {
  return arn(owner.managementAccount, `resourcepolicy/${owner.id}/${id}`);
}

function arn(account: string, resource: string): string {
  return formatArn({ partition: 'aws', service: 'organizations', region: '', account, resource });
}
