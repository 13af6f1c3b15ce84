import { parsePolicy } from '../../policy/parse.ts';
import type { PolicyGrammar } from '../../policy/grammar.ts';
import { policySize } from '../../policy/json-text.ts';
import { PolicySyntaxError } from '../../policy/syntax-error.ts';
import { limitExceeded, malformedPolicy } from './errors.ts';

/**
 * Judges a policy document as IAM does before it is stored.
 * Errors: MalformedPolicyDocument with AWS's text; LimitExceeded beyond `characters`.
 */
export function checkDocument(text: string, grammar: PolicyGrammar, characters: number): void {
  try {
    parsePolicy(text, grammar);
  } catch (error) {
    if (error instanceof PolicySyntaxError) throw malformedPolicy(error.message);
    throw error;
  }
  if (policySize(text) > characters) {
    throw limitExceeded(`Cannot exceed quota for ${quotaName(grammar)}: ${characters}`);
  }
}

/** Documents in answers are JSON encoded by RFC 3986, as IAM sends them. */
export function encodedDocument(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function quotaName(grammar: PolicyGrammar): string {
  return grammar === 'trust' ? 'ACLSizePerRole' : 'PolicySize';
}
