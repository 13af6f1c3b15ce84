import type { Permission, ResolveContext } from '../../contract/operation.ts';
import type { Resolved, ResourceKind } from '../../contract/resource.ts';
import type { Unit } from '../../contract/view.ts';
import { functionNotFound } from './errors.ts';
import { functionArn, type FunctionReference, LATEST, referenceOf } from './function-names.ts';
import {
  type FunctionDocument,
  functions,
  type VersionDocument,
  versionId,
  versions,
} from './state.ts';

/** What a reference leads to. */
export interface FunctionPlace {
  readonly document: FunctionDocument;
  /** As it was asked for. */
  readonly qualifier: string | undefined;
  /** The version it means. */
  readonly version: VersionDocument;
}

/** A function, one of its versions or aliases, in whatever account. */
export const functionKind: ResourceKind<FunctionPlace, FunctionReference> = {
  name: 'lambda:function',
  policyMode: 'optional',
  find: async (reference, { unit }) => {
    const { scope, name, qualifier } = reference;
    const arn = functionArn(scope, name, qualifier);
    const place = await placeOf(unit, reference);
    return { arn, scope, id: name, document: place, missing: functionNotFound(arn) };
  },
  tags: ({ document }) => document?.document.tags ?? {},
};

export async function placeOf(
  unit: Unit,
  { scope, name, qualifier }: FunctionReference,
): Promise<FunctionPlace | undefined> {
  const view = unit.view(scope);
  const document = await view.get(functions, name);
  if (document === undefined) return undefined;
  if (qualifier === undefined || qualifier === LATEST) {
    return { document, qualifier, version: document.latest };
  }
  const version = await view.get(versions, versionId(name, qualifier));
  return version === undefined ? undefined : { document, qualifier, version };
}

interface OnFunction {
  readonly FunctionName: string;
  readonly Qualifier?: string | undefined;
}

/** One permission on the function that the input names. */
export function onFunction<I extends OnFunction>(action: string) {
  return async (input: I, context: ResolveContext): Promise<readonly Permission[]> => [
    {
      action,
      resource: await context.resolve(functionKind, referenceOf(input, context.call.scope)),
    },
  ];
}

/** What the input names. Errors: ResourceNotFoundException. */
export async function functionOf(
  context: ResolveContext,
  input: OnFunction,
): Promise<{ readonly place: FunctionPlace; readonly resolved: Resolved<FunctionPlace> }> {
  const reference = referenceOf(input, context.call.scope);
  const { resolved } = await context.resolve(functionKind, reference);
  const { document: place, missing, arn } = resolved;
  if (place === undefined) throw missing ?? functionNotFound(arn);
  return { place, resolved };
}
