import type { DescribeImagesRequest, Ec2Operations } from '../../../../models/ec2/types.ts';
import type { Context, OperationOf } from '../../../contract/operation.ts';
import { everyOf } from '../../../listing/every-document.ts';
import { permissionTo } from '../authorization.ts';
import { filterOf, filterTable } from '../filters.ts';
import { listerOfAll, pageOf } from '../pages.ts';
import { imageNotFound, imageNoun } from './noun.ts';
import { locationOf, shownImage } from './shown.ts';
import { type ImageDocument, images } from './state.ts';
import { isPublic, type VisibleImages } from './visibility.ts';

const FILTERS = filterTable<ImageDocument>({
  architecture: ({ architecture }) => architecture,
  'block-device-mapping.delete-on-termination': ({ devices }) =>
    devices.map(({ deleteOnTermination }) => deleteOnTermination),
  'block-device-mapping.device-name': ({ devices }) => devices.map(({ device }) => device),
  'block-device-mapping.encrypted': ({ devices }) => devices.map(({ encrypted }) => encrypted),
  'block-device-mapping.snapshot-id': ({ devices }) => devices.map(({ snapshotId }) => snapshotId),
  'block-device-mapping.volume-size': ({ devices }) => devices.map(({ sizeGiB }) => sizeGiB),
  'block-device-mapping.volume-type': ({ devices }) => devices.map(({ volumeType }) => volumeType),
  'creation-date': ({ created }) => new Date(created).toISOString(),
  description: ({ description }) => description,
  'ena-support': ({ enaSupport }) => enaSupport,
  hypervisor: () => 'xen',
  'image-id': ({ id }) => id,
  'image-type': () => 'machine',
  'is-public': ({ grants }) => isPublic(grants),
  'manifest-location': locationOf,
  name: ({ name }) => name,
  'owner-alias': ({ ownerAlias }) => ownerAlias,
  'owner-id': ({ scope }) => scope.account,
  'root-device-name': ({ rootDevice }) => rootDevice,
  'root-device-type': () => 'ebs',
  'source-image-id': ({ source }) => source?.id,
  'source-image-region': ({ source }) => source?.region,
  'source-instance-id': ({ sourceInstanceId }) => sourceInstanceId,
  state: ({ state }) => state,
  'virtualization-type': () => 'hvm',
});

export function createDescribeImages(
  visible: VisibleImages,
): OperationOf<Ec2Operations, 'DescribeImages'> {
  return {
    name: 'DescribeImages',
    access: 'read',
    authorize: async (_, context) => [permissionTo(context, 'DescribeImages')],
    handle: async (input, context) => {
      const { call } = context;
      const { account } = call.scope;
      // Tags of what others own are not the caller's to see.
      const filtered = filterOf(input.Filters, FILTERS);
      const passes = (image: ImageDocument) =>
        filtered(image.scope.account === account ? image : { ...image, tags: {} });
      const all = await candidates(visible, input, context);
      const wanted = (image: ImageDocument) =>
        isOwnedBy(image, input.Owners, account) &&
        isExecutableBy(image, input.ExecutableUsers, account) &&
        passes(image);
      const page = await pageOf(call, input, listerOfAll(all), wanted, { least: 1 });
      return {
        Images: page.items.map((image) => shownImage(image, account)),
        NextToken: page.NextToken,
      };
    },
  };
}

/** What is named, or everything the account sees. Errors: InvalidAMIID.NotFound and `.Malformed`. */
async function candidates(
  visible: VisibleImages,
  { ImageIds = [], Owners = [] }: DescribeImagesRequest,
  { unit, view, call }: Context,
): Promise<readonly ImageDocument[]> {
  const { scope } = call;
  if (ImageIds.length > 0) {
    for (const id of ImageIds) imageNoun.requireId(id);
    const ids = [...new Set(ImageIds)];
    const found = await Promise.all(ids.map((id) => visible.find(unit, scope, id)));
    const missing = ids.filter((_, index) => found[index] === undefined);
    if (missing.length > 0) throw imageNotFound(missing);
    return found.filter((image) => image !== undefined);
  }
  const own = await everyOf(view, images);
  const isOwnAlone =
    Owners.length > 0 && Owners.every((owner) => owner === 'self' || owner === scope.account);
  return isOwnAlone ? own : [...own, ...(await visible.shared(unit, scope))];
}

function isOwnedBy(
  { scope, ownerAlias }: ImageDocument,
  owners: readonly string[] = [],
  account: string,
): boolean {
  return (
    owners.length === 0 ||
    owners.some(
      (owner) =>
        owner === scope.account ||
        owner === ownerAlias ||
        (owner === 'self' && scope.account === account),
    )
  );
}

/** `self`: what was given to the caller by name; `all`: what everybody has. */
function isExecutableBy(
  { grants }: ImageDocument,
  users: readonly string[] = [],
  account: string,
): boolean {
  const wanted = users.map((user) => (user === 'self' ? account : user));
  return wanted.length === 0 || grants.some(({ who }) => wanted.includes(who));
}
