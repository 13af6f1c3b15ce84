import { ServiceError, unbuiltIn } from '../../core/errors.ts';

/** WAFV2's modelled errors with AWS's texts. All are client errors with status 400. */

/** Names of what was wrong, as AWS's `ParameterExceptionField` lists them. */
export type InvalidField =
  | 'WEB_ACL'
  | 'RULE_GROUP'
  | 'IP_SET'
  | 'RULE'
  | 'EXCLUDED_RULE'
  | 'STATEMENT'
  | 'BYTE_MATCH_STATEMENT'
  | 'GEO_MATCH_STATEMENT'
  | 'RATE_BASED_STATEMENT'
  | 'RULE_GROUP_REFERENCE_STATEMENT'
  | 'REGEX_PATTERN_SET'
  | 'REGEX_PATTERN_REFERENCE_STATEMENT'
  | 'IP_SET_REFERENCE_STATEMENT'
  | 'MANAGED_RULE_SET'
  | 'MANAGED_RULE_SET_STATEMENT'
  | 'LABEL_MATCH_STATEMENT'
  | 'AND_STATEMENT'
  | 'OR_STATEMENT'
  | 'NOT_STATEMENT'
  | 'IP_ADDRESS'
  | 'FIELD_TO_MATCH'
  | 'TEXT_TRANSFORMATION'
  | 'SINGLE_HEADER'
  | 'DEFAULT_ACTION'
  | 'RULE_ACTION'
  | 'OVERRIDE_ACTION'
  | 'SCOPE_VALUE'
  | 'RESOURCE_ARN'
  | 'RESOURCE_TYPE'
  | 'TAGS'
  | 'TAG_KEYS'
  | 'FIREWALL_MANAGER_STATEMENT'
  | 'FORWARDED_IP_CONFIG'
  | 'HEADER_NAME'
  | 'CUSTOM_REQUEST_HANDLING'
  | 'CUSTOM_RESPONSE'
  | 'CUSTOM_RESPONSE_BODY'
  | 'JSON_MATCH_PATTERN'
  | 'LOGGING_FILTER'
  | 'FILTER_CONDITION'
  | 'LOG_DESTINATION'
  | 'MANAGED_RULE_GROUP_CONFIG'
  | 'HEADER_MATCH_PATTERN'
  | 'COOKIE_MATCH_PATTERN'
  | 'CHALLENGE_CONFIG'
  | 'TOKEN_DOMAIN'
  | 'ASSOCIATED_RESOURCE_TYPE'
  | 'SCOPE_DOWN'
  | 'CUSTOM_KEYS'
  | 'DATA_PROTECTION_CONFIG'
  | 'PRE_PARSE_TEXT_TRANSFORMATION';

export const EXACTLY_ONE =
  'You have used none or multiple values for a field that requires exactly one value.';
export const TOO_FEW =
  "You haven't met a minimum requirement for a threshold setting. Examples include a rule group " +
  "capacity setting that's too low and an OR statement with fewer than two nested statements.";
export const TOO_MUCH =
  'You have exceeded the maximum for a threshold setting, or used a value that is out of range.';
export const BAD_REFERENCE = 'A reference in your rule statement is not valid.';
export const BAD_FORMAT = 'The parameter contains formatting that is not valid.';
export const BAD_NESTING = "A statement is nested where it isn't allowed.";
export const NOT_UNIQUE = 'You have used a value more than once that must be unique.';
const BAD_ARN =
  "The ARN isn't valid. A valid ARN begins with arn: and includes other information separated by " +
  'colons or slashes.';

/** `parameter` repeats what was refused, or names it. */
export function invalidParameter(
  reason: string,
  field: InvalidField,
  parameter: string,
): ServiceError {
  const text = `Error reason: ${reason}, field: ${field}, parameter: ${parameter}`;
  return new ServiceError('WAFInvalidParameterException', text, {
    members: { Field: field, Parameter: parameter, Reason: reason },
  });
}

export function invalidArn(arn: string): ServiceError {
  return invalidParameter(BAD_ARN, 'RESOURCE_ARN', arn);
}

export function invalidScope(scope: string): ServiceError {
  return invalidParameter('The scope is not valid.', 'SCOPE_VALUE', scope);
}

export function invalidMarker(marker: string): ServiceError {
  return invalidParameter(BAD_FORMAT, 'RESOURCE_TYPE', `NextMarker ${marker}`);
}

export function duplicateItem(): ServiceError {
  const text =
    'AWS WAF couldn’t perform the operation because some resource in your request is a duplicate ' +
    'of an existing one.';
  return new ServiceError('WAFDuplicateItemException', text);
}

export function optimisticLock(): ServiceError {
  const text =
    'AWS WAF couldn’t save your changes because someone changed the resource after you started ' +
    'to edit it. Re-apply your changes.';
  return new ServiceError('WAFOptimisticLockException', text);
}

export function associatedItem(): ServiceError {
  const text =
    'AWS WAF couldn’t perform the operation because your resource is being used by another ' +
    'resource or it’s associated with another resource.';
  return new ServiceError('WAFAssociatedItemException', text);
}

export function nonexistentItem(): ServiceError {
  const text = 'AWS WAF couldn’t perform the operation because your resource doesn’t exist.';
  return new ServiceError('WAFNonexistentItemException', text);
}

export function unavailableEntity(): ServiceError {
  const text = 'AWS WAF couldn’t retrieve the resource that you requested. Retry your request.';
  return new ServiceError('WAFUnavailableEntityException', text);
}

/** `source` names the limit, as `SourceType` does. */
export function limitsExceeded(source: string): ServiceError {
  const text = 'AWS WAF couldn’t perform the operation because you exceeded your resource limit.';
  return new ServiceError('WAFLimitsExceededException', text, { members: { SourceType: source } });
}

export function invalidOperation(text: string): ServiceError {
  return new ServiceError('WAFInvalidOperationException', text);
}

export function invalidPermissionPolicy(text: string): ServiceError {
  return new ServiceError('WAFInvalidPermissionPolicyException', text);
}

export function logPermissionIssue(): ServiceError {
  const text =
    "The operation failed because you don't have the permissions that your logging configuration " +
    'requires. For information, see Logging web ACL traffic information in the AWS WAF Developer ' +
    'Guide.';
  return new ServiceError('WAFLogDestinationPermissionIssueException', text);
}

export function unsupportedAggregateKeyType(): ServiceError {
  const text =
    "The rule that you've named doesn't aggregate solely on the IP address or solely on the " +
    'forwarded IP address. This call is only available for rate-based rules with an ' +
    'AggregateKeyType setting of IP or FORWARDED_IP.';
  return new ServiceError('WAFUnsupportedAggregateKeyTypeException', text);
}

export function tagOperation(text: string): ServiceError {
  return new ServiceError('WAFTagOperationException', text);
}

export const unbuilt = unbuiltIn('wafv2');
