import type { JsonObject } from '../../../core/json.ts';
import { objectOf, picked } from './made.ts';
import type { ResourceType, Work } from './resource-type.ts';
import { changeTags, mappedTags, givenTags } from './tags.ts';

const TAGS = mappedTags('apigatewayv2');

function call(work: Work, operation: string, input: JsonObject): Promise<JsonObject> {
  return work.call('apigatewayv2', operation, input);
}

interface Part {
  /** `Route`: the end of its type and of its operations. */
  readonly kind: string;
  /** Properties that its creation and its update take. */
  readonly given: readonly string[];
  /** The property that says where it belongs: `ApiId`. */
  readonly within: string;
  /** The member that names it: `RouteId`. */
  readonly id: string;
  /** Where its ARN ends, where it has tags. */
  readonly path?: (properties: JsonObject, id: string) => string;
  /** What it is given by its creation alone: another value makes another. */
  readonly first?: readonly string[];
  readonly attributes: (shown: JsonObject, work: Work) => JsonObject;
}

/** What is made, changed and taken away by operations that are named after it. */
function part({ kind, given, within, id: name, path, first = [], attributes }: Part): ResourceType {
  const isTagged = path !== undefined;
  const all = [...new Set([...given, ...first, within, ...(isTagged ? ['Tags'] : [])])];
  return {
    name: `AWS::ApiGatewayV2::${kind}`,
    needs: `apigatewayv2:Create${kind}`,
    handles: all.join(' '),
    create: async (work, properties) => {
      const shown = await call(work, `Create${kind}`, {
        ...picked(properties, ...given, ...first, within),
        ...(isTagged ? givenTags(work, properties['Tags']) : {}),
      });
      return { id: String(shown[name]), attributes: attributes(shown, work) };
    },
    replaces: ({ changed }) => changed.some((one) => first.includes(one)),
    update: async (work, change) => {
      const { id, properties, changed } = change;
      const differs = given.filter((one) => changed.includes(one));
      const known = { ...change.attributes };
      if (differs.length > 0) {
        await call(work, `Update${kind}`, {
          ...picked(properties, within, ...differs),
          // What a template leaves out again is emptied.
          ...Object.fromEntries(
            differs.filter((one) => properties[one] === undefined).map((one) => [one, '']),
          ),
          [name]: id,
        });
      }
      if (path !== undefined) {
        const { partition, scope } = work;
        const arn = `arn:${partition}:apigateway:${scope.region}::${path(properties, id)}`;
        await changeTags(work, change, arn, TAGS);
      }
      return { id, attributes: known };
    },
    delete: async (work, { id, properties }) => {
      const input = { ...picked(properties, within), [name]: id };
      await work.attempt('apigatewayv2', `Delete${kind}`, input);
      return undefined;
    },
  };
}

const api = part({
  kind: 'Api',
  given: [
    'ApiKeySelectionExpression',
    'CorsConfiguration',
    'CredentialsArn',
    'Description',
    'DisableExecuteApiEndpoint',
    'DisableSchemaValidation',
    'IpAddressType',
    'Name',
    'RouteKey',
    'RouteSelectionExpression',
    'Target',
    'Version',
  ],
  first: ['ProtocolType'],
  within: 'ApiId',
  id: 'ApiId',
  path: (_properties, id) => `/apis/${id}`,
  attributes: ({ ApiId, ApiEndpoint }, { partition, scope }) => ({
    ApiId,
    ApiEndpoint,
    ExecuteApiArn: `arn:${partition}:execute-api:${scope.region}:${scope.account}:${String(ApiId)}`,
  }),
});

const route = part({
  kind: 'Route',
  given: [
    'ApiKeyRequired',
    'AuthorizationScopes',
    'AuthorizationType',
    'AuthorizerId',
    'ModelSelectionExpression',
    'OperationName',
    'RequestModels',
    'RequestParameters',
    'RouteKey',
    'RouteResponseSelectionExpression',
    'Target',
  ],
  within: 'ApiId',
  id: 'RouteId',
  attributes: ({ RouteId }) => ({ RouteId }),
});

const integration = part({
  kind: 'Integration',
  given: [
    'ConnectionId',
    'ConnectionType',
    'ContentHandlingStrategy',
    'CredentialsArn',
    'Description',
    'IntegrationMethod',
    'IntegrationSubtype',
    'IntegrationType',
    'IntegrationUri',
    'PassthroughBehavior',
    'PayloadFormatVersion',
    'RequestParameters',
    'RequestTemplates',
    'TemplateSelectionExpression',
    'TimeoutInMillis',
    'TlsConfig',
  ],
  within: 'ApiId',
  id: 'IntegrationId',
  attributes: ({ IntegrationId }) => ({ IntegrationId }),
});

const authorizer = part({
  kind: 'Authorizer',
  given: [
    'AuthorizerCredentialsArn',
    'AuthorizerPayloadFormatVersion',
    'AuthorizerResultTtlInSeconds',
    'AuthorizerType',
    'AuthorizerUri',
    'EnableSimpleResponses',
    'IdentitySource',
    'IdentityValidationExpression',
    'JwtConfiguration',
    'Name',
  ],
  within: 'ApiId',
  id: 'AuthorizerId',
  attributes: ({ AuthorizerId }) => ({ AuthorizerId }),
});

const deployment = part({
  kind: 'Deployment',
  given: ['Description'],
  first: ['StageName'],
  within: 'ApiId',
  id: 'DeploymentId',
  attributes: ({ DeploymentId }) => ({ DeploymentId }),
});

const stage = part({
  kind: 'Stage',
  given: [
    'AccessLogSettings',
    'AutoDeploy',
    'ClientCertificateId',
    'DefaultRouteSettings',
    'DeploymentId',
    'Description',
    'RouteSettings',
    'StageVariables',
  ],
  first: ['StageName'],
  within: 'ApiId',
  id: 'StageName',
  path: ({ ApiId }, id) => `/apis/${String(ApiId)}/stages/${id}`,
  attributes: () => ({}),
});

const domainName = part({
  kind: 'DomainName',
  given: ['DomainNameConfigurations', 'MutualTlsAuthentication', 'RoutingMode'],
  within: 'DomainName',
  id: 'DomainName',
  path: (_properties, id) => `/domainnames/${id}`,
  attributes: ({ DomainNameArn, DomainNameConfigurations }) => {
    const [first] = Array.isArray(DomainNameConfigurations) ? DomainNameConfigurations : [];
    const { ApiGatewayDomainName, HostedZoneId } = objectOf(first);
    return {
      DomainNameArn,
      RegionalDomainName: ApiGatewayDomainName,
      RegionalHostedZoneId: HostedZoneId,
    };
  },
});

const apiMapping = part({
  kind: 'ApiMapping',
  given: ['ApiId', 'ApiMappingKey', 'Stage'],
  within: 'DomainName',
  id: 'ApiMappingId',
  attributes: ({ ApiMappingId }) => ({ ApiMappingId }),
});

export const apiGatewayV2Types: readonly ResourceType[] = [
  api,
  route,
  integration,
  authorizer,
  deployment,
  stage,
  domainName,
  apiMapping,
];
