import type { Filter } from '../../../../models/secretsmanager/types.ts';
import type { SecretDocument } from '../state.ts';

type Matcher = (secret: SecretDocument) => boolean;

/** True of secrets that every filter finds by one of its values. `!` before a value turns it around. */
export function secretFilter(filters: readonly Filter[] | undefined): Matcher {
  const matchers = (filters ?? []).map(matcherOf);
  return (secret) => matchers.every((matches) => matches(secret));
}

function matcherOf({ Key: key, Values: values = [] }: Filter): Matcher {
  const wanted = values.filter((value) => !value.startsWith('!'));
  const unwanted = values.filter((value) => value.startsWith('!')).map((value) => value.slice(1));
  return (secret) =>
    (wanted.length === 0 || wanted.some((value) => has(secret, key, value))) &&
    !unwanted.some((value) => has(secret, key, value));
}

/** Values are prefixes. Case counts, but for descriptions and for `all`. */
function has(secret: SecretDocument, key: Filter['Key'], value: string): boolean {
  const { name, description = '', tags, primaryRegion = '', owner = '' } = secret;
  switch (key) {
    case 'name':
      return name.startsWith(value);
    case 'description':
      return description.toLowerCase().startsWith(value.toLowerCase());
    case 'tag-key':
      return Object.keys(tags).some((tag) => tag.startsWith(value));
    case 'tag-value':
      return Object.values(tags).some((tag) => tag.startsWith(value));
    case 'primary-region':
      return primaryRegion !== '' && primaryRegion.startsWith(value);
    case 'owning-service':
      return owner !== '' && owner.startsWith(value);
    default:
      return hasAll(secret, value);
  }
}

/** Every word of the value stands somewhere. */
function hasAll(secret: SecretDocument, value: string): boolean {
  const { name, description = '', tags, primaryRegion = '', owner = '' } = secret;
  const texts = [name, description, primaryRegion, owner, ...Object.entries(tags).flat()].map(
    (text) => text.toLowerCase(),
  );
  const words = value.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => texts.some((text) => text.includes(word)));
}
