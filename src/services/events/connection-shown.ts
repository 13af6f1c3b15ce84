import type {
  ConnectionAuthResponseParameters,
  ConnectionHttpParameters,
} from '../../../models/events/types.ts';
import type { ConnectionDocument } from './connection-state.ts';

/** What every answer about a connection tells. */
export function shownConnection(connection: ConnectionDocument) {
  const { arn, state, created, modified, authorized } = connection;
  return {
    ConnectionArn: arn,
    ConnectionState: state,
    CreationTime: new Date(created),
    LastModifiedTime: new Date(modified),
    ...(authorized === undefined ? {} : { LastAuthorizedTime: new Date(authorized) }),
  };
}

/** How a connection authorizes, without what is secret of it. */
export function shownParameters({
  secret,
  parameters,
}: ConnectionDocument): ConnectionAuthResponseParameters {
  const invocation =
    parameters === undefined ? {} : { InvocationHttpParameters: withoutSecrets(parameters) };
  switch (secret?.kind) {
    case 'basic':
      return { BasicAuthParameters: { Username: secret.username }, ...invocation };
    case 'apiKey':
      return { ApiKeyAuthParameters: { ApiKeyName: secret.name }, ...invocation };
    case 'oauth':
      return {
        OAuthParameters: {
          ClientParameters: { ClientID: secret.clientId },
          AuthorizationEndpoint: secret.endpoint,
          HttpMethod: secret.method,
          ...(secret.parameters === undefined
            ? {}
            : { OAuthHttpParameters: withoutSecrets(secret.parameters) }),
        },
        ...invocation,
      };
    default:
      return invocation;
  }
}

interface Parameter {
  readonly Key?: string | undefined;
  readonly Value?: string | undefined;
  readonly IsValueSecret?: boolean | undefined;
}

function withoutSecrets({
  HeaderParameters,
  QueryStringParameters,
  BodyParameters,
}: ConnectionHttpParameters): ConnectionHttpParameters {
  return {
    ...(HeaderParameters === undefined ? {} : { HeaderParameters: HeaderParameters.map(hidden) }),
    ...(QueryStringParameters === undefined
      ? {}
      : { QueryStringParameters: QueryStringParameters.map(hidden) }),
    ...(BodyParameters === undefined ? {} : { BodyParameters: BodyParameters.map(hidden) }),
  };
}

function hidden<P extends Parameter>(parameter: P): Parameter {
  const { Value: _secret, ...rest } = parameter;
  return parameter.IsValueSecret === true ? rest : parameter;
}
