import type {
  AuthorizedResource,
  Context,
  Permission,
  ResolveContext,
} from '../../contract/operation.ts';
import type { Resolved, ResourceKind } from '../../contract/resource.ts';
import type { Unit, View } from '../../contract/view.ts';
import { functionNotFound } from './errors.ts';
import {
  functionArn,
  type FunctionReference,
  LATEST,
  readFunctionArn,
  referenceOf,
} from './function-names.ts';
import {
  type AliasDocument,
  aliases,
  type FunctionDocument,
  functions,
  policies,
  qualifiedId,
  type VersionDocument,
  versionId,
  versions,
} from './state.ts';

/** What a reference leads to. */
export interface FunctionPlace {
  readonly document: FunctionDocument;
  /** As it was asked for. */
  readonly qualifier: string | undefined;
  readonly alias?: AliasDocument;
  /** The version it means; an alias's first. */
  readonly version: VersionDocument;
}

/** A function, one of its versions or aliases, in whatever account. By its ARN. */
export const functionKind: ResourceKind<FunctionPlace> = {
  name: 'lambda:function',
  policyMode: 'optional',
  find: async (arn, { unit, scope: caller }) => {
    const reference = readFunctionArn(arn);
    const missing = functionNotFound(arn);
    if (reference === undefined)
      return { arn, scope: caller, id: arn, document: undefined, missing };
    const { scope, name } = reference;
    return { arn, scope, id: name, document: await placeOf(unit, reference), missing };
  },
  policy: ({ document: place }, { unit }) => {
    if (place === undefined) return undefined;
    return policyText(unit.view(place.document.scope), place);
  },
  tags: ({ document }) => document?.document.tags ?? {},
};

/** The statements on exactly what was named: a function's own say nothing about its versions. */
async function policyText(view: View, place: FunctionPlace): Promise<string | undefined> {
  const { document, qualifier } = place;
  const found = await view.get(policies, qualifiedId(document.name, qualifier));
  if (found === undefined) return undefined;
  return joined(found.statements.map(({ policy }) => policy.bound?.text ?? policy.text));
}

/** One document of the statements of several. */
export function joined(texts: readonly string[]): string {
  const Statement = texts.flatMap((text) => {
    const document: { readonly Statement: readonly unknown[] } = JSON.parse(text);
    return document.Statement;
  });
  return JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement });
}

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
  const alias = await view.get(aliases, qualifiedId(name, qualifier));
  const version = await versionOf(view, document, alias?.version ?? qualifier);
  if (version === undefined) return undefined;
  return { document, qualifier, version, ...(alias === undefined ? {} : { alias }) };
}

/** A version by its number, or the newest code. */
export async function versionOf(
  view: View,
  { name, latest }: FunctionDocument,
  version: string,
): Promise<VersionDocument | undefined> {
  return version === LATEST ? latest : view.get(versions, versionId(name, version));
}

interface OnFunction {
  readonly FunctionName: string;
  readonly Qualifier?: string | undefined;
}

/** What the input names, whether it is there or not. */
export function namedFunction(
  input: OnFunction,
  context: ResolveContext,
): Promise<AuthorizedResource<FunctionPlace>> {
  const { scope, name, qualifier } = referenceOf(input, context.call.scope);
  return context.resolve(functionKind, functionArn(scope, name, qualifier));
}

/** One permission on the function that the input names. */
export function onFunction<I extends OnFunction>(
  action: string,
  conditionsOf?: (input: I) => ReadonlyMap<string, readonly string[]>,
) {
  return async (input: I, context: ResolveContext): Promise<readonly Permission[]> => {
    const resource = await namedFunction(input, context);
    const conditions = conditionsOf?.(input);
    return [{ action, resource, ...(conditions === undefined ? {} : { conditions }) }];
  };
}

export interface FoundFunction {
  readonly place: FunctionPlace;
  readonly resolved: Resolved<FunctionPlace>;
  /** Documents of the function's own account and Region. */
  readonly view: View;
}

/** What the input names, which must have been authorized. Errors: ResourceNotFoundException. */
export async function functionOf(context: Context, input: OnFunction): Promise<FoundFunction> {
  const resource = await namedFunction(input, context);
  const { resolved } = resource;
  const { document: place, missing, arn } = resolved;
  if (place === undefined) throw missing ?? functionNotFound(arn);
  context.audit.resource('AWS::Lambda::Function', arn, place.document.scope.account);
  return { place, resolved, view: context.viewOf(resource) };
}
