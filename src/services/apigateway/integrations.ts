import type { Integration, IntegrationResponse, Method } from '../../../models/apigateway/types.ts';
import { parseArn } from '../../core/arn.ts';
import { onMethod } from './authorization.ts';
import { type FoundMethod, methodOf, own, putMethodIn, without } from './definitions.ts';
import { count, entry, flag, member, text } from './domain/patch.ts';
import { TEMPLATE_BYTES_MAX, unknownIn } from './domain/mapping-template.ts';
import { isPattern } from './domain/match-budget.ts';
import { isBackEndUri } from './domain/path-segments.ts';
import { badRequest, invalidIdentifier, unbuilt } from './errors.ts';
import type { ApiGatewayOperation } from './operation.ts';
import { applied, patchedTo } from './patches.ts';
import { isCallers, passing } from './roles.ts';

const TIMEOUT_MS_MIN = 50;
const TIMEOUT_MS_MAX = 29_000;
const PASSTHROUGH = ['WHEN_NO_MATCH', 'WHEN_NO_TEMPLATES', 'NEVER'];

export const putIntegration: ApiGatewayOperation<'PutIntegration'> = {
  name: 'PutIntegration',
  access: 'write',
  authorize: async (input, context) => [
    ...(await onMethod('PUT', () => '/integration')(input, context)),
    ...passing(context.call.scope, input.credentials),
  ],
  handle: async (input, context) => {
    const found = await methodOf(context, input);
    const {
      restApiId: _api,
      resourceId,
      httpMethod: _method,
      integrationHttpMethod,
      timeoutInMillis = TIMEOUT_MS_MAX,
      ...given
    } = input;
    const integration: Integration = {
      ...given,
      ...(integrationHttpMethod === undefined ? {} : { httpMethod: integrationHttpMethod }),
      timeoutInMillis,
      passthroughBehavior: input.passthroughBehavior ?? 'WHEN_NO_MATCH',
      cacheNamespace: input.cacheNamespace ?? resourceId,
      cacheKeyParameters: input.cacheKeyParameters ?? [],
    };
    assertIntegration('PutIntegration', integration);
    putMethodIn(context.view, input, found, { ...found.method, methodIntegration: integration });
    return integration;
  },
};

/** Errors: BadRequestException for templates that are too large, 501 for those that say more than is understood. */
function assertTemplates(
  operation: string,
  templates: Readonly<Record<string, string>> = {},
): void {
  for (const template of Object.values(templates)) {
    if (Buffer.byteLength(template) > TEMPLATE_BYTES_MAX) {
      throw badRequest('Mapping template must be at most 300 KB');
    }
    const unknown = unknownIn(template);
    if (unknown !== undefined) throw unbuilt(operation, `mapping templates with ${unknown}`);
  }
}

/** Errors: BadRequestException; 501 for what isn't built. */
function assertIntegration(operation: string, integration: Integration): void {
  const { timeoutInMillis: timeout = TIMEOUT_MS_MAX, passthroughBehavior } = integration;
  if (isCallers(integration.credentials)) {
    throw unbuilt(operation, 'the credentials of who calls the API');
  }
  if (integration.connectionType === 'VPC_LINK') throw unbuilt(operation, 'VPC links');
  if (integration.tlsConfig?.insecureSkipVerification === true) {
    throw unbuilt(operation, 'back ends whose certificates are not verified');
  }
  assertHandling(operation, integration);
  if (integration.responseTransferMode === 'STREAM') {
    throw unbuilt(operation, 'the response transfer mode STREAM');
  }
  if (timeout < TIMEOUT_MS_MIN || timeout > TIMEOUT_MS_MAX) {
    throw badRequest(`Timeout should be between ${TIMEOUT_MS_MIN} ms and ${TIMEOUT_MS_MAX} ms`);
  }
  if (passthroughBehavior !== undefined && !PASSTHROUGH.includes(passthroughBehavior)) {
    throw badRequest(
      `Enumeration value for passthroughBehavior must be one of: [${PASSTHROUGH.join(', ')}]`,
    );
  }
  assertTemplates(operation, integration.requestTemplates);
  assertTarget(operation, integration);
}

function assertHandling(
  operation: string,
  { contentHandling }: Pick<Integration, 'contentHandling'>,
): void {
  if (contentHandling !== undefined) throw unbuilt(operation, 'the conversion of content');
}

function assertTarget(operation: string, { type, uri, httpMethod }: Integration): void {
  if (type === 'MOCK') return;
  if (httpMethod === undefined || httpMethod === '') {
    throw badRequest('Enumeration value for HttpMethod must be non-empty');
  }
  if (type === 'HTTP' || type === 'HTTP_PROXY') {
    if (!isBackEndUri(uri ?? '')) {
      throw badRequest('Invalid HTTP endpoint specified for URI');
    }
    return;
  }
  const arn = parseArn(uri ?? '');
  if (arn?.service !== 'apigateway') throw badRequest('Invalid ARN specified in the request');
  if (!/^(?:path|action)\//.test(arn.resource)) {
    throw badRequest('AWS ARN for integration must contain path or action');
  }
  if (arn.account !== 'lambda') {
    if (type === 'AWS_PROXY') {
      throw badRequest(
        "Integrations of type 'AWS_PROXY' currently only supports Lambda function and Firehose stream invocations.",
      );
    }
    throw unbuilt(operation, `integrations with the service ${arn.account}`);
  }
  if (functionOf(uri) === undefined) throw badRequest('Invalid function ARN or invalid uri');
  if (httpMethod !== 'POST') throw badRequest('Lambda integrations must use the HTTP method POST');
}

const INVOCATION = /^path\/2015-03-31\/functions\/(arn:[^/]+)\/invocations$/;

/** The function that a URI names; stage variables in it are not filled in yet. */
export function functionOf(uri = ''): string | undefined {
  return INVOCATION.exec(parseArn(uri)?.resource ?? '')?.[1];
}

function integrationOf({ method }: FoundMethod): Integration {
  if (method.methodIntegration === undefined) throw invalidIdentifier('Integration');
  return method.methodIntegration;
}

export const getIntegration: ApiGatewayOperation<'GetIntegration'> = {
  name: 'GetIntegration',
  access: 'read',
  authorize: onMethod('GET', () => '/integration'),
  handle: async (input, context) => integrationOf(await methodOf(context, input)),
};

const RULES = [
  text('/type', { oneOf: ['HTTP', 'AWS', 'MOCK', 'HTTP_PROXY', 'AWS_PROXY'] }),
  text('/httpMethod'),
  text('/uri'),
  text('/credentials', { removable: true }),
  text('/connectionType', { oneOf: ['INTERNET', 'VPC_LINK'] }),
  text('/connectionId', { removable: true }),
  text('/passthroughBehavior', { oneOf: PASSTHROUGH }),
  text('/contentHandling', { removable: true, oneOf: ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'] }),
  text('/cacheNamespace'),
  count('/timeoutInMillis'),
  flag('/tlsConfig/insecureSkipVerification'),
  member('/cacheKeyParameters'),
  entry('/requestParameters/{}'),
  entry('/requestTemplates/{}'),
];

export const updateIntegration: ApiGatewayOperation<'UpdateIntegration'> = {
  name: 'UpdateIntegration',
  access: 'write',
  authorize: async (input, context) => [
    ...(await onMethod('PATCH', () => '/integration')(input, context)),
    ...patchedTo(input.patchOperations, '/credentials').flatMap((role) =>
      passing(context.call.scope, role),
    ),
  ],
  handle: async (input, context) => {
    const found = await methodOf(context, input);
    const integration = applied(integrationOf(found), input.patchOperations, RULES);
    assertIntegration('UpdateIntegration', integration);
    putMethodIn(context.view, input, found, { ...found.method, methodIntegration: integration });
    return integration;
  },
};

export const deleteIntegration: ApiGatewayOperation<'DeleteIntegration'> = {
  name: 'DeleteIntegration',
  access: 'write',
  authorize: onMethod('DELETE', () => '/integration'),
  handle: async (input, context) => {
    const found = await methodOf(context, input);
    integrationOf(found);
    const { methodIntegration: _gone, ...method } = found.method;
    putMethodIn(context.view, input, found, method);
    return {};
  },
};

function withResponse(
  found: FoundMethod,
  code: string,
  response: IntegrationResponse | undefined,
): Method {
  const integration = integrationOf(found);
  const others = without(integration.integrationResponses ?? {}, code);
  const integrationResponses = response === undefined ? others : { ...others, [code]: response };
  return { ...found.method, methodIntegration: { ...integration, integrationResponses } };
}

function responseOf(found: FoundMethod, code: string): IntegrationResponse {
  const response = own(integrationOf(found).integrationResponses ?? {}, code);
  if (response === undefined) throw invalidIdentifier('Response');
  return response;
}

function assertResponse(
  operation: string,
  { method }: FoundMethod,
  response: IntegrationResponse,
): void {
  assertTemplates(operation, response.responseTemplates);
  assertHandling(operation, response);
  const { statusCode = '', responseParameters, selectionPattern } = response;
  if (own(method.methodResponses ?? {}, statusCode) === undefined) {
    throw badRequest('Invalid Response status code specified');
  }
  const declared = own(method.methodResponses ?? {}, statusCode)?.responseParameters ?? {};
  const wrong = Object.keys(responseParameters ?? {}).find(
    (name) => !Object.hasOwn(declared, name),
  );
  if (wrong !== undefined) {
    throw badRequest(`Invalid mapping expression parameter specified: ${wrong}`);
  }
  if (selectionPattern !== undefined && !isPattern(selectionPattern)) {
    throw badRequest('Invalid selection pattern specified');
  }
}

export const putIntegrationResponse: ApiGatewayOperation<'PutIntegrationResponse'> = {
  name: 'PutIntegrationResponse',
  access: 'write',
  authorize: onMethod('PUT', ({ statusCode }) => `/integration/responses/${statusCode}`),
  handle: async (input, context) => {
    const found = await methodOf(context, input);
    const { restApiId: _api, resourceId: _resource, httpMethod: _method, ...response } = input;
    assertResponse('PutIntegrationResponse', found, response);
    putMethodIn(context.view, input, found, withResponse(found, input.statusCode, response));
    return response;
  },
};

export const getIntegrationResponse: ApiGatewayOperation<'GetIntegrationResponse'> = {
  name: 'GetIntegrationResponse',
  access: 'read',
  authorize: onMethod('GET', ({ statusCode }) => `/integration/responses/${statusCode}`),
  handle: async (input, context) => responseOf(await methodOf(context, input), input.statusCode),
};

const RESPONSE_RULES = [
  text('/selectionPattern', { removable: true }),
  text('/contentHandling', { removable: true, oneOf: ['CONVERT_TO_BINARY', 'CONVERT_TO_TEXT'] }),
  entry('/responseParameters/{}'),
  entry('/responseTemplates/{}'),
];

export const updateIntegrationResponse: ApiGatewayOperation<'UpdateIntegrationResponse'> = {
  name: 'UpdateIntegrationResponse',
  access: 'write',
  authorize: onMethod('PATCH', ({ statusCode }) => `/integration/responses/${statusCode}`),
  handle: async (input, context) => {
    const found = await methodOf(context, input);
    const before = responseOf(found, input.statusCode);
    const response = applied(before, input.patchOperations, RESPONSE_RULES);
    assertResponse('UpdateIntegrationResponse', found, response);
    putMethodIn(context.view, input, found, withResponse(found, input.statusCode, response));
    return response;
  },
};

export const deleteIntegrationResponse: ApiGatewayOperation<'DeleteIntegrationResponse'> = {
  name: 'DeleteIntegrationResponse',
  access: 'write',
  authorize: onMethod('DELETE', ({ statusCode }) => `/integration/responses/${statusCode}`),
  handle: async (input, context) => {
    const found = await methodOf(context, input);
    responseOf(found, input.statusCode);
    putMethodIn(context.view, input, found, withResponse(found, input.statusCode, undefined));
    return {};
  },
};
