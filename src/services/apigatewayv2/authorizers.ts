import type { Authorizer } from '../../../models/apigatewayv2/types.ts';
import {
  badRequest,
  conflict,
  functionOf,
  isCallers,
  own,
  pageOf,
  passing,
  randomId,
  without,
} from '../apigateway/port.ts';
import { onApi } from './authorization.ts';
import { invalidIdentifier, limitExceeded, unbuilt } from './errors.ts';
import {
  definitionOf,
  changedBy,
  type HttpApiOperation,
  pageAnswer,
  pageInput,
  redefine,
} from './operation.ts';
import type { Definition } from './state.ts';

function authorizerOf({ authorizers }: Definition, id: string): Authorizer {
  const authorizer = own(authorizers, id);
  if (authorizer === undefined) throw invalidIdentifier('Authorizer');
  return authorizer;
}

const AUTHORIZERS_MAX = 10;
const AUDIENCES_MAX = 50;
const TTL_MAX = 3_600;
const IDENTITY = /^\$(?:request\.(?:header|querystring)|context|stageVariables)\.[\w.-]+$/;

/** Errors: BadRequestException; 501 for what isn't built. */
function assertAuthorizer(operation: string, definition: Definition, authorizer: Authorizer): void {
  const { Name, AuthorizerType, IdentitySource = [], JwtConfiguration } = authorizer;
  const others = Object.values(definition.authorizers);
  if (others.some((one) => one.Name === Name && one.AuthorizerId !== authorizer.AuthorizerId)) {
    throw conflict(`Authorizer name must be unique. Authorizer ${Name} already exists in this API`);
  }
  const wrong = IdentitySource.find((source) => !IDENTITY.test(source));
  if (wrong !== undefined) throw badRequest(`Invalid identity source: ${wrong}`);
  const { IdentityValidationExpression: form, AuthorizerResultTtlInSeconds: ttl = 0 } = authorizer;
  if (form !== undefined) throw unbuilt(operation, 'identity validation expressions');
  if (ttl < 0 || ttl > TTL_MAX) {
    throw badRequest(`Authorizer result TTL must be between 0 and ${TTL_MAX} seconds`);
  }
  if (AuthorizerType === 'JWT') {
    const { Issuer, Audience = [] } = JwtConfiguration ?? {};
    if (Issuer === undefined || !URL.canParse(Issuer) || Audience.length === 0) {
      throw badRequest('Issuer and audience must be specified in the JWT configuration');
    }
    if (Audience.length > AUDIENCES_MAX) throw limitExceeded('audiences', '');
    if (IdentitySource.length !== 1)
      throw badRequest('Identity source must be specified for JWT authorizers');
    return;
  }
  assertFunction(operation, authorizer);
}

export const createAuthorizer: HttpApiOperation<'CreateAuthorizer'> = {
  name: 'CreateAuthorizer',
  access: 'write',
  authorize: async (input, context) => [
    ...(await onApi('POST', () => '/authorizers')(input, context)),
    ...passing(context.call.scope, input.AuthorizerCredentialsArn),
  ],
  handle: async ({ ApiId, ...input }, context) => {
    const definition = await definitionOf(context, ApiId);
    if (Object.keys(definition.authorizers).length >= AUTHORIZERS_MAX) {
      throw limitExceeded('Authorizers');
    }
    const AuthorizerId = await context.once(() => randomId(6));
    const authorizer: Authorizer = { ...input, AuthorizerId };
    assertAuthorizer('CreateAuthorizer', definition, authorizer);
    const authorizers = { ...definition.authorizers, [AuthorizerId]: authorizer };
    redefine(context.view, ApiId, definition, { authorizers });
    return authorizer;
  },
};

export const getAuthorizer: HttpApiOperation<'GetAuthorizer'> = {
  name: 'GetAuthorizer',
  access: 'read',
  authorize: onApi('GET', ({ AuthorizerId }) => `/authorizers/${AuthorizerId}`),
  handle: async ({ ApiId, AuthorizerId }, context) =>
    authorizerOf(await definitionOf(context, ApiId), AuthorizerId),
};

export const getAuthorizers: HttpApiOperation<'GetAuthorizers'> = {
  name: 'GetAuthorizers',
  access: 'read',
  authorize: onApi('GET', () => '/authorizers'),
  handle: async (input, context) => {
    const { authorizers } = await definitionOf(context, input.ApiId);
    return pageAnswer(pageOf(context.call, pageInput(input), input.ApiId, authorizers));
  },
};

export const updateAuthorizer: HttpApiOperation<'UpdateAuthorizer'> = {
  name: 'UpdateAuthorizer',
  access: 'write',
  authorize: async (input, context) => [
    ...(await onApi('PATCH', () => `/authorizers/${input.AuthorizerId}`)(input, context)),
    ...passing(context.call.scope, input.AuthorizerCredentialsArn),
  ],
  handle: async ({ ApiId, AuthorizerId, ...changes }, context) => {
    const definition = await definitionOf(context, ApiId);
    const authorizer = changedBy(authorizerOf(definition, AuthorizerId), changes);
    assertAuthorizer('UpdateAuthorizer', definition, authorizer);
    const authorizers = { ...definition.authorizers, [AuthorizerId]: authorizer };
    redefine(context.view, ApiId, definition, { authorizers });
    return authorizer;
  },
};

export const deleteAuthorizer: HttpApiOperation<'DeleteAuthorizer'> = {
  name: 'DeleteAuthorizer',
  access: 'write',
  authorize: onApi('DELETE', ({ AuthorizerId }) => `/authorizers/${AuthorizerId}`),
  handle: async ({ ApiId, AuthorizerId }, context) => {
    const definition = await definitionOf(context, ApiId);
    authorizerOf(definition, AuthorizerId);
    if (Object.values(definition.routes).some((route) => route.AuthorizerId === AuthorizerId)) {
      throw conflict(`Cannot delete authorizer '${AuthorizerId}', is referenced by a route`);
    }
    const authorizers = without(definition.authorizers, AuthorizerId);
    redefine(context.view, ApiId, definition, { authorizers });
    return {};
  },
};

/** Errors: BadRequestException; 501 for what isn't built. */
function assertFunction(operation: string, authorizer: Authorizer): void {
  if (isCallers(authorizer.AuthorizerCredentialsArn)) {
    throw unbuilt(operation, 'the credentials of who calls the API');
  }
  if (functionOf(authorizer.AuthorizerUri) === undefined)
    throw badRequest('Authorizer URI must be a valid Lambda function invocation ARN');
  if (authorizer.AuthorizerPayloadFormatVersion !== '2.0') {
    throw unbuilt(operation, 'the authorizer payload format version 1.0');
  }
  if (authorizer.EnableSimpleResponses !== true) {
    throw unbuilt(operation, 'authorizers that answer policies');
  }
}
