import { type ByteSet, byteSet, negated, union } from './byte-set.ts';
import { CLASS_ESCAPES, CONTROL_ESCAPES, POSIX_CLASSES } from './pattern-escapes.ts';
import { PatternFault, type PatternReader } from './pattern-reader.ts';

/** Reads a class whose opening bracket was taken. */
export function readClass(reader: PatternReader): ByteSet {
  const isNegated = reader.take('^');
  let set = byteSet();
  /** A closing bracket that comes first stands for itself. */
  let isFirst = true;
  for (;;) {
    if (reader.done) throw new PatternFault('missing closing bracket of a class');
    if (!isFirst && reader.take(']')) return isNegated ? negated(set) : set;
    isFirst = false;
    const from = readMember(reader);
    if (typeof from !== 'number') {
      set = union(set, from);
    } else {
      const to = readRangeEnd(reader, from);
      if (to < from) throw new PatternFault('a range out of order in a class');
      set = union(set, byteSet([from, to]));
    }
  }
}

/** A byte, or a set that can't begin a range. */
function readMember(reader: PatternReader): number | ByteSet {
  const posix = reader.match(/\[:(\^?)([a-z]{1,8}):\]/y);
  if (posix !== undefined) {
    const named = POSIX_CLASSES.get(posix[2] ?? '');
    if (named === undefined) throw new PatternFault('an unknown POSIX class');
    return posix[1] === '^' ? negated(named) : named;
  }
  if (!reader.take('\\')) return reader.next().charCodeAt(0);
  if (reader.done) throw new PatternFault('missing closing bracket of a class');
  const escaped = CLASS_ESCAPES.get(reader.peek);
  if (escaped !== undefined) {
    reader.next();
    return escaped;
  }
  if (reader.take('b')) return 8;
  return readEscapedByte(reader);
}

function readRangeEnd(reader: PatternReader, from: number): number {
  const start = reader.at;
  if (!reader.take('-')) return from;
  if (reader.done || reader.peek === ']') {
    reader.at = start;
    return from;
  }
  const to = readMember(reader);
  if (typeof to === 'number') return to;
  reader.at = start;
  return from;
}

/** What stands behind a backslash, if it is one byte: a control character, a number, or the character itself. */
export function readEscapedByte(reader: PatternReader): number {
  const hexadecimal = reader.match(/x(?:\{([0-9A-Fa-f]{1,6})\}|([0-9A-Fa-f]{0,2}))/y);
  if (hexadecimal !== undefined) {
    const code = Number.parseInt(hexadecimal[1] ?? (hexadecimal[2] || '0'), 16);
    if (code > 255) throw new PatternFault('characters above \\xff are not supported');
    return code;
  }
  const octal = reader.match(/o\{([0-7]{1,4})\}|([0-7]{1,3})/y);
  if (octal !== undefined) return Number.parseInt(octal[1] ?? octal[2] ?? '0', 8) & 0xff;
  const control = reader.match(/c([\x20-\x7e])/y);
  if (control !== undefined) return (control[1] ?? '@').toUpperCase().charCodeAt(0) ^ 64;
  const letter = reader.next();
  const named = CONTROL_ESCAPES.get(letter);
  if (named !== undefined) return named;
  if (/[A-Za-z]/.test(letter)) throw new PatternFault(`an unknown escape \\${letter}`);
  return letter.charCodeAt(0);
}
