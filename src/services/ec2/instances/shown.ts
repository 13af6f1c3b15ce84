import type {
  Instance,
  InstanceBlockDeviceMapping,
  InstanceNetworkInterface,
} from '../../../../models/ec2/types.ts';
import type { View } from '../../../contract/view.ts';
import { groups } from '../network/state.ts';
import { shownTags } from '../tagging.ts';
import type { HeldVolume, InstanceDocument } from './state.ts';
import { shownState } from './transitions.ts';

/** An instance as DescribeInstances shows it. */
export async function shownInstance(view: View, instance: InstanceDocument): Promise<Instance> {
  const { id, profile, stateReason } = instance;
  const SecurityGroups = await shownGroups(view, instance.groupIds);
  const isThere = instance.state !== 'terminated';
  const place = {
    VpcId: instance.vpcId,
    SubnetId: instance.subnetId,
    PrivateIpAddress: instance.privateAddress,
  };
  return {
    InstanceId: id,
    ImageId: instance.imageId,
    State: shownState(instance.state),
    ...(stateReason === undefined
      ? {}
      : { StateReason: { Code: stateReason.code, Message: stateReason.message } }),
    StateTransitionReason: instance.transitionReason,
    PrivateDnsName: isThere ? privateName(instance) : '',
    PublicDnsName: '',
    ...(isThere ? place : {}),
    KeyName: instance.keyName,
    AmiLaunchIndex: instance.launchIndex,
    ProductCodes: [],
    InstanceType: instance.instanceType,
    LaunchTime: new Date(instance.launched),
    Placement: { AvailabilityZone: instance.zone, GroupName: '', Tenancy: instance.tenancy },
    Monitoring: { State: instance.isMonitored ? 'enabled' : 'disabled' },
    Architecture: instance.architecture,
    BlockDeviceMappings: instance.volumes.map(shownDevice),
    ClientToken: instance.clientToken,
    EbsOptimized: instance.isEbsOptimized,
    EnaSupport: true,
    Hypervisor: 'xen',
    ...(profile === undefined
      ? {}
      : { IamInstanceProfile: { Arn: profile.arn, Id: profile.profileId } }),
    NetworkInterfaces: isThere ? [shownInterface(instance, SecurityGroups)] : [],
    RootDeviceName: instance.rootDevice,
    RootDeviceType: 'ebs',
    SecurityGroups: isThere ? SecurityGroups : [],
    SourceDestCheck: instance.checksSource,
    Tags: shownTags(instance.tags),
    VirtualizationType: 'hvm',
    HibernationOptions: { Configured: false },
    MetadataOptions: instance.metadata,
    EnclaveOptions: { Enabled: false },
    PlatformDetails: 'Linux/UNIX',
    UsageOperation: 'RunInstances',
  };
}

export async function shownGroups(view: View, ids: readonly string[]) {
  const found = await Promise.all(ids.map((id) => view.get(groups, id)));
  return ids.map((GroupId, index) => ({ GroupId, GroupName: found[index]?.name ?? '' }));
}

/** `ip-172-31-0-4.ec2.internal`. */
export function privateName({ scope: { region }, privateAddress }: InstanceDocument): string {
  const domain = region === 'us-east-1' ? 'ec2.internal' : `${region}.compute.internal`;
  return `ip-${privateAddress.replaceAll('.', '-')}.${domain}`;
}

export function shownDevice(held: HeldVolume): InstanceBlockDeviceMapping {
  return {
    DeviceName: held.device,
    Ebs: {
      VolumeId: held.volumeId,
      AttachTime: new Date(held.attached),
      DeleteOnTermination: held.deleteOnTermination,
      Status: held.isAttaching === true ? 'attaching' : 'attached',
    },
  };
}

export function shownInterface(
  instance: InstanceDocument,
  Groups: InstanceNetworkInterface['Groups'],
): InstanceNetworkInterface {
  const address = {
    PrivateIpAddress: instance.privateAddress,
    PrivateDnsName: privateName(instance),
  };
  return {
    NetworkInterfaceId: instance.interfaceId,
    Attachment: {
      AttachmentId: instance.attachmentId,
      AttachTime: new Date(instance.launched),
      DeleteOnTermination: true,
      DeviceIndex: 0,
      NetworkCardIndex: 0,
      Status: 'attached',
    },
    Description: '',
    Groups,
    InterfaceType: 'interface',
    Ipv6Addresses: [],
    MacAddress: instance.macAddress,
    OwnerId: instance.scope.account,
    ...address,
    PrivateIpAddresses: [{ ...address, Primary: true }],
    SourceDestCheck: instance.checksSource,
    Status: 'in-use',
    SubnetId: instance.subnetId,
    VpcId: instance.vpcId,
  };
}
