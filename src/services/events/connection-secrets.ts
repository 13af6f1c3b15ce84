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
    case 'BASIC': {
      const { Username, Password } = given.BasicAuthParameters ?? {};
      const before = held?.kind === 'basic' ? held : undefined;
      return {
        kind: 'basic',
        username: needed('BasicAuthParameters', Username ?? before?.username),
        password: needed('BasicAuthParameters', Password ?? before?.password),
      };
    }
    case 'API_KEY': {
      const { ApiKeyName, ApiKeyValue } = given.ApiKeyAuthParameters ?? {};
      const before = held?.kind === 'apiKey' ? held : undefined;
      return {
        kind: 'apiKey',
        name: needed('ApiKeyAuthParameters', ApiKeyName ?? before?.name),
        value: needed('ApiKeyAuthParameters', ApiKeyValue ?? before?.value),
      };
    }
    case 'OAUTH_CLIENT_CREDENTIALS':
      return oauthOf(given, held?.kind === 'oauth' ? held : undefined);
  }
}

function oauthOf(
  { OAuthParameters = {} }: UpdateConnectionAuthRequestParameters,
  before: Extract<ConnectionSecret, { kind: 'oauth' }> | undefined,
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
