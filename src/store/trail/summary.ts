import type { Instant } from '../../core/time.ts';

/**
 * A frame's start, every so many bytes, so that a position is found without reading from the
 * beginning.
 */
export interface Mark {
  readonly position: number;
  /** In bytes from the segment's start. */
  readonly offset: number;
}

export const MARK_EVERY_BYTES = 64 * 1024;
/** Beyond so many accounts and Regions a segment counts as holding any. */
const SCOPES_LIMIT = 4_096;
const FORMAT = 1;

/** What is known of a segment without reading it. Grows with the records it is told of. */
export class Summary {
  records = 0;
  /** Where the written part ends, in bytes from the segment's start. */
  end: number;
  earliest: Instant = Number.POSITIVE_INFINITY;
  latest: Instant = Number.NEGATIVE_INFINITY;
  highestPending: number;
  readonly marks: Mark[] = [];
  /** Account → Regions; undefined when there are too many. */
  #scopes: Map<string, Set<string>> | undefined = new Map();
  #scopeCount = 0;
  #lastAccount = '';
  #lastRegion = '';

  constructor(end: number, highestPending: number) {
    this.end = end;
    this.highestPending = highestPending;
  }

  /** Notes the scope and time of one record. */
  note(account: string, region: string, time: Instant): void {
    if (time < this.earliest) this.earliest = time;
    if (time > this.latest) this.latest = time;
    if (account === this.#lastAccount && region === this.#lastRegion) return;
    this.#lastAccount = account;
    this.#lastRegion = region;
    this.#noteScope(account, region);
  }

  #noteScope(account: string, region: string): void {
    if (this.#scopes === undefined) return;
    const regions = this.#scopes.get(account);
    if (regions?.has(region) === true) return;
    this.#scopeCount += 1;
    if (this.#scopeCount > SCOPES_LIMIT) this.#scopes = undefined;
    else if (regions === undefined) this.#scopes.set(account, new Set([region]));
    else regions.add(region);
  }

  mayHold(account: string, region: string | undefined): boolean {
    if (this.#scopes === undefined) return true;
    const regions = this.#scopes.get(account);
    return regions !== undefined && (region === undefined || regions.has(region));
  }

  /** The last mark at or below a position; undefined when there is none. */
  markBelow(position: number): number {
    let low = 0;
    let high = this.marks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.marks[middle]?.position ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  toText(): string {
    const scopes =
      this.#scopes === undefined
        ? null
        : [...this.#scopes].map(([account, regions]) => [account, ...regions]);
    return JSON.stringify({
      format: FORMAT,
      numbers: [this.records, this.end, this.earliest, this.latest, this.highestPending],
      scopes,
      marks: this.marks.flatMap((mark) => [mark.position, mark.offset]),
    });
  }
}

/** Reads what `toText` wrote; undefined when it is anything else, so that it is built again. */
export function summaryFromText(text: string): Summary | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('format' in value && 'numbers' in value && 'scopes' in value && 'marks' in value)) {
    return undefined;
  }
  if (value.format !== FORMAT || !areNumbers(value.numbers) || !areNumbers(value.marks)) {
    return undefined;
  }
  return restored(value.numbers, value.scopes, value.marks);
}

function restored(
  numbers: readonly number[],
  scopes: unknown,
  marks: readonly number[],
): Summary | undefined {
  const [records, end, earliest, latest, highestPending] = numbers;
  if (records === undefined || end === undefined || highestPending === undefined) return undefined;
  if (earliest === undefined || latest === undefined) return undefined;
  const summary = new Summary(end, highestPending);
  summary.records = records;
  if (!restoreScopes(summary, scopes)) return undefined;
  summary.earliest = earliest;
  summary.latest = latest;
  for (let index = 0; index + 1 < marks.length; index += 2) {
    summary.marks.push({ position: marks[index] ?? 0, offset: marks[index + 1] ?? 0 });
  }
  return summary;
}

function restoreScopes(summary: Summary, scopes: unknown): boolean {
  // Too many to list: noting more than the limit brings that state back.
  if (scopes === null) {
    for (let index = 0; index <= SCOPES_LIMIT; index += 1) summary.note('any', String(index), 0);
    return true;
  }
  if (!Array.isArray(scopes)) return false;
  for (const entry of scopes) {
    if (!areStrings(entry)) return false;
    const [account, ...regions] = entry;
    for (const region of regions) summary.note(account ?? '', region, 0);
  }
  return true;
}

function areNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => Number.isFinite(item));
}

function areStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
