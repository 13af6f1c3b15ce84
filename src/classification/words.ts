/** Letters and digits that stand together, as a number or a code does: from `start` to before `end`. */
export interface Candidate {
  readonly start: number;
  readonly end: number;
  /** Letters and digits alone, in upper case. */
  readonly compact: string;
}

interface Word {
  readonly start: number;
  readonly end: number;
  /** Letters and digits. */
  readonly size: number;
  readonly hasDigit: boolean;
  readonly hasSmall: boolean;
  readonly hasSign: boolean;
}

/** Nothing that is looked for has more letters and digits. */
const SIZE_MAX = 34;
/** Groups that one space parts, such as those of a card's number. */
const GROUPS_MAX = 9;
const GROUP_MAX = 12;
const FIRST_GROUP_MAX = 8;
const LETTERS_ALONE_MAX = 4;

const SEPARATORS = /[^0-9A-Za-z]/g;

const DIGIT = 1;
const CAPITAL = 2;
const SMALL = 3;
const SIGN = 4;
/** What each character is; 0: none of these. */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code > 47 && code < 58) return DIGIT;
  if (code > 64 && code < 91) return CAPITAL;
  if (code > 96 && code < 123) return SMALL;
  return code > 44 && code < 48 ? SIGN : 0;
});

function kindOf(code: number): number {
  return KINDS[code] ?? 0;
}

function isWordCode(code: number): boolean {
  const kind = kindOf(code);
  return kind !== 0 && kind !== SIGN;
}

/** The word that begins at a letter or digit; `-`, `.` and `/` are within when another follows at once. */
function wordAt(text: string, start: number, to: number): Word {
  let size = 0;
  let hasDigit = false;
  let hasSmall = false;
  let hasSign = false;
  let at = start;
  for (; at < to; at += 1) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === 0) break;
    if (kind === SIGN) {
      if (at + 1 >= to || !isWordCode(text.charCodeAt(at + 1))) break;
      hasSign = true;
      continue;
    }
    size += 1;
    if (kind === DIGIT) hasDigit = true;
    if (kind === SMALL) hasSmall = true;
  }
  return { start, end: at, size, hasDigit, hasSmall, hasSign };
}

function compactOf(text: string, start: number, end: number): string {
  return text.slice(start, end).replace(SEPARATORS, '').toUpperCase();
}

/** Whether a word may be one of the groups of a number. */
function isGroup({ size, hasDigit, hasSmall }: Word): boolean {
  return hasDigit ? size <= GROUP_MAX : !hasSmall && size <= LETTERS_ALONE_MAX;
}

/** Letters in front of a number or behind it, with a hyphen between: `ID-123456789` has a number too. */
const LETTERED = /^[A-Za-z]{1,16}[-./](?=\d)|(?<=\d)[-./][A-Za-z]{1,16}$/;

/** Calls back for all that might be a number or a code, and for groups of them that single spaces part, longest first. */
export function eachCandidate(
  text: string,
  from: number,
  to: number,
  visit: (candidate: Candidate) => void,
): void {
  let at = from;
  // A word that began before is none of this part's.
  if (from > 0) while (at < to && isWordCode(text.charCodeAt(at - 1))) at += 1;
  while (at < to) {
    if (!isWordCode(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const word = wordAt(text, at, text.length);
    if (isGroup(word) && word.size <= FIRST_GROUP_MAX) visitGroups(text, word, visit);
    if (word.hasDigit && word.size <= SIZE_MAX + 16) visitWord(text, word, visit);
    at = word.end;
  }
}

function visitWord(text: string, word: Word, visit: (candidate: Candidate) => void): void {
  const { start, end, size, hasSign } = word;
  if (size <= SIZE_MAX) visit({ start, end, compact: compactOf(text, start, end) });
  if (!hasSign) return;
  const whole = text.slice(start, end);
  const lettered = LETTERED.exec(whole);
  if (lettered === null) return;
  const isFront = lettered.index === 0;
  const first = isFront ? start + lettered[0].length : start;
  const last = isFront ? end : start + lettered.index;
  visit({ start: first, end: last, compact: compactOf(text, first, last) });
}

function visitGroups(text: string, first: Word, visit: (candidate: Candidate) => void): void {
  const ends: number[] = [];
  let { end, size, hasDigit } = first;
  while (
    ends.length < GROUPS_MAX &&
    text.charCodeAt(end) === 32 &&
    isWordCode(text.charCodeAt(end + 1))
  ) {
    const next = wordAt(text, end + 1, text.length);
    size += next.size;
    if (!isGroup(next) || size > SIZE_MAX) break;
    ({ end } = next);
    hasDigit ||= next.hasDigit;
    if (hasDigit) ends.push(end);
  }
  for (const last of ends.toReversed()) {
    visit({ start: first.start, end: last, compact: compactOf(text, first.start, last) });
  }
}
