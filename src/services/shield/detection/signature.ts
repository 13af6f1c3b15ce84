import { NOTABLE_SHARE, shares, type Trait, TRAITS } from './composition.ts';
import type { RequestSample } from './traffic-window.ts';

/** What requests of an attack have in common: every term is so. */
export type Signature = readonly Term[];

export type Term =
  | { readonly trait: 'client'; readonly values: readonly string[] }
  /** Absent: it was not sent. */
  | { readonly trait: Exclude<Trait, 'client'>; readonly value?: string };

/** Signatures that are in use for one attack at a time. */
export const SIGNATURES_MAX = 4;
/** A signature has to be of so many of the requests that no other one stops. */
const COVERAGE_MIN = 0.2;
/** Of what was asked in the past, so little may have it. */
const PAST_MAX = 0.01;
const GAIN_MIN = 0.1;

export function hasSignature(sample: RequestSample, signature: Signature): boolean {
  return signature.every((term) =>
    term.trait === 'client'
      ? term.values.includes(sample.client)
      : sample[term.trait] === term.value,
  );
}

/**
 * Signatures that tell the requests of an attack from those of the past, those that are in use included. What can't be told apart
 * gets none: it is better let through than a visitor stopped.
 */
export function signaturesOf(
  attack: readonly RequestSample[],
  past: readonly RequestSample[],
  known: readonly Signature[] = [],
): readonly Signature[] {
  const found = [...known];
  let rest = attack.filter((one) => !known.some((signature) => hasSignature(one, signature)));
  while (found.length < SIGNATURES_MAX && rest.length >= attack.length * COVERAGE_MIN) {
    if (rest.length === 0) break;
    const signature = signatureOf(rest, past);
    if (signature === undefined) break;
    found.push(signature);
    rest = rest.filter((one) => !hasSignature(one, signature));
  }
  return found;
}

/** Term by term, each the one that is more frequent now than in the past by the most; until nothing of the past is left. */
function signatureOf(
  attack: readonly RequestSample[],
  past: readonly RequestSample[],
): Signature | undefined {
  const most = Math.floor(past.length * PAST_MAX);
  let now = attack;
  let then = past;
  let signature: Signature = [];
  do {
    const term = bestTerm(now, then, { past, used: new Set(signature.map(({ trait }) => trait)) });
    if (term === undefined) return undefined;
    signature = [...signature, term];
    now = now.filter((one) => hasSignature(one, [term]));
    then = then.filter((one) => hasSignature(one, [term]));
  } while (then.length > most);
  return now.length >= attack.length * COVERAGE_MIN ? signature : undefined;
}

interface Search {
  readonly past: readonly RequestSample[];
  readonly used: ReadonlySet<Trait>;
}

function bestTerm(
  now: readonly RequestSample[],
  then: readonly RequestSample[],
  { past, used }: Search,
): Term | undefined {
  let best: Term | undefined;
  let gain = GAIN_MIN;
  const consider = (term: Term, share: number, before: number): void => {
    if (share - before <= gain) return;
    best = term;
    gain = share - before;
  };
  for (const trait of TRAITS) {
    if (used.has(trait)) continue;
    const current = shares(now, trait);
    if (trait === 'client') {
      const { values, share } = newClients(current, past);
      consider({ trait, values }, share, 0);
      continue;
    }
    const before = shares(then, trait);
    for (const [value, share] of current) {
      const term = value === undefined ? { trait } : { trait, value };
      consider(term, share, before.get(value) ?? 0);
    }
  }
  return best;
}

/** Clients that take a notable part, and sent nothing in the past. */
function newClients(
  current: ReadonlyMap<string | undefined, number>,
  past: readonly RequestSample[],
): { readonly values: readonly string[]; readonly share: number } {
  const known = new Set(past.map(({ client }) => client));
  const values: string[] = [];
  let total = 0;
  for (const [client, share] of current) {
    if (client === undefined || known.has(client) || share < NOTABLE_SHARE) continue;
    values.push(client);
    total += share;
  }
  return { values, share: total };
}
