import type { Collection } from '../../contract/collection.ts';
import type { Operation } from '../../contract/operation.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import type { AnyOperation } from '../../contract/service.ts';
import { listedTagConditions, type Tags } from '../../core/tags.ts';
import { pageOf, pageOfList } from './pages.ts';
import { shownTags, withoutTags, withTags } from './tags.ts';

interface TagInput {
  readonly Tags: readonly { readonly Key: string; readonly Value: string }[];
}

interface Tagged<T, Member extends string> {
  /** As operation names have it: `InstanceProfile`. */
  readonly noun: string;
  /** The input's member that names the resource. */
  readonly member: Member;
  readonly kind: ResourceKind<T>;
  readonly collection: Collection<T & object>;
}

/** Tag…, Untag… and List…Tags of one kind of resource. */
export function tagOperations<
  T extends { readonly tags: Tags; readonly arn: string },
  Member extends string,
>({ noun, member, kind, collection }: Tagged<T, Member>): readonly AnyOperation[] {
  type Named = { readonly [M in Member]: string };
  const names = { tag: `Tag${noun}`, untag: `Untag${noun}`, list: `List${noun}Tags` };
  const tag: Operation<Named & TagInput, object> = {
    name: names.tag,
    access: 'write',
    authorize: async (input, context) => {
      const resource = await context.resolve(kind, input[member]);
      const conditions = listedTagConditions(input.Tags);
      return [{ action: `iam:${names.tag}`, resource, conditions }];
    },
    handle: async (input, context) => {
      const resource = await context.resolve(kind, input[member]);
      const { document, id } = resource.resolved;
      if (document === undefined) throw new Error('what is missing was tagged');
      const tags = withTags(document.tags, input.Tags);
      context.viewOf(resource).put(collection, id, { ...document, tags });
      return {};
    },
  };
  const untag: Operation<Named & { readonly TagKeys: readonly string[] }, object> = {
    name: names.untag,
    access: 'write',
    authorize: async (input, context) => {
      const resource = await context.resolve(kind, input[member]);
      const conditions = new Map([['aws:tagkeys', input.TagKeys]]);
      return [{ action: `iam:${names.untag}`, resource, conditions }];
    },
    handle: async (input, context) => {
      const resource = await context.resolve(kind, input[member]);
      const { document, id } = resource.resolved;
      if (document === undefined) throw new Error('what is missing was untagged');
      const tags = withoutTags(document.tags, input.TagKeys);
      context.viewOf(resource).put(collection, id, { ...document, tags });
      return {};
    },
  };
  const list: Operation<Named & { readonly MaxItems?: number; readonly Marker?: string }, object> =
    {
      name: names.list,
      access: 'read',
      authorize: async (input, context) => {
        const resource = await context.resolve(kind, input[member]);
        return [{ action: `iam:${names.list}`, resource }];
      },
      handle: async (input, context) => {
        const { document } = (await context.resolve(kind, input[member])).resolved;
        if (document === undefined) throw new Error('tags of what is missing were listed');
        const page = pageOfList(
          shownTags(document.tags),
          pageOf(context.call, input, document.arn),
        );
        return { Tags: page.items, ...page.answer };
      },
    };
  return [tag, untag, list];
}
