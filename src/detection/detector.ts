import type { ApiCall } from './api-call.ts';
import type { DnsQuery } from './dns/dns-query.ts';
import type { Draft } from './draft.ts';
import type { Flow } from './flow/flow.ts';
import type { World } from './world.ts';

/** Looks at calls, one at a time, together with what is remembered of who made them. Pure. */
export interface ApiDetector {
  /** Every type it may tell of. */
  readonly types: readonly string[];
  /** Names of the calls it looks at; all when absent. */
  readonly names?: ReadonlySet<string>;
  detect(call: ApiCall, world: World): readonly Draft[];
}

/** Looks at the queries of one client of a resolver, of one window of ten minutes. Pure. */
export interface DnsDetector {
  readonly types: readonly string[];
  detect(window: readonly DnsQuery[], world: Pick<World, 'threats'>): readonly Draft[];
}

/** Looks at the flows of one network interface, of one window of ten minutes. Pure. */
export interface FlowDetector {
  readonly types: readonly string[];
  detect(window: readonly Flow[], world: FlowWorld): readonly Draft[];
}

export interface FlowWorld extends Pick<World, 'threats'> {
  /** Whether the interface had a flow to this port of others, or to this kind of peer, before the window. */
  hasHistory(what: string): boolean;
  /** Bytes that the interface sends to others in a window, on average; undefined while it is too new. */
  readonly usualBytes: number | undefined;
}
