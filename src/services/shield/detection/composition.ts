import type { RequestSample } from './traffic-window.ts';

/** What is compared of requests. */
export const TRAITS = ['client', 'method', 'path', 'agent', 'referrer'] as const;
export type Trait = (typeof TRAITS)[number];

/** Rarer values are taken together: many new visitors, of whom none is notable, are a crowd and no attack. */
export const NOTABLE_SHARE = 0.04;

/** By the trait in which they differ most: the Jensen-Shannon divergence of its values, in bits from 0 to 1. */
export function divergence(
  some: readonly RequestSample[],
  others: readonly RequestSample[],
): number {
  return Math.max(
    ...TRAITS.map((trait) => divergenceOf(shares(some, trait), shares(others, trait))),
  );
}

/** The share of each value. */
export function shares(
  samples: readonly RequestSample[],
  trait: Trait,
): ReadonlyMap<string | undefined, number> {
  const found = new Map<string | undefined, number>();
  for (const sample of samples) {
    found.set(sample[trait], (found.get(sample[trait]) ?? 0) + 1 / samples.length);
  }
  return found;
}

function divergenceOf(
  left: ReadonlyMap<string | undefined, number>,
  right: ReadonlyMap<string | undefined, number>,
): number {
  let sum = 0;
  let leftRest = 1;
  let rightRest = 1;
  for (const value of new Set([...left.keys(), ...right.keys()])) {
    const one = left.get(value) ?? 0;
    const other = right.get(value) ?? 0;
    if (one < NOTABLE_SHARE && other < NOTABLE_SHARE) continue;
    sum += term(one, other);
    leftRest -= one;
    rightRest -= other;
  }
  return sum + term(Math.max(leftRest, 0), Math.max(rightRest, 0));
}

function term(one: number, other: number): number {
  const middle = (one + other) / 2;
  const left = one > 0 ? (one / 2) * Math.log2(one / middle) : 0;
  return left + (other > 0 ? (other / 2) * Math.log2(other / middle) : 0);
}
