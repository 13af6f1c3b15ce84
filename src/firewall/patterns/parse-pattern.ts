import { utf8BytesOf } from '../byte-string.ts';
import { byteSet, withBothCases, type ByteSet } from './byte-set.ts';
import { readClass, readEscapedByte } from './parse-class.ts';
import { ANY_BYTE, CLASS_ESCAPES, NOT_LINE_FEED, REFUSED_ESCAPES } from './pattern-escapes.ts';
import { PatternFault, PatternReader } from './pattern-reader.ts';
import type { AssertionPlace, PatternNode } from './pattern-tree.ts';

interface Flags {
  readonly i: boolean;
  readonly s: boolean;
  readonly m: boolean;
  readonly x: boolean;
}

const DEPTH_MAX = 50;
const REPEAT_MAX = 1_000;

/**
 * Reads the part of PCRE's syntax that AWS's firewall supports, over bytes. Errors: a PatternFault that tells what isn't
 * supported: back-references, subroutines, conditionals, verbs, look-around, atomic groups, possessive quantifiers.
 */
export function parsePattern(pattern: string): PatternNode {
  const reader = new PatternReader(utf8BytesOf(pattern));
  const node = new PatternParser(reader).choice({ i: false, s: false, m: false, x: false }, 0);
  if (!reader.done) throw new PatternFault('unmatched closing parenthesis');
  return node;
}

const PLACES: ReadonlyMap<string, AssertionPlace> = new Map([
  ['A', 'textStart'],
  ['z', 'textEnd'],
  ['Z', 'textEndOrLastLine'],
  ['b', 'wordBoundary'],
  ['B', 'noWordBoundary'],
]);

const NAMED_GROUP = /\?(?:P?<[A-Za-z_][A-Za-z0-9_]{0,31}>|'[A-Za-z_][A-Za-z0-9_]{0,31}')/y;
const FLAG_SETTING = /\?(\^?[ismxnUJ]*)(?:-([ismxnUJ]+))?([:)])/y;
const COUNTED = /\{([0-9]{1,5})(?:(,)([0-9]{1,5})?)?\}/y;

class PatternParser {
  readonly #reader: PatternReader;

  constructor(reader: PatternReader) {
    this.#reader = reader;
  }

  choice(given: Flags, depth: number): PatternNode {
    if (depth > DEPTH_MAX) throw new PatternFault('groups are nested too deeply');
    let flags = given;
    const branches: PatternNode[] = [];
    let parts: PatternNode[] = [];
    while (!this.#reader.done && this.#reader.peek !== ')') {
      if (this.#reader.take('|')) {
        branches.push({ type: 'sequence', parts });
        parts = [];
        continue;
      }
      const setting = this.#flagSetting(flags);
      if (setting === undefined) parts.push(...this.#piece(flags, depth));
      else flags = setting;
    }
    branches.push({ type: 'sequence', parts });
    const [only] = branches;
    return branches.length === 1 && only !== undefined ? only : { type: 'choice', branches };
  }

  /** `(?i)`: what follows in the group is read with other flags. */
  #flagSetting(flags: Flags): Flags | undefined {
    const start = this.#reader.at;
    if (!this.#reader.take('(')) return undefined;
    const found = this.#reader.match(FLAG_SETTING);
    if (found?.[3] === ')') return changed(flags, found[1] ?? '', found[2] ?? '');
    this.#reader.at = start;
    return undefined;
  }

  /** One atom with its quantifiers; a comment or a space that doesn't count is nothing. */
  #piece(flags: Flags, depth: number): readonly PatternNode[] {
    const reader = this.#reader;
    if (flags.x && reader.match(/(?:[\t-\r ]|#[^\n]*)+/y) !== undefined) return [];
    if (reader.match(/\(\?#[^)]*\)/y) !== undefined) return [];
    if (reader.take('\\Q')) return this.#quoted(flags);
    const atom = this.#atom(flags, depth);
    const node = this.#quantified(atom, flags);
    return [node];
  }

  /** `\Q…\E`: every character stands for itself. */
  #quoted(flags: Flags): readonly PatternNode[] {
    const end = this.#reader.text.indexOf('\\E', this.#reader.at);
    const stop = end < 0 ? this.#reader.text.length : end;
    const text = this.#reader.text.slice(this.#reader.at, stop);
    this.#reader.at = end < 0 ? stop : stop + 2;
    const letters = text.split('').map((letter) => literal(letter.charCodeAt(0), flags));
    const last = letters.pop();
    return last === undefined ? [] : [...letters, this.#quantified(last, flags)];
  }

  #atom(flags: Flags, depth: number): PatternNode {
    const reader = this.#reader;
    const letter = reader.next();
    switch (letter) {
      case '(':
        return this.#group(flags, depth);
      case '[':
        return set(readClass(reader), flags);
      case '.':
        return { type: 'set', set: flags.s ? ANY_BYTE : NOT_LINE_FEED };
      case '^':
        return { type: 'assertion', at: flags.m ? 'lineStart' : 'textStart' };
      case '$':
        return { type: 'assertion', at: flags.m ? 'lineEnd' : 'textEndOrLastLine' };
      case '\\':
        return this.#escape(flags);
      case '*':
      case '+':
      case '?':
        throw new PatternFault(`nothing to repeat before ${letter}`);
      default:
        return this.#character(letter, flags);
    }
  }

  /** A character beyond ASCII is all of its bytes, so that a quantifier behind it repeats them together. */
  #character(letter: string, flags: Flags): PatternNode {
    const first = literal(letter.charCodeAt(0), flags);
    const rest = letter < '\xc0' ? undefined : this.#reader.match(/[\x80-\xbf]{1,3}/y)?.[0];
    if (rest === undefined) return first;
    return {
      type: 'sequence',
      parts: [first, ...rest.split('').map((byte) => literal(byte.charCodeAt(0), flags))],
    };
  }

  #group(flags: Flags, depth: number): PatternNode {
    const reader = this.#reader;
    if (reader.peek === '*') throw new PatternFault('backtracking verbs are not supported');
    let inner = flags;
    if (reader.peek === '?' && reader.match(NAMED_GROUP) === undefined) {
      const found = reader.match(FLAG_SETTING);
      if (found === undefined) throw new PatternFault(refusedGroup(reader));
      inner = changed(flags, found[1] ?? '', found[2] ?? '');
    }
    const node = this.choice(inner, depth + 1);
    if (!reader.take(')')) throw new PatternFault('missing closing parenthesis');
    return node;
  }

  #escape(flags: Flags): PatternNode {
    const reader = this.#reader;
    if (reader.done) throw new PatternFault('a backslash at the end of the pattern');
    const letter = reader.peek;
    const refused = REFUSED_ESCAPES.get(letter);
    if (refused !== undefined) throw new PatternFault(refused);
    const isOctal = /^[0-3][0-7]{2}/.test(reader.text.slice(reader.at, reader.at + 3));
    if (/[1-9]/.test(letter) && !isOctal)
      throw new PatternFault('back-references are not supported');
    const place = PLACES.get(letter);
    const bytes = letter === 'N' ? NOT_LINE_FEED : CLASS_ESCAPES.get(letter);
    if (place === undefined && bytes === undefined) {
      return literal(readEscapedByte(reader), flags);
    }
    reader.next();
    return place === undefined
      ? { type: 'set', set: bytes ?? ANY_BYTE }
      : { type: 'assertion', at: place };
  }

  #quantified(atom: PatternNode, flags: Flags): PatternNode {
    let node = atom;
    for (;;) {
      if (flags.x) this.#reader.match(/[\t-\r ]+/y);
      const range = this.#quantifier();
      if (range === undefined) return node;
      if (this.#reader.take('+')) {
        throw new PatternFault('possessive quantifiers are not supported');
      }
      this.#reader.take('?');
      if (range.min > range.max) throw new PatternFault('numbers out of order in a quantifier');
      const isTooMany =
        range.min > REPEAT_MAX || (range.max !== Infinity && range.max > REPEAT_MAX);
      if (isTooMany) throw new PatternFault(`a quantifier above ${REPEAT_MAX}`);
      node = { type: 'repeat', node, ...range };
    }
  }

  #quantifier(): { readonly min: number; readonly max: number } | undefined {
    if (this.#reader.take('*')) return { min: 0, max: Infinity };
    if (this.#reader.take('+')) return { min: 1, max: Infinity };
    if (this.#reader.take('?')) return { min: 0, max: 1 };
    const counted = this.#reader.match(COUNTED);
    if (counted === undefined) return undefined;
    const [, least = '0', comma, most] = counted;
    const min = Number(least);
    if (comma === undefined) return { min, max: min };
    return { min, max: most === undefined ? Infinity : Number(most) };
  }
}

function literal(byte: number, flags: Flags): PatternNode {
  return set(byteSet([byte, byte]), flags);
}

function set(bytes: ByteSet, flags: Flags): PatternNode {
  return { type: 'set', set: flags.i ? withBothCases(bytes) : bytes };
}

function changed(flags: Flags, on: string, off: string): Flags {
  const start = on.startsWith('^') ? { i: false, s: false, m: false, x: false } : flags;
  const value = (flag: 'i' | 's' | 'm' | 'x'): boolean =>
    !off.includes(flag) && (on.includes(flag) || start[flag]);
  return { i: value('i'), s: value('s'), m: value('m'), x: value('x') };
}

function refusedGroup(reader: PatternReader): string {
  const start = reader.text.slice(reader.at, reader.at + 3);
  if (/^\?(?:[=!]|<[=!])/.test(start)) return 'look-around assertions are not supported';
  if (start.startsWith('?>')) return 'atomic groups are not supported';
  if (start.startsWith('?(')) return 'conditionals are not supported';
  if (/^\?(?:[R0-9&+-]|P[>=])/.test(start)) return 'subroutines and recursion are not supported';
  if (start.startsWith('?C')) return 'callouts are not supported';
  return 'an unknown kind of group';
}
