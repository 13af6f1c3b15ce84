import type {
  AuthorizedResource,
  Context,
  Permission,
  ResolveContext,
} from '../../contract/operation.ts';
import { trailNotFound } from './errors.ts';
import { trailKind } from './resources.ts';
import type { TrailDocument } from './state.ts';

/** One permission on the trail that `name` finds in the input. */
export function onTrail<I>(action: string, name: (input: I) => string) {
  return async (input: I, context: ResolveContext): Promise<readonly Permission[]> => [
    { action, resource: await context.resolve(trailKind, name(input)) },
  ];
}

export interface FoundTrail {
  readonly resource: AuthorizedResource<TrailDocument>;
  readonly trail: TrailDocument;
  readonly arn: string;
}

/** The trail itself, for what acts on a trail of the caller's own account. */
export async function trailOf(context: Context, name: string): Promise<FoundTrail> {
  const resource = await context.resolve(trailKind, name);
  const { document, arn } = resource.resolved;
  if (document === undefined) throw trailNotFound(name, context.call.scope.account);
  return { resource, trail: document, arn };
}
