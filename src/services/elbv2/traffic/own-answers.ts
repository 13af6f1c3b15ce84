import type {
  FixedResponseActionConfig,
  RedirectActionConfig,
} from '../../../../models/elbv2/types.ts';
import type { EdgeRequest, EdgeResponse } from '../../../contract/edge.ts';

const SERVER = ['Server', 'awselb/2.0'] as const;

const REASONS: ReadonlyMap<number, string> = new Map([
  [301, 'Moved Permanently'],
  [302, 'Found'],
  [400, 'Bad Request'],
  [403, 'Forbidden'],
  [413, 'Request Entity Too Large'],
  [500, 'Internal Server Error'],
  [502, 'Bad Gateway'],
  [503, 'Service Temporarily Unavailable'],
  [504, 'Gateway Time-out'],
]);

/** What a load balancer says where a target can't. */
export function failed(status: number): EdgeResponse {
  return page(status, []);
}

function page(status: number, more: EdgeResponse['headers']): EdgeResponse {
  const title = `${status} ${REASONS.get(status) ?? ''}`;
  return {
    status,
    headers: [SERVER, ['Content-Type', 'text/html'], ...more],
    body:
      `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n` +
      `<center><h1>${title}</h1></center>\r\n</body>\r\n</html>\r\n`,
  };
}

export function fixed({
  StatusCode,
  MessageBody = '',
  ContentType = 'text/plain',
}: FixedResponseActionConfig): EdgeResponse {
  return {
    status: Number(StatusCode),
    headers: [SERVER, ['Content-Type', `${ContentType}; charset=utf-8`]],
    body: MessageBody,
  };
}

/** To where the request would have gone, but for what was configured. */
export function redirected(
  config: RedirectActionConfig,
  { host, port, target }: EdgeRequest,
  scheme: 'http' | 'https',
): EdgeResponse {
  const [path = '/', ...rest] = target.split('?');
  const values: Readonly<Record<string, string>> = {
    protocol: scheme,
    host,
    port: String(port),
    path: path.replace(/^\//, ''),
    query: rest.join('?'),
  };
  const filled = (text: string): string =>
    text.replaceAll(
      /#\{(protocol|host|port|path|query)\}/g,
      (_all, name: string) => values[name] ?? '',
    );
  const { Protocol = '', Host = '', Port = '', Path = '', Query = '' } = config;
  const query = filled(Query);
  const location =
    `${filled(Protocol).toLowerCase()}://${filled(Host)}:${filled(Port)}${filled(Path)}` +
    (query === '' ? '' : `?${query}`);
  return page(config.StatusCode === 'HTTP_301' ? 301 : 302, [['Location', safe(location)]]);
}

/** A line break in a header would begin another one. */
function safe(location: string): string {
  return location.replaceAll(/[^\u0021-\u007e]/g, (character) => encodeURIComponent(character));
}
