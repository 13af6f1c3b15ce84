import type { Apigatewayv2Operations } from '../../../models/apigatewayv2/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { invalidIdentifier } from './errors.ts';
import { type ApiDocument, apis, type Definition, definitions } from './state.ts';

export type HttpApiOperation<N extends keyof Apigatewayv2Operations> = OperationOf<
  Apigatewayv2Operations,
  N
>;

type AtWork = Pick<Context, 'view' | 'call'>;

/** Errors: NotFoundException. */
export async function apiOf({ view, call }: AtWork, id: string): Promise<ApiDocument> {
  const api = await view.get(apis, id);
  if (api === undefined) throw invalidIdentifier('API', `${call.scope.account}:${id}`);
  return api;
}

/** Errors: NotFoundException. */
export async function definitionOf(at: AtWork, id: string): Promise<Definition> {
  await apiOf(at, id);
  return (await at.view.get(definitions, id)) ?? EMPTY;
}

export const EMPTY: Definition = { integrations: {}, routes: {}, authorizers: {} };

export function redefine(
  view: View,
  apiId: string,
  definition: Definition,
  change: Partial<Definition>,
): void {
  view.put(definitions, apiId, { ...definition, ...change });
}

/** A document with what is given of the changes: absent members stay what they are. */
export function changedBy<T extends object>(
  document: T,
  changes: { readonly [K in keyof T]?: T[K] | undefined },
): T {
  const changed: T = JSON.parse(JSON.stringify({ ...document, ...defined(changes) }));
  return changed;
}

function defined(changes: object): object {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}

interface PageInput {
  readonly MaxResults?: string | undefined;
  readonly NextToken?: string | undefined;
}

/** Pages are asked for in the older service's words. */
export function pageInput({ MaxResults, NextToken }: PageInput) {
  const limit = Number(MaxResults ?? 100);
  return { limit: Number.isInteger(limit) ? limit : 100, position: NextToken };
}

export function pageAnswer<T>({
  items,
  position,
}: {
  readonly items: readonly T[];
  readonly position?: string;
}) {
  return { Items: items, ...(position === undefined ? {} : { NextToken: position }) };
}
