import { ServiceError, unbuiltIn } from '../../core/errors.ts';

/** API Gateway's modelled errors, with AWS's texts. */
export function badRequest(text: string): ServiceError {
  return new ServiceError('BadRequestException', text);
}

export function conflict(text: string): ServiceError {
  return new ServiceError('ConflictException', text);
}

/** Of an account, or of one API: `Resources`, `APIs`. The two blanks are AWS's. */
export function limitExceeded(nouns: string, where: '' | ' for this API' = ''): ServiceError {
  const text = `Maximum number of ${nouns}${where} has been reached.  Please contact AWS if you need additional ${nouns}.`;
  return new ServiceError('LimitExceededException', text);
}

export function notFound(text: string): ServiceError {
  return new ServiceError('NotFoundException', text);
}

export function crossAccountRole(): ServiceError {
  return new ServiceError('AccessDeniedException', 'Cross-account pass role is not allowed.', {
    status: 403,
  });
}

/** `API`, with `account:id`; `Resource`, `Stage`, `Deployment`, `Authorizer` … */
export function invalidIdentifier(noun: string, named?: string): ServiceError {
  return notFound(`Invalid ${noun} identifier specified${named === undefined ? '' : ` ${named}`}`);
}

export const unbuilt = unbuiltIn('apigateway');
