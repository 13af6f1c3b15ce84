import type { Permission, ResolveContext } from '../../contract/operation.ts';
import { tagConditions } from '../../core/tags.ts';
import { requestKeys } from './domain/condition-keys.ts';
import { pathKind } from './resources.ts';

type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface MayBringTags {
  readonly tags?: Readonly<Record<string, string>> | undefined;
}

/**
 * One permission: what API Gateway's actions are called is the request's method, and the resource is its path. Tags that the
 * input brings are conditions, and so is what it says of what it makes or changes.
 */
export function on<I extends object>(verb: Verb, path: (input: I) => string) {
  return async (
    input: I & MayBringTags,
    context: ResolveContext,
  ): Promise<readonly Permission[]> => {
    const named = path(input);
    const resource = await context.resolve(pathKind, named);
    const conditions = new Map([...tagConditions(input.tags), ...requestKeys(verb, named, input)]);
    return [{ action: `apigateway:${verb}`, resource, conditions }];
  };
}

interface OnApi {
  readonly restApiId: string;
}

/** A path below an API: `/stages`, or the API itself. */
export function onApi<I extends OnApi>(verb: Verb, below: (input: I) => string = () => '') {
  return on<I>(verb, (input) => `/restapis/${input.restApiId}${below(input)}`);
}

interface OnMethod extends OnApi {
  readonly resourceId: string;
  readonly httpMethod: string;
}

/** A path below a method: `/integration`, or the method itself. */
export function onMethod<I extends OnMethod>(verb: Verb, below: (input: I) => string = () => '') {
  return onApi<I>(
    verb,
    (input) => `/resources/${input.resourceId}/methods/${input.httpMethod}${below(input)}`,
  );
}
