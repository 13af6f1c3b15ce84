import type { CrossOrigin, PlainRequest, PlainResponse } from '../../../contract/functions.ts';
import { headerIn } from './plain-headers.ts';

type Headers = readonly (readonly [string, string])[];

/** The answer to a browser's question whether another site may ask. Undefined: the function is to be asked. */
export function preflight(
  cors: CrossOrigin | undefined,
  request: PlainRequest,
): PlainResponse | undefined {
  const asked = headerIn(request.headers, 'access-control-request-method');
  if (cors === undefined || request.method !== 'OPTIONS' || asked === undefined) return undefined;
  const methods = cors.AllowMethods ?? [];
  const origin = originHeaders(cors, request);
  if (origin.length === 0) return { status: 200, headers: [], body: '' };
  const headers: (readonly [string, string])[] = [...origin];
  if (methods.length > 0) headers.push(['access-control-allow-methods', methods.join(',')]);
  const names = cors.AllowHeaders ?? [];
  if (names.length > 0) headers.push(['access-control-allow-headers', names.join(',')]);
  if (cors.MaxAge !== undefined) headers.push(['access-control-max-age', String(cors.MaxAge)]);
  return { status: 200, headers, body: '' };
}

/** What an answer tells the browser. */
export function crossOriginHeaders(cors: CrossOrigin | undefined, request: PlainRequest): Headers {
  if (cors === undefined) return [];
  const origin = originHeaders(cors, request);
  const exposed = cors.ExposeHeaders ?? [];
  if (origin.length === 0 || exposed.length === 0) return origin;
  return [...origin, ['access-control-expose-headers', exposed.join(',')]];
}

function originHeaders(cors: CrossOrigin, request: PlainRequest): Headers {
  const origin = headerIn(request.headers, 'origin');
  const allowed = cors.AllowOrigins ?? [];
  if (origin === undefined || !(allowed.includes('*') || allowed.includes(origin))) return [];
  return [
    ['access-control-allow-origin', origin],
    ['vary', 'Origin'],
    ...(cors.AllowCredentials === true
      ? ([['access-control-allow-credentials', 'true']] as const)
      : []),
  ];
}
