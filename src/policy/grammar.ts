import { SYNTAX_ERRORS } from './syntax-error.ts';
import type { PolicyType } from './types.ts';

/** What a document is for decides which elements it may and must have. */
export type PolicyGrammar = PolicyType;

export interface GrammarRules {
  readonly principal: 'required' | 'optional' | 'forbidden';
  readonly resource: 'required' | 'optional' | 'forbidden';
  /** IAM's own rules for identity policies: version, ARN form, alphanumeric Sids. */
  readonly strict: boolean;
  /** What IAM answers to text that is not JSON. */
  readonly invalidJson: string;
}

const ATTACHED: GrammarRules = {
  principal: 'forbidden',
  resource: 'required',
  strict: true,
  invalidJson: SYNTAX_ERRORS,
};
const INVALID_JSON = 'This policy contains invalid Json';

export const GRAMMARS: Readonly<Record<PolicyGrammar, GrammarRules>> = {
  identity: ATTACHED,
  boundary: ATTACHED,
  session: ATTACHED,
  scp: ATTACHED,
  rcp: { ...ATTACHED, principal: 'required', strict: false },
  resource: {
    principal: 'required',
    resource: 'optional',
    strict: false,
    invalidJson: INVALID_JSON,
  },
  endpoint: { ...ATTACHED, principal: 'optional', strict: false },
  trust: { principal: 'required', resource: 'forbidden', strict: false, invalidJson: INVALID_JSON },
};
