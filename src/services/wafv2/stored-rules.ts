import type {
  ByteMatchStatement,
  ManagedRuleGroupStatement,
  RateBasedStatement,
  Rule,
  Statement,
} from '../../../models/wafv2/types.ts';

/** Rules as they are stored: bytes are base64 text, all else is as the API has it. */
export interface StoredRule extends Omit<Rule, 'Statement'> {
  readonly Statement: StoredStatement;
}

type Nesting =
  | 'ByteMatchStatement'
  | 'AndStatement'
  | 'OrStatement'
  | 'NotStatement'
  | 'RateBasedStatement'
  | 'ManagedRuleGroupStatement';

export interface StoredStatement extends Omit<Statement, Nesting> {
  readonly ByteMatchStatement?: StoredByteMatch | undefined;
  readonly AndStatement?: { readonly Statements: readonly StoredStatement[] } | undefined;
  readonly OrStatement?: { readonly Statements: readonly StoredStatement[] } | undefined;
  readonly NotStatement?: { readonly Statement: StoredStatement } | undefined;
  readonly RateBasedStatement?: StoredRateBased | undefined;
  readonly ManagedRuleGroupStatement?: StoredManagedGroup | undefined;
}

export interface StoredByteMatch extends Omit<ByteMatchStatement, 'SearchString'> {
  readonly SearchString: string;
}

export interface StoredRateBased extends Omit<RateBasedStatement, 'ScopeDownStatement'> {
  readonly ScopeDownStatement?: StoredStatement | undefined;
}

export interface StoredManagedGroup extends Omit<ManagedRuleGroupStatement, 'ScopeDownStatement'> {
  readonly ScopeDownStatement?: StoredStatement | undefined;
}

export function storedRule(rule: Rule): StoredRule {
  return { ...rule, Statement: storedStatement(rule.Statement) };
}

function storedStatement(statement: Statement): StoredStatement {
  const {
    ByteMatchStatement: bytes,
    AndStatement: and,
    OrStatement: or,
    NotStatement: not,
    RateBasedStatement: rate,
    ManagedRuleGroupStatement: group,
    ...rest
  } = statement;
  const search = (bytes: ByteMatchStatement): StoredByteMatch => ({
    ...bytes,
    SearchString: Buffer.from(bytes.SearchString).toString('base64'),
  });
  return {
    ...rest,
    ...(bytes && { ByteMatchStatement: search(bytes) }),
    ...(and && { AndStatement: { Statements: and.Statements.map(storedStatement) } }),
    ...(or && { OrStatement: { Statements: or.Statements.map(storedStatement) } }),
    ...(not && { NotStatement: { Statement: storedStatement(not.Statement) } }),
    ...(rate && { RateBasedStatement: storedScopeDown(rate) }),
    ...(group && { ManagedRuleGroupStatement: storedScopeDown(group) }),
  };
}

function storedScopeDown<T extends { readonly ScopeDownStatement?: Statement | undefined }>({
  ScopeDownStatement: scopeDown,
  ...rest
}: T) {
  return { ...rest, ...(scopeDown && { ScopeDownStatement: storedStatement(scopeDown) }) };
}

export function shownRule(rule: StoredRule): Rule {
  return { ...rule, Statement: shownStatement(rule.Statement) };
}

export function shownStatement(statement: StoredStatement): Statement {
  const {
    ByteMatchStatement: bytes,
    AndStatement: and,
    OrStatement: or,
    NotStatement: not,
    RateBasedStatement: rate,
    ManagedRuleGroupStatement: group,
    ...rest
  } = statement;
  const search = (bytes: StoredByteMatch): ByteMatchStatement => ({
    ...bytes,
    SearchString: Buffer.from(bytes.SearchString, 'base64'),
  });
  return {
    ...rest,
    ...(bytes && { ByteMatchStatement: search(bytes) }),
    ...(and && { AndStatement: { Statements: and.Statements.map(shownStatement) } }),
    ...(or && { OrStatement: { Statements: or.Statements.map(shownStatement) } }),
    ...(not && { NotStatement: { Statement: shownStatement(not.Statement) } }),
    ...(rate && { RateBasedStatement: shownScopeDown(rate) }),
    ...(group && { ManagedRuleGroupStatement: shownScopeDown(group) }),
  };
}

function shownScopeDown<T extends { readonly ScopeDownStatement?: StoredStatement | undefined }>({
  ScopeDownStatement: scopeDown,
  ...rest
}: T) {
  return { ...rest, ...(scopeDown && { ScopeDownStatement: shownStatement(scopeDown) }) };
}
