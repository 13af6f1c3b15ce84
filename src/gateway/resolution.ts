import type { Scope } from '../core/scope.ts';
import type { Tags } from '../core/tags.ts';
import type { AuthorizedResource } from '../contract/operation.ts';
import type {
  FindContext,
  GrantQuestion,
  Resolved,
  ResourceKind,
  Soon,
} from '../contract/resource.ts';
import type { Naming } from '../policy/statement.ts';
import type { Decision } from '../policy/types.ts';

/** What the policy engine needs of a resource, with the kind's type forgotten. */
export interface BoundResource {
  readonly arn: string;
  readonly scope: Scope;
  readonly policyMode: 'none' | 'optional' | 'required';
  readonly policyType: 'resource' | 'trust';
  policy(): Soon<string | undefined>;
  tags(): Soon<Tags>;
  condition(key: string): readonly string[] | undefined;
  /** No resource control policy limits it. */
  readonly awsManaged: boolean;
  /** Undefined: there are no grants to ask. */
  granted(question: GrantQuestion): Promise<Naming> | undefined;
  denial(action: string, decision: Decision): string | undefined;
}

const NO_TAGS: Tags = Object.freeze({});

/** Resolves resources in a call's unit, and binds each to its kind for the authorization that follows. */
export class Resolver {
  readonly #context: FindContext;
  /** A call names a few resources: the handler's are those that were authorized. */
  readonly #found: Found[] = [];

  constructor(context: FindContext) {
    this.#context = context;
  }

  async resolve<T, R>(kind: ResourceKind<T, R>, reference: R): Promise<AuthorizedResource<T>> {
    for (const found of this.#found) {
      if (isOf(found, kind, reference)) return found;
    }
    const resolved = await kind.find(reference, this.#context);
    const made = new FoundResource(kind, reference, resolved, this.#context);
    this.#found.push(made);
    return made;
  }

  /** Undefined: the resource was not made by this call. */
  bound(resource: AuthorizedResource): BoundResource | undefined {
    return this.#found.find((found) => found === resource);
  }
}

/** A resource of whatever kind, with what it was asked for by. */
interface Found extends AuthorizedResource, BoundResource {
  readonly from: object;
  readonly reference: unknown;
}

/** One kind has one type, so what was found by the kind itself has it. */
function isOf<T, R>(
  found: Found,
  kind: ResourceKind<T, R>,
  reference: R,
): found is Found & AuthorizedResource<T> {
  return found.from === kind && found.reference === reference;
}

/** A missing resource has no policy, no tags and no grants: only who may know learns that it is missing. */
class FoundResource<T, R> implements Found {
  readonly from: ResourceKind<T, R>;
  readonly reference: R;
  readonly resolved: Resolved<T>;
  readonly #context: FindContext;

  constructor(kind: ResourceKind<T, R>, reference: R, resolved: Resolved<T>, context: FindContext) {
    this.from = kind;
    this.reference = reference;
    this.resolved = resolved;
    this.#context = context;
  }

  get kind(): string {
    return this.from.name;
  }

  get arn(): string {
    return this.resolved.arn;
  }

  get scope(): Scope {
    return this.resolved.scope;
  }

  get policyMode(): 'none' | 'optional' | 'required' {
    return this.from.policyMode;
  }

  get policyType(): 'resource' | 'trust' {
    return this.from.policyType ?? 'resource';
  }

  get awsManaged(): boolean {
    return this.#exists && this.from.awsManaged?.(this.resolved) === true;
  }

  policy(): Soon<string | undefined> {
    return this.#exists ? this.from.policy?.(this.resolved, this.#context) : undefined;
  }

  tags(): Soon<Tags> {
    return (this.#exists ? this.from.tags?.(this.resolved, this.#context) : undefined) ?? NO_TAGS;
  }

  condition(key: string): readonly string[] | undefined {
    return this.#exists ? this.from.conditions?.(this.resolved, key, this.#context) : undefined;
  }

  granted(question: GrantQuestion): Promise<Naming> | undefined {
    return this.#exists ? this.from.grants?.(this.resolved, question, this.#context) : undefined;
  }

  denial(action: string, decision: Decision): string | undefined {
    return this.from.denial?.(this.resolved, action, decision, this.#context);
  }

  get #exists(): boolean {
    return this.resolved.document !== undefined;
  }
}
