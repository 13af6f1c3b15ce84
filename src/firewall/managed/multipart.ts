import type { ByteString } from '../byte-string.ts';
import type { BodyValue } from './body-value.ts';
import { readPart } from './multipart-part.ts';

/** Parts that are looked at by themselves; what stands behind them is of the last one. */
const PARTS_MAX = 1_000;

/** Where a boundary stands at the start of a line. */
interface Mark {
  /** Before the end of the line above it. */
  readonly start: number;
  /** Behind the end of its own line. */
  readonly end: number;
  /** Exactly as browsers write it; without, some programs take it for a boundary and some don't. */
  readonly isPlain: boolean;
  readonly closes: boolean;
}

/**
 * What the parts of a multipart body say: names, names of files, unusual headers, and all contents but those of files that
 * hold no text. Programs differ in what they take for a line's end, a boundary and a file: a body that isn't exactly as
 * browsers write it is taken apart both strictly and leniently, no content of it is passed over, and it is looked at as a
 * whole, too. Undefined: the boundary doesn't stand in it. Linear.
 */
export function multipartValues(
  body: ByteString,
  type: ByteString,
  continues: boolean,
): readonly BodyValue[] | undefined {
  const declared = boundaryOf(type);
  const boundary = declared ?? /^--([^\r\n]{1,70}?)[ \t]{0,8}\r?$/m.exec(body)?.[1];
  if (boundary === undefined) return undefined;
  const marks = marksOf(body, `--${boundary}`);
  if (marks.length === 0) return undefined;
  const plainMarks = marks.filter(({ isPlain }) => isPlain);
  const parts = partsOf(body, marks, continues);
  const isPlain =
    declared !== undefined &&
    plainMarks.length === body.split(`--${boundary}`).length - 1 &&
    isWhole(body, marks, continues) &&
    parts.every((part) => part.isPlain);
  if (isPlain) {
    return parts.flatMap(({ values, content, isFile }) => (isFile ? values : [...values, content]));
  }
  const strictly = plainMarks.length === marks.length ? [] : partsOf(body, plainMarks, continues);
  const values = [...parts, ...strictly].flatMap((part) => [...part.values, part.content]);
  return [...values, { value: body }];
}

const BOUNDARY =
  /;[ \t]*boundary=(?:"([^"\\]{1,70})"|([^\s"(),/:;<=>?@[\\\]]{1,70}))[ \t]*(?=;|$)/gi;

/** Undefined: none, several, or one that programs read differently. */
function boundaryOf(type: ByteString): ByteString | undefined {
  const [only, more] = [...type.matchAll(BOUNDARY)];
  if (more !== undefined || type.toLowerCase().split('boundary').length !== 2) return undefined;
  return only?.[1] ?? only?.[2];
}

function marksOf(body: ByteString, text: string): readonly Mark[] {
  const marks: Mark[] = [];
  const rest = /(--)?([ \t]*)(?:(\r\n)|$|[^\n]*(?:\n|$))/y;
  for (let at = body.indexOf(text); at >= 0; at = body.indexOf(text, at + text.length)) {
    const before = /(?:^|\r\n|\r|\n)$/.exec(body.slice(Math.max(0, at - 2), at))?.[0];
    if (before === undefined) continue;
    rest.lastIndex = at + text.length;
    const [behind = '', closing, spaces, lineEnd] = rest.exec(body) ?? [];
    const end = at + text.length + behind.length;
    const endsPlain = lineEnd !== undefined || (behind === '--' && end === body.length);
    const isPlain = (at === 0 || before === '\r\n') && spaces === '' && endsPlain;
    marks.push({ start: at - before.length, end, isPlain, closes: closing === '--' });
    if (marks.length >= PARTS_MAX) break;
  }
  return marks;
}

/** Nothing stands before the first boundary, nor behind the closing one, which is there unless the body goes on. */
function isWhole(body: ByteString, marks: readonly Mark[], continues: boolean): boolean {
  const closing = marks.findIndex(({ closes }) => closes);
  if (marks[0]?.start !== 0) return false;
  if (closing < 0) return continues;
  return closing === marks.length - 1 && marks[closing]?.end === body.length;
}

function partsOf(body: ByteString, marks: readonly Mark[], continues: boolean) {
  return marks.flatMap((mark, index) => {
    const next = marks[index + 1];
    if (next === undefined && mark.end >= body.length) return [];
    const part = body.slice(
      mark.end,
      next === undefined ? undefined : Math.max(mark.end, next.start),
    );
    return [readPart(part, next === undefined && continues)];
  });
}
