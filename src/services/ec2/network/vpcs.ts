import { listedTagConditions } from '../../../core/tags.ts';
import type { Ec2Operations, Vpc } from '../../../../models/ec2/types.ts';
import type { OperationOf } from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import { firstOf } from '../../../listing/first-documents.ts';
import {
  newArn,
  permissionOn,
  permissionTo,
  givenTags,
  taggingPermissions,
} from '../authorization.ts';
import { describing } from '../describing.ts';
import { formatCidr, parseCidr } from '../domain/cidr.ts';
import { newId } from '../domain/ids.ts';
import { ec2Error, invalidParameterValue, missingParameter, unbuilt } from '../errors.ts';
import { filterTable } from '../filters.ts';
import { newTags, shownTags } from '../tagging.ts';
import { foundNetwork, putDefaultGroup } from './default-network.ts';
import { groupRules, removeGroup } from './group-store.ts';
import { vpcNoun } from './nouns.ts';
import { groups, subnets, type VpcDocument, vpcs } from './state.ts';

const VPCS_MAX = 5;
const LONGEST = 28;
const SHORTEST = 16;

const UNBUILT = [
  'AmazonProvidedIpv6CidrBlock',
  'Ipv4IpamPoolId',
  'Ipv6CidrBlock',
  'Ipv6IpamPoolId',
  'Ipv6Pool',
  'VpcEncryptionControl',
] as const;

function shown(vpc: VpcDocument): Vpc {
  return {
    VpcId: vpc.id,
    OwnerId: vpc.scope.account,
    CidrBlock: vpc.cidr,
    CidrBlockAssociationSet: [
      {
        AssociationId: vpc.associationId,
        CidrBlock: vpc.cidr,
        CidrBlockState: { State: 'associated' },
      },
    ],
    DhcpOptionsId: vpc.dhcpOptionsId,
    InstanceTenancy: vpc.tenancy,
    IsDefault: vpc.isDefault,
    State: 'available',
    Tags: shownTags(vpc.tags),
  };
}

const describeVpcs = describing({
  name: 'DescribeVpcs',
  noun: vpcNoun,
  asked: (input) => ({ ids: input.VpcIds, ...input }),
  filters: filterTable<VpcDocument>({
    cidr: ({ cidr }) => cidr,
    'cidr-block-association.association-id': ({ associationId }) => associationId,
    'cidr-block-association.cidr-block': ({ cidr }) => cidr,
    'cidr-block-association.state': () => 'associated',
    'dhcp-options-id': ({ dhcpOptionsId }) => dhcpOptionsId,
    'is-default': ({ isDefault }) => isDefault,
    isDefault: ({ isDefault }) => isDefault,
    'owner-id': ({ scope }) => scope.account,
    state: () => 'available',
    'vpc-id': ({ id }) => id,
  }),
  before: foundNetwork,
  answer: async (items) => ({ Vpcs: items.map(shown) }),
});

const createVpc: OperationOf<Ec2Operations, 'CreateVpc'> = {
  name: 'CreateVpc',
  access: 'write',
  authorize: async (input, context) => [
    permissionTo(
      context,
      'CreateVpc',
      newArn(context, 'vpc'),
      listedTagConditions(givenTags(input.TagSpecifications, 'vpc')),
    ),
    ...taggingPermissions(context, input.TagSpecifications),
  ],
  handle: async (input, context) => {
    const { call, view } = context;
    for (const name of UNBUILT) {
      if (input[name] !== undefined && input[name] !== false) throw unbuilt('CreateVpc', name);
    }
    if (input.CidrBlock === undefined) throw missingParameter('cidrBlock');
    const cidr = blockOf(input.CidrBlock, 'InvalidVpc.Range');
    const tags = newTags(input.TagSpecifications, 'vpc');
    await foundNetwork(context);
    if ((await firstOf(view, vpcs, VPCS_MAX)).length >= VPCS_MAX) {
      throw ec2Error('VpcLimitExceeded', 'The maximum number of VPCs has been reached.');
    }
    const ids = await context.once(() => ({
      vpc: newId('vpc'),
      association: newId('vpc-cidr-assoc'),
      group: newId('sg'),
      ingress: newId('sgr'),
      egress: newId('sgr'),
    }));
    const vpc: VpcDocument = {
      id: ids.vpc,
      tags,
      scope: call.scope,
      cidr,
      isDefault: false,
      associationId: ids.association,
      dhcpOptionsId: 'default',
      tenancy: input.InstanceTenancy === 'dedicated' ? 'dedicated' : 'default',
    };
    view.put(vpcs, vpc.id, vpc);
    putDefaultGroup(context, vpc.id, ids);
    return { Vpc: shown(vpc) };
  },
};

const deleteVpc: OperationOf<Ec2Operations, 'DeleteVpc'> = {
  name: 'DeleteVpc',
  access: 'write',
  authorize: async ({ VpcId }, context) => [await permissionOn(context, vpcNoun, VpcId)],
  handle: async ({ VpcId }, context) => {
    const { view } = context;
    await context.resolve(vpcNoun.kind, VpcId);
    const inside = await view.list(subnets, { index: 'vpc', prefix: VpcId, limit: 1 });
    const own = await view.list(groups, { index: 'name', prefix: `${VpcId}/`, limit: 2 });
    if (inside.items.length > 0 || own.items.length > 1) {
      const text = `The vpc '${VpcId}' has dependencies and cannot be deleted.`;
      throw ec2Error('DependencyViolation', text);
    }
    for (const { document } of own.items) {
      removeGroup(view, document, await groupRules(view, document.id));
    }
    view.delete(vpcs, VpcId);
    return {};
  },
};

/** A block of the sizes that networks have. Errors: InvalidParameterValue, or the code of a range. */
export function blockOf(text: string, code: string): string {
  const block = parseCidr(text);
  if (block === undefined) {
    throw invalidParameterValue(
      `Value (${text}) for parameter cidrBlock is invalid. This is not a valid CIDR block.`,
    );
  }
  if (block.length < SHORTEST || block.length > LONGEST) {
    throw ec2Error(code, `The CIDR '${text}' is invalid.`);
  }
  return formatCidr(block);
}

export const vpcOperations: readonly AnyOperation[] = [describeVpcs, createVpc, deleteVpc];
