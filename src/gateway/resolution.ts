import type { Scope } from '../core/scope.ts';
import type { Tags } from '../core/tags.ts';
import type { AuthorizedResource } from '../contract/operation.ts';
import type { FindContext, GrantQuestion, ResourceKind } from '../contract/resource.ts';
import type { Decision } from '../policy/types.ts';

/** What the policy engine needs of a resource, with the kind's type forgotten. */
export interface BoundResource {
  readonly arn: string;
  readonly scope: Scope;
  readonly policyMode: 'none' | 'optional' | 'required';
  readonly policyType: 'resource' | 'trust';
  readonly policy: () => Promise<string | undefined>;
  readonly tags: () => Promise<Tags>;
  readonly condition: (key: string) => readonly string[] | undefined;
  readonly granted: ((question: GrantQuestion) => Promise<boolean>) | undefined;
  readonly denial: (action: string, decision: Decision) => string | undefined;
}

/** Resolves resources in a call's unit, and binds each to its kind for the authorization that follows. */
export class Resolver {
  readonly #context: FindContext;
  readonly #bound = new Map<AuthorizedResource, BoundResource>();

  constructor(context: FindContext) {
    this.#context = context;
  }

  async resolve<T, R>(kind: ResourceKind<T, R>, reference: R): Promise<AuthorizedResource<T>> {
    const resolved = await kind.find(reference, this.#context);
    const resource: AuthorizedResource<T> = { kind: kind.name, resolved };
    this.#bound.set(resource, bind(kind, resource, this.#context));
    return resource;
  }

  /** Undefined: the resource was not made by this call. */
  bound(resource: AuthorizedResource): BoundResource | undefined {
    return this.#bound.get(resource);
  }
}

/** A missing resource has no policy, no tags and no grants: only who may know learns that it is missing. */
function bind<T, R>(
  kind: ResourceKind<T, R>,
  resource: AuthorizedResource<T>,
  context: FindContext,
): BoundResource {
  const { resolved } = resource;
  const exists = resolved.document !== undefined;
  const { grants } = kind;
  return {
    arn: resolved.arn,
    scope: resolved.scope,
    policyMode: kind.policyMode,
    policyType: kind.policyType ?? 'resource',
    policy: async () => (exists ? kind.policy?.(resolved, context) : undefined),
    tags: async () => (exists ? ((await kind.tags?.(resolved, context)) ?? {}) : {}),
    condition: (key) => (exists ? kind.conditions?.(resolved, key, context) : undefined),
    granted:
      grants === undefined || !exists
        ? undefined
        : (question) => grants(resolved, question, context),
    denial: (action, decision) => kind.denial?.(resolved, action, decision, context),
  };
}
