import type { JsonObject } from '../../../core/json.ts';
import { picked, textOf } from './made.ts';
import { patchesOf } from './patches.ts';
import type { ResourceType, Work } from './resource-type.ts';

const NAME_MAX = 64;

interface Part {
  /** `Authorizer`: the end of its type and of its operations. */
  readonly kind: string;
  /** The member of operations that names it: `authorizerId`. */
  readonly key: string;
  /** The member of the answer that names it. */
  readonly id: 'id' | 'name';
  /** The attribute that gives its id, where there is one. */
  readonly attribute?: string;
  /** Properties that can be changed, with the paths of their patches. */
  readonly paths: Readonly<Record<string, string>>;
  /** What its creation takes beside them: another value makes another. */
  readonly first: readonly string[];
}

/** A part of an API that is changed by patches. */
function part({ kind, key, id: named, attribute, paths, first }: Part): ResourceType {
  const call = (work: Work, verb: string, input: JsonObject): Promise<JsonObject> =>
    work.call('apigateway', `${verb}${kind}`, input);
  const given = [...Object.keys(paths), ...first];
  return {
    name: `AWS::ApiGateway::${kind}`,
    needs: `apigateway:Create${kind}`,
    handles: [...new Set([...given, 'Name', 'RestApiId'])].join(' '),
    create: async (work, properties) => {
      const made = await call(work, 'Create', {
        ...picked(properties, ...given, 'RestApiId'),
        Name: textOf(properties['Name']) ?? work.name(NAME_MAX).replaceAll('-', ''),
      });
      const id = String(made[named]);
      return { id, attributes: attribute === undefined ? {} : { [attribute]: id } };
    },
    replaces: ({ changed }) => changed.some((one) => first.includes(one)),
    update: async (work, change) => {
      const { id, properties, attributes } = change;
      const { RestApiId } = properties;
      const patchOperations = patchesOf(change, paths);
      await call(work, 'Update', { RestApiId, [key]: id, patchOperations });
      return { id, attributes };
    },
    delete: async (work, { id, properties }) => {
      const { RestApiId } = properties;
      await work.attempt('apigateway', `Delete${kind}`, { RestApiId, [key]: id });
      return undefined;
    },
  };
}

const authorizer = part({
  kind: 'Authorizer',
  key: 'authorizerId',
  id: 'id',
  attribute: 'AuthorizerId',
  paths: {
    AuthType: '/authType',
    AuthorizerCredentials: '/authorizerCredentials',
    AuthorizerResultTtlInSeconds: '/authorizerResultTtlInSeconds',
    AuthorizerUri: '/authorizerUri',
    IdentitySource: '/identitySource',
    IdentityValidationExpression: '/identityValidationExpression',
    Name: '/name',
    Type: '/type',
  },
  first: ['ProviderARNs'],
});

const requestValidator = part({
  kind: 'RequestValidator',
  key: 'requestValidatorId',
  id: 'id',
  attribute: 'RequestValidatorId',
  paths: {
    ValidateRequestBody: '/validateRequestBody',
    ValidateRequestParameters: '/validateRequestParameters',
  },
  first: [],
});

const model = part({
  kind: 'Model',
  key: 'modelName',
  id: 'name',
  paths: { Description: '/description', Schema: '/schema' },
  first: ['ContentType'],
});

const RESPONSE = [
  'ResponseParameters',
  'ResponseTemplates',
  'ResponseType',
  'RestApiId',
  'StatusCode',
];

const gatewayResponse: ResourceType = {
  name: 'AWS::ApiGateway::GatewayResponse',
  needs: 'apigateway:PutGatewayResponse',
  handles: RESPONSE.join(' '),
  create: async (work, properties) => {
    await work.call('apigateway', 'PutGatewayResponse', picked(properties, ...RESPONSE));
    const id = work.name(NAME_MAX);
    return { id, attributes: { Id: id } };
  },
  update: async (work, { id, properties, attributes }) => {
    await work.call('apigateway', 'PutGatewayResponse', picked(properties, ...RESPONSE));
    return { id, attributes };
  },
  delete: async (work, { properties }) => {
    const key = picked(properties, 'ResponseType', 'RestApiId');
    await work.attempt('apigateway', 'DeleteGatewayResponse', key);
    return undefined;
  },
};

export const apiGatewayPartTypes: readonly ResourceType[] = [
  authorizer,
  requestValidator,
  model,
  gatewayResponse,
];
