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

/** Images, by their ids. */
export const imageNoun = nounOf<ImageDocument>({
  type: 'image',
  prefix: 'ami',
  collection: images,
  isAccountless: true,
  notFound: (id) => imageNotFound([id]),
  malformedCode: 'InvalidAMIID.Malformed',
});
