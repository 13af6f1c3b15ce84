import type { Inspection } from '../../../contract/edge.ts';
import { bytesOf } from '../../../firewall/byte-string.ts';
import { type FirewallRequest, headerLines, splitTarget } from '../../../firewall/request.ts';

/** A request of the edge, as the engine looks at it. */
export function inspectedRequest({
  request,
  bodyStart,
  bodyContinues,
}: Inspection): FirewallRequest {
  const { tls } = request;
  return {
    method: request.method,
    ...splitTarget(request.target),
    headers: headerLines(request.headers),
    body: bytesOf(bodyStart),
    bodyContinues,
    host: request.host,
    sourceIp: request.sourceIp,
    ...(tls?.ja3 === undefined ? {} : { ja3: tls.ja3 }),
    ...(tls?.ja4 === undefined ? {} : { ja4: tls.ja4 }),
  };
}
