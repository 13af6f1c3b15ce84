import { headerLines, splitTarget, type FirewallRequest } from '../../src/firewall/request.ts';

const BROWSER: readonly string[] = [
  'Host',
  'shop.example.com',
  'User-Agent',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36',
  'Accept',
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8',
  'Accept-Language',
  'en-US,en;q=0.9,de;q=0.8',
  'Accept-Encoding',
  'gzip, deflate, br',
];

export interface Given {
  readonly method?: string;
  /** Names and values in turn, in the place of a browser's. */
  readonly headers?: readonly string[];
  /** Behind a browser's. */
  readonly moreHeaders?: readonly string[];
  readonly body?: string;
  readonly bodyContinues?: boolean;
  readonly sourceIp?: string;
  readonly ja3?: string;
  readonly ja4?: string;
}

/** A request as a browser would send it, but for what is given. */
export function requestOf(target: string, given: Given = {}): FirewallRequest {
  const headers = headerLines([...(given.headers ?? BROWSER), ...(given.moreHeaders ?? [])]);
  const host = headers.find(({ lowerName }) => lowerName === 'host')?.value ?? '';
  return {
    ...splitTarget(target),
    method: given.method ?? 'GET',
    headers,
    body: given.body ?? '',
    bodyContinues: given.bodyContinues ?? false,
    host: host.replace(/:\d+$/, '').toLowerCase(),
    sourceIp: given.sourceIp ?? '198.51.100.7',
    ...(given.ja3 === undefined ? {} : { ja3: given.ja3 }),
    ...(given.ja4 === undefined ? {} : { ja4: given.ja4 }),
  };
}
