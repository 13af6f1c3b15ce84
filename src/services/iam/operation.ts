import type { IamOperations } from '../../../models/iam/types.ts';
import type { Access, Context, OperationOf, ResolveContext } from '../../contract/operation.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import type { View } from '../../contract/view.ts';
import { accountScope } from './state.ts';

type Input<N extends keyof IamOperations> = IamOperations[N]['input'];
type Output<N extends keyof IamOperations> = IamOperations[N]['output'];
type Keys = ReadonlyMap<string, readonly string[]>;

/** What an operation acts on, found and authorized. */
export interface Target<T> {
  readonly document: T;
  readonly arn: string;
  /** The document's id in its collection. */
  readonly id: string;
  readonly view: View;
}

interface OnResource<N extends keyof IamOperations, T> {
  readonly name: N;
  readonly access: Access;
  readonly kind: ResourceKind<T>;
  /** The resource's name in the input, or what stands for it when it is left out. */
  readonly of: (input: Input<N>, context: ResolveContext) => string;
  /** Condition keys the request brings, such as `iam:policyarn`. */
  readonly conditions?: (input: Input<N>) => Keys;
  readonly handle: (input: Input<N>, target: Target<T>, context: Context) => Promise<Output<N>>;
}

/** An operation on one existing resource: it is authorized on its ARN, and must exist to be handled. */
export function onResource<N extends keyof IamOperations, T>(
  spec: OnResource<N, T>,
): OperationOf<IamOperations, N> {
  return {
    name: spec.name,
    access: spec.access,
    authorize: async (input, context) => {
      const resource = await context.resolve(spec.kind, spec.of(input, context));
      const conditions = spec.conditions?.(input);
      const action = `iam:${spec.name}`;
      return [conditions === undefined ? { action, resource } : { action, resource, conditions }];
    },
    handle: async (input, context) => {
      const resource = await context.resolve(spec.kind, spec.of(input, context));
      const { document, arn, id } = resource.resolved;
      if (document === undefined) throw new Error(`${spec.name}: ${arn} was not found nor refused`);
      return spec.handle(input, { document, arn, id, view: context.viewOf(resource) }, context);
    },
  };
}

interface OnAccount<N extends keyof IamOperations> {
  readonly name: N;
  readonly access: Access;
  /** The ARN it is authorized on; every resource when absent. */
  readonly arn?: (input: Input<N>, account: string) => string;
  readonly conditions?: (input: Input<N>) => Keys;
  readonly handle: (input: Input<N>, view: View, context: Context) => Promise<Output<N>>;
}

/** An operation that lists or makes resources of the caller's account. */
export function onAccount<N extends keyof IamOperations>(
  spec: OnAccount<N>,
): OperationOf<IamOperations, N> {
  return {
    name: spec.name,
    access: spec.access,
    authorize: async (input, { call }) => {
      const conditions = spec.conditions?.(input);
      const action = `iam:${spec.name}`;
      const resource = spec.arn?.(input, call.scope.account) ?? '*';
      return [conditions === undefined ? { action, resource } : { action, resource, conditions }];
    },
    handle: (input, context) =>
      spec.handle(input, context.unit.view(accountScope(context.call.scope.account)), context),
  };
}
