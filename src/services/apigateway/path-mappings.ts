import type { BasePathMapping } from '../../../models/apigateway/types.ts';
import type { Context } from '../../contract/operation.ts';
import { on } from './authorization.ts';
import { type DomainKey, domainKey, domainOf } from './domain-names.ts';
import { text } from './domain/patch.ts';
import { endpointTypeOf } from './endpoints.ts';
import { badRequest, conflict, limitExceeded, notFound } from './errors.ts';
import type { ApiGatewayOperation } from './operation.ts';
import { pageOfCollection } from './pages.ts';
import { applied } from './patches.ts';
import {
  apis,
  childId,
  type DomainDocument,
  type MappingDocument,
  mappings,
  stages,
} from './state.ts';

const MAPPINGS_MAX = 200;
/** What everything is mapped by that has no path of its own. */
export const NO_PATH = '(none)';

interface OnMapping extends DomainKey {
  readonly basePath: string;
}

const onMappings = (verb: 'GET' | 'POST') =>
  on<DomainKey>(verb, (key) => `/domainnames/${domainKey(key)}/basepathmappings`);
const onMapping = (verb: 'GET' | 'PATCH' | 'DELETE') =>
  on<OnMapping>(
    verb,
    (input) => `/domainnames/${domainKey(input)}/basepathmappings/${input.basePath}`,
  );

function shown({ basePath, restApiId, stage }: MappingDocument): BasePathMapping {
  return { basePath, restApiId, ...(stage === undefined ? {} : { stage }) };
}

function pathOf(given: string | undefined): string {
  return given === undefined || given === '' ? NO_PATH : given;
}

export const createBasePathMapping: ApiGatewayOperation<'CreateBasePathMapping'> = {
  name: 'CreateBasePathMapping',
  access: 'write',
  authorize: onMappings('POST'),
  handle: async (input, context) => {
    const domain = await domainOf(context, input);
    const basePath = pathOf(input.basePath);
    const mapping: MappingDocument = {
      basePath,
      restApiId: input.restApiId,
      ...(input.stage === undefined || input.stage === '' ? {} : { stage: input.stage }),
    };
    await assertMapping(context, domain, mapping);
    const { view } = context;
    const key = domainKey(domain);
    const all = await view.list(mappings, { prefix: childId(key, ''), limit: MAPPINGS_MAX });
    if (all.items.some(({ document }) => document.basePath === basePath)) {
      throw conflict('Base path already exists for this domain name');
    }
    if (all.items.length >= MAPPINGS_MAX) {
      throw limitExceeded('base path mappings');
    }
    view.put(mappings, childId(key, basePath), mapping);
    return shown(mapping);
  },
};

/** Errors: BadRequestException. */
async function assertMapping(
  { view }: Context,
  domain: DomainDocument,
  { basePath, restApiId, stage }: MappingDocument,
): Promise<void> {
  if (basePath !== NO_PATH && !/^[\w\-.+!*'()$]+$/.test(basePath)) {
    throw badRequest(
      "API Gateway V1 doesn't support the slash character (/) in base path mappings. " +
        'To create a multi-level base path mapping, use API Gateway V2.',
    );
  }
  const api = await view.get(apis, restApiId);
  if (api === undefined) throw badRequest('Invalid REST API identifier specified');
  const isPrivate = endpointTypeOf(api) === 'PRIVATE';
  if (isPrivate !== (endpointTypeOf(domain) === 'PRIVATE')) {
    throw badRequest(
      'Only private APIs can be mapped to private custom domain names, and no others',
    );
  }
  if (stage !== undefined && (await view.get(stages, childId(restApiId, stage))) === undefined) {
    throw badRequest('Invalid stage identifier specified');
  }
}

async function mappingOf(context: Context, input: OnMapping): Promise<MappingDocument> {
  const domain = await domainOf(context, input);
  const id = childId(domainKey(domain), pathOf(input.basePath));
  const mapping = await context.view.get(mappings, id);
  if (mapping === undefined) throw notFound('Invalid base path mapping identifier specified');
  return mapping;
}

export const getBasePathMapping: ApiGatewayOperation<'GetBasePathMapping'> = {
  name: 'GetBasePathMapping',
  access: 'read',
  authorize: onMapping('GET'),
  handle: async (input, context) => shown(await mappingOf(context, input)),
};

export const getBasePathMappings: ApiGatewayOperation<'GetBasePathMappings'> = {
  name: 'GetBasePathMappings',
  access: 'read',
  authorize: onMappings('GET'),
  handle: async (input, context) => {
    const domain = await domainOf(context, input);
    const prefix = childId(domainKey(domain), '');
    const { items, ...next } = await pageOfCollection(context, input, mappings, { prefix });
    return { items: items.map(shown), ...next };
  },
};

const RULES = [
  text('/basePath'),
  text('/restapiId', { to: ['restApiId'] }),
  text('/stage', { removable: true }),
];

export const updateBasePathMapping: ApiGatewayOperation<'UpdateBasePathMapping'> = {
  name: 'UpdateBasePathMapping',
  access: 'write',
  authorize: onMapping('PATCH'),
  handle: async (input, context) => {
    const domain = await domainOf(context, input);
    const before = await mappingOf(context, input);
    const changed = applied(before, input.patchOperations, RULES);
    const basePath = pathOf(changed.basePath);
    const { stage, ...rest } = changed;
    const mapping = {
      ...rest,
      basePath,
      ...(stage === undefined || stage === '' ? {} : { stage }),
    };
    await assertMapping(context, domain, mapping);
    const { view } = context;
    const key = domainKey(domain);
    if (basePath !== before.basePath) {
      if ((await view.get(mappings, childId(key, basePath))) !== undefined) {
        throw conflict('Base path already exists for this domain name');
      }
      view.delete(mappings, childId(key, before.basePath));
    }
    view.put(mappings, childId(key, basePath), mapping);
    return shown(mapping);
  },
};

export const deleteBasePathMapping: ApiGatewayOperation<'DeleteBasePathMapping'> = {
  name: 'DeleteBasePathMapping',
  access: 'write',
  authorize: onMapping('DELETE'),
  handle: async (input, context) => {
    const { basePath } = await mappingOf(context, input);
    context.view.delete(mappings, childId(domainKey(input), basePath));
    return {};
  },
};
