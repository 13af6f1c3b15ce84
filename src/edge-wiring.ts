import type { Service } from './contract/service.ts';
import { createEdge, type Edge } from './edge/edge.ts';
import type { EdgeLimits } from './edge/limits.ts';
import { createEdgeCallers } from './gateway/edge-callers.ts';
import type { PipelineParts } from './gateway/pipeline.ts';
import { callsAlone } from './gateway/service-calls.ts';
import type { Log } from './observability/log.ts';
import type { OpenStore } from './store/open.ts';

export interface EdgeWiring extends PipelineParts {
  readonly store: OpenStore;
  readonly services: readonly Service[];
  readonly log: Log;
}

export interface WiredEdge extends Omit<Edge, 'wake' | 'close'> {
  /** Finishes what is in flight at listeners. */
  stop(): Promise<void>;
}

const GRACE_MS = 5_000;

/** The edge in front of the services' sites, told of every commit. */
export function openEdge(parts: EdgeWiring, limits: EdgeLimits | undefined): WiredEdge {
  const { store, services, clock, log } = parts;
  const edge = createEdge(
    {
      sources: services.flatMap(({ edge: source, principal }) =>
        source === undefined ? [] : [{ principal, source }],
      ),
      certificates: services.findLast((service) => service.certificates !== undefined)
        ?.certificates,
      firewall: services.findLast((service) => service.firewall !== undefined)?.firewall,
      traffic: services.findLast((service) => service.traffic !== undefined)?.traffic,
      read: (work) => store.run((unit) => work(unit, clock.serviceTime())),
      write: (work) => store.run((unit) => work(unit, clock.serviceTime())),
      callers: createEdgeCallers(parts),
      call: (work, reference, input, options) => callsAlone(parts, work)(reference, input, options),
      realTime: () => clock.realTime(),
      onFault: (message, cause) => log.error({ detail: detailOf(cause) }, message),
    },
    limits,
  );
  const end = store.subscribe(() => edge.wake());
  return {
    start: (place) => edge.start(place),
    listeners: () => edge.listeners(),
    listenerOf: (host) => edge.listenerOf(host),
    answer: (request) => edge.answer(request),
    stop: async () => {
      end();
      await edge.close(GRACE_MS);
    },
  };
}

function detailOf(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
