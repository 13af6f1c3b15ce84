import { type ClientRequest, request as sendRequest } from 'node:http';
import { request as sendSecureRequest } from 'node:https';
import type { EdgeProbe, ProbeOutcome, ProbeTarget } from '../contract/edge.ts';

const USER_AGENT = 'ELB-HealthChecker/2.0';

/** As load balancers do: whatever certificate the target has, and a connection of its own for each question. */
export const probeTarget: ProbeTarget = (
  { protocol, host, port, path, timeoutMs }: EdgeProbe,
  signal: AbortSignal,
): Promise<ProbeOutcome> => {
  const headers = { Host: `${host}:${port}`, 'User-Agent': USER_AGENT, Connection: 'close' };
  const options = { host, port, path, headers, agent: false, signal };
  return new Promise<ProbeOutcome>((resolve) => {
    const outgoing: ClientRequest =
      protocol === 'HTTP'
        ? sendRequest(options)
        : sendSecureRequest({ ...options, rejectUnauthorized: false });
    const late = setTimeout(() => settle({ kind: 'timedOut' }), timeoutMs);
    const settle = (outcome: ProbeOutcome): void => {
      clearTimeout(late);
      resolve(outcome);
      outgoing.destroy();
    };
    outgoing.on('response', ({ statusCode = 0 }) =>
      settle({ kind: 'answered', status: statusCode }),
    );
    outgoing.on('error', () => settle({ kind: 'refused' }));
    outgoing.end();
    // What can't even be asked, by its port or its path, is not there.
  }).catch(() => ({ kind: 'refused' }));
};
