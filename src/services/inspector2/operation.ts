import type { Inspector2Operations } from '../../../models/inspector2/types.ts';
import type { Access, Context, OperationOf, Permission } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { tagConditions, type Tags } from '../../core/tags.ts';

export type Operations = Inspector2Operations;
type Input<N extends keyof Operations> = Operations[N]['input'];

interface Spec<N extends keyof Operations> {
  readonly name: N;
  readonly access: Access;
  /** The ARN that it is authorized on; everything when absent. */
  readonly on?: (input: Input<N>, scope: Scope) => string;
  readonly tags?: (input: Input<N>) => Tags | undefined;
  /** `view`: of the caller's account and Region. */
  readonly handle: (
    input: Input<N>,
    view: View,
    context: Context,
  ) => Promise<Operations[N]['output']>;
}

/** An operation of the caller's account. */
export function onAccount<N extends keyof Operations>(spec: Spec<N>): OperationOf<Operations, N> {
  return {
    name: spec.name,
    access: spec.access,
    authorize: async (input, { call }): Promise<readonly Permission[]> => [
      {
        action: `inspector2:${spec.name}`,
        resource: spec.on?.(input, call.scope) ?? '*',
        conditions: tagConditions(spec.tags?.(input)),
      },
    ],
    handle: async (input, context) =>
      spec.handle(input, context.unit.view(context.call.scope), context),
  };
}
