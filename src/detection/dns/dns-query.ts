import type { Instant } from '../../core/time.ts';

/** One query that a resolver answered for a machine. */
export interface DnsQuery {
  readonly account: string;
  readonly region: string;
  readonly time: Instant;
  /** `i-…`, or the client's address where the instance is not known. */
  readonly client: string;
  readonly vpc: string;
  /** Without the last dot, in lower case. */
  readonly name: string;
  /** `A`, `TXT`. */
  readonly type: string;
  /** `NOERROR`, `NXDOMAIN`. */
  readonly code: string;
  /** Addresses and texts of the answer. */
  readonly answers: readonly string[];
  /** `UDP`. */
  readonly protocol: string;
}
