import type { DataProtection, FieldToMatch } from '../../../../models/wafv2/types.ts';
import type { EdgeRequest } from '../../../contract/edge.ts';
import { comparedName, protectedValue, REDACTED } from './protected-details.ts';

/**
 * The request as logs may show it: parts that a logging configuration redacts stand as `REDACTED`. What came in is not
 * changed.
 */
export function redacted(request: EdgeRequest, fields: readonly FieldToMatch[]): EdgeRequest {
  let shown = request;
  for (const field of fields) {
    if (field.UriPath) shown = { ...shown, target: withPath(shown.target, REDACTED) };
    if (field.QueryString) shown = { ...shown, target: withQuery(shown.target, () => REDACTED) };
    if (field.Method) shown = { ...shown, method: REDACTED };
    const name = field.SingleHeader?.Name;
    if (name !== undefined) shown = withHeaders(shown, name, () => REDACTED);
  }
  return shown;
}

/** The request as logs and samples may show it, by a web ACL's data protection. */
export function protectedRequest(
  request: EdgeRequest,
  protections: readonly DataProtection[],
): EdgeRequest {
  let shown = request;
  for (const protection of protections) {
    const { Field } = protection;
    const change = (value: string) => protectedValue(value, protection);
    const keys = Field.FieldKeys ?? [];
    switch (Field.FieldType) {
      case 'QUERY_STRING':
        shown = { ...shown, target: withQuery(shown.target, change) };
        break;
      case 'SINGLE_HEADER':
        for (const name of keys) shown = withHeaders(shown, name, change);
        break;
      case 'SINGLE_QUERY_ARGUMENT':
        shown = {
          ...shown,
          target: withQuery(shown.target, (query) => pairs(query, '&', keys, change)),
        };
        break;
      case 'SINGLE_COOKIE':
        shown = withHeaders(shown, 'cookie', (value) => pairs(value, ';', keys, change));
        break;
      case 'BODY':
        break;
    }
  }
  return shown;
}

function withPath(target: string, path: string): string {
  const at = target.indexOf('?');
  return at < 0 ? path : path + target.slice(at);
}

function withQuery(target: string, change: (query: string) => string): string {
  const at = target.indexOf('?');
  return at < 0 ? target : `${target.slice(0, at)}?${change(target.slice(at + 1))}`;
}

function withHeaders(
  request: EdgeRequest,
  name: string,
  change: (value: string) => string,
): EdgeRequest {
  const lower = name.toLowerCase();
  const headers = request.headers.map((text, at) =>
    at % 2 === 1 && request.headers[at - 1]?.toLowerCase() === lower ? change(text) : text,
  );
  return { ...request, headers };
}

/** Names are found however they are written: with spaces around them, with letters encoded or in another case. */
function pairs(
  text: string,
  separator: string,
  names: readonly string[],
  change: (value: string) => string,
): string {
  const wanted = new Set(names.map(comparedName));
  return text
    .split(separator)
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      return wanted.has(comparedName(name)) ? `${name}=${change(rest.join('='))}` : pair;
    })
    .join(separator);
}
