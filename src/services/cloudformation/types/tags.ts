import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { removedKeys } from './made.ts';
import type { Changing, Work } from './resource-type.ts';

/** Tags of a resource with those of its stack, by their keys. */
export function tagMap(work: Work, own: JsonValue | undefined): JsonObject {
  return Object.fromEntries(work.tags(own).map(({ Key, Value }) => [String(Key), Value]));
}

/** The tags of what is made, where there are any: some services refuse none at all. */
export function givenTags(work: Work, own: JsonValue | undefined): JsonObject {
  const Tags = tagMap(work, own);
  return Object.keys(Tags).length === 0 ? {} : { Tags };
}

/** How a service takes tags of what is there. */
export interface TagOperations {
  readonly service: string;
  /** `TagResource`, unless the service has another. */
  readonly tag?: string;
  /** `UntagResource`, unless the service has another. */
  readonly untag?: string;
  /** The input that names the resource: `(arn) => ({ ResourceArn: arn })`. */
  readonly target: (resource: string) => JsonObject;
  readonly tags: (list: JsonObject[]) => JsonObject;
  readonly keys: (keys: string[]) => JsonObject;
}

/** Brings a resource's tags to what its template says now. Nothing happens where they stay. */
export async function changeTags(
  work: Work,
  { before, properties, changed }: Pick<Changing, 'before' | 'properties' | 'changed'>,
  resource: string,
  operations: TagOperations,
): Promise<void> {
  if (!changed.includes('Tags')) return;
  const { service, tag = 'TagResource', untag = 'UntagResource', target } = operations;
  const after = work.tags(properties['Tags']);
  const gone = removedKeys(work.tags(before['Tags']), after);
  if (after.length > 0) {
    await work.call(service, tag, { ...target(resource), ...operations.tags(after) });
  }
  if (gone.length > 0) {
    await work.call(service, untag, { ...target(resource), ...operations.keys(gone) });
  }
}

/** Tags as a map of a service whose operations are `TagResource` and `UntagResource`. */
export function mappedTags(service: string): TagOperations {
  return {
    service,
    target: (ResourceArn) => ({ ResourceArn }),
    tags: (list) => ({
      Tags: Object.fromEntries(list.map(({ Key, Value }) => [String(Key), Value])),
    }),
    keys: (TagKeys) => ({ TagKeys }),
  };
}
