import { BlockList, isIP } from 'node:net';
import { PatternSyntaxError } from './pattern-reader.ts';

/** What stands at the end of a path in an event. */
export type Leaf = string | number | boolean | null;

export interface Matcher {
  readonly test: (leaf: Leaf) => boolean;
  /** Set when this text alone is accepted: rules are found by it. */
  readonly exact?: string;
  /** Accepts that there is no leaf at all. */
  readonly isAbsence?: true;
  readonly isWildcard?: true;
}

type TextTest = (text: string) => boolean;

export function equalTo(value: Leaf): Matcher {
  if (typeof value === 'string') return { test: (leaf) => leaf === value, exact: value };
  return { test: (leaf) => leaf === value };
}

export const present: Matcher = { test: () => true };
export const absent: Matcher = { test: () => false, isAbsence: true };

export function textMatcher(test: TextTest): Matcher {
  return { test: (leaf) => typeof leaf === 'string' && test(leaf) };
}

export function wildcardMatcher(text: string): Matcher {
  return { ...textMatcher(wildcard(text)), isWildcard: true };
}

/** Every leaf that none of the tests accepts; leaves that are no text are accepted. */
export function noneOf(tests: readonly TextTest[], isWildcard = false): Matcher {
  const test = (leaf: Leaf): boolean =>
    typeof leaf !== 'string' || !tests.some((accepts) => accepts(leaf));
  return isWildcard ? { test, isWildcard } : { test };
}

export function otherThan(values: readonly Leaf[]): Matcher {
  const refused = new Set(values);
  return { test: (leaf) => !refused.has(leaf) };
}

export function prefix(text: string): TextTest {
  return (leaf) => leaf.startsWith(text);
}

export function suffix(text: string): TextTest {
  return (leaf) => leaf.endsWith(text);
}

export function sameIgnoringCase(text: string): TextTest {
  const folded = text.toLowerCase();
  return (leaf) => leaf.toLowerCase() === folded;
}

export function prefixIgnoringCase(text: string): TextTest {
  const folded = text.toLowerCase();
  return (leaf) => leaf.toLowerCase().startsWith(folded);
}

export function suffixIgnoringCase(text: string): TextTest {
  const folded = text.toLowerCase();
  return (leaf) => leaf.toLowerCase().endsWith(folded);
}

export interface NumericRange {
  readonly from?: { readonly value: number; readonly isOpen: boolean };
  readonly to?: { readonly value: number; readonly isOpen: boolean };
}

export function within({ from, to }: NumericRange): Matcher {
  return {
    test: (leaf) => {
      if (typeof leaf !== 'number') return false;
      if (from !== undefined && (from.isOpen ? leaf <= from.value : leaf < from.value)) {
        return false;
      }
      return to === undefined || (to.isOpen ? leaf < to.value : leaf <= to.value);
    },
  };
}

/** Text apart by `*`, each of which stands for any characters; a backslash makes `*` and itself plain. */
export function wildcard(text: string): TextTest {
  const parts = wildcardParts(text);
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return (leaf) => leaf === first;
  return (leaf) => {
    if (!leaf.startsWith(first)) return false;
    let at = first.length;
    for (const part of rest) {
      const found = leaf.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return leaf.length - last.length >= at && leaf.endsWith(last);
  };
}

function wildcardParts(text: string): readonly string[] {
  const parts: string[] = [''];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '*') {
      parts.push('');
      continue;
    }
    if (character === '\\') at += 1;
    parts.push(`${parts.pop() ?? ''}${text[at] ?? ''}`);
  }
  return parts;
}

/** More of them in one text are too many to be matched fast. */
const WILDCARDS_MAX = 5;

/** What is wrong with a wildcard's text. Positions count the quote before it. */
export function wildcardFault(text: string): string | undefined {
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\') {
      at += 1;
      if (text[at] !== '*' && text[at] !== '\\') return `Invalid escape character at pos ${at}`;
    } else if (text[at] === '*' && text[at + 1] === '*') {
      return `Consecutive wildcard characters at pos ${at + 1}`;
    }
  }
  return undefined;
}

/** Throws PatternSyntaxError, without a place, for what would take too long to match. */
export function assertSimple(text: string): void {
  if (wildcardParts(text).length - 1 <= WILDCARDS_MAX) return;
  throw new PatternSyntaxError(
    'Rule is too complex - try using fewer wildcard characters or fewer repeating character ' +
      'sequences after a wildcard character',
  );
}

/** `10.0.0.0/24`, `2001:db8::/32`. Throws PatternSyntaxError, without a place. */
export function cidr(text: string): Matcher {
  const [address = '', mask = '', ...more] = text.split('/');
  if (!text.includes('/') || more.length > 0 || mask === '') {
    throw new PatternSyntaxError("Malformed CIDR, one '/' required");
  }
  if (!/^[+-]?[0-9]{1,9}$/.test(mask)) {
    throw new PatternSyntaxError('Malformed CIDR, mask bits must be an integer');
  }
  const bits = Number(mask);
  if (bits < 0) throw new PatternSyntaxError('Malformed CIDR, mask bits must not be negative');
  const version = isIP(address);
  if (version === 0) throw new PatternSyntaxError(`Nonstandard IP address: ${address}`);
  const most = version === 4 ? 32 : 128;
  if (bits >= most) throw new PatternSyntaxError(`IPv${version} mask bits must be < ${most}`);
  const family = version === 4 ? 'ipv4' : 'ipv6';
  const list = new BlockList();
  list.addSubnet(address, bits, family);
  return textMatcher((leaf) => isIP(leaf) === version && list.check(leaf, family));
}
