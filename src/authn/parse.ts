import type { AuthenticationFailure, CredentialScope, Parsed, Signature } from './types.ts';
import { headerValue, queryParameters } from './canonical.ts';
import type { SignedRequest } from './types.ts';

const ALGORITHM = 'AWS4-HMAC-SHA256';
const HEADER_CHARACTERS_MAX = 8_192;
/** A presigned URL is good for a week at most. */
const EXPIRES_SECONDS_MAX = 604_800;
/** How many parsed credentials are kept: everything before `Signature=` repeats for a client all day. */
const KEPT_MAX = 10_000;

interface Prefix {
  readonly accessKeyId: string;
  readonly scope: CredentialScope;
  readonly signedHeaders: readonly string[];
}

const kept = new Map<string, Prefix>();

/** Reads the signature of a request, from its header or its query. Nothing is verified here. */
export function parseSignature(request: SignedRequest): Parsed {
  const header = headerValue(request.headers, 'authorization');
  if (header !== undefined) return parseHeader(request, header);
  if (request.rawQuery.includes('X-Amz-Algorithm=')) return parseQuery(request);
  return { kind: 'anonymous' };
}

function parseHeader(request: SignedRequest, header: string): Parsed {
  if (header.length > HEADER_CHARACTERS_MAX || !header.startsWith(ALGORITHM)) {
    return failed('incomplete', `Unsupported authorization type: '${header.slice(0, 32)}'`);
  }
  const at = header.lastIndexOf('Signature=');
  const missing = missingPart(header);
  if (missing !== undefined || at < 0) {
    return failed('incomplete', `${missing ?? 'Authorization header requires \'Signature\' parameter.'} Authorization=${ALGORITHM}`);
  }
  const prefix = keptPrefix(header.slice(0, at));
  if ('kind' in prefix) return { kind: 'failure', failure: prefix };
  const timestamp = headerValue(request.headers, 'x-amz-date') ?? compactDate(request);
  if (timestamp === undefined) {
    return failed(
      'incomplete',
      `Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. Authorization=${ALGORITHM}`,
    );
  }
  return signed({
    ...prefix,
    signature: header.slice(at + 'Signature='.length).replace(/[,\s]+$/, ''),
    timestamp,
    presigned: false,
    expiresSeconds: undefined,
    sessionToken: headerValue(request.headers, 'x-amz-security-token'),
  });
}

function missingPart(header: string): string | undefined {
  for (const part of ['Credential', 'SignedHeaders', 'Signature']) {
    if (!header.includes(`${part}=`)) return `Authorization header requires '${part}' parameter.`;
  }
  return undefined;
}

/** A `Date` header stands in for `X-Amz-Date`. */
function compactDate(request: SignedRequest): string | undefined {
  const text = headerValue(request.headers, 'date');
  const time = text === undefined ? Number.NaN : Date.parse(text);
  if (Number.isNaN(time)) return undefined;
  return `${new Date(time).toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
}

function keptPrefix(text: string): Prefix | AuthenticationFailure {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const credential = /Credential=([^,\s]+)/.exec(text)?.[1] ?? '';
  const signedHeaders = /SignedHeaders=([^,\s]+)/.exec(text)?.[1] ?? '';
  const prefix = prefixOf(credential, signedHeaders);
  if ('kind' in prefix) return prefix;
  if (kept.size >= KEPT_MAX) kept.clear();
  kept.set(text, prefix);
  return prefix;
}

function prefixOf(credential: string, headers: string): Prefix | AuthenticationFailure {
  const parts = credential.split('/');
  if (parts.length < 5) {
    return {
      kind: 'malformedScope',
      text: `Credential must have at least 5 slash-delimited elements, not ${parts.length}`,
    };
  }
  const [terminator, service, region, date] = parts.slice(-4).reverse();
  const accessKeyId = parts.slice(0, -4).join('/');
  if (terminator !== 'aws4_request') {
    return {
      kind: 'malformedScope',
      text: `Credential should be scoped with a valid terminator: 'aws4_request', not '${(terminator ?? '').slice(0, 64)}'.`,
    };
  }
  if (!date || !region || !service || !/^\d{8}$/.test(date)) {
    return { kind: 'malformedScope', text: 'Credential should be scoped to a valid Region.' };
  }
  const signedHeaders = headers.split(';').filter((name) => name !== '');
  return { accessKeyId, scope: { date, region, service }, signedHeaders };
}

function parseQuery(request: SignedRequest): Parsed {
  const parameters = new Map(queryParameters(request.rawQuery));
  const read = (name: string): string | undefined => {
    const value = parameters.get(name);
    return value === undefined ? undefined : decoded(value);
  };
  if (read('X-Amz-Algorithm') !== ALGORITHM) {
    return failed('incomplete', 'X-Amz-Algorithm only supports "AWS4-HMAC-SHA256"');
  }
  const required = ['X-Amz-Credential', 'X-Amz-SignedHeaders', 'X-Amz-Signature', 'X-Amz-Date', 'X-Amz-Expires'];
  const missing = required.find((name) => read(name) === undefined);
  if (missing !== undefined) {
    return failed('incomplete', `AWS query-string parameters must include '${missing.replace('X-Amz-', 'X-Amz-')}'.`);
  }
  const prefix = prefixOf(read('X-Amz-Credential') ?? '', read('X-Amz-SignedHeaders') ?? '');
  if ('kind' in prefix) return { kind: 'failure', failure: prefix };
  const expiresSeconds = Number(read('X-Amz-Expires'));
  if (!Number.isInteger(expiresSeconds) || expiresSeconds < 0 || expiresSeconds > EXPIRES_SECONDS_MAX) {
    return failed('incomplete', 'X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds');
  }
  return signed({
    ...prefix,
    signature: read('X-Amz-Signature') ?? '',
    timestamp: read('X-Amz-Date') ?? '',
    presigned: true,
    expiresSeconds,
    sessionToken: read('X-Amz-Security-Token'),
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function signed(signature: Signature): Parsed {
  return { kind: 'signed', signature };
}

function failed(kind: AuthenticationFailure['kind'], text: string): Parsed {
  return { kind: 'failure', failure: { kind, text } };
}
