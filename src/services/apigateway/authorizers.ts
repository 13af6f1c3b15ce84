import type { Authorizer } from '../../../models/apigateway/types.ts';
import { onApi } from './authorization.ts';
import { definitionOf, own, redefine, without } from './definitions.ts';
import { isPattern } from './domain/match-budget.ts';
import { count, text } from './domain/patch.ts';
import { badRequest, conflict, invalidIdentifier, limitExceeded, unbuilt } from './errors.ts';
import { randomId } from './ids.ts';
import { functionOf } from './integrations.ts';
import type { ApiGatewayOperation } from './operation.ts';
import { pageOf } from './pages.ts';
import { applied, patchedTo } from './patches.ts';
import { isCallers, passing } from './roles.ts';
import type { Definition } from './state.ts';

const AUTHORIZERS_MAX = 10;
const TTL_DEFAULT = 300;
const TTL_MAX = 3_600;
const IDENTITY =
  /^(?:method\.request\.(?:header|querystring|path|multivalueheader|multivaluequerystring)|context|stageVariables)\.[\w.\-$]+$/;

function authorizerOf({ authorizers }: Definition, id: string): Authorizer {
  const authorizer = own(authorizers, id);
  if (authorizer === undefined) throw invalidIdentifier('Authorizer');
  return authorizer;
}

export const createAuthorizer: ApiGatewayOperation<'CreateAuthorizer'> = {
  name: 'CreateAuthorizer',
  access: 'write',
  authorize: async (input, context) => [
    ...(await onApi('POST', () => '/authorizers')(input, context)),
    ...passing(context.call.scope, input.authorizerCredentials),
  ],
  handle: async ({ restApiId, ...given }, context) => {
    const definition = await definitionOf(context, restApiId);
    if (given.type === 'COGNITO_USER_POOLS') {
      throw unbuilt('CreateAuthorizer', 'the type COGNITO_USER_POOLS');
    }
    if (Object.keys(definition.authorizers).length >= AUTHORIZERS_MAX) {
      throw limitExceeded('Authorizers', ' for this API');
    }
    const authorizer = {
      ...given,
      authType: given.authType ?? 'custom',
      id: await context.once(() => randomId(6)),
    };
    assertAuthorizer('CreateAuthorizer', definition, authorizer);
    const authorizers = { ...definition.authorizers, [authorizer.id]: authorizer };
    redefine(context.view, restApiId, definition, { authorizers });
    return shown(authorizer);
  },
};

function shown(authorizer: Authorizer): Authorizer {
  const { authorizerResultTtlInSeconds: ttl = TTL_DEFAULT } = authorizer;
  return { ...authorizer, authorizerResultTtlInSeconds: ttl };
}

/** Errors: BadRequestException, ConflictException; 501 for what isn't built. */
function assertAuthorizer(
  operation: string,
  { authorizers }: Definition,
  authorizer: Authorizer,
): void {
  if (isCallers(authorizer.authorizerCredentials)) {
    throw unbuilt(operation, 'the credentials of who calls the API');
  }
  const { name = '', authorizerResultTtlInSeconds: ttl } = authorizer;
  const isTaken = Object.values(authorizers).some(
    (other) => other.name === name && other.id !== authorizer.id,
  );
  if (isTaken)
    throw conflict(
      'Authorizer name must be unique. Authorizer ' + `${name} already exists in this RestApi.`,
    );
  if (functionOf(authorizer.authorizerUri) === undefined) {
    throw badRequest(
      'Invalid Authorizer URI: ' +
        `${authorizer.authorizerUri ?? ''}. Authorizer URI should be a valid API Gateway ARN that represents a Lambda function invocation.`,
    );
  }
  const { identityValidationExpression: form = '' } = authorizer;
  if (!isPattern(form)) {
    throw badRequest(`Invalid identity validation expression specified: ${form}`);
  }
  if (ttl !== undefined && (ttl < 0 || ttl > TTL_MAX)) {
    throw badRequest(`Authorizer result TTL must be between 0 and ${TTL_MAX} seconds`);
  }
  assertIdentity(authorizer);
}

/** `method.request.header.Authorization, context.identity.sourceIp`. */
export function sourcesOf(identitySource = ''): readonly string[] {
  return identitySource
    .split(',')
    .map((source) => source.trim())
    .filter((source) => source !== '');
}

export const getAuthorizer: ApiGatewayOperation<'GetAuthorizer'> = {
  name: 'GetAuthorizer',
  access: 'read',
  authorize: onApi('GET', ({ authorizerId }) => `/authorizers/${authorizerId}`),
  handle: async ({ restApiId, authorizerId }, context) =>
    shown(authorizerOf(await definitionOf(context, restApiId), authorizerId)),
};

export const getAuthorizers: ApiGatewayOperation<'GetAuthorizers'> = {
  name: 'GetAuthorizers',
  access: 'read',
  authorize: onApi('GET', () => '/authorizers'),
  handle: async (input, context) => {
    const { authorizers } = await definitionOf(context, input.restApiId);
    const { items, ...next } = pageOf(context.call, input, input.restApiId, authorizers);
    return { items: items.map(shown), ...next };
  },
};

const RULES = [
  text('/name', { mayBeEmpty: false }),
  text('/type', { oneOf: ['TOKEN', 'REQUEST'] }),
  text('/authType'),
  text('/authorizerUri'),
  text('/authorizerCredentials', { removable: true }),
  text('/identitySource'),
  text('/identityValidationExpression', { removable: true }),
  count('/authorizerResultTtlInSeconds'),
];

export const updateAuthorizer: ApiGatewayOperation<'UpdateAuthorizer'> = {
  name: 'UpdateAuthorizer',
  access: 'write',
  authorize: async (input, context) => [
    ...(await onApi('PATCH', () => `/authorizers/${input.authorizerId}`)(input, context)),
    ...patchedTo(input.patchOperations, '/authorizerCredentials').flatMap((role) =>
      passing(context.call.scope, role),
    ),
  ],
  handle: async ({ restApiId, authorizerId: id, patchOperations }, context) => {
    const definition = await definitionOf(context, restApiId);
    const authorizer = applied(authorizerOf(definition, id), patchOperations, RULES);
    assertAuthorizer('UpdateAuthorizer', definition, authorizer);
    const authorizers = { ...definition.authorizers, [id]: authorizer };
    redefine(context.view, restApiId, definition, { authorizers });
    return shown(authorizer);
  },
};

export const deleteAuthorizer: ApiGatewayOperation<'DeleteAuthorizer'> = {
  name: 'DeleteAuthorizer',
  access: 'write',
  authorize: onApi('DELETE', ({ authorizerId }) => `/authorizers/${authorizerId}`),
  handle: async ({ restApiId, authorizerId: id }, context) => {
    const definition = await definitionOf(context, restApiId);
    authorizerOf(definition, id);
    const isUsed = Object.values(definition.resources).some(({ methods }) =>
      Object.values(methods).some((method) => method.authorizerId === id),
    );
    if (isUsed) {
      throw conflict(`Cannot delete authorizer '${id}', is referenced by a method`);
    }
    const authorizers = without(definition.authorizers, id);
    redefine(context.view, restApiId, definition, { authorizers });
    return {};
  },
};

/** Errors: BadRequestException. */
function assertIdentity({
  type,
  identitySource = '',
  authorizerResultTtlInSeconds: ttl,
}: Authorizer): void {
  const sources = sourcesOf(identitySource);
  const isCached = (ttl ?? TTL_DEFAULT) > 0;
  if (sources.length === 0 && (type === 'TOKEN' || isCached)) {
    throw badRequest('Identity source must be specified');
  }
  const isOneHeader = sources.length === 1 && identitySource.startsWith('method.request.header.');
  if (type === 'TOKEN' && !isOneHeader) {
    throw badRequest(`Invalid mapping expression specified: ${identitySource}`);
  }
  const wrong = sources.find((source) => !IDENTITY.test(source));
  if (wrong !== undefined) throw badRequest(`Invalid mapping expression specified: ${wrong}`);
}
