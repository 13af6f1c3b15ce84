import { isArnLike, isLike, literalOf } from './plain-patterns.ts';
import { type ConditionBlock, listOf } from './plain-request.ts';

/**
 * The Condition element, read slowly. Sources: IAM User Guide, "Condition operators", "Conditions with multiple
 * context keys or values", "Single-valued vs. multivalued context keys".
 */
type Context = Readonly<Record<string, readonly string[]>>;

interface Situation {
  readonly context: Context;
  /** From version 2012-10-17 on. */
  readonly hasVariables: boolean;
}

/** All operators and all keys must hold. */
export function holds(block: ConditionBlock | undefined, situation: Situation): boolean {
  for (const [operator, keys] of Object.entries(block ?? {})) {
    for (const [key, values] of Object.entries(keys)) {
      const given = situation.context[key.toLowerCase()] ?? [];
      if (!holdsFor(operator, listOf(values).map(String), given, situation)) return false;
    }
  }
  return true;
}

function holdsFor(
  written: string,
  wanted: readonly string[],
  given: readonly string[],
  situation: Situation,
): boolean {
  const [, set, named = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(written) ?? [];
  if (named === 'Null') return wanted.some((text) => (text === 'true') === (given.length === 0));
  const isNegated = named.includes('Not');
  const operator = isNegated ? named.replace('Not', '') : named;
  if (given.length === 0) {
    if (ifExists !== undefined || set === 'ForAllValues') return true;
    return set !== 'ForAnyValue' && isNegated;
  }
  // "… or if the context key value resolves to a null dataset, such as an empty string."
  if (set === 'ForAllValues' && given.every((value) => value === '')) return true;
  const satisfies = (value: string): boolean => {
    const isMatch = wanted.some((text) => compares(operator, text, value, situation));
    return isMatch !== isNegated;
  };
  if (set === 'ForAllValues') return given.every(satisfies);
  if (set === 'ForAnyValue') return given.some(satisfies);
  // NOR: none of the values may match.
  return isNegated ? given.every(satisfies) : given.some(satisfies);
}

function compares(
  operator: string,
  wanted: string,
  given: string,
  { context, hasVariables }: Situation,
): boolean {
  switch (operator) {
    case 'StringEquals':
      return literalOf(wanted, hasVariables, context) === given;
    case 'StringEqualsIgnoreCase':
      return literalOf(wanted, hasVariables, context)?.toLowerCase() === given.toLowerCase();
    case 'StringLike':
      return isLike(wanted, given, hasVariables, context);
    case 'ArnEquals':
    case 'ArnLike':
      return isArnLike(wanted, given, false, hasVariables, context);
    case 'Bool':
      return wanted.toLowerCase() === given.toLowerCase();
    case 'BinaryEquals':
      return bytesOf(wanted) === bytesOf(given);
    case 'IpAddress':
      return isWithin(wanted, given);
    default:
      return isOrdered(operator, wanted, given);
  }
}

function isOrdered(operator: string, wanted: string, given: string): boolean {
  const read = operator.startsWith('Date') ? instantOf : numberOf;
  const left = read(given);
  const right = read(wanted);
  if (Number.isNaN(left) || Number.isNaN(right)) return false;
  const comparison = operator.replace(/^(Date|Numeric)/, '');
  if (comparison === 'Equals') return left === right;
  if (comparison === 'LessThan') return left < right;
  if (comparison === 'LessThanEquals') return left <= right;
  if (comparison === 'GreaterThan') return left > right;
  if (comparison === 'GreaterThanEquals') return left >= right;
  throw new Error(`no operator ${operator}`);
}

function numberOf(text: string): number {
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number.parseFloat(text) : Number.NaN;
}

const DAY_OR_TIME = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/;

/** The W3C's profile of ISO 8601, or seconds since 1970, which are told from years by their length. */
function instantOf(text: string): number {
  if (/^\d{5,}$/.test(text)) return Number.parseInt(text, 10) * 1000;
  return DAY_OR_TIME.test(text) ? Date.parse(text) : Number.NaN;
}

function bytesOf(text: string): string | undefined {
  try {
    return atob(text);
  } catch {
    return undefined;
  }
}

function isWithin(range: string, address: string): boolean {
  const [start = '', length] = range.split('/');
  const network = bitsOf(start);
  const bits = bitsOf(address);
  if (network === undefined || bits === undefined || network.length !== bits.length) return false;
  const prefix = length === undefined ? bits.length : Number(length);
  return network.slice(0, prefix) === bits.slice(0, prefix);
}

/** `0101…`, 32 or 128 of them. An IPv4 address within IPv6 is the IPv4 address. */
function bitsOf(text: string): string | undefined {
  if (/^\d+(\.\d+){3}$/.test(text)) {
    return text
      .split('.')
      .map((part) => Number(part).toString(2).padStart(8, '0'))
      .join('');
  }
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(text);
  if (mapped !== null) return bitsOf(mapped[1] ?? '');
  if (!/^[\da-f]*:[\da-f:]*$/i.test(text)) return undefined;
  const [head = '', tail = ''] = text.split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const before = groups(head);
  const after = groups(tail);
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return [...before, ...zeros, ...after]
    .map((group) => Number.parseInt(group, 16).toString(2).padStart(16, '0'))
    .join('');
}
