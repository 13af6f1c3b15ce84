import { compilePattern } from '../../../firewall/patterns/customer-pattern.ts';
import type { InvalidField } from '../errors.ts';
import { BAD_FORMAT, invalidParameter, TOO_MUCH } from '../errors.ts';
import { LIMITS } from '../quotas.ts';

/** Errors: WAFInvalidParameterException for what isn't supported or is no pattern. */
export function checkPattern(
  pattern: string,
  field: Extract<InvalidField, 'REGEX_PATTERN_SET' | 'STATEMENT'>,
): void {
  if (pattern.length > LIMITS.patternCharacters) throw invalidParameter(TOO_MUCH, field, pattern);
  if ('fault' in compilePattern(pattern)) throw invalidParameter(BAD_FORMAT, field, pattern);
}
