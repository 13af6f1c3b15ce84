import { tagConditions } from '../../core/tags.ts';
import type { Permission, ResolveContext } from '../../contract/operation.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import { childId, gatewayArn } from '../apigateway/port.ts';
import { apis, stages } from './state.ts';

/** Whatever a request's path names, with the tags of the API or the stage it is below. */
export const pathKind: ResourceKind<string> = {
  name: 'apigatewayv2:path',
  policyMode: 'none',
  find: async (path, { scope }) => ({
    arn: gatewayArn(scope.region, path),
    scope,
    id: path,
    document: path,
  }),
  tags: async ({ id: path, scope }, { unit }) => {
    const [, noun, id = '', below, name] = path.split('/');
    if (noun !== 'apis') return {};
    const view = unit.view(scope);
    const isStage = below === 'stages' && name !== undefined;
    const stage = isStage ? await view.get(stages, childId(id, name)) : undefined;
    return stage?.tags ?? (await view.get(apis, id))?.tags ?? {};
  },
};

interface MayBringTags {
  readonly Tags?: Readonly<Record<string, string>> | undefined;
}

/** One permission: the request's method, on its path. Tags that the input brings are conditions. */
export function on<I extends object>(
  verb: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: (input: I) => string,
) {
  return async (
    input: I & MayBringTags,
    context: ResolveContext,
  ): Promise<readonly Permission[]> => {
    const resource = await context.resolve(pathKind, path(input));
    return [{ action: `apigateway:${verb}`, resource, conditions: tagConditions(input.Tags) }];
  };
}

interface OnApi {
  readonly ApiId: string;
}

/** A path below an API: `/routes`, or the API itself. */
export function onApi<I extends OnApi>(
  verb: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  below: (input: I) => string = () => '',
) {
  return on<I>(verb, (input) => `/apis/${input.ApiId}${below(input)}`);
}
