import type { PolicyGrammar } from './grammar.ts';
import { parsePolicy } from './parse.ts';
import type { CompiledPolicy } from './types.ts';

export interface PolicyCache {
  /** Like `parsePolicy`; the same text is compiled once. Texts that are refused are not kept. */
  readonly parse: (text: string, grammar: PolicyGrammar) => CompiledPolicy;
  /** Bytes of the policy texts held. */
  readonly bytes: () => number;
}

/**
 * Compiled policies by content, the longest unused leaving first. Keyed by the text itself, it
 * can't serve a stale policy: a changed document is another key.
 */
export function createPolicyCache(maxBytes: number): PolicyCache {
  const entries = new Map<string, CompiledPolicy>();
  let bytes = 0;
  return {
    bytes: () => bytes,
    parse: (text, grammar) => {
      const key = `${grammar}\n${text}`;
      const known = entries.get(key);
      if (known !== undefined) {
        entries.delete(key);
        entries.set(key, known);
        return known;
      }
      const policy = parsePolicy(text, grammar);
      if (policy.bytes > maxBytes) return policy;
      entries.set(key, policy);
      bytes += policy.bytes;
      for (const [oldest, { bytes: freed }] of entries) {
        if (bytes <= maxBytes) break;
        entries.delete(oldest);
        bytes -= freed;
      }
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
