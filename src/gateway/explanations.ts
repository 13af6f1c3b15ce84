import type { Call } from '../contract/operation.ts';
import type { WeighedStatement } from '../policy/types.ts';
import type { Decided } from './authorization.ts';

/** Decisions kept for `holdfast explain`: the newest, on this node. */
const KEPT_MAX = 10_000;

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

interface Kept {
  readonly call: Call;
  readonly decided: readonly Decided[];
}

/** A ring of recent decisions by request id. What was weighed is worked out only when asked for. */
export class Explanations {
  readonly #kept = new Map<string, Kept>();

  keep(call: Call, decided: readonly Decided[]): void {
    this.#kept.set(call.requestId, { call, decided });
    if (this.#kept.size <= KEPT_MAX) return;
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#kept.delete(oldest);
  }

  find(requestId: string): Explanation | undefined {
    const kept = this.#kept.get(requestId);
    if (kept === undefined) return undefined;
    return {
      requestId,
      operation: `${kept.call.service}:${kept.call.operation}`,
      caller: kept.call.caller.identity.arn,
      decisions: kept.decided.map(({ request, decision }) => ({
        action: request.action,
        resource: request.resource,
        allowed: decision.allowed,
        reason: decision.reason,
        weighed: decision.explain(),
      })),
    };
  }
}
