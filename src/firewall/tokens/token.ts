import { createHash, createHmac } from 'node:crypto';
import { equalSecrets } from '../../core/secret.ts';
import { SECOND_MS, type Instant } from '../../core/time.ts';
import type { FailureReason } from '../../../models/wafv2/types.ts';

/**
 * A token is a puzzle with its solution: `<puzzle>.<signature>.<answer>`. The puzzle says what it is, for which domain and when
 * it was made, and is signed; so nothing is kept between the question and the answer. It counts as solved when it was made.
 *
 * A challenge asks for work: a number that gives the puzzle's SHA-256 so many zero bits in front. A captcha asks for the
 * characters of a picture: the puzzle holds no more of them than a keyed digest, so they can't be worked out.
 */
export type PuzzleKind = 'challenge' | 'captcha';

export interface Puzzle {
  readonly kind: PuzzleKind;
  readonly domain: string;
  /** Service time, whole seconds. */
  readonly madeAtSec: number;
}

/** Zero bits that a challenge's digest begins with: some ten thousand digests, a blink for a browser. */
export const WORK_BITS = 14;
/** How far ahead of the clock a puzzle may say it was made. */
const LEAD_SEC_MAX = 60;
const TOKEN_MAX = 1_024;

/** The puzzle's text with its signature: what the client puts an answer behind. `nonce`: random, 16 bytes or more. */
export function makePuzzle(
  secret: Uint8Array,
  puzzle: Puzzle,
  nonce: Uint8Array,
  /** Of a captcha. */
  answer = '',
): string {
  const seed = Buffer.from(nonce).toString('base64url');
  const check = puzzle.kind === 'captcha' ? answerCheck(secret, seed, answer) : '';
  const fields = [puzzle.kind, puzzle.domain, puzzle.madeAtSec, seed, check];
  const text = Buffer.from(JSON.stringify(fields), 'utf8').toString('base64url');
  return `${text}.${sign(secret, text)}`;
}

/** Undefined: it is no token of ours, or its answer is wrong. */
export function readToken(secret: Uint8Array, token: string): Puzzle | undefined {
  if (token.length > TOKEN_MAX) return undefined;
  const [text, signature, answer, ...rest] = token.split('.');
  if (text === undefined || signature === undefined || answer === undefined || rest.length > 0) {
    return undefined;
  }
  if (!equalSecrets(signature, sign(secret, text))) return undefined;
  const fields: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  if (!Array.isArray(fields)) return undefined;
  const [kind, domain, madeAtSec, seed, check] = fields.map(String);
  if (kind !== 'challenge' && kind !== 'captcha') return undefined;
  const isSolved =
    kind === 'challenge'
      ? hasWork(`${text}.${answer}`)
      : equalSecrets(check ?? '', answerCheck(secret, seed ?? '', answer.toLowerCase()));
  return isSolved ? { kind, domain: domain ?? '', madeAtSec: Number(madeAtSec) } : undefined;
}

/** What a token is worth for a rule. A captcha solved counts as a challenge solved, not the other way round. */
export function judgeToken(
  puzzle: Puzzle | 'missing' | undefined,
  terms: {
    readonly kind: PuzzleKind;
    readonly immunitySec: number;
    readonly domains: readonly string[];
    readonly now: Instant;
  },
): { readonly solvedAtSec?: number; readonly failure?: FailureReason } {
  if (puzzle === 'missing') return { failure: 'TOKEN_MISSING' };
  const nowSec = terms.now / SECOND_MS;
  if (puzzle === undefined || puzzle.madeAtSec > nowSec + LEAD_SEC_MAX) {
    return { failure: 'TOKEN_INVALID' };
  }
  if (!terms.domains.includes(puzzle.domain)) return { failure: 'TOKEN_DOMAIN_MISMATCH' };
  if (terms.kind === 'captcha' && puzzle.kind === 'challenge') return { failure: 'TOKEN_MISSING' };
  if (puzzle.madeAtSec + terms.immunitySec <= nowSec) {
    return { failure: 'TOKEN_EXPIRED', solvedAtSec: puzzle.madeAtSec };
  }
  return { solvedAtSec: puzzle.madeAtSec };
}

/** The domains whose tokens a host accepts, the one that a new token is made for first. */
export function tokenDomains(host: string, listed: readonly string[]): readonly string[] {
  const parents = listed
    .map((domain) => domain.toLowerCase())
    .filter((domain) => host === domain || host.endsWith(`.${domain}`))
    .sort((left, right) => left.length - right.length);
  return [...new Set([...parents, host])];
}

function sign(secret: Uint8Array, text: string): string {
  return createHmac('sha256', secret).update('token\0').update(text).digest('base64url');
}

function answerCheck(secret: Uint8Array, seed: string, answer: string): string {
  return createHmac('sha256', secret)
    .update('answer\0')
    .update(seed)
    .update('\0')
    .update(answer)
    .digest('base64url');
}

function hasWork(text: string): boolean {
  return createHash('sha256').update(text).digest().readUInt32BE(0) >>> (32 - WORK_BITS) === 0;
}
