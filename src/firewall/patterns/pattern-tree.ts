import type { ByteSet } from './byte-set.ts';

/** A pattern as a tree. Case has become sets of bytes, so nothing below depends on flags. */
export type PatternNode =
  | { readonly type: 'set'; readonly set: ByteSet }
  | { readonly type: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly type: 'choice'; readonly branches: readonly PatternNode[] }
  | {
      readonly type: 'repeat';
      readonly node: PatternNode;
      readonly min: number;
      /** Infinity: no end. */
      readonly max: number;
    }
  | { readonly type: 'assertion'; readonly at: AssertionPlace };

export type AssertionPlace =
  | 'textStart'
  | 'textEnd'
  /** Before a line feed that ends the text, too. */
  | 'textEndOrLastLine'
  | 'lineStart'
  | 'lineEnd'
  | 'wordBoundary'
  | 'noWordBoundary';
