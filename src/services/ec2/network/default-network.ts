import { createHash } from 'node:crypto';
import type { ResolveContext } from '../../../contract/operation.ts';
import { zonesOf } from '../domain/zones.ts';
import { ec2Error } from '../errors.ts';
import {
  foundings,
  type GroupDocument,
  groups,
  type RuleDocument,
  rules,
  subnets,
  type VpcDocument,
  vpcs,
} from './state.ts';

const ID = 'default';
const CIDR = '172.31.0.0/16';
/** Subnets of /20, one for each zone. */
const SUBNET_STEP = 16;

type Place = Pick<ResolveContext, 'view' | 'call'>;

/**
 * Every account has a VPC in each Region from the start, with a subnet in each zone and a group. They are written when a
 * call first asks for something of a network, so that accounts cost nothing before.
 */
export async function foundNetwork({ view, call }: Place): Promise<void> {
  if ((await view.get(foundings, ID)) !== undefined) return;
  const { scope } = call;
  // The same ids whoever comes first.
  const idOf = (prefix: string, name: string) => {
    const text = JSON.stringify([scope.account, scope.region, prefix, name]);
    return `${prefix}-${createHash('sha256').update(text).digest('hex').slice(0, 17)}`;
  };
  const vpcId = idOf('vpc', ID);
  view.put(foundings, ID, { vpcId });
  const vpc: VpcDocument = {
    id: vpcId,
    tags: {},
    scope,
    cidr: CIDR,
    isDefault: true,
    associationId: idOf('vpc-cidr-assoc', ID),
    dhcpOptionsId: idOf('dopt', ID),
    tenancy: 'default',
  };
  view.put(vpcs, vpcId, vpc);
  for (const [index, zone] of zonesOf(scope.region).entries()) {
    const id = idOf('subnet', zone.name);
    view.put(subnets, id, {
      id,
      tags: {},
      scope,
      vpcId,
      cidr: `172.31.${index * SUBNET_STEP}.0/20`,
      zone: zone.name,
      zoneId: zone.id,
      isDefault: true,
    });
  }
  putDefaultGroup({ view, call }, vpcId, {
    group: idOf('sg', ID),
    ingress: idOf('sgr', 'ingress'),
    egress: idOf('sgr', 'egress'),
  });
}

interface DefaultGroupIds {
  readonly group: string;
  readonly ingress: string;
  readonly egress: string;
}

/** The group of a VPC that nobody can delete: its members reach each other, and everything outside. */
export function putDefaultGroup({ view, call }: Place, vpcId: string, ids: DefaultGroupIds): void {
  const group: GroupDocument = {
    id: ids.group,
    tags: {},
    scope: call.scope,
    name: 'default',
    description: 'default VPC security group',
    vpcId,
  };
  view.put(groups, group.id, group);
  const { id: groupId } = group;
  const whole = { tags: {}, groupId, protocol: '-1', from: -1, to: -1 };
  const ingress: RuleDocument = {
    ...whole,
    id: ids.ingress,
    isEgress: false,
    peer: { kind: 'group', value: groupId },
  };
  view.put(rules, ingress.id, ingress);
  view.put(rules, ids.egress, everythingOut(ids.egress, groupId));
}

/** The rule that new groups begin with. */
export function everythingOut(id: string, groupId: string): RuleDocument {
  return {
    id,
    tags: {},
    groupId,
    isEgress: true,
    protocol: '-1',
    from: -1,
    to: -1,
    peer: { kind: 'ipv4', value: '0.0.0.0/0' },
  };
}

/** Errors: VPCIdNotSpecified where the default VPC was deleted. */
export async function defaultVpc(place: Place): Promise<VpcDocument> {
  await foundNetwork(place);
  const page = await place.view.list(vpcs, { index: 'default', limit: 1 });
  const vpc = page.items[0]?.document;
  if (vpc === undefined) throw ec2Error('VPCIdNotSpecified', 'No default VPC for this user');
  return vpc;
}
