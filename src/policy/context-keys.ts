import { readDocument } from './document.ts';
import { GRAMMARS, type PolicyGrammar } from './grammar.ts';
import { parsePolicyJson } from './json-text.ts';
import { parsePieces } from './variables.ts';

/**
 * The condition keys a policy asks for, in its conditions and as variables, as they are written; each once.
 * Throws PolicySyntaxError when the text has not the form of a policy.
 */
export function contextKeysOf(text: string, grammar: PolicyGrammar): readonly string[] {
  const document = readDocument(parsePolicyJson(text, GRAMMARS[grammar].invalidJson));
  const variables = document.version === '2012-10-17';
  const keys = new Map<string, string>();
  const add = (name: string): void => {
    if (!keys.has(name.toLowerCase())) keys.set(name.toLowerCase(), name);
  };
  const addVariables = (pattern: string): void => {
    for (const piece of parsePieces(pattern, { variables, wildcards: false })) {
      if (typeof piece === 'object') add(piece.name);
    }
  };
  for (const { resource, conditions } of document.statements) {
    for (const pattern of resource?.values ?? []) addVariables(pattern);
    for (const { key, values } of conditions) {
      add(key);
      for (const value of values) addVariables(value);
    }
  }
  return [...keys.values()];
}
