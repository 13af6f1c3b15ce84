// What speaks HTTP and TLS for the edge. It is read with the first listener: most servers have none.
import { createForwarder, type Forwarder } from './forward.ts';
import { createHttpFront, type HttpFront } from './http-front.ts';
import type { EdgeLimits } from './limits.ts';
import type { EdgeParts } from './sites.ts';
import { createTlsFront, type TlsFront } from './tls-front.ts';

export interface Fronts {
  readonly forwarder: Forwarder;
  readonly http: HttpFront;
  readonly tls: TlsFront;
}

/** `doorOf` knows the local port of a name that a listener here has. */
export function createFronts(
  parts: EdgeParts & { readonly limits: EdgeLimits },
  doorOf: Parameters<typeof createForwarder>[0],
): Fronts {
  const forwarder = createForwarder(doorOf);
  return {
    forwarder,
    http: createHttpFront({ ...parts, forwarder }),
    tls: createTlsFront(parts),
  };
}
