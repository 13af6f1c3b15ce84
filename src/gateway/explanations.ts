import type { Call } from '../contract/operation.ts';
import type { WeighedStatement } from '../policy/types.ts';
import type { Decided } from './authorization.ts';

/** Denials kept for `holdfast explain`: the newest, on this node, as far as there is room. */
const KEPT_MAX = 10_000;
const CHARACTERS_MAX = 8 * 1024 * 1024;

export interface Explanation {
  readonly requestId: string;
  readonly operation: string;
  readonly caller: string;
  readonly decisions: readonly {
    readonly action: string;
    readonly resource: string;
    readonly allowed: boolean;
    readonly reason: object;
    readonly weighed: readonly WeighedStatement[];
  }[];
}

/**
 * Recent denials by request id. What was weighed is written down at once: a decision that could still be asked would hold
 * everything its call had read.
 */
export class Explanations {
  readonly #kept = new Map<string, string>();
  #characters = 0;

  keep(call: Call, decided: readonly Decided[]): void {
    const { requestId } = call;
    this.#forget(requestId);
    const text = JSON.stringify(explanationOf(call, decided));
    this.#kept.set(requestId, text);
    this.#characters += text.length;
    while (this.#kept.size > KEPT_MAX || this.#characters > CHARACTERS_MAX) {
      const [oldest = ''] = this.#kept.keys();
      this.#forget(oldest);
    }
  }

  #forget(requestId: string): void {
    this.#characters -= this.#kept.get(requestId)?.length ?? 0;
    this.#kept.delete(requestId);
  }

  find(requestId: string): Explanation | undefined {
    const text = this.#kept.get(requestId);
    return text === undefined ? undefined : JSON.parse(text);
  }
}

function explanationOf(call: Call, decided: readonly Decided[]): Explanation {
  return {
    requestId: call.requestId,
    operation: `${call.service}:${call.operation}`,
    caller: call.caller.identity.arn,
    decisions: decided.map(({ request, decision }) => ({
      action: request.action,
      resource: request.resource,
      allowed: decision.allowed,
      reason: decision.reason,
      weighed: decision.explain(),
    })),
  };
}
