import type { UpdateConnectionAuthRequestParameters } from '../../../models/events/types.ts';
import type { ConnectionDocument, ConnectionSecret } from './connection-state.ts';
import { invalidParameter } from './errors.ts';

/** What a connection of a type must be given; what is left out of a change stays. Errors: ValidationException. */
export function secretOf(
  type: ConnectionDocument['type'],
  given: UpdateConnectionAuthRequestParameters,
  held?: ConnectionSecret,
): ConnectionSecret {
  switch (type) {
    case 'BASIC':
      return basicOf(given, held?.kind === 'basic' ? held : undefined);
    case 'API_KEY':
      return apiKeyOf(given, held?.kind === 'apiKey' ? held : undefined);
    case 'OAUTH_CLIENT_CREDENTIALS':
      return oauthOf(given, held?.kind === 'oauth' ? held : undefined);
  }
}

type SecretOf<Kind extends ConnectionSecret['kind']> = Extract<ConnectionSecret, { kind: Kind }>;

function basicOf(
  { BasicAuthParameters = {} }: UpdateConnectionAuthRequestParameters,
  before: SecretOf<'basic'> | undefined,
): ConnectionSecret {
  const { Username, Password } = BasicAuthParameters;
  const name = 'BasicAuthParameters';
  return {
    kind: 'basic',
    username: needed(name, Username ?? before?.username),
    password: needed(name, Password ?? before?.password),
  };
}

function apiKeyOf(
  { ApiKeyAuthParameters = {} }: UpdateConnectionAuthRequestParameters,
  before: SecretOf<'apiKey'> | undefined,
): ConnectionSecret {
  const { ApiKeyName, ApiKeyValue } = ApiKeyAuthParameters;
  return {
    kind: 'apiKey',
    name: needed('ApiKeyAuthParameters', ApiKeyName ?? before?.name),
    value: needed('ApiKeyAuthParameters', ApiKeyValue ?? before?.value),
  };
}

function oauthOf(
  { OAuthParameters = {} }: UpdateConnectionAuthRequestParameters,
  before: SecretOf<'oauth'> | undefined,
): ConnectionSecret {
  const { ClientParameters, AuthorizationEndpoint, HttpMethod, OAuthHttpParameters } =
    OAuthParameters;
  const parameters = OAuthHttpParameters ?? before?.parameters;
  const name = 'OAuthParameters';
  const endpoint = needed(name, AuthorizationEndpoint ?? before?.endpoint);
  if (!URL.canParse(endpoint)) throw invalidParameter('AuthorizationEndpoint');
  return {
    kind: 'oauth',
    clientId: needed(name, ClientParameters?.ClientID ?? before?.clientId),
    clientSecret: needed(name, ClientParameters?.ClientSecret ?? before?.clientSecret),
    endpoint,
    method: needed(name, HttpMethod ?? before?.method),
    ...(parameters === undefined ? {} : { parameters }),
  };
}

function needed<T>(name: string, value: T | undefined): T {
  if (value !== undefined) return value;
  throw invalidParameter(`AuthParameters.${name}`, 'It is required for the authorization type.');
}
