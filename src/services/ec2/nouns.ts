import type { ResourceType } from '../../../models/ec2/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { AuthorizedResource, ResolveContext } from '../../contract/operation.ts';
import type { FindContext, Resolved, ResourceKind } from '../../contract/resource.ts';
import type { ListPage, ListQuery, View } from '../../contract/view.ts';
import { formatArn, partitionOf } from '../../core/arn.ts';
import type { ServiceError } from '../../core/errors.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import { isIdOf } from './domain/ids.ts';
import { malformedId } from './errors.ts';
import type { Tagged } from './state.ts';

/** A kind of thing that EC2 has: how it is named, found and judged. One is declared for each, in its folder. */
export interface NounSpec<T extends Tagged> {
  readonly type: ResourceType;
  /** `vol`: how ids begin, before the dash. */
  readonly prefix: string;
  readonly collection: Collection<T>;
  readonly notFound: (id: string) => ServiceError;
  /** The code for ids that can't be any's: `InvalidInstanceID.Malformed`. */
  readonly malformedCode: string;
  /** ARNs have no account: images and snapshots are public by nature. */
  readonly isAccountless?: boolean;
  /** `ec2:` condition keys of its own, lower case; `ec2:ResourceTag/…` and `ec2:Region` are every noun's. */
  readonly conditions?: (document: T, key: string, scope: Scope) => readonly string[] | undefined;
  /** Where something of another account is that the caller may see. */
  readonly elsewhere?: (id: string, context: FindContext) => Promise<Located<T> | undefined>;
}

export interface Located<T> {
  readonly scope: Scope;
  readonly document: T;
}

/** A noun whose documents' type is forgotten, for what is done with all of them alike: tags. */
export interface TaggedNoun {
  readonly type: ResourceType;
  readonly prefix: string;
  resolve(id: string, context: ResolveContext): Promise<AuthorizedResource<Tagged>>;
  retag(view: View, id: string, change: (tags: Tags) => Tags): Promise<void>;
  list(view: View, query: ListQuery): Promise<ListPage<Tagged>>;
}

export interface Noun<T extends Tagged> extends TaggedNoun {
  readonly kind: ResourceKind<T>;
  readonly collection: Collection<T>;
  readonly notFound: (id: string) => ServiceError;
  /** The ARN of one that is yet to be made is that of `*`. */
  arn(scope: Scope, id: string): string;
  /** Errors: the malformed code, for text that can't be an id. */
  requireId(text: string): void;
}

export function nounOf<T extends Tagged>(spec: NounSpec<T>): Noun<T> {
  const { type, prefix, collection, notFound, malformedCode } = spec;
  const arn = (scope: Scope, id: string): string => arnOf(spec, scope, id);
  const malformed = (id: string): ServiceError | undefined =>
    isIdOf(prefix, id) ? undefined : malformedId(malformedCode, id, prefix);
  const kind: ResourceKind<T> = {
    name: `ec2:${type}`,
    policyMode: 'none',
    find: async (id, context) => {
      const missing = malformed(id) ?? notFound(id);
      const own = await context.unit.view(context.scope).get(collection, id);
      const found: Partial<Located<T>> =
        own === undefined ? ((await spec.elsewhere?.(id, context)) ?? {}) : { document: own };
      const { scope = context.scope, document } = found;
      return { arn: arn(scope, id), scope, id, document, missing };
    },
    tags: ({ document }) => document?.tags ?? {},
    conditions: (resolved, key) => conditionsOf(spec, resolved, key),
  };
  return {
    type,
    prefix,
    kind,
    collection,
    notFound,
    arn,
    requireId: (text) => {
      const fault = malformed(text);
      if (fault !== undefined) throw fault;
    },
    resolve: (id, context) => context.resolve(kind, id),
    retag: async (view, id, change) => {
      const document = await view.get(collection, id);
      if (document === undefined) throw notFound(id);
      view.put(collection, id, { ...document, tags: change(document.tags) });
    },
    list: (view, query) => view.list(collection, query),
  };
}

function arnOf<T extends Tagged>(
  { type, isAccountless = false }: NounSpec<T>,
  { account, region }: Scope,
  id: string,
): string {
  const owner = isAccountless ? '' : account;
  const resource = `${type}/${id}`;
  return formatArn({
    partition: partitionOf(region),
    service: 'ec2',
    region,
    account: owner,
    resource,
  });
}

const RESOURCE_TAG = 'ec2:resourcetag/';

function conditionsOf<T extends Tagged>(
  { conditions }: NounSpec<T>,
  { document, scope }: Resolved<T>,
  key: string,
): readonly string[] | undefined {
  if (document === undefined) return undefined;
  if (key.startsWith(RESOURCE_TAG)) return tagValue(document.tags, key.slice(RESOURCE_TAG.length));
  return conditions?.(document, key, scope);
}

/** Tag keys in condition keys are compared without regard to case. */
function tagValue(tags: Tags, lowerCaseKey: string): readonly string[] | undefined {
  for (const [key, value] of Object.entries(tags)) {
    if (key.toLowerCase() === lowerCaseKey) return [value];
  }
  return undefined;
}
