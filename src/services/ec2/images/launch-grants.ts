import type {
  LaunchPermission,
  ModifyImageAttributeRequest,
} from '../../../../models/ec2/types.ts';
import { ec2Error, missingParameter } from '../errors.ts';
import type { LaunchGrant } from './state.ts';

const ACCOUNT = /^\d{12}$/;
const ORGANIZATION = /^arn:aws[a-z-]*:organizations::\d{12}:organization\/o-[a-z0-9]{10,32}$/;
const UNIT =
  /^arn:aws[a-z-]*:organizations::\d{12}:ou\/o-[a-z0-9]{10,32}\/ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}$/;

export interface GrantChange {
  readonly add: readonly LaunchGrant[];
  readonly remove: readonly LaunchGrant[];
}

/** In either of the two ways that requests have. Errors: InvalidAMIAttributeItemValue, MissingParameter. */
export function grantChange(input: ModifyImageAttributeRequest): GrantChange {
  const { LaunchPermission: modifications, OperationType } = input;
  if (modifications !== undefined) {
    const { Add = [], Remove = [] } = modifications;
    return { add: Add.flatMap(grantsOf), remove: Remove.flatMap(grantsOf) };
  }
  const { UserIds = [], UserGroups = [] } = input;
  const { OrganizationArns = [], OrganizationalUnitArns = [] } = input;
  const given = [
    ...UserIds.map(user),
    ...UserGroups.map(group),
    ...OrganizationArns.map(organization),
    ...OrganizationalUnitArns.map(unit),
  ];
  if (OperationType === undefined) throw missingParameter('operationType');
  return OperationType === 'add' ? { add: given, remove: [] } : { add: [], remove: given };
}

function grantsOf(permission: LaunchPermission): readonly LaunchGrant[] {
  const { UserId, Group, OrganizationArn, OrganizationalUnitArn } = permission;
  return [
    ...(UserId === undefined ? [] : [user(UserId)]),
    ...(Group === undefined ? [] : [group(Group)]),
    ...(OrganizationArn === undefined ? [] : [organization(OrganizationArn)]),
    ...(OrganizationalUnitArn === undefined ? [] : [unit(OrganizationalUnitArn)]),
  ];
}

function user(who: string): LaunchGrant {
  if (!ACCOUNT.test(who)) throw invalidItem(who, 'userId');
  return { kind: 'user', who };
}

function group(who: string): LaunchGrant {
  if (who !== 'all') throw invalidItem(who, 'userGroup');
  return { kind: 'group', who };
}

function organization(who: string): LaunchGrant {
  if (!ORGANIZATION.test(who)) throw invalidItem(who, 'organizationArn');
  return { kind: 'organization', who };
}

function unit(who: string): LaunchGrant {
  if (!UNIT.test(who)) throw invalidItem(who, 'organizationalUnitArn');
  return { kind: 'unit', who };
}

function invalidItem(value: string, type: string) {
  const text = `Invalid attribute item value "${value}" for ${type} item type.`;
  return ec2Error('InvalidAMIAttributeItemValue', text);
}

export function shownGrant({ kind, who }: LaunchGrant): LaunchPermission {
  switch (kind) {
    case 'user':
      return { UserId: who };
    case 'group':
      return { Group: 'all' };
    case 'organization':
      return { OrganizationArn: who };
    case 'unit':
      return { OrganizationalUnitArn: who };
  }
}
