import type {
  CustomHTTPHeader,
  CustomRequestHandling,
  CustomResponse,
  CustomResponseBody,
  DefaultAction,
  OverrideAction,
  RuleAction,
} from '../../../../models/wafv2/types.ts';
import {
  BAD_REFERENCE,
  EXACTLY_ONE,
  type InvalidField,
  invalidParameter,
  limitsExceeded,
  NOT_UNIQUE,
  TOO_MUCH,
  unbuilt,
} from '../errors.ts';
import { LIMITS } from '../quotas.ts';

/** Statuses that a custom response may have. Source: AWS WAF Developer Guide, "Supported status codes". */
const STATUSES: ReadonlySet<number> = new Set([
  200, 201, 202, 204, 206, 300, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 408, 409,
  411, 412, 413, 414, 415, 416, 421, 429, 500, 501, 502, 503, 504, 505,
]);

export type Bodies = { readonly [key: string]: CustomResponseBody } | undefined;

/** What the keys of bodies are held against; `unknown`: nothing, for rules that stand in no web ACL yet. */
export type KnownBodies = Bodies | 'unknown';

type AnyAction = RuleAction & DefaultAction & Pick<OverrideAction, 'None'>;

/** Errors: WAFInvalidParameterException. */
export function checkAction(
  action: AnyAction,
  field: 'DEFAULT_ACTION' | 'RULE_ACTION' | 'OVERRIDE_ACTION',
  bodies: KnownBodies,
): void {
  const given = Object.values(action).filter((value) => value !== undefined);
  if (given.length !== 1) throw invalidParameter(EXACTLY_ONE, field, 'Action');
  if (action.Monetize !== undefined) throw unbuilt('Rule', 'the action Monetize');
  // Nobody could pass it: there are no pictures to solve.
  if (action.Captcha !== undefined) throw unbuilt('Rule', 'the action Captcha');
  checkInsertedHeaders(
    action.Allow?.CustomRequestHandling ??
      action.Count?.CustomRequestHandling ??
      action.Challenge?.CustomRequestHandling,
  );
  checkResponse(action.Block?.CustomResponse, bodies);
}

function checkInsertedHeaders(handling: CustomRequestHandling | undefined): void {
  if (handling !== undefined) checkHeaders(handling.InsertHeaders, 'CUSTOM_REQUEST_HANDLING');
}

function checkResponse(response: CustomResponse | undefined, bodies: KnownBodies): void {
  if (response === undefined) return;
  const { ResponseCode: status, CustomResponseBodyKey: key, ResponseHeaders = [] } = response;
  if (!STATUSES.has(status)) {
    throw invalidParameter(
      "The response code isn't supported.",
      'CUSTOM_RESPONSE',
      `ResponseCode ${status}`,
    );
  }
  if (key !== undefined && bodies !== 'unknown' && !Object.hasOwn(bodies ?? {}, key)) {
    throw invalidParameter(BAD_REFERENCE, 'CUSTOM_RESPONSE_BODY', key);
  }
  checkHeaders(ResponseHeaders, 'CUSTOM_RESPONSE');
  const reserved = ResponseHeaders.find(({ Name }) => Name.toLowerCase() === 'content-type');
  if (reserved !== undefined) {
    throw invalidParameter(
      "The header can't be set by a custom response.",
      'HEADER_NAME',
      reserved.Name,
    );
  }
}

function checkHeaders(headers: readonly CustomHTTPHeader[], field: InvalidField): void {
  if (headers.length > LIMITS.headersPerAction) throw limitsExceeded('CUSTOM_HEADERS');
  const names = headers.map(({ Name }) => Name.toLowerCase());
  if (new Set(names).size < names.length) throw invalidParameter(NOT_UNIQUE, field, 'Name');
}

/** Errors: WAFInvalidParameterException, WAFLimitsExceededException. */
export function checkBodies(bodies: Bodies): void {
  const contents = Object.entries(bodies ?? {}).map(([key, { Content }]) => {
    const size = Buffer.byteLength(Content);
    if (size > LIMITS.bodyBytes) throw invalidParameter(TOO_MUCH, 'CUSTOM_RESPONSE_BODY', key);
    return size;
  });
  const total = contents.reduce((sum, size) => sum + size, 0);
  if (contents.length > LIMITS.bodies || total > LIMITS.bodiesBytes) {
    throw limitsExceeded('CUSTOM_RESPONSE_BODIES');
  }
}
