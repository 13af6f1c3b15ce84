import type { WireHead } from '../wire/request.ts';

const LOOPBACK_HOSTS = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|(?:[a-z0-9-]+\.)*localhost)(?::\d+)?$/i;

/**
 * Dev mode accepts well-known credentials, so a web page that the developer has open must not be able to use
 * them: DNS rebinding shows as a foreign `Host`, other sites as `Origin` or `Sec-Fetch-Site`.
 * Returns the sentence of the refusal, or undefined.
 */
export function refusedInDev(head: WireHead): string | undefined {
  const host = head.header('host') ?? '';
  if (!LOOPBACK_HOSTS.test(host)) {
    return 'In dev mode only requests to a loopback host are answered.';
  }
  const site = head.header('sec-fetch-site');
  const sameSite = site === undefined || site === 'same-origin' || site === 'none';
  if (!sameSite || foreignOrigin(head.header('origin'), host)) {
    return 'In dev mode requests from web pages of other sites are refused.';
  }
  return undefined;
}

function foreignOrigin(origin: string | undefined, host: string): boolean {
  return origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`;
}
