import { type ByteSet, areDisjoint, byteSet, union } from './byte-set.ts';
import type { PatternNode } from './pattern-tree.ts';

/** In how many ways a backtracking engine can walk through a part: at most `factor * length ** degree`. */
interface Ways {
  readonly factor: number;
  readonly degree: number;
}

const ONE: Ways = { factor: 1, degree: 0 };
const NO_BOUND: Ways = { factor: Infinity, degree: 0 };
const NO_BYTE = byteSet();
const EVERY_BYTE = byteSet([0, 255]);

/**
 * Bytes up to which a backtracking engine finds its answer within so many steps, whatever the bytes are: from each start, each
 * way, along all of its length. Zero: never; Infinity: always. The bound is on the safe side: `(?:a+)+` has none at all.
 */
export function backtrackingLengthMax(node: PatternNode, stepsMax: number): number {
  const ways = waysOf(node);
  const longest = lengthMaxOf(node);
  const starts = isAnchored(node) ? 0 : 1;
  const degree = ways.degree + starts + (longest === Infinity ? 1 : 0);
  const factor = ways.factor * (longest === Infinity ? 1 : Math.max(1, longest));
  if (!Number.isFinite(factor)) return 0;
  if (degree <= 1 && ways.factor <= 100) return Infinity;
  return Math.floor((stepsMax / factor) ** (1 / Math.max(1, degree)));
}

function waysOf(node: PatternNode): Ways {
  switch (node.type) {
    case 'set':
    case 'assertion':
      return ONE;
    case 'sequence':
      return node.parts.reduce(
        (ways: Ways, part, index) => times(ways, waysWithin(part, node.parts[index + 1])),
        ONE,
      );
    case 'choice':
      return waysOfChoice(node.branches);
    case 'repeat':
      return waysOfRepeat(node);
  }
}

/** A run before something that can't begin as it does has one length alone: shorter ones fail at once. */
function waysWithin(part: PatternNode, next: PatternNode | undefined): Ways {
  const isRun = part.type === 'repeat' && isDeterministic(part.node);
  if (isRun && next !== undefined && !canBeEmpty(next)) {
    if (areDisjoint(firstOf(part.node), firstOf(next))) return ONE;
  }
  return waysOf(part);
}

function waysOfChoice(branches: readonly PatternNode[]): Ways {
  const ways = branches.map(waysOf);
  let seen = NO_BYTE;
  let areApart = true;
  for (const branch of branches) {
    const first = firstOf(branch);
    areApart &&= !canBeEmpty(branch) && areDisjoint(seen, first);
    seen = union(seen, first);
  }
  const degree = Math.max(...ways.map((way) => way.degree));
  const factors = ways.map(({ factor }) => factor);
  const factor = areApart ? Math.max(...factors) : factors.reduce((sum, each) => sum + each, 0);
  return { factor, degree };
}

function waysOfRepeat({ node, min, max }: PatternNode & { readonly type: 'repeat' }): Ways {
  const inner = waysOf(node);
  if (isDeterministic(node)) {
    return max === Infinity ? { factor: 1, degree: 1 } : { factor: max - min + 1, degree: 0 };
  }
  if (max <= 1) return { factor: inner.factor + 1, degree: inner.degree };
  if (max === Infinity || inner.degree > 0) return NO_BOUND;
  const factor = (inner.factor + 1) ** max;
  return factor > 1e6 ? NO_BOUND : { factor, degree: 0 };
}

/** It takes something, and in one way alone. */
function isDeterministic(node: PatternNode): boolean {
  const { factor, degree } = waysOf(node);
  return degree === 0 && factor === 1 && !canBeEmpty(node);
}

function times(left: Ways, right: Ways): Ways {
  return { factor: left.factor * right.factor, degree: left.degree + right.degree };
}

function canBeEmpty(node: PatternNode): boolean {
  switch (node.type) {
    case 'set':
      return false;
    case 'assertion':
      return true;
    case 'sequence':
      return node.parts.every(canBeEmpty);
    case 'choice':
      return node.branches.some(canBeEmpty);
    case 'repeat':
      return node.min === 0 || canBeEmpty(node.node);
  }
}

/** The bytes it can begin with. */
function firstOf(node: PatternNode): ByteSet {
  switch (node.type) {
    case 'set':
      return node.set;
    case 'assertion':
      return EVERY_BYTE;
    case 'choice':
      return node.branches.map(firstOf).reduce(union, NO_BYTE);
    case 'repeat':
      return firstOf(node.node);
    case 'sequence': {
      let first = NO_BYTE;
      for (const part of node.parts) {
        first = union(first, firstOf(part));
        if (!canBeEmpty(part)) break;
      }
      return first;
    }
  }
}

function lengthMaxOf(node: PatternNode): number {
  switch (node.type) {
    case 'set':
      return 1;
    case 'assertion':
      return 0;
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + lengthMaxOf(part), 0);
    case 'choice':
      return Math.max(...node.branches.map(lengthMaxOf));
    case 'repeat': {
      const each = lengthMaxOf(node.node);
      return each === 0 ? 0 : each * node.max;
    }
  }
}

function isAnchored(node: PatternNode): boolean {
  if (node.type === 'sequence') return node.parts[0] !== undefined && isAnchored(node.parts[0]);
  return node.type === 'assertion' && node.at === 'textStart';
}
