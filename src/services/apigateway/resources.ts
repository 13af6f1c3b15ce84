import type { ResourceKind } from '../../contract/resource.ts';
import type { View } from '../../contract/view.ts';
import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import { own } from './definitions.ts';
import { resourceKeys } from './domain/condition-keys.ts';
import { apiKeys, apis, childId, definitions, domains, stages, usagePlans } from './state.ts';

/** `arn:aws:apigateway:us-east-1::/restapis/abc`: API Gateway's ARNs name no account, but of what is private. */
export function gatewayArn(region: string, path: string, account = ''): string {
  const partition = partitionOf(region);
  return formatArn({ partition, service: 'apigateway', region, account, resource: path });
}

/** The path that an ARN names here, where it is spelled as API Gateway spells it. Undefined: it is another's, or none. */
export function pathIn({ account, region }: Scope, arn: string): string | undefined {
  const path = parseArn(arn)?.resource ?? '';
  return gatewayArn(region, path, OWNED.test(path) ? account : '') === arn ? path : undefined;
}

/** What has its account in its ARN: private custom domains, and who may reach them. */
const OWNED = /^\/(?:domainnames\/[^/]+\+[^/]+$|domainnameaccessassociations(?:\/|$))/;

interface Named {
  /** Condition keys of what is there. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

/** Whatever a request's path names. It has the tags of the nearest thing above it that can have any. */
export const pathKind: ResourceKind<Named> = {
  name: 'apigateway:path',
  policyMode: 'none',
  find: async (path, { scope, unit }) => ({
    arn: gatewayArn(scope.region, path, OWNED.test(path) ? scope.account : ''),
    scope,
    id: path,
    document: { keys: resourceKeys(path, await thingAt(unit.view(scope), path)) },
  }),
  conditions: ({ document }, key) => document?.keys.get(key),
  tags: ({ id, scope }, { unit }) => tagsOf(unit.view(scope), id),
};

/** What a path names, where policies may ask what it is. */
async function thingAt(view: View, path: string): Promise<object | undefined> {
  const [, noun, id = '', below, name = '', methods, verb = '', ...more] = path.split('/');
  if (noun === 'domainnames') return below === undefined ? view.get(domains, id) : undefined;
  if (noun !== 'restapis' || id === '' || more.length > 0) return undefined;
  if (below === undefined) return view.get(apis, id);
  if (below === 'stages') return view.get(stages, childId(id, name));
  const isMethod = below === 'resources' && methods === 'methods';
  if (below !== 'authorizers' && !isMethod) return undefined;
  const definition = await view.get(definitions, id);
  if (definition === undefined) return undefined;
  if (!isMethod) return own(definition.authorizers, name);
  return own(own(definition.resources, name)?.methods ?? {}, verb);
}

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
