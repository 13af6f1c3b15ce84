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
 * way, along all of its length. Zero: never; Infinity: always. The bound is on the safe side: `(?:a+)+` has none at all. Linear
 * in the pattern.
 */
export function backtrackingLengthMax(node: PatternNode, stepsMax: number): number {
  const ways = new Walk().waysOf(node);
  const longest = lengthMaxOf(node);
  const starts = isAnchored(node) ? 0 : 1;
  const degree = ways.degree + starts + (longest === Infinity ? 1 : 0);
  const factor = ways.factor * (longest === Infinity ? 1 : Math.max(1, longest));
  if (!Number.isFinite(factor)) return 0;
  if (degree <= 1 && ways.factor <= 100) return Infinity;
  return Math.floor((stepsMax / factor) ** (1 / Math.max(1, degree)));
}

/**
 * The ways through the parts of one pattern. Each part is asked about by itself and by what repeats it, so its answers are
 * kept: asked anew at each level, a pattern of 200 characters would take longer than anybody waits.
 */
class Walk {
  readonly #ways = new Map<PatternNode, Ways>();
  readonly #empty = new Map<PatternNode, boolean>();
  readonly #first = new Map<PatternNode, ByteSet>();

  waysOf(node: PatternNode): Ways {
    return kept(this.#ways, node, () => this.#reckonWays(node));
  }

  #reckonWays(node: PatternNode): Ways {
    switch (node.type) {
      case 'set':
      case 'assertion':
        return ONE;
      case 'sequence':
        return node.parts.reduce(
          (ways: Ways, part, index) => times(ways, this.#waysWithin(part, node.parts[index + 1])),
          ONE,
        );
      case 'choice':
        return this.#waysOfChoice(node.branches);
      case 'repeat':
        return this.#waysOfRepeat(node);
    }
  }

  /** A run before something that can't begin as it does has one length alone: shorter ones fail at once. */
  #waysWithin(part: PatternNode, next: PatternNode | undefined): Ways {
    const isRun = part.type === 'repeat' && this.#isDeterministic(part.node);
    if (isRun && next !== undefined && !this.#canBeEmpty(next)) {
      if (areDisjoint(this.#firstOf(part.node), this.#firstOf(next))) return ONE;
    }
    return this.waysOf(part);
  }

  #waysOfChoice(branches: readonly PatternNode[]): Ways {
    const ways = branches.map((branch) => this.waysOf(branch));
    let seen = NO_BYTE;
    let areApart = true;
    for (const branch of branches) {
      const first = this.#firstOf(branch);
      areApart &&= !this.#canBeEmpty(branch) && areDisjoint(seen, first);
      seen = union(seen, first);
    }
    const degree = Math.max(...ways.map((way) => way.degree));
    const factors = ways.map(({ factor }) => factor);
    const factor = areApart ? Math.max(...factors) : factors.reduce((sum, each) => sum + each, 0);
    return { factor, degree };
  }

  #waysOfRepeat({ node, min, max }: PatternNode & { readonly type: 'repeat' }): Ways {
    const inner = this.waysOf(node);
    if (this.#isDeterministic(node)) {
      return max === Infinity ? { factor: 1, degree: 1 } : { factor: max - min + 1, degree: 0 };
    }
    if (max <= 1) return { factor: inner.factor + 1, degree: inner.degree };
    if (max === Infinity || inner.degree > 0) return NO_BOUND;
    const factor = (inner.factor + 1) ** max;
    return factor > 1e6 ? NO_BOUND : { factor, degree: 0 };
  }

  /** It takes something, and in one way alone. */
  #isDeterministic(node: PatternNode): boolean {
    const { factor, degree } = this.waysOf(node);
    return degree === 0 && factor === 1 && !this.#canBeEmpty(node);
  }

  #canBeEmpty(node: PatternNode): boolean {
    return kept(this.#empty, node, () => {
      switch (node.type) {
        case 'set':
          return false;
        case 'assertion':
          return true;
        case 'sequence':
          return node.parts.every((part) => this.#canBeEmpty(part));
        case 'choice':
          return node.branches.some((branch) => this.#canBeEmpty(branch));
        case 'repeat':
          return node.min === 0 || this.#canBeEmpty(node.node);
      }
    });
  }

  /** The bytes it can begin with. */
  #firstOf(node: PatternNode): ByteSet {
    return kept(this.#first, node, () => {
      switch (node.type) {
        case 'set':
          return node.set;
        case 'assertion':
          return EVERY_BYTE;
        case 'choice':
          return node.branches.map((branch) => this.#firstOf(branch)).reduce(union, NO_BYTE);
        case 'repeat':
          return this.#firstOf(node.node);
        case 'sequence': {
          let first = NO_BYTE;
          for (const part of node.parts) {
            first = union(first, this.#firstOf(part));
            if (!this.#canBeEmpty(part)) break;
          }
          return first;
        }
      }
    });
  }
}

function kept<T>(known: Map<PatternNode, T>, node: PatternNode, reckon: () => T): T {
  const there = known.get(node);
  if (there !== undefined) return there;
  const made = reckon();
  known.set(node, made);
  return made;
}

function times(left: Ways, right: Ways): Ways {
  return { factor: left.factor * right.factor, degree: left.degree + right.degree };
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
