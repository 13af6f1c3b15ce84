/** How far a keyword may be from what it speaks of. */
const REACH = 30;
/** No keyword is longer. */
const KEYWORD_MAX = 64;
const WORDS_MAX = 9;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The sign right behind it that some keywords end with. */
  readonly mark: string;
}

function isWordCode(code: number): boolean {
  if (code > 127) return code !== 0xa0 && code !== 0x2013 && code !== 0x2014 && code !== 0x2019;
  return (code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123);
}

function isLower(code: number): boolean {
  return code > 96 && code < 123;
}

function isUpper(code: number): boolean {
  return code > 64 && code < 91;
}

/** Words of a part of a text; `userSsn` is two. */
function wordsIn(text: string, from: number, to: number): readonly Word[] {
  const words: Word[] = [];
  let at = from;
  while (at < to) {
    if (!isWordCode(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    let before = text.charCodeAt(at);
    at += 1;
    while (at < to) {
      const code = text.charCodeAt(at);
      if (!isWordCode(code) || (isUpper(code) && isLower(before))) break;
      before = code;
      at += 1;
    }
    const sign = text[at] ?? '';
    const mark = at < to && (sign === '#' || sign === ':') ? sign : '';
    words.push({ text: text.slice(start, at).toLowerCase(), start, end: at, mark });
  }
  return words;
}

/** A keyword without what stands between its words: spaces, hyphens, underscores and dots make no difference. */
function keyOf(keyword: string): string {
  const mark = /[#:]$/.exec(keyword.trim())?.[0] ?? '';
  const words = wordsIn(keyword, 0, keyword.length);
  return `${words.map(({ text }) => text).join('')}${mark}`;
}

/** Whose keywords a text has: the numbers of those who asked for them. */
export type Company = ReadonlySet<number>;

const NOBODY: Company = new Set();

/** Finds the keywords of many lists at once. */
export class KeywordIndex {
  readonly #owners = new Map<string, number[]>();
  /** What keywords begin with, so that a search ends early. */
  readonly #beginnings = new Set<string>();

  /** Lists of keywords by the number of whose they are. */
  constructor(lists: readonly (readonly string[])[]) {
    for (const [owner, keywords] of lists.entries()) {
      for (const key of new Set(keywords.map(keyOf))) {
        const owners = this.#owners.get(key);
        if (owners === undefined) this.#owners.set(key, [owner]);
        else owners.push(owner);
        for (let end = 1; end <= key.length; end += 1) this.#beginnings.add(key.slice(0, end));
      }
    }
  }

  /** Of a whole text: a name of a column, a value, an element of a path. */
  within(text: string): Company {
    const found = new Set<number>();
    this.#collect(wordsIn(text, 0, text.length), () => true, found);
    return found.size === 0 ? NOBODY : found;
  }

  /** Near a part of a text: no more than 30 characters before or behind it. */
  around(text: string, start: number, end: number): Company {
    const found = new Set<number>();
    const from = Math.max(0, start - REACH - KEYWORD_MAX);
    const to = Math.min(text.length, end + REACH + KEYWORD_MAX);
    this.#collect(wordsIn(text, from, start), (_, last) => start - last <= REACH, found);
    this.#collect(wordsIn(text, end, to), (first) => first - end <= REACH, found);
    return found.size === 0 ? NOBODY : found;
  }

  #collect(
    words: readonly Word[],
    isNear: (start: number, end: number) => boolean,
    found: Set<number>,
  ): void {
    for (const [at, first] of words.entries()) {
      let joined = '';
      for (const word of words.slice(at, at + WORDS_MAX)) {
        joined += word.text;
        if (!this.#beginnings.has(joined) && !this.#beginnings.has(joined.replace(/s$/, ''))) break;
        if (!isNear(first.start, word.end)) continue;
        this.#add(joined, found);
        if (word.mark !== '') this.#add(`${joined}${word.mark}`, found);
        if (joined.endsWith('s')) this.#add(joined.slice(0, -1), found);
      }
    }
  }

  #add(key: string, found: Set<number>): void {
    for (const owner of this.#owners.get(key) ?? []) found.add(owner);
  }
}
