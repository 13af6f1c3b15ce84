import { addressRange } from '../../../core/address-range.ts';
import { textGlob } from '../../../policy/matchers.ts';
import type { RuleCondition } from '../../../../models/elbv2/types.ts';

/** What a request is judged by. */
export interface RoutedRequest {
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly method: string;
  readonly sourceIp: string;
  /** Values by lower-case name. */
  header(name: string): readonly string[];
}

type Predicate = (request: RoutedRequest) => boolean;

/** All conditions of a rule, ready to be asked. */
export function compiled(conditions: readonly RuleCondition[]): Predicate {
  const all = conditions.map(predicateOf);
  return (request) => all.every((one) => one(request));
}

function predicateOf(condition: RuleCondition): Predicate {
  const values = valuesOf(condition);
  switch (condition.Field) {
    case 'host-header':
      return anyOf(values, false, ({ host }) => [host]);
    case 'path-pattern':
      return anyOf(values, true, ({ path }) => [path]);
    case 'http-request-method':
      return ({ method }) => values.includes(method);
    case 'http-header': {
      const name = condition.HttpHeaderConfig?.HttpHeaderName?.toLowerCase() ?? '';
      return anyOf(values, false, (request) => request.header(name));
    }
    case 'source-ip': {
      const blocks = values.map(blockOf);
      return ({ sourceIp }) => blocks.some((block) => block?.(sourceIp) ?? false);
    }
    case 'query-string':
      return queryPredicate(condition);
    default:
      return () => false;
  }
}

/** The values of a condition, whichever of its two forms was used. */
export function valuesOf(condition: RuleCondition): readonly string[] {
  const { Values, HostHeaderConfig, PathPatternConfig, HttpHeaderConfig } = condition;
  return (
    HostHeaderConfig?.Values ??
    PathPatternConfig?.Values ??
    HttpHeaderConfig?.Values ??
    condition.HttpRequestMethodConfig?.Values ??
    condition.SourceIpConfig?.Values ??
    Values ??
    []
  );
}

function anyOf(
  patterns: readonly string[],
  isCaseSensitive: boolean,
  textsOf: (request: RoutedRequest) => readonly string[],
): Predicate {
  const fold = (text: string) => (isCaseSensitive ? text : text.toLowerCase());
  const globs = patterns.map((pattern) => textGlob(fold(pattern)));
  return (request) => textsOf(request).some((text) => globs.some((matches) => matches(fold(text))));
}

function queryPredicate({ QueryStringConfig }: RuleCondition): Predicate {
  const pairs = (QueryStringConfig?.Values ?? []).map(({ Key, Value = '' }) => ({
    matchesKey: Key === undefined ? () => true : textGlob(Key.toLowerCase()),
    matchesValue: textGlob(Value.toLowerCase()),
  }));
  return ({ query }) => {
    const given = query.split('&').map((part) => {
      const [key = '', ...rest] = part.split('=');
      return { key: decoded(key), value: decoded(rest.join('=')) };
    });
    return pairs.some(({ matchesKey, matchesValue }) =>
      given.some(({ key, value }) => matchesKey(key) && matchesValue(value)),
    );
  };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' ')).toLowerCase();
  } catch {
    return text.toLowerCase();
  }
}

/** Whether an address lies in a block; undefined: the text is no block. */
export function blockOf(cidr: string): ((address: string) => boolean) | undefined {
  return cidr.includes('/') ? addressRange(cidr) : undefined;
}
