import type { FmsOperations } from '../../../models/fms/types.ts';
import type {
  Access,
  AuthorizedResource,
  Context,
  OperationOf,
  ResolveContext,
} from '../../contract/operation.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { invalidInput } from './errors.ts';

type Operations = FmsOperations;
type Input<N extends keyof Operations> = Operations[N]['input'];

interface Spec<N extends keyof Operations> {
  readonly name: N;
  readonly access: Access;
  /** What it acts on; `*` when absent. */
  readonly on?: (input: Input<N>, context: ResolveContext) => Promise<AuthorizedResource | string>;
  readonly conditions?: (input: Input<N>) => ReadonlyMap<string, readonly string[]>;
  readonly handle: (input: Input<N>, context: Context) => Promise<Operations[N]['output']>;
}

export function fmsOperation<N extends keyof Operations>(
  spec: Spec<N>,
): OperationOf<Operations, N> {
  return {
    name: spec.name,
    access: spec.access,
    authorize: async (input, context) => {
      const resource = (await spec.on?.(input, context)) ?? '*';
      const conditions = spec.conditions?.(input);
      const action = `fms:${spec.name}`;
      return [conditions === undefined ? { action, resource } : { action, resource, conditions }];
    },
    handle: spec.handle,
  };
}

interface PageInput {
  readonly NextToken?: string | undefined;
  readonly MaxResults?: number | undefined;
}

const PAGE = 100;

/** A page of a list by the position of its entries; `about` is every further input. */
export function pageOf<T>(
  { call }: Context,
  { NextToken: token, MaxResults: limit = PAGE }: PageInput,
  about: string,
  list: readonly T[],
) {
  const kind = `fms:${call.operation}`;
  const scope = `${call.scope.account}/${call.scope.region}/${about}`;
  const cursor = token === undefined ? undefined : decodeMarker(kind, scope, token);
  if (token !== undefined && cursor === undefined) throw invalidInput('NextToken is invalid.');
  const start = Number(cursor?.key ?? 0);
  const end = start + limit;
  const items = list.slice(start, end);
  if (end >= list.length) return { items, answer: {} };
  return { items, answer: { NextToken: encodeMarker(kind, scope, { key: String(end), id: '' }) } };
}
