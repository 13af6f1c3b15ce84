import type { Ec2Operations, NetworkInterface } from '../../../../models/ec2/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import type { Tags } from '../../../core/tags.ts';
import { everyOf } from '../../../listing/every-document.ts';
import { permissionTo } from '../authorization.ts';
import { isIdOf } from '../domain/ids.ts';
import { ec2Error, malformedId } from '../errors.ts';
import { filterOf, filterTable } from '../filters.ts';
import { listerOfAll, pageOf } from '../pages.ts';
import { shownTags } from '../tagging.ts';
import { privateName, shownGroups, shownInterface } from './shown.ts';
import { type InstanceDocument, instances } from './state.ts';

/** The one network interface that an instance has. */
interface InterfaceItem {
  readonly id: string;
  readonly tags: Tags;
  readonly instance: InstanceDocument;
}

const FILTERS = filterTable<InterfaceItem>({
  'attachment.attachment-id': ({ instance }) => instance.attachmentId,
  'attachment.instance-id': ({ instance }) => instance.id,
  'attachment.status': () => 'attached',
  'availability-zone': ({ instance }) => instance.zone,
  'group-id': ({ instance }) => instance.groupIds,
  'interface-type': () => 'interface',
  'mac-address': ({ instance }) => instance.macAddress,
  'network-interface-id': ({ id }) => id,
  'owner-id': ({ instance }) => instance.scope.account,
  'private-dns-name': ({ instance }) => privateName(instance),
  'private-ip-address': ({ instance }) => instance.privateAddress,
  'source-dest-check': ({ instance }) => instance.checksSource,
  status: () => 'in-use',
  'subnet-id': ({ instance }) => instance.subnetId,
  'vpc-id': ({ instance }) => instance.vpcId,
});

export const describeNetworkInterfaces: OperationOf<Ec2Operations, 'DescribeNetworkInterfaces'> = {
  name: 'DescribeNetworkInterfaces',
  access: 'read',
  authorize: async (_, context) => [permissionTo(context, 'DescribeNetworkInterfaces')],
  handle: async (input, context) => {
    const wanted = filterOf(input.Filters, FILTERS);
    const all = await itemsOf(context);
    const named = namedIn(all, input.NetworkInterfaceIds ?? []);
    const page = await pageOf(context.call, input, listerOfAll(named), wanted);
    return {
      NetworkInterfaces: await Promise.all(page.items.map((item) => shown(context, item))),
      NextToken: page.NextToken,
    };
  },
};

async function itemsOf({ view }: Context): Promise<readonly InterfaceItem[]> {
  return (await everyOf(view, instances))
    .filter(({ state }) => state !== 'terminated')
    .map((instance) => ({ id: instance.interfaceId, tags: instance.interfaceTags, instance }));
}

/** Errors: InvalidNetworkInterfaceID.NotFound and InvalidNetworkInterfaceId.Malformed. */
function namedIn(all: readonly InterfaceItem[], ids: readonly string[]): readonly InterfaceItem[] {
  if (ids.length === 0) return all;
  return [...new Set(ids)].map((id) => {
    if (!isIdOf('eni', id)) throw malformedId('InvalidNetworkInterfaceId.Malformed', id, 'eni');
    const item = all.find((one) => one.id === id);
    if (item !== undefined) return item;
    const text = `The networkInterface ID '${id}' does not exist`;
    throw ec2Error('InvalidNetworkInterfaceID.NotFound', text);
  });
}

async function shown(
  { view }: Context,
  { instance, tags }: InterfaceItem,
): Promise<NetworkInterface> {
  const common = shownInterface(instance, await shownGroups(view, instance.groupIds));
  const { account } = instance.scope;
  return {
    ...common,
    InterfaceType: 'interface',
    Attachment: { ...common.Attachment, InstanceId: instance.id, InstanceOwnerId: account },
    AvailabilityZone: instance.zone,
    RequesterManaged: false,
    TagSet: shownTags(tags),
  };
}
