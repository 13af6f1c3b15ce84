import type { ApiMapping } from '../../../models/apigatewayv2/types.ts';
import type { Context } from '../../contract/operation.ts';
import { everyOf } from '../../listing/every-document.ts';
import {
  badRequest,
  childId,
  conflict,
  domainOperations,
  type MappingDocument,
  mappings,
  notFound,
  pageOf,
  randomId,
} from '../apigateway/port.ts';
import { on } from './authorization.ts';
import { type HttpApiOperation, pageAnswer, pageInput } from './operation.ts';
import { apis, stages } from './state.ts';

const NO_PATH = '(none)';
const KEY = /^[\w\-.~!$&'()*+,;=]+(?:\/[\w\-.~!$&'()*+,;=]+)*$/;

interface OnDomain {
  readonly DomainName: string;
}

const path = ({ DomainName }: OnDomain): string =>
  `/domainnames/${DomainName.toLowerCase()}/apimappings`;
const onMappings = (verb: 'GET' | 'POST') => on<OnDomain>(verb, path);
const onMapping = (verb: 'GET' | 'PATCH' | 'DELETE') =>
  on<OnDomain & { readonly ApiMappingId: string }>(
    verb,
    (input) => `${path(input)}/${input.ApiMappingId}`,
  );

function shown({ basePath, restApiId, stage = '', mappingId }: MappingDocument): ApiMapping {
  return {
    ApiId: restApiId,
    ApiMappingId: mappingId,
    ApiMappingKey: basePath === NO_PATH ? '' : basePath,
    Stage: stage,
  };
}

/** Mappings of the domain that lead to HTTP APIs. Errors: NotFoundException. */
async function mappingsOf(context: Context, { DomainName: domainName }: OnDomain) {
  await context.callService(domainOperations.get, { domainName });
  return everyOf(context.view, mappings, { prefix: childId(domainName.toLowerCase(), '') });
}

async function mappingOf(context: Context, input: OnDomain & { readonly ApiMappingId: string }) {
  const all = await mappingsOf(context, input);
  const mapping = all.find(({ mappingId }) => mappingId === input.ApiMappingId);
  if (mapping === undefined) throw notFound('Invalid API mapping identifier specified');
  return { all, mapping };
}

/** Errors: BadRequestException, ConflictException. */
async function keep(
  { view }: Context,
  { DomainName }: OnDomain,
  all: readonly MappingDocument[],
  mapping: MappingDocument,
): Promise<void> {
  const { basePath, restApiId, stage = '' } = mapping;
  if (basePath !== NO_PATH && !KEY.test(basePath)) {
    throw badRequest(`Invalid API mapping key: ${basePath}`);
  }
  if ((await view.get(apis, restApiId)) === undefined)
    throw badRequest('Invalid API identifier specified');
  if ((await view.get(stages, childId(restApiId, stage))) === undefined) {
    throw badRequest('Invalid stage identifier specified');
  }
  const isTaken = all.some(
    (one) => one.basePath === basePath && one.mappingId !== mapping.mappingId,
  );
  if (isTaken) throw conflict('ApiMapping key already exists for this domain name');
  view.put(mappings, childId(DomainName.toLowerCase(), basePath), mapping);
}

function keyOf(key: string | undefined): string {
  return key === undefined || key === '' ? NO_PATH : key;
}

export const createApiMapping: HttpApiOperation<'CreateApiMapping'> = {
  name: 'CreateApiMapping',
  access: 'write',
  authorize: onMappings('POST'),
  handle: async (input, context) => {
    const mapping: MappingDocument = {
      basePath: keyOf(input.ApiMappingKey),
      restApiId: input.ApiId,
      stage: input.Stage,
      mappingId: await context.once(() => randomId(6)),
    };
    await keep(context, input, await mappingsOf(context, input), mapping);
    return shown(mapping);
  },
};

export const getApiMapping: HttpApiOperation<'GetApiMapping'> = {
  name: 'GetApiMapping',
  access: 'read',
  authorize: onMapping('GET'),
  handle: async (input, context) => shown((await mappingOf(context, input)).mapping),
};

export const getApiMappings: HttpApiOperation<'GetApiMappings'> = {
  name: 'GetApiMappings',
  access: 'read',
  authorize: onMappings('GET'),
  handle: async (input, context) => {
    const all = (await mappingsOf(context, input)).filter(
      ({ mappingId }) => mappingId !== undefined,
    );
    const byPath = Object.fromEntries(all.map((one) => [one.basePath, shown(one)]));
    return pageAnswer(pageOf(context.call, pageInput(input), input.DomainName, byPath));
  },
};

export const updateApiMapping: HttpApiOperation<'UpdateApiMapping'> = {
  name: 'UpdateApiMapping',
  access: 'write',
  authorize: onMapping('PATCH'),
  handle: async (input, context) => {
    const { all, mapping: before } = await mappingOf(context, input);
    const { ApiMappingKey: key, Stage: stage = before.stage ?? '' } = input;
    const basePath = key === undefined ? before.basePath : keyOf(key);
    context.view.delete(mappings, childId(input.DomainName.toLowerCase(), before.basePath));
    const mapping = { ...before, basePath, restApiId: input.ApiId, stage };
    await keep(context, input, all, mapping);
    return shown(mapping);
  },
};

export const deleteApiMapping: HttpApiOperation<'DeleteApiMapping'> = {
  name: 'DeleteApiMapping',
  access: 'write',
  authorize: onMapping('DELETE'),
  handle: async (input, context) => {
    const { mapping } = await mappingOf(context, input);
    context.view.delete(mappings, childId(input.DomainName.toLowerCase(), mapping.basePath));
    return {};
  },
};
