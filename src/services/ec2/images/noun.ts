import { ec2Error } from '../errors.ts';
import { nounOf } from '../nouns.ts';
import { type ImageDocument, images } from './state.ts';

export function imageNotFound(ids: readonly string[]) {
  const text =
    ids.length > 1
      ? `The image ids '[${ids.join(', ')}]' do not exist`
      : `The image id '[${ids[0] ?? ''}]' does not exist`;
  return ec2Error('InvalidAMIID.NotFound', text);
}

type Reader = (image: ImageDocument) => readonly string[];

const CONDITIONS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['ec2:imageid', ({ id }) => [id]],
  ['ec2:imagetype', () => ['machine']],
  ['ec2:owner', ({ scope, ownerAlias }) => [ownerAlias ?? scope.account]],
  ['ec2:public', ({ grants }) => [String(grants.some(({ kind }) => kind === 'group'))]],
  ['ec2:rootdevicetype', () => ['ebs']],
]);

/** The account's own images, by their ids. */
export const imageNoun = nounOf<ImageDocument>({
  type: 'image',
  prefix: 'ami',
  collection: images,
  isAccountless: true,
  notFound: (id) => imageNotFound([id]),
  malformedCode: 'InvalidAMIID.Malformed',
  conditions: (image, key) => CONDITIONS.get(key)?.(image),
});
