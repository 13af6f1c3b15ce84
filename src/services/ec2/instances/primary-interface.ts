import type { RunInstancesRequest } from '../../../../models/ec2/types.ts';
import { invalidCombination, unbuilt } from '../errors.ts';

const OPERATION = 'RunInstances';

/** Members of an interface that mean what they say at the instance too, or nothing here. */
const KNOWN: ReadonlySet<string> = new Set([
  'AssociatePublicIpAddress',
  'DeleteOnTermination',
  'Description',
  'DeviceIndex',
  'Groups',
  'NetworkCardIndex',
  'PrivateIpAddress',
  'SubnetId',
]);

/**
 * A request whose only network interface is the instance's first, as one that says the same of the instance.
 * Errors: InvalidParameterCombination.
 */
export function withPrimary(input: RunInstancesRequest): RunInstancesRequest {
  const { NetworkInterfaces: interfaces, ...rest } = input;
  const [primary, ...others] = interfaces ?? [];
  if (primary === undefined) return rest;
  if (rest.SubnetId !== undefined) throw bothGiven('subnet ID');
  const { SecurityGroupIds = [], SecurityGroups = [] } = rest;
  if (SecurityGroupIds.length + SecurityGroups.length > 0) throw bothGiven('security groups');
  if (others.length > 0 || (primary.DeviceIndex ?? 0) !== 0) {
    throw unbuilt(OPERATION, 'network interfaces other than the first');
  }
  if (primary.AssociatePublicIpAddress === true) throw unbuilt(OPERATION, 'public addresses');
  const given = Object.entries(primary).filter(([, value]) => value !== undefined);
  const unknown = given.find(([name]) => !KNOWN.has(name));
  if (unknown !== undefined) throw unbuilt(OPERATION, `NetworkInterfaces with ${unknown[0]}`);
  return {
    ...rest,
    SubnetId: primary.SubnetId,
    SecurityGroupIds: primary.Groups,
    PrivateIpAddress: primary.PrivateIpAddress,
  };
}

function bothGiven(what: string) {
  return invalidCombination(
    `Network interfaces and an instance-level ${what} may not be specified on the same request`,
  );
}
