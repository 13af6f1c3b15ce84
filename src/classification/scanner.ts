import type { AllowList } from './allow-list.ts';
import type { CompiledCustom } from './custom-identifier.ts';
import type { ManagedIdentifier, PatternForm, WordForm } from './identifier.ts';
import { around, type Company, type KeywordHit, KeywordIndex } from './keywords.ts';
import { type Candidate, eachCandidate } from './words.ts';

/** Sensitive data in a text. */
export interface Match {
  /** Of a managed identifier its id, of a custom one its ARN. */
  readonly id: string;
  readonly isCustom: boolean;
  readonly start: number;
  readonly end: number;
}

/**
 * Where a text stands. Of a running text keywords are looked for close by; a value of a table or a record is in the company of its
 * own words and of the names above it.
 */
export type Place =
  | { readonly kind: 'running' }
  | { readonly kind: 'value'; readonly names: Names };

/** Names of columns or elements, with the keywords in them. */
export interface Names {
  readonly company: Company;
  readonly texts: readonly string[];
}

export const RUNNING: Place = { kind: 'running' };

interface Rule<Form> {
  readonly index: number;
  readonly identifier: ManagedIdentifier;
  readonly form: Form;
}

/** Only what begins in this part of a text counts. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** Looks for the data of some identifiers, all at once. */
export class Scanner {
  readonly #byLength = new Map<number, Rule<WordForm>[]>();
  readonly #patterns: readonly Rule<PatternForm>[];
  readonly #keywords: KeywordIndex;
  readonly #customs: readonly CompiledCustom[];
  readonly #allowed: AllowList;

  constructor(
    identifiers: readonly ManagedIdentifier[],
    customs: readonly CompiledCustom[],
    allowed: AllowList,
  ) {
    this.#customs = customs;
    this.#allowed = allowed;
    this.#keywords = new KeywordIndex(identifiers.map(({ keywords }) => keywords));
    for (const [index, identifier] of identifiers.entries()) {
      for (const form of identifier.words ?? []) {
        for (const length of new Set(form.lengths)) {
          const rules = this.#byLength.get(length) ?? [];
          rules.push({ index, identifier, form });
          this.#byLength.set(length, rules);
        }
      }
    }
    this.#patterns = identifiers
      .flatMap((identifier, index) =>
        (identifier.patterns ?? []).map((form) => ({ index, identifier, form })),
      )
      .toSorted((left, right) => left.form.least - right.form.least);
  }

  /** Whether customers' patterns are looked for: anything might match them. */
  get hasCustoms(): boolean {
    return this.#customs.length > 0;
  }

  /** What names of columns or elements say of the values below them. */
  namesOf(texts: readonly string[]): Names {
    const company = new Set<number>();
    for (const text of texts) for (const owner of this.#keywords.within(text)) company.add(owner);
    return { company, texts };
  }

  /** All sensitive data that begins in a part of a text, in no order. */
  scan(text: string, place: Place, part: Part = { from: 0, to: text.length }): readonly Match[] {
    const search = new Search(text, place, this.#keywords);
    if (this.#byLength.size > 0) {
      eachCandidate(text, part.from, part.to, (candidate) => this.#judge(search, candidate));
    }
    for (const rule of this.#patterns) {
      if (rule.form.least > text.length) break;
      this.#match(search, rule, part);
    }
    const found = [...search.found];
    for (const custom of this.#customs) {
      for (const { start, end } of custom.find(text, place, part)) {
        found.push({ id: custom.arn, isCustom: true, start, end });
      }
    }
    return found.filter(({ start, end }) => !this.#allowed.has(text.slice(start, end)));
  }

  #judge(search: Search, { start, end, compact }: Candidate): void {
    const rules = this.#byLength.get(compact.length);
    if (rules === undefined) return;
    let raw: string | undefined;
    for (const { index, identifier, form } of rules) {
      if (search.isTaken(identifier, start)) continue;
      raw ??= search.text.slice(start, end);
      if (!form.form.test(raw)) continue;
      if (form.check !== undefined && !form.check(compact)) continue;
      if (search.suits(index, identifier, form, start, end)) search.take(identifier, start, end);
    }
  }

  #match(search: Search, { index, identifier, form }: Rule<PatternForm>, part: Part): void {
    const { text } = search;
    const { pattern, hints, near, check } = form;
    if (hints !== undefined && !search.hasOneOf(hints)) return;
    if (near !== undefined && !search.isNamed(index) && !search.hasOneOf(near)) return;
    pattern.lastIndex = part.from;
    for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
      const [whole] = found;
      const { index: start } = found;
      if (start >= part.to) return;
      const end = start + whole.length;
      if (check !== undefined && !check(whole)) continue;
      if (search.isTaken(identifier, start)) continue;
      if (search.suits(index, identifier, form, start, end)) search.take(identifier, start, end);
    }
  }
}

/** One search of one text. */
class Search {
  readonly text: string;
  readonly found: Match[] = [];
  readonly #place: Place;
  readonly #keywords: KeywordIndex;
  /** Where the last match of each identifier ended. */
  readonly #ends = new Map<ManagedIdentifier, number>();
  #own: Company | undefined;
  #lower: string | undefined;
  #hits: readonly KeywordHit[] | undefined;
  #last: { readonly start: number; readonly end: number; readonly company: Company } | undefined;

  constructor(text: string, place: Place, keywords: KeywordIndex) {
    this.text = text;
    this.#place = place;
    this.#keywords = keywords;
  }

  hasOneOf(parts: readonly string[]): boolean {
    const lower = (this.#lower ??= this.text.toLowerCase());
    return parts.some((part) => lower.includes(part));
  }

  isNamed(index: number): boolean {
    return this.#place.kind === 'value' && this.#place.names.company.has(index);
  }

  isTaken(identifier: ManagedIdentifier, start: number): boolean {
    return start < (this.#ends.get(identifier) ?? 0);
  }

  take(identifier: ManagedIdentifier, start: number, end: number): void {
    this.#ends.set(identifier, end);
    this.found.push({ id: identifier.id, isCustom: false, start, end });
  }

  /** Whether the keywords are there that must be. */
  suits(
    index: number,
    { keywords, shunsKeywords = false }: ManagedIdentifier,
    { isPlain = false }: WordForm | PatternForm,
    start: number,
    end: number,
  ): boolean {
    if (isPlain || keywords.length === 0) return true;
    return (this.isNamed(index) || this.#near(start, end).has(index)) !== shunsKeywords;
  }

  #near(start: number, end: number): Company {
    if (this.#place.kind === 'value') {
      this.#own ??= this.#keywords.within(this.text);
      return this.#own;
    }
    this.#hits ??= this.#keywords.hitsIn(this.text);
    if (this.#last?.start !== start || this.#last.end !== end) {
      this.#last = { start, end, company: around(this.#hits, start, end) };
    }
    return this.#last.company;
  }
}
