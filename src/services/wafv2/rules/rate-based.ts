import type {
  RateBasedStatement,
  RateBasedStatementCustomKey,
} from '../../../../models/wafv2/types.ts';
import { EXACTLY_ONE, invalidParameter, NOT_UNIQUE, TOO_FEW, TOO_MUCH } from '../errors.ts';
import { checkTransformations } from './fields.ts';

const WINDOWS: ReadonlySet<number> = new Set([60, 120, 300, 600]);
export const DEFAULT_WINDOW_SECONDS = 300;

/** All but what stands in its scope-down statement. Errors: WAFInvalidParameterException. */
export function checkRateBased(statement: RateBasedStatement): void {
  const { AggregateKeyType: type, EvaluationWindowSec: window = DEFAULT_WINDOW_SECONDS } = statement;
  if (!WINDOWS.has(window)) {
    throw invalidParameter(
      TOO_MUCH,
      'RATE_BASED_STATEMENT',
      `EvaluationWindowSec ${window}`,
    );
  }
  const keys = statement.CustomKeys ?? [];
  if ((type === 'CUSTOM_KEYS') !== keys.length > 0) {
    throw invalidParameter(EXACTLY_ONE, 'CUSTOM_KEYS', 'CustomKeys');
  }
  const hasForwardedKey = keys.some((key) => key.ForwardedIP !== undefined);
  const needsForwarded = type === 'FORWARDED_IP' || hasForwardedKey;
  const mayForward = needsForwarded || keys.some((key) => key.ASN !== undefined);
  const forwards = statement.ForwardedIPConfig !== undefined;
  if (forwards ? !mayForward : needsForwarded) {
    throw invalidParameter(EXACTLY_ONE, 'FORWARDED_IP_CONFIG', 'ForwardedIPConfig');
  }
  if (type === 'CONSTANT' && statement.ScopeDownStatement === undefined) {
    throw invalidParameter(EXACTLY_ONE, 'SCOPE_DOWN', 'ScopeDownStatement');
  }
  checkKeys(keys);
}

function checkKeys(keys: readonly RateBasedStatementCustomKey[]): void {
  for (const key of keys) {
    if (Object.values(key).filter((value) => value !== undefined).length !== 1) {
      throw invalidParameter(EXACTLY_ONE, 'CUSTOM_KEYS', 'CustomKey');
    }
    const changed = key.Header ?? key.Cookie ?? key.QueryArgument ?? key.QueryString ?? key.UriPath;
    checkTransformations(changed?.TextTransformations ?? [], 'TEXT_TRANSFORMATION');
  }
  const [only] = keys;
  const isAddressAlone = only?.IP !== undefined || only?.ForwardedIP !== undefined;
  if (keys.length === 1 && isAddressAlone) {
    throw invalidParameter(TOO_FEW, 'CUSTOM_KEYS', 'CustomKeys');
  }
  const texts = keys.map((key) => JSON.stringify(key));
  if (new Set(texts).size < texts.length) {
    throw invalidParameter(NOT_UNIQUE, 'CUSTOM_KEYS', 'CustomKeys');
  }
}
