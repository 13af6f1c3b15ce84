import { readDocument } from './document.ts';
import { GRAMMARS, type PolicyGrammar } from './grammar.ts';
import { parsePolicyJson } from './json-text.ts';
import { textGlob } from './matchers.ts';

/** Whether a policy allows any action of a service, whatever its resources and conditions: `kms`. */
export function grantsService(text: string, grammar: PolicyGrammar, service: string): boolean {
  const document = readDocument(parsePolicyJson(text, GRAMMARS[grammar].invalidJson));
  return document.statements.some(({ effect, action }) => {
    if (effect !== 'Allow' || action === undefined) return false;
    // What is left out by NotAction is the whole service only when its pattern says so.
    if (action.negated) return !action.values.some((pattern) => pattern === `${service}:*`);
    return action.values.some((pattern) => ofService(pattern, service));
  });
}

function ofService(pattern: string, service: string): boolean {
  const colon = pattern.indexOf(':');
  const vendor = (colon === -1 ? pattern : pattern.slice(0, colon)).toLowerCase();
  return textGlob(vendor)(service);
}
