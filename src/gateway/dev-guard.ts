import type { WireHead } from '../wire/request.ts';

const LOOPBACK_HOSTS = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|(?:[a-z0-9-]+\.)*localhost)(?::\d+)?$/i;

/**
 * Dev mode accepts well-known credentials, so a web page that the developer has open must not be able to use
 * them: DNS rebinding shows as a foreign `Host`.
 * Returns the sentence of the refusal, or undefined.
 */
export function refusedHost(head: WireHead): string | undefined {
  return asksForLoopback(head)
    ? undefined
    : 'In dev mode only requests to a loopback host are answered.';
}

/** For the same reason other sites, which show as `Origin` or `Sec-Fetch-Site`. Returns the sentence, or undefined. */
export function refusedSite(head: Pick<WireHead, 'header'>): string | undefined {
  const site = head.header('sec-fetch-site');
  const sameSite = site === undefined || site === 'same-origin' || site === 'none';
  return sameSite && !foreignOrigin(head.header('origin'), head.header('host') ?? '')
    ? undefined
    : 'In dev mode requests from web pages of other sites are refused.';
}

function foreignOrigin(origin: string | undefined, host: string): boolean {
  return origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`;
}

/** Whether the host is one of this machine's own names: never a customer's site. */
export function asksForLoopback(head: Pick<WireHead, 'header'>): boolean {
  return LOOPBACK_HOSTS.test(head.header('host') ?? '');
}
