import type { SecurityhubOperations } from '../../../models/securityhub/types.ts';
import type { Access, Context, OperationOf } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { hubResource } from './arns.ts';
import { notSubscribed } from './errors.ts';
import { type HubDocument, hubs, ONLY } from './state.ts';

export type Operations = SecurityhubOperations;
type Input<N extends keyof Operations> = Operations[N]['input'];

interface Spec<N extends keyof Operations> {
  readonly name: N;
  readonly access: Access;
  /** The ARNs that it is authorized on, each of them; the hub's when absent. */
  readonly on?: (input: Input<N>, scope: Scope) => string | readonly string[];
  readonly conditions?: (input: Input<N>) => ReadonlyMap<string, readonly string[]>;
  readonly handle: (
    input: Input<N>,
    hub: { readonly hub: HubDocument; readonly view: View; readonly scope: Scope },
    context: Context,
  ) => Promise<Operations[N]['output']>;
}

/** An operation of an account in whose Region Security Hub is on. Errors: InvalidAccessException where it isn't. */
export function onHub<N extends keyof Operations>(spec: Spec<N>): OperationOf<Operations, N> {
  return {
    name: spec.name,
    access: spec.access,
    authorize: async (input, { call }) => {
      const on = spec.on?.(input, call.scope) ?? hubResource(call.scope, 'hub/default');
      const conditions = spec.conditions?.(input) ?? new Map();
      const action = `securityhub:${spec.name}`;
      return [...new Set([on].flat())].map((resource) => ({ action, resource, conditions }));
    },
    handle: async (input, context) => {
      const { scope } = context.call;
      const view = context.unit.view(scope);
      const hub = await view.get(hubs, ONLY);
      if (hub === undefined) throw notSubscribed(scope.account);
      return spec.handle(input, { hub, view, scope }, context);
    },
  };
}
