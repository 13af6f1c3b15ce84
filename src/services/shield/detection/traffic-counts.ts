import type { EdgeRequest, TrafficWatch, WatchedSite } from '../../../contract/edge.ts';
import { headerOf } from '../../../core/header-list.ts';
import type { Scope } from '../../../core/scope.ts';
import { MINUTE_MS, SECOND_MS, type Instant } from '../../../core/time.ts';
import { splitTarget } from '../../../firewall/request.ts';
import { minuteOf } from './baseline.ts';
import { TopCounts, VALUE_LENGTH_MAX } from './top-counts.ts';
import { type RequestSample, SAMPLES_MAX, thinned, type TrafficWindow } from './traffic-window.ts';

/** Resources that are counted at a time; what is asked of further ones is not counted. */
const RESOURCES_MAX = 512;
/** Resources that are known to be unprotected, and for how long. */
const UNWATCHED_MAX = 4_096;
const UNWATCHED_MS = 10 * SECOND_MS;
/** Parts of minutes that wait to be written. */
const WAITING_MAX = 4_096;

/** What was counted of one resource. */
export interface CountedTraffic {
  readonly resource: string;
  readonly scope: Scope;
  readonly window: TrafficWindow;
}

/** Counts what protected resources are asked, until it is written. In memory, and within bounds. */
export class TrafficCounts implements TrafficWatch {
  readonly #counting = new Map<string, Counting>();
  #waiting: CountedTraffic[] = [];
  readonly #unwatched = new Map<string, Instant>();

  arrived(site: WatchedSite, request: EdgeRequest, isFirst: boolean): void {
    this.#of(site)?.arrived(request, site.now, isFirst);
  }

  answered(
    { resource }: WatchedSite,
    outcome: { readonly status: number; readonly isRefused: boolean },
  ): void {
    this.#counting.get(resource)?.answered(outcome);
  }

  /** Requests to it are counted from now on. */
  watch(resource: string): void {
    this.#unwatched.delete(resource);
  }

  /** Nothing protects it; it is looked at again after a while. */
  unwatch(resource: string, now: Instant): void {
    if (this.#unwatched.size >= UNWATCHED_MAX) this.#unwatched.clear();
    this.#unwatched.set(resource, now + UNWATCHED_MS);
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0 && this.#counting.size === 0;
  }

  /** All that was counted; it stays until it is said to be written. */
  take(): readonly CountedTraffic[] {
    for (const counting of this.#counting.values()) this.#close(counting);
    this.#counting.clear();
    return [...this.#waiting];
  }

  written(traffic: readonly CountedTraffic[]): void {
    const done = new Set(traffic);
    this.#waiting = this.#waiting.filter((one) => !done.has(one));
  }

  #of({ resource, scope, now }: WatchedSite): Counting | undefined {
    const known = this.#counting.get(resource);
    const minute = Math.floor(now / MINUTE_MS);
    if (known?.minute === minute) return known;
    const until = this.#unwatched.get(resource);
    if (until !== undefined && now < until) return undefined;
    if (known === undefined && this.#counting.size >= RESOURCES_MAX) return undefined;
    if (known !== undefined) this.#close(known);
    const made = new Counting(resource, scope, now);
    this.#counting.set(resource, made);
    return made;
  }

  #close(counting: Counting): void {
    if (this.#waiting.length < WAITING_MAX) this.#waiting.push(counting.counted());
  }
}

class Counting {
  readonly minute: number;
  readonly #resource: string;
  readonly #scope: Scope;
  readonly #from: Instant;
  #to: Instant;
  #requests = 0;
  #refused = 0;
  #serverErrors = 0;
  #connections = 0;
  readonly #clients = new TopCounts();
  readonly #paths = new TopCounts();
  readonly #agents = new TopCounts();
  readonly #referrers = new TopCounts();
  /** Every so many requests one is kept. */
  #every = 1;
  #kept: RequestSample[] = [];

  constructor(resource: string, scope: Scope, now: Instant) {
    this.#resource = resource;
    this.#scope = scope;
    this.minute = minuteOf(now);
    this.#from = now;
    this.#to = now;
  }

  arrived(request: EdgeRequest, now: Instant, isFirst: boolean): void {
    this.#to = Math.max(this.#to, now);
    if (isFirst) this.#connections += 1;
    const { path } = splitTarget(request.target);
    const agent = headerOf(request.headers, 'user-agent');
    const referrer = headerOf(request.headers, 'referer');
    this.#clients.add(request.sourceIp);
    this.#paths.add(path);
    if (agent !== undefined) this.#agents.add(agent);
    if (referrer !== undefined) this.#referrers.add(referrer);
    if (this.#requests % this.#every === 0) {
      this.#keep({
        client: request.sourceIp,
        method: request.method,
        path: path.slice(0, VALUE_LENGTH_MAX),
        ...(agent === undefined ? {} : { agent: agent.slice(0, VALUE_LENGTH_MAX) }),
        ...(referrer === undefined ? {} : { referrer: referrer.slice(0, VALUE_LENGTH_MAX) }),
      });
    }
    this.#requests += 1;
  }

  answered({ status, isRefused }: { readonly status: number; readonly isRefused: boolean }): void {
    if (isRefused) this.#refused += 1;
    if (status >= 500) this.#serverErrors += 1;
  }

  #keep(sample: RequestSample): void {
    this.#kept.push(sample);
    if (this.#kept.length <= SAMPLES_MAX) return;
    const { kept, every } = thinned({ kept: this.#kept, every: this.#every });
    this.#kept = [...kept];
    this.#every = every;
  }

  counted(): CountedTraffic {
    return {
      resource: this.#resource,
      scope: this.#scope,
      window: {
        minute: this.minute,
        from: this.#from,
        to: this.#to,
        requests: this.#requests,
        refused: this.#refused,
        serverErrors: this.#serverErrors,
        connections: this.#connections,
        clients: this.#clients.top(),
        paths: this.#paths.top(),
        agents: this.#agents.top(),
        referrers: this.#referrers.top(),
        samples: { kept: this.#kept, every: this.#every },
      },
    };
  }
}
