import type { ConfigServiceOperations } from '../../../models/config-service/types.ts';
import type {
  Access,
  AuthorizedResource,
  Context,
  OperationOf,
  Permission,
  ResolveContext,
} from '../../contract/operation.ts';

type Operations = ConfigServiceOperations;
type Input<N extends keyof Operations> = Operations[N]['input'];
type Resource = AuthorizedResource | string;

interface Spec<N extends keyof Operations> {
  readonly name: N;
  readonly access: Access;
  /** What it acts on; `*` when absent. */
  readonly on?: (
    input: Input<N>,
    context: ResolveContext,
  ) => Promise<Resource | readonly Resource[]>;
  readonly conditions?: (input: Input<N>) => ReadonlyMap<string, readonly string[]>;
  /** Permissions of other services that it needs. */
  readonly further?: (input: Input<N>) => readonly Permission[];
  readonly handle: (input: Input<N>, context: Context) => Promise<Operations[N]['output']>;
}

export function configOperation<N extends keyof Operations>(
  spec: Spec<N>,
): OperationOf<Operations, N> {
  return {
    name: spec.name,
    access: spec.access,
    authorize: async (input, context) => {
      const on = (await spec.on?.(input, context)) ?? '*';
      const conditions = spec.conditions?.(input);
      const action = `config:${spec.name}`;
      const resources = isSeveral(on) ? on : [on];
      return [
        ...resources.map((resource) =>
          conditions === undefined ? { action, resource } : { action, resource, conditions },
        ),
        ...(spec.further?.(input) ?? []),
      ];
    },
    handle: spec.handle,
  };
}

function isSeveral(on: Resource | readonly Resource[]): on is readonly Resource[] {
  return Array.isArray(on);
}
