import type { IamOperations } from '../../../models/iam/types.ts';
import type { Collection, Document } from '../../contract/collection.ts';
import type { Access, Context, OperationOf, ResolveContext } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { rootArn } from './callers.ts';
import { noSuchIdentity, quotaExceeded, validationError } from './errors.ts';
import { userKind } from './resources.ts';
import { accountScope } from './state.ts';

/** Whose credentials are meant: a user's, or the root's. */
export interface Owner {
  /** Undefined: the account's root. */
  readonly userName: string | undefined;
  /** The user's unique id, or `:root`. */
  readonly id: string;
  readonly view: View;
}

type OwnedOperation = {
  [N in keyof IamOperations]: IamOperations[N]['input'] extends {
    readonly UserName?: string | undefined;
  }
    ? N
    : never;
}[keyof IamOperations];

interface Spec<N extends keyof IamOperations> {
  readonly name: N;
  readonly access: Access;
  readonly conditions?: (
    input: IamOperations[N]['input'],
  ) => ReadonlyMap<string, readonly string[]>;
  readonly handle: (
    input: IamOperations[N]['input'],
    owner: Owner,
    context: Context,
  ) => Promise<IamOperations[N]['output']>;
}

/** The named user, the caller, or undefined for the root. Errors: ValidationError for callers who are neither. */
function named(
  { UserName: name }: { readonly UserName?: string | undefined },
  { call }: ResolveContext,
): string | undefined {
  const { identity } = call.caller;
  if (name !== undefined || identity.type === 'Root') return name;
  if (identity.type === 'IAMUser' && identity.userName !== undefined) return identity.userName;
  throw validationError('Must specify userName when calling with non-User credentials');
}

/** An operation on the credentials of a user, or of the root where nobody is named. */
export function onOwner<N extends OwnedOperation>(spec: Spec<N>): OperationOf<IamOperations, N> {
  return {
    name: spec.name,
    access: spec.access,
    authorize: async (input, context) => {
      const name = named(input, context);
      const resource =
        name === undefined
          ? rootArn(context.call.scope.account)
          : await context.resolve(userKind, name);
      const action = `iam:${spec.name}`;
      const conditions = spec.conditions?.(input);
      return [conditions === undefined ? { action, resource } : { action, resource, conditions }];
    },
    handle: async (input, context) => {
      const name = named(input, context);
      if (name === undefined) {
        const view = context.unit.view(accountScope(context.call.scope.account));
        return spec.handle(input, { userName: undefined, id: ':root', view }, context);
      }
      const user = await context.resolve(userKind, name);
      const { document } = user.resolved;
      if (document === undefined) throw noSuchIdentity('user', name);
      const view = context.viewOf(user);
      return spec.handle(input, { userName: document.name, id: document.id, view }, context);
    },
  };
}

/** What answers call the owner. */
export function ownerName(owner: Owner): string {
  return owner.userName ?? 'root';
}

const OWNED_MAX = 100;

/** What an owner has in a collection: never more than a few. */
export async function ownedBy<T extends Document>(
  view: View,
  collection: Collection<T>,
  ownerId: string,
): Promise<readonly T[]> {
  const where = { index: 'owner', prefix: `${ownerId}/`, limit: OWNED_MAX };
  return (await view.list(collection, where)).items.map(({ document }) => document);
}

/** Errors: LimitExceeded where the owner may have no more. */
export function assertRoomFor(owned: readonly object[], quota: string, most: number): void {
  if (owned.length >= most) throw quotaExceeded(quota, most);
}

/** One of the owner's, by id; `missing` is thrown when it is not there, or somebody else's. */
export async function ownOne<T extends Document & { readonly owner: string }>(
  owner: Owner,
  collection: Collection<T>,
  id: string,
  missing: (id: string) => Error,
): Promise<T> {
  const found = await owner.view.get(collection, id);
  if (found === undefined || found.owner !== owner.id) throw missing(id);
  return found;
}
