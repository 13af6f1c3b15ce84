import { RecencyCache } from '../core/recency-cache.ts';
import type { PolicyGrammar } from './grammar.ts';
import { parsePolicy } from './parse.ts';
import type { CompiledPolicy } from './types.ts';

export interface PolicyCache {
  /** Like `parsePolicy`; the same text is compiled once. Texts that are refused are not kept. */
  readonly parse: (text: string, grammar: PolicyGrammar) => CompiledPolicy;
  /** Bytes of the policy texts held. */
  readonly bytes: () => number;
}

interface Entry {
  readonly policy: CompiledPolicy;
  readonly grammar: PolicyGrammar;
}

/**
 * Compiled policies by content, the longest unused leaving first. Keyed by the text itself, it
 * can't serve a stale policy: a changed document is another key. The text is the map's key as it
 * is, so that its hash is worked out once for as long as the document that holds it lives.
 */
export function createPolicyCache(maxBytes: number): PolicyCache {
  const entries = new RecencyCache<Entry>(maxBytes, (_text, { policy }) => policy.bytes);
  return {
    bytes: () => entries.weight,
    parse: (text, grammar) => {
      const known = entries.get(text);
      if (known?.grammar === grammar) return known.policy;
      const policy = parsePolicy(text, grammar);
      // A text in two grammars is rare; the first keeps its place.
      if (known === undefined) entries.set(text, { policy, grammar });
      return policy;
    },
  };
}

const SHARED_BYTES = 32 * 1024 * 1024;
const shared = createPolicyCache(SHARED_BYTES);

/**
 * `parsePolicy` through the process's own cache. Content is the key, so sharing it leaks nothing.
 */
export function compileCached(text: string, grammar: PolicyGrammar): CompiledPolicy {
  return shared.parse(text, grammar);
}
