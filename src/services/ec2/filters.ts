import type { Filter } from '../../../models/ec2/types.ts';
import type { Tags } from '../../core/tags.ts';
import { filterLimitExceeded, invalidFilter } from './errors.ts';

const VALUES_MAX = 200;
const TAG = 'tag:';

/** What a filter's name stands for in an item. Undefined values match nothing. */
export type FilterTable<T> = ReadonlyMap<string, (item: T) => readonly (string | undefined)[]>;

/** A table from its rows; its values are texts, as EC2 shows them: `true`, ISO times. */
export function filterTable<T>(
  rows: Readonly<Record<string, (item: T) => FilterValue | readonly FilterValue[]>>,
): FilterTable<T> {
  return new Map(
    Object.entries(rows).map(([name, read]) => [name, (item: T) => [read(item)].flat().map(text)]),
  );
}

export type FilterValue = string | number | boolean | undefined;

function text(value: FilterValue): string | undefined {
  return value === undefined ? undefined : String(value);
}

/**
 * Tells which items all filters let through: one of a filter's values must match, `*` and `?` stand for any characters.
 * `tag:KEY`, `tag-key` and `tag-value` are known without the table. Errors: InvalidParameterValue, FilterLimitExceeded.
 */
export function filterOf<T extends { readonly tags: Tags }>(
  filters: readonly Filter[] | undefined,
  table: FilterTable<T>,
): (item: T) => boolean {
  const count = (filters ?? []).reduce((sum, { Values = [] }) => sum + Values.length, 0);
  if (count > VALUES_MAX) throw filterLimitExceeded(VALUES_MAX);
  const tests = (filters ?? []).map(({ Name = '', Values = [] }) => {
    const read = readerOf(Name, table);
    if (read === undefined) throw invalidFilter(Name);
    const patterns = Values.map(patternOf);
    return (item: T) =>
      read(item).some((value) => value !== undefined && patterns.some((matches) => matches(value)));
  });
  return (item) => tests.every((passes) => passes(item));
}

function readerOf<T extends { readonly tags: Tags }>(
  name: string,
  table: FilterTable<T>,
): ((item: T) => readonly (string | undefined)[]) | undefined {
  if (name.startsWith(TAG)) {
    const key = name.slice(TAG.length);
    return ({ tags }) => (Object.hasOwn(tags, key) ? [tags[key]] : []);
  }
  if (name === 'tag-key') return ({ tags }) => Object.keys(tags);
  if (name === 'tag-value') return ({ tags }) => Object.values(tags);
  return table.get(name);
}

/** `*` stands for any number of characters, `?` for one, and a backslash takes both their meaning. */
export function patternOf(pattern: string): (value: string) => boolean {
  if (!/[*?\\]/.test(pattern)) return (value) => value === pattern;
  const tokens = tokensOf(pattern);
  return (value) => matchesTokens(tokens, value);
}

type Token = { readonly kind: 'any' | 'one' } | { readonly kind: 'literal'; readonly text: string };

function tokensOf(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === '*') tokens.push({ kind: 'any' });
    else if (character === '?') tokens.push({ kind: 'one' });
    else if (character === '\\' && at + 1 < pattern.length) {
      at += 1;
      tokens.push({ kind: 'literal', text: pattern.charAt(at) });
    } else tokens.push({ kind: 'literal', text: character });
  }
  return tokens;
}

/** Linear in the product of both lengths: it goes back to the last star alone, so no pattern makes it slow. */
function matchesTokens(tokens: readonly Token[], value: string): boolean {
  let at = 0;
  let token = 0;
  let star = -1;
  let resume = 0;
  while (at < value.length) {
    const current = tokens[token];
    if (current?.kind === 'any') {
      star = token;
      resume = at;
      token += 1;
    } else if (current !== undefined && fits(current, value.charAt(at))) {
      at += 1;
      token += 1;
    } else if (star >= 0) {
      resume += 1;
      at = resume;
      token = star + 1;
    } else return false;
  }
  return tokens.slice(token).every(({ kind }) => kind === 'any');
}

function fits(token: Token, character: string): boolean {
  return token.kind === 'one' || (token.kind === 'literal' && token.text === character);
}
