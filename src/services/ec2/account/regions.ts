import type { AvailabilityZone, Ec2Operations, Region } from '../../../../models/ec2/types.ts';
import type { OperationOf } from '../../../contract/operation.ts';
import type { AnyOperation } from '../../../contract/service.ts';
import { partitionOf } from '../../../core/arn.ts';
import { everyRegion } from '../../../core/regions.ts';
import { permissionTo } from '../authorization.ts';
import { type Zone, zonesOf } from '../domain/zones.ts';
import { ec2Error, invalidParameterValue } from '../errors.ts';
import { filterOf, filterTable } from '../filters.ts';

interface RegionItem {
  readonly name: string;
  readonly endpoint: string;
  readonly tags: Readonly<Record<string, string>>;
}

const REGION_FILTERS = filterTable<RegionItem>({
  endpoint: ({ endpoint }) => endpoint,
  'opt-in-status': () => OPT_IN,
  'region-name': ({ name }) => name,
});

/** All Regions count as enabled for every account. */
const OPT_IN = 'opt-in-not-required';

const describeRegions: OperationOf<Ec2Operations, 'DescribeRegions'> = {
  name: 'DescribeRegions',
  access: 'read',
  authorize: async (_, context) => [permissionTo(context, 'DescribeRegions')],
  handle: async (input, { call }) => {
    const partition = partitionOf(call.scope.region);
    const all = everyRegion()
      .filter((region) => partitionOf(region) === partition)
      .map((name) => ({ name, endpoint: endpointOf(partition, name), tags: {} }));
    const names = input.RegionNames ?? [];
    const unknown = names.find((name) => !all.some((region) => region.name === name));
    if (unknown !== undefined) {
      throw invalidParameterValue(`Invalid region provided. ${unknown}`);
    }
    const wanted = filterOf(input.Filters, REGION_FILTERS);
    return {
      Regions: all
        .filter((region) => (names.length === 0 || names.includes(region.name)) && wanted(region))
        .map(
          ({ name, endpoint }): Region => ({
            RegionName: name,
            Endpoint: endpoint,
            OptInStatus: OPT_IN,
          }),
        ),
    };
  },
};

function endpointOf(partition: string, region: string): string {
  return `ec2.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}`;
}

interface ZoneItem extends Zone {
  readonly region: string;
  readonly tags: Readonly<Record<string, string>>;
}

const ZONE_FILTERS = filterTable<ZoneItem>({
  'group-name': groupOf,
  'opt-in-status': () => OPT_IN,
  'region-name': ({ region }) => region,
  state: () => 'available',
  'zone-id': ({ id }) => id,
  'zone-name': ({ name }) => name,
  'zone-type': () => 'availability-zone',
});

function groupOf({ region }: ZoneItem): string {
  return `${region}-zg-1`;
}

const describeAvailabilityZones: OperationOf<Ec2Operations, 'DescribeAvailabilityZones'> = {
  name: 'DescribeAvailabilityZones',
  access: 'read',
  authorize: async (_, context) => [permissionTo(context, 'DescribeAvailabilityZones')],
  handle: async (input, { call }) => {
    const { region } = call.scope;
    const all = zonesOf(region).map((zone) => ({ ...zone, region, tags: {} }));
    const names = input.ZoneNames ?? [];
    const ids = input.ZoneIds ?? [];
    const unknown = [
      ...names.filter((name) => !all.some((zone) => zone.name === name)),
      ...ids.filter((id) => !all.some((zone) => zone.id === id)),
    ];
    if (unknown.length > 0) {
      throw ec2Error('InvalidParameterValue', `Invalid availability zone: [${unknown.join(', ')}]`);
    }
    const wanted = filterOf(input.Filters, ZONE_FILTERS);
    const isNamed = ({ name, id }: ZoneItem) =>
      names.length + ids.length === 0 || names.includes(name) || ids.includes(id);
    return {
      AvailabilityZones: all.filter((zone) => isNamed(zone) && wanted(zone)).map(shownZone),
    };
  },
};

function shownZone(zone: ZoneItem): AvailabilityZone {
  return {
    ZoneName: zone.name,
    ZoneId: zone.id,
    RegionName: zone.region,
    State: 'available',
    OptInStatus: OPT_IN,
    GroupName: groupOf(zone),
    NetworkBorderGroup: zone.region,
    ZoneType: 'availability-zone',
    Messages: [],
  };
}

export const regionOperations: readonly AnyOperation[] = [
  describeRegions,
  describeAvailabilityZones,
];
