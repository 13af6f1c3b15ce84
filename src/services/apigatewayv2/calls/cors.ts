import type { Cors } from '../../../../models/apigatewayv2/types.ts';
import type { EdgeResponse } from '../../../contract/edge.ts';
import { type Fields, valueOf } from '../../apigateway/port.ts';

type Pairs = EdgeResponse['headers'];

/** What a browser asks before it calls. Undefined: it is no such question. */
export function preflight(
  cors: Cors | undefined,
  method: string,
  headers: Fields,
): EdgeResponse | undefined {
  if (cors === undefined || method !== 'OPTIONS') return undefined;
  if (valueOf(headers, 'origin') === undefined) return undefined;
  if (valueOf(headers, 'access-control-request-method') === undefined) return undefined;
  const allowed = corsHeaders(cors, headers);
  if (allowed.length === 0) return { status: 204, headers: [], body: '' };
  const { AllowMethods = [], AllowHeaders = [], MaxAge } = cors;
  return {
    status: 204,
    headers: [
      ...allowed,
      ...(AllowMethods.length === 0
        ? []
        : [['access-control-allow-methods', AllowMethods.join(',')] as const]),
      ...(AllowHeaders.length === 0
        ? []
        : [['access-control-allow-headers', AllowHeaders.join(',')] as const]),
      ...(MaxAge === undefined ? [] : [['access-control-max-age', String(MaxAge)] as const]),
    ],
    body: '',
  };
}

/** What each answer to an allowed origin has; none for others. */
export function corsHeaders(cors: Cors | undefined, headers: Fields): Pairs {
  const origin = valueOf(headers, 'origin');
  if (cors === undefined || origin === undefined) return [];
  const { AllowOrigins = [], AllowCredentials, ExposeHeaders = [] } = cors;
  const isOpen = AllowOrigins.includes('*');
  if (!isOpen && !AllowOrigins.some((allowed) => matches(allowed, origin))) return [];
  return [
    ['access-control-allow-origin', isOpen ? '*' : origin],
    ...(AllowCredentials === true ? [['access-control-allow-credentials', 'true'] as const] : []),
    ...(ExposeHeaders.length === 0
      ? []
      : [['access-control-expose-headers', ExposeHeaders.join(',')] as const]),
  ];
}

/** `https://*` allows every origin of the scheme. */
function matches(allowed: string, origin: string): boolean {
  if (allowed.endsWith('://*')) return origin.startsWith(allowed.slice(0, -1));
  return allowed === origin;
}
