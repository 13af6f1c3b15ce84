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

/** Where a keyword is, and of whom. */
export interface KeywordHit {
  readonly start: number;
  readonly end: number;
  readonly owner: number;
}

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
    const hits = this.hitsIn(text);
    return hits.length === 0 ? NOBODY : new Set(hits.map(({ owner }) => owner));
  }

  /** All keywords of a text, in the order in which they begin. */
  hitsIn(text: string): readonly KeywordHit[] {
    const words = wordsIn(text, 0, text.length);
    const hits: KeywordHit[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const first = words[at];
      if (first === undefined || !this.#mayBegin(first.text)) continue;
      let joined = '';
      for (let next = at; next < Math.min(words.length, at + WORDS_MAX); next += 1) {
        const word = words[next];
        if (word === undefined) break;
        joined += word.text;
        if (!this.#mayBegin(joined)) break;
        const add = (key: string): void => {
          for (const owner of this.#owners.get(key) ?? []) {
            hits.push({ start: first.start, end: word.end, owner });
          }
        };
        add(joined);
        if (word.mark !== '') add(`${joined}${word.mark}`);
        if (joined.endsWith('s')) add(joined.slice(0, -1));
      }
    }
    return hits;
  }

  #mayBegin(joined: string): boolean {
    return (
      this.#beginnings.has(joined) ||
      (joined.endsWith('s') && this.#beginnings.has(joined.slice(0, -1)))
    );
  }
}

/** The owners of keywords near a part of a text: no more than 30 characters before or behind it. */
export function around(hits: readonly KeywordHit[], start: number, end: number): Company {
  const from = start - REACH - KEYWORD_MAX;
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  const found = new Set<number>();
  for (let at = low; at < hits.length; at += 1) {
    const hit = hits[at];
    if (hit === undefined || hit.start - end > REACH) break;
    const isBefore = hit.end <= start && start - hit.end <= REACH;
    if (isBefore || hit.start >= end) found.add(hit.owner);
  }
  return found.size === 0 ? NOBODY : found;
}
