import type { GatewayResponse, GatewayResponseType } from '../../../../models/apigateway/types.ts';

/** Each kind of answer that API Gateway gives by itself, with its status; the defaults have that of what happened. */
const STATUS: readonly (readonly [GatewayResponseType, number | undefined])[] = [
  ['ACCESS_DENIED', 403],
  ['API_CONFIGURATION_ERROR', 500],
  ['AUTHORIZER_CONFIGURATION_ERROR', 500],
  ['AUTHORIZER_FAILURE', 500],
  ['BAD_REQUEST_BODY', 400],
  ['BAD_REQUEST_PARAMETERS', 400],
  ['DEFAULT_4XX', undefined],
  ['DEFAULT_5XX', undefined],
  ['EXPIRED_TOKEN', 403],
  ['INTEGRATION_FAILURE', 504],
  ['INTEGRATION_TIMEOUT', 504],
  ['INVALID_API_KEY', 403],
  ['INVALID_SIGNATURE', 403],
  ['MISSING_AUTHENTICATION_TOKEN', 403],
  ['QUOTA_EXCEEDED', 429],
  ['REQUEST_TOO_LARGE', 413],
  ['RESOURCE_NOT_FOUND', 404],
  ['THROTTLED', 429],
  ['UNAUTHORIZED', 401],
  ['UNSUPPORTED_MEDIA_TYPE', 415],
  ['WAF_FILTERED', 403],
];

const statusOf: ReadonlyMap<GatewayResponseType, number | undefined> = new Map(STATUS);

export const RESPONSE_TYPES: readonly GatewayResponseType[] = STATUS.map(([type]) => type);

export const MESSAGE_TEMPLATE = '{"message":$context.error.messageString}';

/** What an API answers where nothing else was set. */
export function defaultResponse(responseType: GatewayResponseType): GatewayResponse {
  const status = statusOf.get(responseType);
  return {
    responseType,
    ...(status === undefined ? {} : { statusCode: String(status) }),
    responseParameters: {},
    responseTemplates: { 'application/json': MESSAGE_TEMPLATE },
    defaultResponse: true,
  };
}
