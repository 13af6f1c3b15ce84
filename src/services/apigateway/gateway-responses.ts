import type { GatewayResponse, GatewayResponseType } from '../../../models/apigateway/types.ts';
import { onApi } from './authorization.ts';
import { definitionOf, own, redefine, without } from './definitions.ts';
import {
  defaultResponse,
  MESSAGE_TEMPLATE,
  RESPONSE_TYPES,
} from './domain/gateway-response-types.ts';
import { TEMPLATE_BYTES_MAX } from './domain/mapping-template.ts';
import { entry, text } from './domain/patch.ts';
import { badRequest, notFound } from './errors.ts';
import type { ApiGatewayOperation } from './operation.ts';
import { pageOf } from './pages.ts';
import { applied } from './patches.ts';
import type { Definition } from './state.ts';

function responseOf({ gatewayResponses }: Definition, type: GatewayResponseType): GatewayResponse {
  return own(gatewayResponses, type) ?? defaultResponse(type);
}

const PARAMETER = /^gatewayresponse\.header\.[\w.\-$]+$/;

/** Errors: BadRequestException. */
function assertResponse(response: GatewayResponse): void {
  const { responseParameters, responseTemplates, statusCode } = response;
  const templates = Object.values(responseTemplates ?? {});
  if (templates.some((template) => Buffer.byteLength(template) > TEMPLATE_BYTES_MAX)) {
    throw badRequest('Mapping template must be at most 300 KB');
  }
  const wrong = Object.keys(responseParameters ?? {}).filter((name) => !PARAMETER.test(name));
  if (wrong.length > 0) {
    const errors = wrong.map((name) => `Invalid mapping expression specified: ${name}`);
    throw badRequest(
      `Invalid mapping expression specified: Validation Result: warnings : [], errors : [${errors.join(', ')}]`,
    );
  }
  if (statusCode !== undefined && !/^[1-5]\d\d$/.test(statusCode)) {
    throw badRequest('Invalid status code specified');
  }
}

export const putGatewayResponse: ApiGatewayOperation<'PutGatewayResponse'> = {
  name: 'PutGatewayResponse',
  access: 'write',
  authorize: onApi('PUT', ({ responseType }) => `/gatewayresponses/${responseType}`),
  handle: async ({ restApiId, responseType, ...given }, context) => {
    const definition = await definitionOf(context, restApiId);
    const response: GatewayResponse = {
      ...defaultResponse(responseType),
      ...(given.statusCode === undefined ? {} : { statusCode: given.statusCode }),
      responseParameters: given.responseParameters ?? {},
      responseTemplates: given.responseTemplates ?? { 'application/json': MESSAGE_TEMPLATE },
      defaultResponse: false,
    };
    assertResponse(response);
    const gatewayResponses = { ...definition.gatewayResponses, [responseType]: response };
    redefine(context.view, restApiId, definition, { gatewayResponses });
    return response;
  },
};

export const getGatewayResponse: ApiGatewayOperation<'GetGatewayResponse'> = {
  name: 'GetGatewayResponse',
  access: 'read',
  authorize: onApi('GET', ({ responseType }) => `/gatewayresponses/${responseType}`),
  handle: async ({ restApiId, responseType }, context) =>
    responseOf(await definitionOf(context, restApiId), responseType),
};

export const getGatewayResponses: ApiGatewayOperation<'GetGatewayResponses'> = {
  name: 'GetGatewayResponses',
  access: 'read',
  authorize: onApi('GET', () => '/gatewayresponses'),
  handle: async (input, context) => {
    const definition = await definitionOf(context, input.restApiId);
    const all = Object.fromEntries(
      RESPONSE_TYPES.map((type) => [type, responseOf(definition, type)]),
    );
    return pageOf(context.call, input, input.restApiId, all);
  },
};

const RULES = [
  text('/statusCode'),
  entry('/responseParameters/{}'),
  entry('/responseTemplates/{}'),
];

export const updateGatewayResponse: ApiGatewayOperation<'UpdateGatewayResponse'> = {
  name: 'UpdateGatewayResponse',
  access: 'write',
  authorize: onApi('PATCH', ({ responseType }) => `/gatewayresponses/${responseType}`),
  handle: async ({ restApiId, responseType, patchOperations }, context) => {
    const definition = await definitionOf(context, restApiId);
    const before = responseOf(definition, responseType);
    const response = { ...applied(before, patchOperations, RULES), defaultResponse: false };
    assertResponse(response);
    const gatewayResponses = { ...definition.gatewayResponses, [responseType]: response };
    redefine(context.view, restApiId, definition, { gatewayResponses });
    return response;
  },
};

export const deleteGatewayResponse: ApiGatewayOperation<'DeleteGatewayResponse'> = {
  name: 'DeleteGatewayResponse',
  access: 'write',
  authorize: onApi('DELETE', ({ responseType }) => `/gatewayresponses/${responseType}`),
  handle: async ({ restApiId, responseType }, context) => {
    const definition = await definitionOf(context, restApiId);
    if (own(definition.gatewayResponses, responseType) === undefined) {
      throw notFound('Gateway response type not defined on api');
    }
    const gatewayResponses = without(definition.gatewayResponses, responseType);
    redefine(context.view, restApiId, definition, { gatewayResponses });
    return {};
  },
};
