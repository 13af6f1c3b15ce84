import type { JsonObject } from '../../core/json.ts';

/** Seals sessions into their own tokens, and opens them. */
export interface SessionSealer {
  seal(session: JsonObject): string;
  /** Undefined: the token is none of ours. */
  open(token: string): JsonObject | undefined;
}
