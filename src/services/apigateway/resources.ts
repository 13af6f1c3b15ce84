import type { ResourceKind } from '../../contract/resource.ts';
import type { View } from '../../contract/view.ts';
import { formatArn, partitionOf } from '../../core/arn.ts';
import type { Tags } from '../../core/tags.ts';
import { apiKeys, apis, childId, domains, stages, usagePlans } from './state.ts';

/** `arn:aws:apigateway:us-east-1::/restapis/abc`: API Gateway's ARNs name no account. */
export function gatewayArn(region: string, path: string): string {
  const partition = partitionOf(region);
  return formatArn({ partition, service: 'apigateway', region, account: '', resource: path });
}

/** Whatever a request's path names. It has the tags of the nearest thing above it that can have any. */
export const pathKind: ResourceKind<string> = {
  name: 'apigateway:path',
  policyMode: 'none',
  find: async (path, { scope }) => ({
    arn: gatewayArn(scope.region, path),
    scope,
    id: path,
    document: path,
  }),
  tags: ({ id, scope }, { unit }) => tagsOf(unit.view(scope), id),
};

async function tagsOf(view: View, path: string): Promise<Tags> {
  const [, noun, id = '', below, name] = path.split('/');
  switch (noun) {
    case 'restapis': {
      const stage =
        below === 'stages' && name !== undefined
          ? await view.get(stages, childId(id, name))
          : undefined;
      return stage?.tags ?? (await view.get(apis, id))?.tags ?? {};
    }
    case 'apikeys':
      return (await view.get(apiKeys, id))?.tags ?? {};
    case 'usageplans':
      return (await view.get(usagePlans, id))?.tags ?? {};
    case 'domainnames':
      return (await view.get(domains, id))?.tags ?? {};
    default:
      return {};
  }
}
