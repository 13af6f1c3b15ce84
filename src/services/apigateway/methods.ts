import type { Method, MethodResponse, PutMethodRequest } from '../../../models/apigateway/types.ts';
import { onMethod } from './authorization.ts';
import { definitionOf, methodOf, own, putMethodIn, resourceOf, without } from './definitions.ts';
import { entry, flag, member, text } from './domain/patch.ts';
import { isVerb } from './domain/routes.ts';
import { badRequest, conflict, invalidIdentifier, unbuilt } from './errors.ts';
import type { ApiGatewayOperation } from './operation.ts';
import { applied } from './patches.ts';
import type { Definition } from './state.ts';

const AUTHORIZATION: ReadonlySet<string> = new Set([
  'NONE',
  'AWS_IAM',
  'CUSTOM',
  'COGNITO_USER_POOLS',
]);
const REQUEST_PARAMETER =
  /^method\.request\.(?:querystring|path|header|multivaluequerystring|multivalueheader)\.[\w.\-$]+$/;
const RESPONSE_PARAMETER = /^method\.response\.header\.[\w.\-$]+$/;

export const putMethod: ApiGatewayOperation<'PutMethod'> = {
  name: 'PutMethod',
  access: 'write',
  authorize: onMethod('PUT'),
  handle: async (input, context) => {
    const definition = await definitionOf(context, input.restApiId);
    const resource = resourceOf(definition, input.resourceId);
    if (input.httpMethod !== 'ANY' && !isVerb(input.httpMethod)) {
      throw badRequest(
        'Invalid HttpMethod specified. Valid options are GET,PUT,POST,DELETE,PATCH,OPTIONS,HEAD,ANY',
      );
    }
    if (own(resource.methods, input.httpMethod) !== undefined) {
      throw conflict('Method already exists for this resource');
    }
    const method = methodOfInput(input);
    assertMethod('PutMethod', definition, method);
    putMethodIn(context.view, input, { definition, resource }, method);
    return method;
  },
};

function methodOfInput(input: PutMethodRequest): Method {
  const { restApiId: _api, resourceId: _resource, ...method } = input;
  return { ...method, apiKeyRequired: input.apiKeyRequired ?? false };
}

/** Errors: BadRequestException; 501 for what isn't built. */
function assertMethod(operation: string, definition: Definition, method: Method): void {
  const { authorizationType = 'NONE', authorizerId, requestValidatorId } = method;
  if (!AUTHORIZATION.has(authorizationType)) {
    throw badRequest(
      'Invalid authorization type specified. Valid options are [NONE, AWS_IAM, CUSTOM, COGNITO_USER_POOLS]',
    );
  }
  if (authorizationType === 'COGNITO_USER_POOLS') {
    throw unbuilt(operation, 'the authorization type COGNITO_USER_POOLS');
  }
  if ((method.authorizationScopes?.length ?? 0) > 0) {
    throw unbuilt(operation, 'authorization scopes, which are of COGNITO_USER_POOLS alone');
  }
  if (
    authorizationType === 'CUSTOM' &&
    own(definition.authorizers, authorizerId ?? '') === undefined
  ) {
    throw badRequest(
      'Invalid authorizer ID specified. Setting the authorization type to CUSTOM or COGNITO_USER_POOLS requires a valid authorizer.',
    );
  }
  if (requestValidatorId !== undefined && requestValidatorId !== '') {
    if (own(definition.validators, requestValidatorId) === undefined) {
      throw badRequest('Invalid Request Validator identifier specified');
    }
  }
  assertModels(definition, method.requestModels);
  assertParameters(method.requestParameters, REQUEST_PARAMETER);
}

/** Every API has these two, whether or not they were made. */
const OWN_MODELS: ReadonlySet<string> = new Set(['Empty', 'Error']);

function assertModels(
  { models }: Definition,
  named: Readonly<Record<string, string>> | undefined,
): void {
  for (const name of Object.values(named ?? {})) {
    if (!OWN_MODELS.has(name) && own(models, name) === undefined) {
      throw badRequest(`Invalid model identifier specified: ${name}`);
    }
  }
}

function assertParameters(given: object | undefined, form: RegExp): void {
  const wrong = Object.keys(given ?? {}).filter((name) => !form.test(name));
  if (wrong.length === 0) return;
  const errors = wrong.map((name) => `Invalid mapping expression specified: ${name}`);
  throw badRequest(
    `Invalid mapping expression specified: Validation Result: warnings : [], errors : [${errors.join(', ')}]`,
  );
}

export const getMethod: ApiGatewayOperation<'GetMethod'> = {
  name: 'GetMethod',
  access: 'read',
  authorize: onMethod('GET'),
  handle: async (input, context) => (await methodOf(context, input)).method,
};

const toFlag = (value: string): boolean => value.toLowerCase() === 'true';

const RULES = [
  text('/authorizationType'),
  text('/authorizerId', { removable: true }),
  flag('/apiKeyRequired'),
  text('/operationName', { removable: true }),
  text('/requestValidatorId', { removable: true }),
  entry('/requestParameters/{}', toFlag),
  entry('/requestModels/{}'),
  member('/authorizationScopes'),
];

export const updateMethod: ApiGatewayOperation<'UpdateMethod'> = {
  name: 'UpdateMethod',
  access: 'write',
  authorize: onMethod('PATCH'),
  handle: async (input, context) => {
    const found = await methodOf(context, input);
    const method = applied(found.method, input.patchOperations, RULES);
    assertMethod('UpdateMethod', found.definition, method);
    putMethodIn(context.view, input, found, method);
    return method;
  },
};

export const deleteMethod: ApiGatewayOperation<'DeleteMethod'> = {
  name: 'DeleteMethod',
  access: 'write',
  authorize: onMethod('DELETE'),
  handle: async (input, context) => {
    putMethodIn(context.view, input, await methodOf(context, input), undefined);
    return {};
  },
};

function responseOf(method: Method, statusCode: string): MethodResponse {
  const response = own(method.methodResponses ?? {}, statusCode);
  if (response === undefined) throw invalidIdentifier('Response');
  return response;
}

function withResponse(method: Method, code: string, response: MethodResponse | undefined): Method {
  const others = without(method.methodResponses ?? {}, code);
  return {
    ...method,
    methodResponses: response === undefined ? others : { ...others, [code]: response },
  };
}

export const putMethodResponse: ApiGatewayOperation<'PutMethodResponse'> = {
  name: 'PutMethodResponse',
  access: 'write',
  authorize: onMethod('PUT', ({ statusCode }) => `/responses/${statusCode}`),
  handle: async (input, context) => {
    const found = await methodOf(context, input);
    const { statusCode, responseModels, responseParameters } = input;
    if (own(found.method.methodResponses ?? {}, statusCode) !== undefined) {
      throw conflict('Response already exists for this resource');
    }
    const response = { statusCode, responseModels, responseParameters };
    assertResponse(found.definition, response);
    putMethodIn(context.view, input, found, withResponse(found.method, statusCode, response));
    return response;
  },
};

function assertResponse(definition: Definition, response: MethodResponse): void {
  assertModels(definition, response.responseModels);
  assertParameters(response.responseParameters, RESPONSE_PARAMETER);
}

export const getMethodResponse: ApiGatewayOperation<'GetMethodResponse'> = {
  name: 'GetMethodResponse',
  access: 'read',
  authorize: onMethod('GET', ({ statusCode }) => `/responses/${statusCode}`),
  handle: async (input, context) =>
    responseOf((await methodOf(context, input)).method, input.statusCode),
};

const RESPONSE_RULES = [entry('/responseParameters/{}', toFlag), entry('/responseModels/{}')];

export const updateMethodResponse: ApiGatewayOperation<'UpdateMethodResponse'> = {
  name: 'UpdateMethodResponse',
  access: 'write',
  authorize: onMethod('PATCH', ({ statusCode }) => `/responses/${statusCode}`),
  handle: async (input, context) => {
    const found = await methodOf(context, input);
    const before = responseOf(found.method, input.statusCode);
    const response = applied(before, input.patchOperations, RESPONSE_RULES);
    assertResponse(found.definition, response);
    putMethodIn(context.view, input, found, withResponse(found.method, input.statusCode, response));
    return response;
  },
};

export const deleteMethodResponse: ApiGatewayOperation<'DeleteMethodResponse'> = {
  name: 'DeleteMethodResponse',
  access: 'write',
  authorize: onMethod('DELETE', ({ statusCode }) => `/responses/${statusCode}`),
  handle: async (input, context) => {
    const found = await methodOf(context, input);
    responseOf(found.method, input.statusCode);
    putMethodIn(
      context.view,
      input,
      found,
      withResponse(found.method, input.statusCode, undefined),
    );
    return {};
  },
};
