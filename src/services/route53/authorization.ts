import type { Route53Operations } from '../../../models/route53/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { noSuchZone } from './errors.ts';
import { zoneKind } from './resources.ts';
import { EVERYWHERE, type ZoneDocument } from './state.ts';

export type Route53Operation<N extends keyof Route53Operations> = OperationOf<Route53Operations, N>;

/** The permission for an action on a zone. */
export async function onZone(
  action: string,
  id: string,
  context: ResolveContext,
  conditions?: ReadonlyMap<string, readonly string[]>,
): Promise<readonly Permission[]> {
  const resource = await context.resolve(zoneKind, id);
  return [
    { action: `route53:${action}`, resource, ...(conditions === undefined ? {} : { conditions }) },
  ];
}

/** The authorized zone. Errors: NoSuchHostedZone. */
export async function zoneOf(
  context: Context,
  reference: string,
): Promise<{ readonly zone: ZoneDocument; readonly view: View }> {
  const { resolved } = await context.resolve(zoneKind, reference);
  if (resolved.document === undefined) throw resolved.missing ?? noSuchZone(resolved.id);
  return { zone: resolved.document, view: context.unit.view(EVERYWHERE) };
}
