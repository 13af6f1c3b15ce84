import { type ClientRequest, request as sendRequest } from 'node:http';
import { request as sendSecureRequest } from 'node:https';
import { connect } from 'node:net';
import type { EdgeProbe, ProbeOutcome, ProbeTarget } from '../contract/edge.ts';

/** As load balancers do: whatever certificate the target has, and a connection of its own for each question. */
export const probeTarget: ProbeTarget = (probe, signal) =>
  probe.protocol === 'TCP' ? reach(probe, signal) : ask(probe, signal);

const USER_AGENT = 'ELB-HealthChecker/2.0';

function ask(
  { protocol, host, port, path, timeoutMs }: EdgeProbe,
  signal: AbortSignal,
): Promise<ProbeOutcome> {
  const headers = { Host: `${host}:${port}`, 'User-Agent': USER_AGENT, Connection: 'close' };
  const options = { host, port, path, headers, agent: false, signal };
  return new Promise((resolve) => {
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
  });
}

function reach({ host, port, timeoutMs }: EdgeProbe, signal: AbortSignal): Promise<ProbeOutcome> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, signal });
    const late = setTimeout(() => settle('timedOut'), timeoutMs);
    const settle = (kind: 'connected' | 'refused' | 'timedOut'): void => {
      clearTimeout(late);
      socket.destroy();
      resolve({ kind });
    };
    socket.on('connect', () => settle('connected'));
    socket.on('error', () => settle('refused'));
  });
}
