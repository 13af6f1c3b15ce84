import type { RunInstancesRequest } from '../../../../models/ec2/types.ts';
import type { ResolveContext } from '../../../contract/operation.ts';
import { everyOf } from '../../../listing/every-document.ts';
import { isZoneOf } from '../domain/zones.ts';
import { ec2Error, invalidParameterValue } from '../errors.ts';
import { defaultVpc } from '../network/default-network.ts';
import { groupNamed } from '../network/group-store.ts';
import { subnetNoun } from '../network/nouns.ts';
import { type SubnetDocument, subnets } from '../network/state.ts';

/** Where instances of a request go. */
export interface Placement {
  readonly subnetId: string;
  /** Undefined: there is no such subnet. */
  readonly subnet: SubnetDocument | undefined;
  readonly groupIds: readonly string[];
}

/** The subnet that is named, or the default one of a zone, and the groups. Errors: those of names that lead nowhere. */
export async function placementOf(
  input: RunInstancesRequest,
  context: ResolveContext,
): Promise<Placement> {
  const { SubnetId, Placement: { AvailabilityZone: zone } = {} } = input;
  const { region } = context.call.scope;
  if (zone !== undefined && !isZoneOf(region, zone)) {
    throw invalidParameterValue(`Invalid availability zone: [${zone}]`);
  }
  const subnet =
    SubnetId === undefined
      ? await defaultSubnet(context, zone)
      : (await context.resolve(subnetNoun.kind, SubnetId)).resolved.document;
  const subnetId = subnet?.id ?? SubnetId ?? '';
  if (subnet === undefined) return { subnetId, subnet, groupIds: [] };
  return { subnetId, subnet, groupIds: await groupIdsIn(input, context, subnet.vpcId) };
}

async function defaultSubnet(
  context: ResolveContext,
  zone: string | undefined,
): Promise<SubnetDocument> {
  const vpc = await defaultVpc(context);
  const all = await everyOf(context.view, subnets, { index: 'vpc', prefix: vpc.id });
  const [first] = all
    .filter((subnet) => subnet.isDefault && (zone === undefined || subnet.zone === zone))
    .toSorted((a, b) => (a.zone < b.zone ? -1 : 1));
  if (first !== undefined) return first;
  const text = `No subnets found for the default VPC '${vpc.id}'. Please specify a subnet.`;
  throw ec2Error('MissingInput', text);
}

async function groupIdsIn(
  { SecurityGroupIds = [], SecurityGroups = [] }: RunInstancesRequest,
  { view }: ResolveContext,
  vpcId: string,
): Promise<readonly string[]> {
  const ids = [...SecurityGroupIds];
  const names = ids.length + SecurityGroups.length === 0 ? ['default'] : SecurityGroups;
  for (const name of names) {
    const group = await groupNamed(view, vpcId, name);
    if (group === undefined) {
      const text = `The security group '${name}' does not exist in VPC '${vpcId}'`;
      throw ec2Error('InvalidGroup.NotFound', text);
    }
    ids.push(group.id);
  }
  return [...new Set(ids)];
}
