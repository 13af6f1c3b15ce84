import type { Scope } from '../../../core/scope.ts';
import { ec2Error } from '../errors.ts';
import { nounOf } from '../nouns.ts';
import {
  type GroupDocument,
  groups,
  type RuleDocument,
  rules,
  type SubnetDocument,
  subnets,
  type VpcDocument,
  vpcs,
} from './state.ts';

export const vpcNoun = nounOf<VpcDocument>({
  type: 'vpc',
  prefix: 'vpc',
  collection: vpcs,
  notFound: (id) => ec2Error('InvalidVpcID.NotFound', `The vpc ID '${id}' does not exist`),
  malformedCode: 'InvalidVpcID.Malformed',
  conditions: ({ id, tenancy }, key) => pick(key, { 'ec2:vpcid': id, 'ec2:tenancy': tenancy }),
});

export const subnetNoun = nounOf<SubnetDocument>({
  type: 'subnet',
  prefix: 'subnet',
  collection: subnets,
  notFound: (id) => ec2Error('InvalidSubnetID.NotFound', `The subnet ID '${id}' does not exist`),
  malformedCode: 'InvalidSubnetID.Malformed',
  conditions: ({ id, vpcId, zone }, key, scope) =>
    pick(key, {
      'ec2:subnetid': id,
      'ec2:vpc': vpcArn(scope, vpcId),
      'ec2:availabilityzone': zone,
    }),
});

export const groupNoun = nounOf<GroupDocument>({
  type: 'security-group',
  prefix: 'sg',
  collection: groups,
  notFound: (id) => ec2Error('InvalidGroup.NotFound', `The security group '${id}' does not exist`),
  malformedCode: 'InvalidGroupId.Malformed',
  conditions: ({ id, vpcId }, key, scope) =>
    pick(key, { 'ec2:securitygroupid': id, 'ec2:vpc': vpcArn(scope, vpcId) }),
});

export const ruleNoun = nounOf<RuleDocument>({
  type: 'security-group-rule',
  prefix: 'sgr',
  collection: rules,
  notFound: (id) =>
    ec2Error(
      'InvalidSecurityGroupRuleId.NotFound',
      `The security group rule ID '${id}' does not exist`,
    ),
  malformedCode: 'InvalidSecurityGroupRuleId.Malformed',
});

export const networkNouns = [groupNoun, ruleNoun, subnetNoun, vpcNoun];

function vpcArn(scope: Scope, id: string): string {
  return vpcNoun.arn(scope, id);
}

function pick(
  key: string,
  values: Readonly<Record<string, string>>,
): readonly string[] | undefined {
  const value = Object.hasOwn(values, key) ? values[key] : undefined;
  return value === undefined ? undefined : [value];
}
