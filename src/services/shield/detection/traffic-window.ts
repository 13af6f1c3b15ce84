import type { Instant } from '../../../core/time.ts';
import { type Count, merged } from './top-counts.ts';

/** One request as signatures are looked for in it. Texts are as sent, and cut at 200 characters. */
export interface RequestSample {
  readonly client: string;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** Absent: it was not sent. */
  readonly agent?: string;
  readonly referrer?: string;
}

/** The requests that are kept of a window. */
export const SAMPLES_MAX = 128;

/** Every so many requests one was kept, so that those kept stand for all. */
export interface Samples {
  readonly kept: readonly RequestSample[];
  readonly every: number;
}

/** What was counted of a resource in a part of one minute of service time. */
export interface TrafficWindow {
  /** Minutes since 1970. */
  readonly minute: number;
  /** The first and the last request. */
  readonly from: Instant;
  readonly to: Instant;
  readonly requests: number;
  /** By the firewall. */
  readonly refused: number;
  /** Answers of 500 and above. */
  readonly serverErrors: number;
  /** Connections whose first request this is. */
  readonly connections: number;
  readonly clients: readonly Count[];
  readonly paths: readonly Count[];
  readonly agents: readonly Count[];
  readonly referrers: readonly Count[];
  readonly samples: Samples;
}

/** Thinned out until there is room. */
export function thinned({ kept, every }: Samples): Samples {
  let samples = { kept, every };
  while (samples.kept.length > SAMPLES_MAX) samples = halved(samples);
  return samples;
}

function halved({ kept, every }: Samples): Samples {
  return { kept: kept.filter((_one, at) => at % 2 === 0), every: every * 2 };
}

function mergedSamples(left: Samples, right: Samples): Samples {
  let one = left;
  let other = right;
  while (one.every < other.every) one = halved(one);
  while (other.every < one.every) other = halved(other);
  return thinned({ kept: [...one.kept, ...other.kept], every: one.every });
}

/** Two parts of a minute as one. */
export function mergedWindow(left: TrafficWindow, right: TrafficWindow): TrafficWindow {
  return {
    minute: left.minute,
    from: Math.min(left.from, right.from),
    to: Math.max(left.to, right.to),
    requests: left.requests + right.requests,
    refused: left.refused + right.refused,
    serverErrors: left.serverErrors + right.serverErrors,
    connections: left.connections + right.connections,
    clients: merged(left.clients, right.clients),
    paths: merged(left.paths, right.paths),
    agents: merged(left.agents, right.agents),
    referrers: merged(left.referrers, right.referrers),
    samples: mergedSamples(left.samples, right.samples),
  };
}
