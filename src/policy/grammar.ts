import type { PolicyType } from './types.ts';

/** What a document is for decides which elements it may and must have. */
export type PolicyGrammar = PolicyType;

export interface GrammarRules {
  readonly principal: 'required' | 'optional' | 'forbidden';
  readonly resource: 'required' | 'optional' | 'forbidden';
  /** IAM's own rules for identity policies: version, ARN form, vendor prefixes, alphanumeric Sids. */
  readonly strict: boolean;
}

export const GRAMMARS: Readonly<Record<PolicyGrammar, GrammarRules>> = {
  identity: { principal: 'forbidden', resource: 'required', strict: true },
  boundary: { principal: 'forbidden', resource: 'required', strict: true },
  session: { principal: 'forbidden', resource: 'required', strict: true },
  scp: { principal: 'forbidden', resource: 'required', strict: true },
  rcp: { principal: 'required', resource: 'required', strict: false },
  resource: { principal: 'required', resource: 'optional', strict: false },
  endpoint: { principal: 'optional', resource: 'required', strict: false },
  trust: { principal: 'required', resource: 'forbidden', strict: false },
};
