import type { EdgeResponse } from '../../../contract/edge.ts';
import { RecencyCache } from '../../../core/recency-cache.ts';
import { textGlob } from '../../../policy/matchers.ts';
import type { CachePolicy } from '../domain/policies.ts';
import type { DistributionDocument } from '../state.ts';

const BYTES_MAX = 64 * 1_048_576;
/** Larger answers are passed on and never kept. */
export const OBJECT_BYTES_MAX = 4 * 1_048_576;

export interface KeptAnswer {
  readonly status: number;
  readonly headers: EdgeResponse['headers'];
  readonly body: Uint8Array;
  /** Path and query that invalidations name. */
  readonly target: string;
  /** Service time. */
  readonly kept: number;
  readonly expires: number;
}

/** Answers of origins, in memory: bounded, and forgotten when the server stops. */
export class AnswerCache {
  readonly #kept = new RecencyCache<KeptAnswer>(BYTES_MAX, (key, { body, headers }) => {
    const head = headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
    return key.length + body.length + head + 200;
  });

  /** Undefined: nothing is kept, or what is kept is no longer good. */
  find(key: string, distribution: DistributionDocument, now: number): KeptAnswer | undefined {
    const found = this.#kept.get(key);
    if (found === undefined || found.expires <= now) return undefined;
    if (isStale(found, distribution)) return undefined;
    return found;
  }

  keep(key: string, answer: KeptAnswer): void {
    this.#kept.set(key, answer);
  }
}

function isStale(
  { kept, target }: KeptAnswer,
  { stale, staleBefore }: DistributionDocument,
): boolean {
  if (kept <= staleBefore) return true;
  return stale.some(({ path, at }) => kept <= at && matchesPath(path, target));
}

/** `*` is any number of characters, `?` one. Without a star an invalidation's path is one with whatever query. */
export function matchesPath(pattern: string, target: string): boolean {
  const matches = textGlob(pattern);
  return matches(target) || matches(target.split('?')[0] ?? '');
}

const KEPT_STATUS: ReadonlySet<number> = new Set([200, 203, 301, 308, 404, 410]);
/** Errors are asked for anew after so many seconds. */
const ERROR_SECONDS = 10;

/** For how many seconds an answer may be kept, by what the origin said and what the policy allows; 0: not at all. */
export function lifetimeOf(
  { status, headers }: Pick<EdgeResponse, 'status' | 'headers'>,
  { minTtl, defaultTtl, maxTtl }: CachePolicy,
): number {
  if (!KEPT_STATUS.has(status) || maxTtl === 0) return 0;
  const value = (name: string): string | undefined =>
    headers.find(([one]) => one.toLowerCase() === name)?.[1];
  const control = value('cache-control')?.toLowerCase() ?? '';
  // Whatever is for one viewer alone must not reach another one.
  if (value('set-cookie') !== undefined || value('vary') === '*') return 0;
  if (/\b(no-store|private)\b/.test(control)) return 0;
  if (/\bno-cache\b/.test(control)) return minTtl;
  const [, shared] = /\bs-maxage=(\d{1,10})/.exec(control) ?? [];
  const [, own] = /\bmax-age=(\d{1,10})/.exec(control) ?? [];
  const said = shared ?? own;
  if (status >= 400 && said === undefined) return Math.min(ERROR_SECONDS, maxTtl);
  const seconds = said === undefined ? defaultTtl : Number(said);
  return Math.min(Math.max(seconds, minTtl), maxTtl);
}
