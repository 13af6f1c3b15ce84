import { listedTagConditions } from '../../../core/tags.ts';
import { randomBytes } from 'node:crypto';
import type { Ec2Operations, RunInstancesRequest } from '../../../../models/ec2/types.ts';
import type {
  Call,
  Context,
  OperationOf,
  Permission,
  ResolveContext,
} from '../../../contract/operation.ts';
import { everyOf } from '../../../listing/every-document.ts';
import type { InstanceProfileDirectory } from '../../iam/port.ts';
import {
  type Conditions,
  givenTags,
  newArn,
  permissionTo,
  taggingPermissions,
} from '../authorization.ts';
import { freeAddress, holdsAddress, parseCidr } from '../domain/cidr.ts';
import { newId } from '../domain/ids.ts';
import { architecturesOf } from '../domain/instance-types.ts';
import { ec2Error, invalidParameterValue, missingParameter, unbuilt } from '../errors.ts';
import { madeOnce } from '../idempotency.ts';
import type { ImageDocument } from '../images/state.ts';
import type { VisibleImages } from '../images/visibility.ts';
import { foundNetwork } from '../network/default-network.ts';
import { groupOf } from '../network/group-store.ts';
import { groupNoun, subnetNoun, vpcNoun } from '../network/nouns.ts';
import type { SubnetDocument } from '../network/state.ts';
import { membersOf } from '../network/subnets.ts';
import { newTags } from '../tagging.ts';
import { architectureMismatch, tooManyInstances } from './instance-type.ts';
import { devicesFor, requireUsable, volumePermissions, wantedDevices } from './launch-devices.ts';
import { shownReservations } from './listing.ts';
import { initialMetadata, metadataConditions, withMetadata } from './metadata-options.ts';
import { type Placement, placementOf } from './placement.ts';
import { newAssociation } from './profile-associations.ts';
import { passesRole, profileNamed } from './profiles.ts';
import { type InstanceDocument, instances } from './state.ts';
import { enter } from './transitions.ts';
import { withPrimary } from './primary-interface.ts';
import { checkedUserData } from './user-data.ts';

const INSTANCES_MAX = 1_000;
const TYPE_DEFAULT = 'm1.small';
const TAGGED = ['instance', 'network-interface', 'volume'] as const;

const UNBUILT = [
  'CapacityReservationSpecification',
  'ElasticGpuSpecification',
  'ElasticInferenceAccelerators',
  'InstanceMarketOptions',
  'Ipv6AddressCount',
  'Ipv6Addresses',
  'KernelId',
  'LaunchTemplate',
  'LicenseSpecifications',
  'Operator',
  'RamdiskId',
  'SecondaryInterfaces',
] as const;

export interface LaunchParts {
  readonly visible: VisibleImages;
  readonly profiles: InstanceProfileDirectory;
}

export function createRunInstances(parts: LaunchParts): OperationOf<Ec2Operations, 'RunInstances'> {
  return {
    name: 'RunInstances',
    access: 'write',
    authorize: async (input, context) => permissionsOf(parts, withPrimary(input), context),
    handle: async (input, context) => {
      refuseUnbuilt(input);
      const made = await madeOnce(context, input, () => launch(parts, withPrimary(input), context));
      const all = await Promise.all(made.map((id) => context.view.get(instances, id)));
      const [reservation] = await shownReservations(
        context,
        all.filter((instance) => instance !== undefined),
      );
      return reservation ?? {};
    },
  };
}

function refuseUnbuilt(input: RunInstancesRequest): void {
  for (const name of UNBUILT) {
    if (input[name] !== undefined) throw unbuilt('RunInstances', name);
  }
  const { Placement = {}, HibernationOptions, EnclaveOptions } = input;
  const { AvailabilityZone: _zone, Tenancy: _tenancy, ...rest } = Placement;
  if (Object.values(rest).some((value) => value !== undefined && value !== '')) {
    throw unbuilt('RunInstances', 'a Placement of more than AvailabilityZone and Tenancy');
  }
  if (HibernationOptions?.Configured === true) throw unbuilt('RunInstances', 'hibernation');
  if (EnclaveOptions?.Enabled === true) throw unbuilt('RunInstances', 'Nitro Enclaves');
}

async function permissionsOf(
  { visible, profiles }: LaunchParts,
  input: RunInstancesRequest,
  context: ResolveContext,
): Promise<readonly Permission[]> {
  const { ImageId, TagSpecifications, IamInstanceProfile } = input;
  if (ImageId === undefined) throw missingParameter('ImageId');
  const image = await context.resolve(visible.kind, ImageId);
  const placement = await placementOf(input, context);
  const zone = placement.subnet?.zone;
  const shared = new Map<string, readonly string[]>([
    ...(zone === undefined ? [] : [['ec2:availabilityzone', [zone]] as const]),
    ['ec2:islaunchtemplateresource', ['false']],
  ]);
  const to = (resource: Permission['resource'], conditions: Conditions = new Map()) =>
    permissionTo(context, 'RunInstances', resource, new Map([...shared, ...conditions]));
  const profile = IamInstanceProfile && (await profileNamed(profiles, context, IamInstanceProfile));
  const instance = new Map<string, readonly string[]>([
    ['ec2:instancetype', [input.InstanceType ?? TYPE_DEFAULT]],
    ['ec2:ebsoptimized', [String(input.EbsOptimized ?? false)]],
    ['ec2:rootdevicetype', ['ebs']],
    ['ec2:tenancy', [input.Placement?.Tenancy ?? 'default']],
    ...(profile === undefined ? [] : [['ec2:instanceprofile', [profile.arn]] as const]),
    ...metadataConditions(input.MetadataOptions),
    ...listedTagConditions(givenTags(TagSpecifications, 'instance')),
  ]);
  const subnet = await context.resolve(subnetNoun.kind, placement.subnetId);
  const { scope } = context.call;
  const network = new Map<string, readonly string[]>([
    ['ec2:subnet', [subnet.resolved.arn]],
    ...(placement.subnet === undefined
      ? []
      : [['ec2:vpc', [vpcNoun.arn(scope, placement.subnet.vpcId)]] as const]),
    ...listedTagConditions(givenTags(TagSpecifications, 'network-interface')),
  ]);
  const groups = await Promise.all(
    placement.groupIds.map((id) => context.resolve(groupNoun.kind, id)),
  );
  return [
    to(image),
    to(newArn(context, 'instance'), instance),
    to(subnet),
    ...groups.map((group) => to(group)),
    to(newArn(context, 'network-interface'), network),
    ...(await volumePermissions(input, image.resolved.document, context)),
    ...taggingPermissions(context, TagSpecifications),
    ...(await passesRole(profiles, context, IamInstanceProfile)),
  ];
}

/** Everything that can be wrong is found before anything is written. */
async function launch(
  parts: LaunchParts,
  input: RunInstancesRequest,
  context: Context,
): Promise<readonly string[]> {
  const { call, view, unit } = context;
  const count = countOf(input);
  const held = await everyOf(view, instances);
  const alive = held.filter(({ state }) => state !== 'terminated').length;
  if (alive + count > INSTANCES_MAX) throw tooManyInstances(count, INSTANCES_MAX);
  const image = await launchable(parts.visible, input, context);
  const placement = await placementOf(input, context);
  const { subnet, groupIds } = await requirePlacement(context, placement);
  const addresses = await addressesIn(context, subnet, count, input.PrivateIpAddress);
  const wanted = wantedDevices(input, image);
  await requireUsable(context, wanted);
  for (const type of TAGGED) newTags(input.TagSpecifications, type, TAGGED);
  const { IamInstanceProfile } = input;
  const profile =
    IamInstanceProfile && (await newAssociation(parts.profiles, context, IamInstanceProfile));
  const common = { ...placed(subnet, groupIds), ...settingsOf(input, image, call) };
  const ids = await context.once(() => newIds(count));
  const devices = await devicesFor(context, wanted, {
    instanceIds: ids.instances.map(({ instance }) => instance),
    zone: subnet.zone,
    image,
    tags: newTags(input.TagSpecifications, 'volume', TAGGED),
  });
  const launched: InstanceDocument[] = [];
  for (const [launchIndex, own] of ids.instances.entries()) {
    const associated =
      profile === undefined ? {} : { profile: { ...profile, id: own.association } };
    launched.push({
      ...common,
      ...associated,
      id: own.instance,
      reservationId: ids.reservation,
      launchIndex,
      privateAddress: addresses[launchIndex] ?? '',
      interfaceId: own.interface,
      attachmentId: own.attachment,
      macAddress: own.mac,
      ...devices(own.instance),
    });
  }
  // What KMS refused took what was written before with it.
  await foundNetwork(context);
  for (const instance of launched) enter(unit, instance, call.now);
  return launched.map(({ id }) => id);
}

/** Errors: InvalidParameterValue, InvalidParameterCombination. */
function countOf({ MinCount, MaxCount }: RunInstancesRequest): number {
  for (const [name, value] of [
    ['minCount', MinCount],
    ['maxCount', MaxCount],
  ] as const) {
    if (value < 1) {
      throw invalidParameterValue(
        `Value (${value}) for parameter ${name} is invalid. Must be greater than 0.`,
      );
    }
  }
  if (MinCount > MaxCount) {
    const text = `The value of parameter MinCount (${MinCount}) is greater than MaxCount (${MaxCount})`;
    throw ec2Error('InvalidParameterCombination', text);
  }
  return MaxCount;
}

/** Errors: InvalidAMIID.NotFound and its kin, InvalidParameterValue. */
async function launchable(
  visible: VisibleImages,
  { ImageId = '', InstanceType = TYPE_DEFAULT }: RunInstancesRequest,
  context: Context,
): Promise<ImageDocument> {
  const { resolved } = await context.resolve(visible.kind, ImageId);
  const { document: image } = resolved;
  if (image === undefined) throw new Error(`${ImageId} was not found nor refused`);
  if (image.state !== 'available') {
    const text = `The image ID '${ImageId}' is not available`;
    throw ec2Error('InvalidAMIID.Unavailable', text);
  }
  const architectures = architecturesOf(InstanceType);
  if (!architectures.some((one) => one === image.architecture)) {
    throw architectureMismatch(architectures, image.architecture);
  }
  return image;
}

/** Errors: InvalidSubnetID.NotFound, InvalidGroup.NotFound, InvalidParameter. */
async function requirePlacement(
  context: Context,
  { subnetId, groupIds }: Placement,
): Promise<{ readonly subnet: SubnetDocument; readonly groupIds: readonly string[] }> {
  const { resolved } = await context.resolve(subnetNoun.kind, subnetId);
  const { document: subnet } = resolved;
  if (subnet === undefined) throw new Error(`${subnetId} was not found nor refused`);
  for (const id of groupIds) {
    if ((await groupOf(context.view, id)).vpcId !== subnet.vpcId) {
      const text = `Security group ${id} and subnet ${subnetId} belong to different networks.`;
      throw ec2Error('InvalidParameter', text);
    }
  }
  return { subnet, groupIds };
}

/** Errors: InsufficientFreeAddressesInSubnet, InvalidIPAddress.InUse, InvalidParameterValue. */
async function addressesIn(
  { view }: Context,
  subnet: SubnetDocument,
  count: number,
  wanted: string | undefined,
): Promise<readonly string[]> {
  const block = parseCidr(subnet.cidr);
  if (block === undefined) throw new Error(`${subnet.id} has no block`);
  const members = await membersOf(view, subnet.id);
  const used = new Set(members.map(({ privateAddress }) => privateAddress));
  if (wanted !== undefined) {
    if (count > 1 || !holdsAddress(block, wanted)) {
      throw invalidParameterValue(
        `Address ${wanted} does not fall within the subnet's address range`,
      );
    }
    if (used.has(wanted)) throw ec2Error('InvalidIPAddress.InUse', `Address ${wanted} is in use.`);
    return [wanted];
  }
  const addresses: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const address = freeAddress(block, used);
    if (address === undefined) {
      const text = `There are not enough free addresses in subnet '${subnet.id}' to satisfy the requested number of instances.`;
      throw ec2Error('InsufficientFreeAddressesInSubnet', text);
    }
    used.add(address);
    addresses.push(address);
  }
  return addresses;
}

function placed({ id: subnetId, vpcId, zone }: SubnetDocument, groupIds: readonly string[]) {
  return { subnetId, vpcId, zone, groupIds };
}

/** What all instances of a request have alike. Errors: those of the members. */
function settingsOf(input: RunInstancesRequest, image: ImageDocument, call: Call) {
  const { UserData, KeyName, MetadataOptions = {} } = input;
  if (KeyName !== undefined) {
    throw ec2Error('InvalidKeyPair.NotFound', `The key pair '${KeyName}' does not exist`);
  }
  return {
    tags: newTags(input.TagSpecifications, 'instance', TAGGED),
    interfaceTags: newTags(input.TagSpecifications, 'network-interface', TAGGED),
    scope: call.scope,
    clientToken: input.ClientToken ?? '',
    imageId: image.id,
    instanceType: input.InstanceType ?? TYPE_DEFAULT,
    architecture: image.architecture,
    rootDevice: image.rootDevice,
    launched: call.now,
    state: 'pending',
    transitionReason: '',
    ...(UserData === undefined || UserData === '' ? {} : { userData: checkedUserData(UserData) }),
    metadata: withMetadata(initialMetadata(image.imdsSupport === 'v2.0'), MetadataOptions),
    isProtectedFromTermination: input.DisableApiTermination ?? false,
    isProtectedFromStop: input.DisableApiStop ?? false,
    shutdownBehavior: input.InstanceInitiatedShutdownBehavior ?? 'stop',
    isEbsOptimized: input.EbsOptimized ?? false,
    isMonitored: input.Monitoring?.Enabled ?? false,
    checksSource: true,
    tenancy: input.Placement?.Tenancy ?? 'default',
  } as const;
}

function newIds(count: number) {
  return {
    reservation: newId('r'),
    instances: Array.from({ length: count }, () => ({
      instance: newId('i'),
      interface: newId('eni'),
      attachment: newId('eni-attach'),
      association: newId('iip-assoc'),
      mac: macAddress(),
    })),
  };
}

/** Of the range that nobody's hardware has. */
function macAddress(): string {
  const octets = [...randomBytes(5)].map((octet) => octet.toString(16).padStart(2, '0'));
  return ['0a', ...octets].join(':');
}
