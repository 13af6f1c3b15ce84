import type { ByteString } from '../../byte-string.ts';
import { HIGH_SHAPES, LOW_SHAPES, type Shape } from './shapes.ts';
import { type Context, readSql, type SqlReading } from './tokens.ts';

/** Without one of these a value can't change a statement: most values end here. */
const SUSPECT =
  /['"`#;=<>()|&*@]|--|\/\*|\\|\b(?:union|select|order[^a-z]+by|group[^a-z]+by|having|rlike|like|sleep|waitfor|drop|exec|declare|shutdown|insert|delete|update)\b/i;

/**
 * Finds SQL that would change the statement a value is put into: as a number or a name, or breaking out of single or double
 * quotes. Returns the pieces that gave it away. Time is linear in the value: each reading is one pass, and shapes are bounded.
 */
export function detectSqlInjection(
  value: ByteString,
  level: 'LOW' | 'HIGH',
): readonly string[] | undefined {
  if (value.length < 3 || !SUSPECT.test(value)) return undefined;
  return (
    detectWithin(value, '', level) ??
    (value.includes("'") ? detectWithin(value, "'", level) : undefined) ??
    (value.includes('"') ? detectWithin(value, '"', level) : undefined)
  );
}

function detectWithin(
  value: ByteString,
  context: Context,
  level: 'LOW' | 'HIGH',
): readonly string[] | undefined {
  const reading = readSql(value, context);
  if (endsString(reading, context) || hidesInComment(reading)) return pieces(value, reading, 0);
  const plain = reading.kinds.replace(/[()]/g, '');
  const found =
    firstShape(LOW_SHAPES, reading.kinds, plain) ??
    (level === 'HIGH' ? firstShape(HIGH_SHAPES, reading.kinds, plain) : undefined);
  return found === undefined ? undefined : pieces(value, reading, found);
}

/** The place of the shape among the tokens. */
function firstShape(shapes: readonly Shape[], kinds: string, plain: string): number | undefined {
  for (const { pattern, withParentheses } of shapes) {
    const place = (withParentheses === true ? kinds : plain).search(pattern);
    if (place >= 0) return place;
  }
  return undefined;
}

/** `admin'--`, `admin')#`: the string ends, and a comment takes the rest. Behind a comment's sign in prose stand words. */
function endsString({ kinds, comment }: SqlReading, context: Context): boolean {
  if (context === '' || !/^q[);]*c$/.test(kinds)) return false;
  const rest = comment.trim();
  return rest.length <= 10 && !/\s/.test(rest) && (rest.length <= 3 || !comment.startsWith(rest));
}

/** A comment that MySQL runs is written to hide from filters alone. */
function hidesInComment({ hasRunComment, kinds }: SqlReading): boolean {
  return hasRunComment && /[UE&ZSFfX1s]/.test(kinds);
}

const PIECES = 6;

function pieces(value: ByteString, { starts }: SqlReading, from: number): readonly string[] {
  const first = Math.min(from, Math.max(0, starts.length - 1));
  return starts
    .slice(first, first + PIECES)
    .map((start, index) => value.slice(start, starts[first + index + 1]).trim())
    .filter((piece) => piece !== '');
}
