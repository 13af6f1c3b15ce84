import type {
  Ec2Operations,
  InstanceStatus,
  InstanceStatusSummary,
  InstanceTypeInfo,
  Reservation,
} from '../../../../models/ec2/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import { describing } from '../describing.ts';
import { INSTANCE_TYPES, type TypeFacts } from '../domain/instance-types.ts';
import { zonesOf } from '../domain/zones.ts';
import { ec2Error } from '../errors.ts';
import { filterOf, filterTable } from '../filters.ts';
import { listerOfAll, pageOf } from '../pages.ts';
import { permissionTo } from '../authorization.ts';
import { instanceNoun, instanceNotFound } from './noun.ts';
import { privateName, shownInstance } from './shown.ts';
import type { InstanceDocument } from './state.ts';
import { shownState } from './transitions.ts';

const FILTERS = filterTable<InstanceDocument>({
  architecture: ({ architecture }) => architecture,
  'availability-zone': ({ zone }) => zone,
  'block-device-mapping.delete-on-termination': ({ volumes }) =>
    volumes.map(({ deleteOnTermination }) => deleteOnTermination),
  'block-device-mapping.device-name': ({ volumes }) => volumes.map(({ device }) => device),
  'block-device-mapping.status': ({ volumes }) => volumes.map(() => 'attached'),
  'block-device-mapping.volume-id': ({ volumes }) => volumes.map(({ volumeId }) => volumeId),
  'client-token': ({ clientToken }) => clientToken,
  'iam-instance-profile.arn': ({ profile }) => profile?.arn,
  'iam-instance-profile.id': ({ profile }) => profile?.profileId,
  'image-id': ({ imageId }) => imageId,
  'instance-id': ({ id }) => id,
  'instance-state-code': ({ state }) => shownState(state).Code,
  'instance-state-name': ({ state }) => state,
  'instance-type': ({ instanceType }) => instanceType,
  'instance.group-id': ({ groupIds }) => groupIds,
  'key-name': ({ keyName }) => keyName,
  'launch-index': ({ launchIndex }) => launchIndex,
  'launch-time': ({ launched }) => new Date(launched).toISOString(),
  'metadata-options.http-tokens': ({ metadata }) => metadata.HttpTokens,
  'metadata-options.http-endpoint': ({ metadata }) => metadata.HttpEndpoint,
  'metadata-options.instance-metadata-tags': ({ metadata }) => metadata.InstanceMetadataTags,
  'monitoring-state': ({ isMonitored }) => (isMonitored ? 'enabled' : 'disabled'),
  'network-interface.network-interface-id': ({ interfaceId }) => interfaceId,
  'network-interface.subnet-id': ({ subnetId }) => subnetId,
  'network-interface.vpc-id': ({ vpcId }) => vpcId,
  'owner-id': ({ scope }) => scope.account,
  'private-dns-name': (instance) => privateName(instance),
  'private-ip-address': ({ privateAddress }) => privateAddress,
  'reservation-id': ({ reservationId }) => reservationId,
  'root-device-name': ({ rootDevice }) => rootDevice,
  'root-device-type': () => 'ebs',
  'source-dest-check': ({ checksSource }) => checksSource,
  'state-reason-code': ({ stateReason }) => stateReason?.code,
  'subnet-id': ({ subnetId }) => subnetId,
  tenancy: ({ tenancy }) => tenancy,
  'virtualization-type': () => 'hvm',
  'vpc-id': ({ vpcId }) => vpcId,
});

const describeInstances = describing({
  name: 'DescribeInstances',
  noun: instanceNoun,
  asked: (input) => ({ ids: input.InstanceIds, ...input }),
  idsWithoutPages: 'instancesSet',
  filters: FILTERS,
  notFound: instanceNotFound,
  answer: async (items, context) => ({ Reservations: await shownReservations(context, items) }),
});

/** Instances by the requests that launched them. */
export async function shownReservations(
  { view, call }: Pick<Context, 'view' | 'call'>,
  items: readonly InstanceDocument[],
): Promise<readonly Reservation[]> {
  const sets = new Map<string, InstanceDocument[]>();
  for (const instance of items) {
    sets.set(instance.reservationId, [...(sets.get(instance.reservationId) ?? []), instance]);
  }
  return Promise.all(
    [...sets].map(async ([ReservationId, set]) => ({
      ReservationId,
      OwnerId: call.scope.account,
      Groups: [],
      Instances: await Promise.all(set.map((instance) => shownInstance(view, instance))),
    })),
  );
}

const describeInstanceStatus = describing({
  name: 'DescribeInstanceStatus',
  noun: instanceNoun,
  // Only what runs, unless all is asked for; ids do not change that.
  asked: (input) => ({
    ids: input.InstanceIds,
    ...input,
    Filters:
      input.IncludeAllInstances === true
        ? input.Filters
        : [...(input.Filters ?? []), { Name: 'instance-state-name', Values: ['running'] }],
  }),
  idsWithoutPages: 'instancesSet',
  notFound: instanceNotFound,
  filters: filterTable<InstanceDocument>({
    'availability-zone': ({ zone }) => zone,
    'instance-state-code': ({ state }) => shownState(state).Code,
    'instance-state-name': ({ state }) => state,
    'instance-status.status': statusOf,
    'system-status.status': statusOf,
    'instance-status.reachability': reachabilityOf,
    'system-status.reachability': reachabilityOf,
  }),
  answer: async (items) => ({ InstanceStatuses: items.map(shownStatus) }),
});

/** No machine runs that could fail a check. */
function statusOf({ state }: InstanceDocument) {
  return state === 'running' ? ('ok' as const) : ('not-applicable' as const);
}

function reachabilityOf({ state }: InstanceDocument) {
  return state === 'running' ? ('passed' as const) : undefined;
}

function shownStatus(instance: InstanceDocument): InstanceStatus {
  const Status = statusOf(instance);
  const reachability = reachabilityOf(instance);
  const summary: InstanceStatusSummary = {
    Status,
    Details: reachability === undefined ? [] : [{ Name: 'reachability', Status: reachability }],
  };
  const zone = zonesOf(instance.scope.region).find(({ name }) => name === instance.zone);
  return {
    InstanceId: instance.id,
    AvailabilityZone: instance.zone,
    AvailabilityZoneId: zone?.id,
    InstanceState: shownState(instance.state),
    InstanceStatus: summary,
    SystemStatus: summary,
  };
}

interface TypeItem extends TypeFacts {
  readonly id: string;
  readonly tags: Readonly<Record<string, string>>;
}

const TYPES: readonly TypeItem[] = INSTANCE_TYPES.map((facts) => ({
  ...facts,
  id: facts.name,
  tags: {},
}));

const TYPE_FILTERS = filterTable<TypeItem>({
  'burstable-performance-supported': ({ isBurstable }) => isBurstable,
  'current-generation': ({ isCurrent }) => isCurrent,
  'free-tier-eligible': ({ isFree }) => isFree,
  hypervisor: ({ hypervisor }) => hypervisor,
  'instance-type': ({ name }) => name,
  'memory-info.size-in-mib': ({ memoryMiB }) => memoryMiB,
  'processor-info.supported-architecture': ({ architectures }) => architectures,
  'supported-root-device-type': () => 'ebs',
  'supported-virtualization-type': () => 'hvm',
  'vcpu-info.default-cores': ({ cores }) => cores,
  'vcpu-info.default-vcpus': ({ vcpus }) => vcpus,
});

const describeInstanceTypes: OperationOf<Ec2Operations, 'DescribeInstanceTypes'> = {
  name: 'DescribeInstanceTypes',
  access: 'read',
  authorize: async (_, context) => [permissionTo(context, 'DescribeInstanceTypes')],
  handle: async (input, { call }) => {
    const names = new Set<string>(input.InstanceTypes ?? []);
    const unknown = [...names].filter((name) => !TYPES.some((type) => type.name === name));
    if (unknown.length > 0) {
      const text = `The following supplied instance types do not exist: [${unknown.join(', ')}]`;
      throw ec2Error('InvalidInstanceType', text);
    }
    const named = TYPES.filter(({ name }) => names.size === 0 || names.has(name));
    const wanted = filterOf(input.Filters, TYPE_FILTERS);
    const page = await pageOf(call, input, listerOfAll(named), wanted, { most: 100 });
    return { InstanceTypes: page.items.map(shownType), NextToken: page.NextToken };
  },
};

function shownType(type: TypeFacts): InstanceTypeInfo {
  return {
    InstanceType: type.name,
    CurrentGeneration: type.isCurrent,
    FreeTierEligible: type.isFree,
    SupportedUsageClasses: ['on-demand', 'spot'],
    SupportedRootDeviceTypes: ['ebs'],
    SupportedVirtualizationTypes: ['hvm'],
    BareMetal: false,
    Hypervisor: type.hypervisor,
    ProcessorInfo: {
      SupportedArchitectures: type.architectures,
      SustainedClockSpeedInGhz: type.clock,
    },
    VCpuInfo: {
      DefaultVCpus: type.vcpus,
      DefaultCores: type.cores,
      DefaultThreadsPerCore: type.vcpus / type.cores,
    },
    MemoryInfo: { SizeInMiB: type.memoryMiB },
    InstanceStorageSupported: false,
    NetworkInfo: {
      NetworkPerformance: type.network,
      MaximumNetworkInterfaces: type.interfaces,
      Ipv4AddressesPerInterface: type.addressesEach,
      Ipv6AddressesPerInterface: type.addressesEach,
      Ipv6Supported: true,
      EnaSupport: type.hypervisor === 'nitro' ? 'required' : 'unsupported',
    },
    BurstablePerformanceSupported: type.isBurstable,
  };
}

export const listingOperations: readonly AnyOperation[] = [
  describeInstances,
  describeInstanceStatus,
  describeInstanceTypes,
];
