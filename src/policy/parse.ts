import { compileDocument } from './compile.ts';
import { readDocument } from './document.ts';
import { GRAMMARS, type PolicyGrammar } from './grammar.ts';
import { parsePolicyJson } from './json-text.ts';
import type { CompiledPolicy } from './types.ts';
import { validateDocument } from './validate.ts';

/**
 * Reads, validates and compiles a policy document. Throws PolicySyntaxError with IAM's text.
 * The one way into the engine: what can't be saved can't be evaluated, and the reverse.
 */
export function parsePolicy(text: string, grammar: PolicyGrammar): CompiledPolicy {
  const document = readDocument(parsePolicyJson(text, GRAMMARS[grammar].invalidJson));
  validateDocument(document, grammar);
  return compileDocument(document, Buffer.byteLength(text));
}
