import { classSource } from './byte-set.ts';
import type { AssertionPlace, PatternNode } from './pattern-tree.ts';

type Dialect = 'javascript' | 're2';

const ASSERTIONS: Readonly<Record<Dialect, Readonly<Record<AssertionPlace, string>>>> = {
  javascript: {
    textStart: '^',
    textEnd: '$',
    textEndOrLastLine: '(?:\\n?$)',
    lineStart: '(?<![^\\n])',
    lineEnd: '(?![^\\n])',
    wordBoundary: '\\b',
    noWordBoundary: '\\B',
  },
  re2: {
    textStart: '\\A',
    textEnd: '\\z',
    textEndOrLastLine: '(?:\\n?\\z)',
    lineStart: '(?m:^)',
    lineEnd: '(?m:$)',
    wordBoundary: '\\b',
    noWordBoundary: '\\B',
  },
};

/** A tree as a pattern that needs no flags. */
export function sourceOf(node: PatternNode, dialect: Dialect): string {
  switch (node.type) {
    case 'set':
      return classSource(node.set);
    case 'assertion':
      return ASSERTIONS[dialect][node.at];
    case 'sequence':
      return node.parts.map((part) => sourceOf(part, dialect)).join('');
    case 'choice':
      return `(?:${node.branches.map((branch) => sourceOf(branch, dialect)).join('|')})`;
    case 'repeat': {
      const { min, max } = node;
      const most = max === Infinity ? '' : String(max);
      const times = min === max ? `{${min}}` : `{${min},${most}}`;
      return `(?:${sourceOf(node.node, dialect)})${times}`;
    }
  }
}

/** About how many instructions a pattern is with its counted repeats written out. */
export function writtenOutSize(node: PatternNode): number {
  switch (node.type) {
    case 'set':
    case 'assertion':
      return 1;
    case 'sequence':
      return node.parts.reduce((sum, part) => sum + writtenOutSize(part), 0);
    case 'choice':
      return node.branches.reduce((sum, branch) => sum + writtenOutSize(branch), 1);
    case 'repeat':
      return (
        writtenOutSize(node.node) * Math.max(1, node.min, node.max === Infinity ? 0 : node.max)
      );
  }
}
