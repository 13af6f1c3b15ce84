/** What the parser reads, before placeholders are looked up and operands are checked. */
export type Step =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'placeholder'; readonly name: string }
  | { readonly kind: 'index'; readonly digits: string };

export interface PathSyntax {
  readonly kind: 'path';
  readonly steps: readonly Step[];
}

export interface ValueSyntax {
  readonly kind: 'value';
  readonly name: string;
}

export interface CallSyntax {
  readonly kind: 'call';
  readonly name: string;
  readonly operands: readonly OperandSyntax[];
}

export type OperandSyntax = PathSyntax | ValueSyntax | CallSyntax;

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';

export type ConditionSyntax =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly ConditionSyntax[] }
  | { readonly kind: 'not'; readonly part: ConditionSyntax }
  | {
      readonly kind: 'compare';
      readonly comparator: Comparator;
      readonly left: OperandSyntax;
      readonly right: OperandSyntax;
    }
  | {
      readonly kind: 'between';
      readonly operand: OperandSyntax;
      readonly low: OperandSyntax;
      readonly high: OperandSyntax;
    }
  | {
      readonly kind: 'in';
      readonly operand: OperandSyntax;
      readonly choices: readonly OperandSyntax[];
    }
  | CallSyntax;

export interface ArithmeticSyntax {
  readonly kind: 'arithmetic';
  readonly operator: '+' | '-';
  readonly left: OperandSyntax;
  readonly right: OperandSyntax;
}

export type ActionSyntax =
  | {
      readonly kind: 'SET';
      readonly path: PathSyntax;
      readonly value: OperandSyntax | ArithmeticSyntax;
    }
  | { readonly kind: 'REMOVE'; readonly path: PathSyntax }
  | { readonly kind: 'ADD' | 'DELETE'; readonly path: PathSyntax; readonly value: ValueSyntax };

/** A section of an update: a keyword with its actions. */
export interface ClauseSyntax {
  readonly keyword: 'SET' | 'REMOVE' | 'ADD' | 'DELETE';
  readonly actions: readonly ActionSyntax[];
}
