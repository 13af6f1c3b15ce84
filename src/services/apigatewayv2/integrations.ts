import type { Integration } from '../../../models/apigatewayv2/types.ts';
import { parseArn } from '../../core/arn.ts';
import {
  badRequest,
  conflict,
  functionOf,
  isBackEndUri,
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

const TIMEOUT_MS = 30_000;
const TIMEOUT_MS_MIN = 50;
const INTEGRATIONS_MAX = 300;
const METHODS: ReadonlySet<string> = new Set([
  'ANY',
  'DELETE',
  'GET',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'POST',
  'PUT',
]);

function integrationOf({ integrations }: Definition, id: string): Integration {
  const integration = own(integrations, id);
  if (integration === undefined) throw invalidIdentifier('Integration');
  return integration;
}

/** The function behind a URI: its own ARN, or that of its invocation. */
export function lambdaOf(uri = ''): string | undefined {
  if (parseArn(uri)?.service === 'lambda') return uri;
  return functionOf(uri);
}

/** Errors: BadRequestException; 501 for what isn't built. */
export function assertIntegration(operation: string, integration: Integration): void {
  if (isCallers(integration.CredentialsArn)) {
    throw unbuilt(operation, 'the credentials of who calls the API');
  }
  if (integration.ConnectionType === 'VPC_LINK') throw unbuilt(operation, 'VPC links');
  if (integration.IntegrationSubtype !== undefined) {
    throw unbuilt(operation, `the integration subtype ${integration.IntegrationSubtype}`);
  }
  if (integration.RequestParameters !== undefined || integration.ResponseParameters !== undefined) {
    throw unbuilt(operation, 'parameter mappings');
  }
  const { RequestTemplates, ContentHandlingStrategy, TemplateSelectionExpression } = integration;
  if (
    RequestTemplates !== undefined ||
    ContentHandlingStrategy !== undefined ||
    TemplateSelectionExpression !== undefined
  ) {
    throw unbuilt(operation, 'templates and the conversion of content');
  }
  const { TimeoutInMillis: timeout = TIMEOUT_MS } = integration;
  if (timeout < TIMEOUT_MS_MIN || timeout > TIMEOUT_MS) {
    throw badRequest(`Timeout should be between ${TIMEOUT_MS_MIN} ms and ${TIMEOUT_MS} ms`);
  }
  assertTarget(operation, integration);
}

export const createIntegration: HttpApiOperation<'CreateIntegration'> = {
  name: 'CreateIntegration',
  access: 'write',
  authorize: async (input, context) => [
    ...(await onApi('POST', () => '/integrations')(input, context)),
    ...passing(context.call.scope, input.CredentialsArn),
  ],
  handle: async ({ ApiId, TlsConfig, ...input }, context) => {
    const definition = await definitionOf(context, ApiId);
    if (TlsConfig !== undefined) throw unbuilt('CreateIntegration', 'TLS configurations');
    if (Object.keys(definition.integrations).length >= INTEGRATIONS_MAX) {
      throw limitExceeded('Integrations');
    }
    const integration: Integration = {
      ...input,
      IntegrationId: await context.once(() => randomId(7)),
      ConnectionType: input.ConnectionType ?? 'INTERNET',
      TimeoutInMillis: input.TimeoutInMillis ?? TIMEOUT_MS,
      ...(input.IntegrationType === 'HTTP_PROXY' ? { PayloadFormatVersion: '1.0' } : {}),
      ...(input.IntegrationType === 'AWS_PROXY' ? { IntegrationMethod: 'POST' } : {}),
    };
    assertIntegration('CreateIntegration', integration);
    const integrations = {
      ...definition.integrations,
      [integration.IntegrationId ?? '']: integration,
    };
    redefine(context.view, ApiId, definition, { integrations });
    return integration;
  },
};

export const getIntegration: HttpApiOperation<'GetIntegration'> = {
  name: 'GetIntegration',
  access: 'read',
  authorize: onApi('GET', ({ IntegrationId }) => `/integrations/${IntegrationId}`),
  handle: async ({ ApiId, IntegrationId }, context) =>
    integrationOf(await definitionOf(context, ApiId), IntegrationId),
};

export const getIntegrations: HttpApiOperation<'GetIntegrations'> = {
  name: 'GetIntegrations',
  access: 'read',
  authorize: onApi('GET', () => '/integrations'),
  handle: async (input, context) => {
    const { integrations } = await definitionOf(context, input.ApiId);
    return pageAnswer(pageOf(context.call, pageInput(input), input.ApiId, integrations));
  },
};

export const updateIntegration: HttpApiOperation<'UpdateIntegration'> = {
  name: 'UpdateIntegration',
  access: 'write',
  authorize: async (input, context) => [
    ...(await onApi('PATCH', () => `/integrations/${input.IntegrationId}`)(input, context)),
    ...passing(context.call.scope, input.CredentialsArn),
  ],
  handle: async ({ ApiId, IntegrationId, TlsConfig, ...changes }, context) => {
    const definition = await definitionOf(context, ApiId);
    if (TlsConfig !== undefined) throw unbuilt('UpdateIntegration', 'TLS configurations');
    const integration = changedBy(integrationOf(definition, IntegrationId), changes);
    assertIntegration('UpdateIntegration', integration);
    const integrations = { ...definition.integrations, [IntegrationId]: integration };
    redefine(context.view, ApiId, definition, { integrations });
    return integration;
  },
};

export const deleteIntegration: HttpApiOperation<'DeleteIntegration'> = {
  name: 'DeleteIntegration',
  access: 'write',
  authorize: onApi('DELETE', ({ IntegrationId }) => `/integrations/${IntegrationId}`),
  handle: async ({ ApiId, IntegrationId }, context) => {
    const definition = await definitionOf(context, ApiId);
    integrationOf(definition, IntegrationId);
    const target = `integrations/${IntegrationId}`;
    const user = Object.values(definition.routes).find(({ Target }) => Target === target);
    if (user !== undefined) {
      throw conflict(
        `Cannot delete Integration with id '${IntegrationId}', is referenced by route with key '${user.RouteKey}'.`,
      );
    }
    const integrations = without(definition.integrations, IntegrationId);
    redefine(context.view, ApiId, definition, { integrations });
    return {};
  },
};

/** Errors: BadRequestException; 501 for what isn't built. */
function assertTarget(operation: string, integration: Integration): void {
  const { IntegrationType: type, IntegrationUri: uri, PayloadFormatVersion: version } = integration;
  switch (type) {
    case 'AWS_PROXY':
      if (lambdaOf(uri) === undefined) {
        throw badRequest('Integration URI should be a valid Lambda function ARN');
      }
      if (version === undefined) {
        throw badRequest(
          'PayloadFormatVersion is a required parameter for integration type AWS_PROXY',
        );
      }
      if (version === '1.0') throw unbuilt(operation, 'the payload format version 1.0');
      if (version !== '2.0') throw badRequest('PayloadFormatVersion must be 1.0 or 2.0');
      return;
    case 'HTTP_PROXY':
      if (!isBackEndUri(uri ?? '')) {
        throw badRequest('HttpIntegrations must have a valid URL as their IntegrationUri');
      }
      if (!METHODS.has(integration.IntegrationMethod ?? '')) {
        throw badRequest('HttpMethod must be defined for HTTP integrations');
      }
      return;
    default:
      throw badRequest(
        `HTTP APIs only support integration types HTTP_PROXY and AWS_PROXY, not ${String(type)}`,
      );
  }
}
