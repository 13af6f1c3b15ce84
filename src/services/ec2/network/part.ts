import type { Ec2Part } from '../parts.ts';
import { groupOperations } from './groups.ts';
import { ruleOperations } from './rules.ts';
import { foundings, groups, rules, subnets, vpcs } from './state.ts';
import { subnetOperations } from './subnets.ts';
import { vpcOperations } from './vpcs.ts';

/** VPCs, subnets and security groups. */
export const network: Ec2Part = {
  operations: [...vpcOperations, ...subnetOperations, ...groupOperations, ...ruleOperations],
  collections: [foundings, vpcs, subnets, groups, rules],
  jobs: [],
};
