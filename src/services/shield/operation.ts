import type { ShieldOperations } from '../../../models/shield/types.ts';
import type {
  Access,
  AuthorizedResource,
  Call,
  Context,
  OperationOf,
  Permission,
  ResolveContext,
} from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { noSuch, paginationTokenInvalid } from './errors.ts';
import { accountView, ONLY, type Subscription, subscriptions } from './state.ts';
import { isOver } from './term.ts';

type Operations = ShieldOperations;
type Input<N extends keyof Operations> = Operations[N]['input'];

interface Spec<N extends keyof Operations> {
  readonly name: N;
  readonly access: Access;
  /** What it acts on; `*` when absent. */
  readonly on?: (
    input: Input<N>,
    context: ResolveContext,
  ) => Promise<readonly (AuthorizedResource | string)[]>;
  readonly conditions?: (input: Input<N>) => ReadonlyMap<string, readonly string[]>;
  /** Permissions of other services that it needs. */
  readonly further?: (input: Input<N>) => readonly Permission[];
  readonly handle: (
    input: Input<N>,
    /** The account's documents. */
    view: View,
    context: Context,
  ) => Promise<Operations[N]['output']>;
}

export function shieldOperation<N extends keyof Operations>(
  spec: Spec<N>,
): OperationOf<Operations, N> {
  return {
    name: spec.name,
    access: spec.access,
    authorize: async (input, context) => {
      const on = (await spec.on?.(input, context)) ?? ['*'];
      const conditions = spec.conditions?.(input);
      const action = `shield:${spec.name}`;
      const own = on.map((resource) =>
        conditions === undefined ? { action, resource } : { action, resource, conditions },
      );
      return [...own, ...(spec.further?.(input) ?? [])];
    },
    handle: (input, context) =>
      spec.handle(input, accountView(context.unit, context.call.scope.account), context),
  };
}

/** Errors: ResourceNotFoundException for accounts without Shield Advanced, or whose year is over. */
export async function subscriptionOf(
  view: View,
  { now }: Pick<Call, 'now'>,
): Promise<Subscription> {
  const subscription = await view.get(subscriptions, ONLY);
  if (subscription === undefined || isOver(subscription, now)) throw noSuch('subscription');
  return subscription;
}

interface PageInput {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}

const PAGE = 20;

/** A page of a list by the position of its entries; `about` is every further input. */
export function pageOf<T>(
  { call }: Context,
  { NextToken: token, MaxResults: limit = PAGE }: PageInput,
  about: unknown,
  list: readonly T[],
) {
  const kind = `shield:${call.operation}`;
  const scope = `${call.scope.account}/${JSON.stringify(about)}`;
  const cursor = token === undefined ? undefined : decodeMarker(kind, scope, token);
  if (token !== undefined && cursor === undefined) throw paginationTokenInvalid();
  const start = Number(cursor?.key ?? 0);
  const end = start + limit;
  const items = list.slice(start, end);
  if (end >= list.length) return { items, answer: {} };
  return { items, answer: { NextToken: encodeMarker(kind, scope, { key: String(end), id: '' }) } };
}
