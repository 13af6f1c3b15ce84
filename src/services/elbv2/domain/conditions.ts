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
  const folded = patterns.map(fold);
  return (request) =>
    textsOf(request).some((text) => folded.some((pattern) => matches(pattern, fold(text))));
}

function queryPredicate({ QueryStringConfig }: RuleCondition): Predicate {
  const pairs = (QueryStringConfig?.Values ?? []).map(({ Key, Value = '' }) => ({
    key: Key?.toLowerCase(),
    value: Value.toLowerCase(),
  }));
  return ({ query }) => {
    const given = query.split('&').map((part) => {
      const [key = '', ...rest] = part.split('=');
      return { key: decoded(key), value: decoded(rest.join('=')) };
    });
    return pairs.some(({ key, value }) =>
      given.some(
        (one) => (key === undefined || matches(key, one.key)) && matches(value, one.value),
      ),
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

/**
 * `*` is any number of characters, `?` exactly one. In time of the product of both lengths, however the stars stand: a regular
 * expression made of it could be made to backtrack.
 */
export function matches(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let i = 0; i < text.length; ) {
    const wanted = pattern[at];
    if (wanted === '*') {
      star = at;
      resume = i;
      at += 1;
    } else if (wanted === '?' || wanted === text[i]) {
      at += 1;
      i += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      i = resume;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}

/** Whether an address lies in a block; undefined: the text is no block. */
export function blockOf(cidr: string): ((address: string) => boolean) | undefined {
  const [base = '', length = ''] = cidr.split('/');
  const start = numberOf(base);
  const bits = Number(length);
  if (start === undefined || !/^\d{1,3}$/.test(length) || bits > start.width) return undefined;
  const shift = BigInt(start.width - bits);
  return (address) => {
    const one = numberOf(address);
    return one?.width === start.width && one.value >> shift === start.value >> shift;
  };
}

function numberOf(address: string): { readonly value: bigint; readonly width: number } | undefined {
  if (/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) {
    const octets = address.split('.').map(Number);
    if (octets.some((octet) => octet > 255)) return undefined;
    return { value: octets.reduce((sum, octet) => sum * 256n + BigInt(octet), 0n), width: 32 };
  }
  if (!/^[0-9a-f:]{2,39}$/i.test(address)) return undefined;
  const [head = '', tail, ...more] = address.split('::');
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')];
  const missing = 8 - before.length - after.length;
  if (more.length > 0 || (tail === undefined ? missing !== 0 : missing < 1)) return undefined;
  const groups = [...before, ...Array.from({ length: missing }, () => 0), ...after];
  if (groups.some((group) => !(group <= 0xffff))) return undefined;
  return { value: groups.reduce((sum, group) => sum * 65_536n + BigInt(group), 0n), width: 128 };
}

function groupsOf(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}
