import { headerOf } from '../core/header-list.ts';
import { queryParameters, unescaped } from './canonical.ts';
import { basicFormat } from './freshness.ts';
import { RecencyCache } from '../core/recency-cache.ts';
import { parseCredential, shown, type ScopedKey } from './scope.ts';
import { parseQueryV2 } from './sigv2.ts';
import type { AuthenticationFailure, Parsed, SignedRequest } from './types.ts';

const ALGORITHM = 'AWS4-HMAC-SHA256';
const HEADER_CHARACTERS_MAX = 8_192;
const SIGNED_HEADERS_MAX = 200;
/** A presigned URL is good for a week at most. */
const EXPIRES_SECONDS_MAX = 604_800;
/** Everything before `Signature=` repeats for a client all day. */
const KEPT = 8_192;

interface Prefix extends ScopedKey {
  readonly signedHeaders: readonly string[];
}

const kept = new RecencyCache<Prefix>(KEPT);

export interface ParseOptions {
  /** The Region of Version 2 URLs, which name none. */
  readonly defaultRegion: string;
}

const US_EAST_1: ParseOptions = Object.freeze({ defaultRegion: 'us-east-1' });

/** Reads the signature of a request, from its header or its query. Nothing is verified here. */
export function parseSignature(request: SignedRequest, options = US_EAST_1): Parsed {
  const header = headerOf(request.headers, 'authorization');
  const { rawQuery } = request;
  const mayBeV4 = rawQuery !== '' && /(?:^|&)X-Amz-(?:Algorithm|Signature)=/.test(rawQuery);
  const mayBeV2 = rawQuery !== '' && /(?:^|&)(?:AWSAccessKeyId|Signature)=/.test(rawQuery);
  if (Number(header !== undefined) + Number(mayBeV4) + Number(mayBeV2) > 1) {
    return failed(
      'severalMechanisms',
      'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature ' +
        'query string parameter or the Authorization header should be specified',
    );
  }
  if (header !== undefined) return parseHeader(request, header);
  if (mayBeV4) return parseQuery(rawQuery);
  if (mayBeV2) return parseQueryV2(request, options.defaultRegion);
  return { kind: 'anonymous' };
}

function parseHeader(request: SignedRequest, header: string): Parsed {
  if (header.length > HEADER_CHARACTERS_MAX) {
    return failed('incomplete', 'Authorization header is too long.');
  }
  if (!header.startsWith(`${ALGORITHM} `)) {
    const scheme = shown(header.split(' ', 1)[0] ?? '');
    return failed('unsupported', `Unsupported AWS 'algorithm': '${scheme}'.`);
  }
  const at = header.lastIndexOf('Signature=');
  const signature = at < 0 ? '' : header.slice(at + 'Signature='.length);
  const prefix = at < 0 ? prefixOf(header, false) : keptPrefix(header.slice(0, at));
  if ('kind' in prefix) return { kind: 'failure', failure: prefix };
  const timestamp = headerOf(request.headers, 'x-amz-date') ?? compactDate(request);
  if (timestamp === undefined) {
    return failed(
      'incomplete',
      "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.",
    );
  }
  return {
    kind: 'signed',
    signature: {
      form: 'header',
      accessKeyId: prefix.accessKeyId,
      scope: prefix.scope,
      signedHeaders: prefix.signedHeaders,
      signature,
      timestamp,
      presigned: false,
      expiresSeconds: undefined,
      sessionToken: headerOf(request.headers, 'x-amz-security-token'),
    },
  };
}

/** A `Date` header stands in for `X-Amz-Date`, in HTTP's form or in the basic one. */
function compactDate(request: SignedRequest): string | undefined {
  const text = headerOf(request.headers, 'date');
  if (text === undefined || /^\d{8}T\d{6}Z$/.test(text)) return text;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : basicFormat(time);
}

function keptPrefix(text: string): Prefix | AuthenticationFailure {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const prefix = prefixOf(text, true);
  if (!('kind' in prefix)) kept.set(text, prefix);
  return prefix;
}

/** Everything of the header but its signature: `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, `. */
function prefixOf(text: string, hasSignature: boolean): Prefix | AuthenticationFailure {
  const fields = new Map<string, string>();
  for (const piece of text.slice(ALGORITHM.length).split(',')) {
    const field = piece.trim();
    if (field === '') continue;
    const equals = field.indexOf('=');
    const name = equals < 0 ? field : field.slice(0, equals);
    if (equals < 0 || fields.has(name)) {
      const fault = equals < 0 ? 'not a valid key=value pair (missing equal-sign)' : 'repeated';
      return { kind: 'incomplete', text: `'${shown(field)}' ${fault} in Authorization header.` };
    }
    fields.set(name, field.slice(equals + 1));
  }
  const required = ['Credential', 'Signature', 'SignedHeaders'];
  const missing = required.filter(
    (name) => !(name === 'Signature' ? hasSignature : fields.get(name)),
  );
  if (missing.length > 0) {
    const texts = missing.map((name) => `Authorization header requires '${name}' parameter.`);
    return { kind: 'incomplete', text: texts.join(' ') };
  }
  return joined(fields.get('Credential') ?? '', fields.get('SignedHeaders') ?? '');
}

function joined(credential: string, headers: string): Prefix | AuthenticationFailure {
  const key = parseCredential(credential);
  if ('kind' in key) return key;
  const signedHeaders = headers.split(';', SIGNED_HEADERS_MAX + 1);
  if (signedHeaders.length > SIGNED_HEADERS_MAX) {
    return { kind: 'incomplete', text: 'Too many signed headers.' };
  }
  if (!signedHeaders.includes('host')) {
    return {
      kind: 'incomplete',
      text: "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
    };
  }
  return { ...key, signedHeaders };
}

const QUERY_FIELDS = [
  'X-Amz-Algorithm',
  'X-Amz-Credential',
  'X-Amz-Signature',
  'X-Amz-Date',
  'X-Amz-SignedHeaders',
  'X-Amz-Expires',
] as const;

function parseQuery(rawQuery: string): Parsed {
  const fields = new Map<string, string>();
  for (const [rawName, rawValue] of queryParameters(rawQuery)) {
    const name = unescaped(rawName);
    if (!name.startsWith('X-Amz-')) continue;
    // Two values would let one be signed and the other be read.
    if (fields.has(name)) return failed('malformedQuery', `Duplicate parameter ${shown(name)}`);
    fields.set(name, unescaped(rawValue));
  }
  if (QUERY_FIELDS.some((name) => !fields.get(name))) {
    return failed(
      'malformedQuery',
      'Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, ' +
        'X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.',
    );
  }
  if (fields.get('X-Amz-Algorithm') !== ALGORITHM) {
    return failed('malformedQuery', 'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"');
  }
  const expires = expiry(fields.get('X-Amz-Expires') ?? '');
  if (typeof expires !== 'number') return { kind: 'failure', failure: expires };
  const prefix = joined(
    fields.get('X-Amz-Credential') ?? '',
    fields.get('X-Amz-SignedHeaders') ?? '',
  );
  if ('kind' in prefix) return { kind: 'failure', failure: prefix };
  return {
    kind: 'signed',
    signature: {
      ...prefix,
      form: 'query',
      signature: fields.get('X-Amz-Signature') ?? '',
      timestamp: fields.get('X-Amz-Date') ?? '',
      presigned: true,
      expiresSeconds: expires,
      sessionToken: fields.get('X-Amz-Security-Token'),
    },
  };
}

function expiry(text: string): number | AuthenticationFailure {
  const seconds = /^-?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(seconds)) {
    return { kind: 'malformedQuery', text: 'X-Amz-Expires should be a number' };
  }
  if (seconds < 0) return { kind: 'malformedQuery', text: 'X-Amz-Expires must be non-negative' };
  if (seconds <= EXPIRES_SECONDS_MAX) return seconds;
  return {
    kind: 'malformedQuery',
    text:
      'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires ' +
      'must be less than 604800 seconds',
  };
}

function failed(kind: AuthenticationFailure['kind'], text: string): Parsed {
  return { kind: 'failure', failure: { kind, text } };
}
