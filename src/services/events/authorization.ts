import type {
  AuthorizedResource,
  Context,
  Permission,
  ResolveContext,
} from '../../contract/operation.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import type { View } from '../../contract/view.ts';
import { DEFAULT_BUS, existingBusKind, type RuleReference, ruleKind } from './resources.ts';
import type { BusDocument, RuleDocument } from './state.ts';

type Conditions = ReadonlyMap<string, readonly string[]>;

/** `authorize` of an operation on what its input names. */
export function on<I, T, R>(
  action: string,
  kind: ResourceKind<T, R>,
  reference: (input: I) => R,
  conditions?: (input: I) => Conditions,
): (input: I, context: ResolveContext) => Promise<readonly Permission[]> {
  return async (input, context) => {
    const resource = await context.resolve(kind, reference(input));
    return [
      { action, resource, ...(conditions === undefined ? {} : { conditions: conditions(input) }) },
    ];
  };
}

/** `authorize` of an operation on nothing in particular. */
export function anywhere(action: string): () => Promise<readonly Permission[]> {
  return async () => [{ action, resource: '*' }];
}

/** What passing a role to EventBridge takes. */
export function passing(roleArn: string | undefined): readonly Permission[] {
  if (roleArn === undefined) return [];
  const conditions = new Map([['iam:passedtoservice', ['events.amazonaws.com']]]);
  return [{ action: 'iam:PassRole', resource: roleArn, conditions }];
}

/** Something that was found, where it is kept. */
export interface Found<T> {
  readonly document: T;
  readonly view: View;
  readonly resource: AuthorizedResource<T>;
}

/** Errors: the kind's own when it is missing. */
export async function found<T, R>(
  context: Context,
  kind: ResourceKind<T, R>,
  reference: R,
): Promise<Found<T>> {
  const resource = await context.resolve(kind, reference);
  const { document, arn } = resource.resolved;
  if (document === undefined) throw new Error(`${arn} was neither found nor refused`);
  return { document, view: context.viewOf(resource), resource };
}

export function ruleReference(input: {
  readonly Name: string;
  readonly EventBusName?: string | undefined;
}): RuleReference {
  return { name: input.Name, bus: input.EventBusName };
}

export function foundRule(
  context: Context,
  reference: RuleReference,
): Promise<Found<RuleDocument>> {
  return found(context, ruleKind, reference);
}

/** The bus that is named, or the default one. Errors: ResourceNotFoundException. */
export async function busOf(
  context: Context,
  reference: string | undefined,
): Promise<{ readonly resource: AuthorizedResource<BusDocument>; readonly document: BusDocument }> {
  const resource = await context.resolve(existingBusKind, reference ?? DEFAULT_BUS);
  const { document } = resource.resolved;
  if (document === undefined) throw new Error('the bus was neither found nor refused');
  return { resource, document };
}
