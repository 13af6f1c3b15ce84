import { createHash } from 'node:crypto';
import { DAY_MS, SECOND_MS, type Instant } from './time.ts';

const ATTEMPTS_DEFAULT = 185;
const AGE_DEFAULT_MS = DAY_MS;
const FIRST_DELAY_MS = SECOND_MS;
const LONGEST_DELAY_MS = 512 * SECOND_MS;

export interface RetryRules {
  readonly MaximumRetryAttempts?: number | undefined;
  readonly MaximumEventAgeInSeconds?: number | undefined;
}

export type Retry =
  | { readonly kind: 'again'; readonly due: Instant }
  | {
      readonly kind: 'exhausted';
      readonly condition: 'MaximumRetryAttempts' | 'MaximumEventAgeInSeconds';
    };

export interface Tried {
  /** What is tried: the same wait comes of the same id and number of tries. */
  readonly id: string;
  /** Tries that failed, this one included. */
  readonly attempts: number;
  /** When what is delivered came to be. */
  readonly since: Instant;
  readonly now: Instant;
  /** A wait that the target asked for. */
  readonly waitMs?: number | undefined;
}

/** When to try again: each wait is up to twice the one before, and never the same for two. */
export function retryOf(rules: RetryRules | undefined, tried: Tried): Retry {
  const { MaximumRetryAttempts: most = ATTEMPTS_DEFAULT, MaximumEventAgeInSeconds: age } =
    rules ?? {};
  if (tried.attempts > most) return { kind: 'exhausted', condition: 'MaximumRetryAttempts' };
  const end = tried.since + (age === undefined ? AGE_DEFAULT_MS : age * SECOND_MS);
  const due = tried.now + Math.max(waitMs(tried), tried.waitMs ?? 0);
  if (due > end) return { kind: 'exhausted', condition: 'MaximumEventAgeInSeconds' };
  return { kind: 'again', due };
}

function waitMs({ id, attempts }: Tried): number {
  const whole = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempts - 1));
  const digest = createHash('sha256').update(`${id}/${attempts}`).digest();
  return Math.round(whole / 2 + (whole / 2) * (digest.readUInt32BE(0) / 2 ** 32));
}
