import type { GatewayResponseType } from '../../../../models/apigateway/types.ts';

/** An answer that API Gateway gives by itself, of one of its kinds. */
export class GatewayFault extends Error {
  readonly type: GatewayResponseType;
  /** `x-amzn-ErrorType`. */
  readonly errorType: string;
  /** Where it isn't that of the kind. */
  readonly status: number | undefined;
  /** `Message` where AWS writes it so. */
  readonly member: 'message' | 'Message';
  /** AWS's text; undefined: it says nothing of it (`null`). */
  readonly text: string | undefined;

  constructor(
    type: GatewayResponseType,
    text: string | undefined,
    more: {
      readonly errorType?: string;
      readonly status?: number;
      readonly member?: 'Message';
    } = {},
  ) {
    super(text ?? type);
    this.type = type;
    this.text = text;
    this.errorType = more.errorType ?? ERROR_TYPES.get(type) ?? 'InternalServerErrorException';
    this.status = more.status;
    this.member = more.member ?? 'message';
  }
}

const ERROR_TYPES: ReadonlyMap<GatewayResponseType, string> = new Map([
  ['ACCESS_DENIED', 'AccessDeniedException'],
  ['AUTHORIZER_CONFIGURATION_ERROR', 'AuthorizerConfigurationException'],
  ['BAD_REQUEST_BODY', 'BadRequestException'],
  ['BAD_REQUEST_PARAMETERS', 'BadRequestException'],
  ['EXPIRED_TOKEN', 'ExpiredTokenException'],
  ['INVALID_API_KEY', 'ForbiddenException'],
  ['INVALID_SIGNATURE', 'InvalidSignatureException'],
  ['MISSING_AUTHENTICATION_TOKEN', 'MissingAuthenticationTokenException'],
  ['QUOTA_EXCEEDED', 'LimitExceededException'],
  ['REQUEST_TOO_LARGE', 'RequestEntityTooLargeException'],
  ['RESOURCE_NOT_FOUND', 'NotFoundException'],
  ['THROTTLED', 'TooManyRequestsException'],
  ['UNAUTHORIZED', 'UnauthorizedException'],
  ['UNSUPPORTED_MEDIA_TYPE', 'UnsupportedMediaTypeException'],
  ['WAF_FILTERED', 'ForbiddenException'],
]);

/** What callers learn of faults that are none of theirs. */
export function internalFault(status = 500): GatewayFault {
  return new GatewayFault('API_CONFIGURATION_ERROR', 'Internal server error', { status });
}

/** For a request that nothing can be made of. */
export function malformedRequest(): GatewayFault {
  return new GatewayFault('DEFAULT_4XX', 'Bad Request', {
    status: 400,
    errorType: 'BadRequestException',
  });
}

export function forbidden(): GatewayFault {
  return new GatewayFault('ACCESS_DENIED', 'Forbidden', { errorType: 'ForbiddenException' });
}
