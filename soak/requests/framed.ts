import { loadIndex, loadModel } from '../../src/model/load.ts';
import type { OperationModel, ProtocolName, ServiceModel } from '../../src/model/types.ts';
import { Random } from '../random.ts';
import { BOMB, cborBody, encoded, formBody, jsonBody, mutated, xmlBody } from './bodies.ts';

/** How an answer is spelled. `any`: as its own content type says. */
export type Spelling = 'json' | 'xml' | 'cbor' | 'any';

export interface FuzzRequest {
  readonly bytes: Buffer;
  readonly spelling: Spelling;
  readonly isHead: boolean;
  /** The name under which it is counted. */
  readonly kind: string;
}

const BUILT = ['kms', 'iam', 'sts', 'cloudtrail'] as const;
const ALL = loadIndex().map(({ id }) => id);
const ACCOUNTS = ['111111111111', '222222222222', '333333333333'] as const;

/** Drafts are drawn again and again, and changed on the way: making one costs more than reading it. */
const DRAFTS = 8_192;
const FRESH_ONE_IN = 8;
const drafts = new Map<number, Draft>();

/** A request that is whole HTTP, whatever it says: it has an answer, and the connection goes on. */
export function framedRequest(random: Random): FuzzRequest {
  const draft = random.oneIn(FRESH_ONE_IN) ? newDraft(random) : keptDraft(random);
  const changed = random.oneIn(6) ? misdirected(draft, random) : draft;
  return written({ ...changed, body: mutated(changed.body, random) }, random);
}

function keptDraft(random: Random): Draft {
  const number = random.between(0, DRAFTS - 1);
  const known = drafts.get(number);
  if (known !== undefined) return known;
  const made = newDraft(new Random(number * 104_729));
  drafts.set(number, made);
  return made;
}

function newDraft(random: Random): Draft {
  const service = loadModel(random.oneIn(3) ? random.pick(ALL) : random.pick(BUILT));
  const operation = random.pick([...service.operations.values()]);
  const protocol = random.pick(service.protocols);
  return { ...drafted(service, operation, protocol, random), kind: protocol };
}

interface Draft {
  readonly method: string;
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
  readonly spelling: Spelling;
  /** The protocol it began with. */
  readonly kind: string;
}

function drafted(
  service: ServiceModel,
  operation: OperationModel,
  protocol: ProtocolName,
  random: Random,
): Omit<Draft, 'kind'> {
  const authorization = authorizationOf(service.signingName, random);
  const common: [string, string][] = [['Host', '127.0.0.1'], ...authorization];
  const input = operation.input;
  switch (protocol) {
    case 'awsJson1_0':
    case 'awsJson1_1': {
      const type = `application/x-amz-json-${protocol === 'awsJson1_0' ? '1.0' : '1.1'}`;
      const target = `${service.targetPrefix ?? ''}.${operation.name}`;
      const headers = [...common, ['Content-Type', type], ['X-Amz-Target', target]] as const;
      return {
        method: 'POST',
        target: '/',
        headers,
        body: jsonBody(input, random),
        spelling: 'json',
      };
    }
    case 'rpcv2Cbor': {
      const target = `/service/${service.targetPrefix ?? ''}/operation/${operation.name}`;
      const headers = [
        ...common,
        ['Content-Type', 'application/cbor'],
        ['Smithy-Protocol', 'rpc-v2-cbor'],
      ] as const;
      return { method: 'POST', target, headers, body: cborBody(input, random), spelling: 'cbor' };
    }
    case 'awsQuery':
    case 'ec2Query': {
      const body = formBody(operation.name, service.apiVersion, input, random);
      const headers = [...common, ['Content-Type', 'application/x-www-form-urlencoded']] as const;
      return { method: 'POST', target: '/', headers, body, spelling: 'any' };
    }
    default:
      return restDraft(operation, protocol, common, random);
  }
}

function restDraft(
  operation: OperationModel,
  protocol: ProtocolName,
  common: readonly (readonly [string, string])[],
  random: Random,
): Omit<Draft, 'kind'> {
  const isJson = protocol === 'restJson1';
  const labels = [
    'a',
    'bucket',
    '..',
    '%2e%2e%2f',
    '%ZZ',
    '',
    encoded('é😀'),
    'x'.repeat(300),
    '//',
  ];
  const path = operation.http.uri.replace(/\{[^}]*\}/g, () => random.pick(labels));
  const query = random.oneIn(3) ? `${path.includes('?') ? '&' : '?'}${queryGarbage(random)}` : '';
  const { method } = operation.http;
  const hasBody = method !== 'GET' && method !== 'HEAD' && method !== 'DELETE';
  const body = isJson ? jsonBody(operation.input, random) : xmlBody(operation.input, random);
  const type = isJson ? 'application/json' : 'application/xml';
  return {
    method,
    target: asTarget(path + query),
    headers: [...common, ['Content-Type', type]],
    body: hasBody ? body : Buffer.alloc(0),
    spelling: 'any',
  };
}

function queryGarbage(random: Random): string {
  const parts = [
    'a=b',
    '%',
    'Action=',
    'Action=ListUsers&Version=2010-05-08',
    'x-id=',
    '=',
    '&',
    '%00',
    '?',
    'a[]=1',
  ];
  parts.push(
    'X-Amz-Signature=x',
    'X-Amz-Credential=a/b/c/d/aws4_request',
    'AWSAccessKeyId=A',
    '%E0%A4%A',
  );
  return Array.from({ length: random.between(1, 6) }, () => random.pick(parts)).join('&');
}

/** Node refuses a target with a space or a control character before anybody sees it. */
function asTarget(text: string): string {
  return text.replace(/[^\x21-\x7e]/g, (one) => encoded(one)) || '/';
}

function authorizationOf(signingName: string, random: Random): [string, string][] {
  const account = random.pick(ACCOUNTS);
  const region = random.pick(['us-east-1', 'eu-west-1']);
  const scope = `20261125/${region}/${signingName}/aws4_request`;
  const signature = random.bytes(32).toString('hex');
  const signed = 'SignedHeaders=host;x-amz-date';
  const date: [string, string] = ['X-Amz-Date', '20261125T000000Z'];
  const header = (credential: string): [string, string][] => [
    [
      'Authorization',
      `AWS4-HMAC-SHA256 Credential=${credential}, ${signed}, Signature=${signature}`,
    ],
    date,
  ];
  switch (random.between(1, 12)) {
    case 1:
      return [];
    case 2:
      return header(`AKIA${'A'.repeat(16)}/${scope}`);
    case 3:
      return header(random.pick(['', '/', scope, `${account}/${scope}/x`, `é/${scope}`]));
    case 4:
      return [
        [
          'Authorization',
          random.pick(['AWS x:y', 'Bearer z', 'AWS4-HMAC-SHA256', 'AWS4-HMAC-SHA256 ,,=,']),
        ],
      ];
    case 5:
      return [
        ...header(`${account}/${scope}`),
        ['X-Amz-Security-Token', 'x'.repeat(random.between(0, 3_000))],
      ];
    case 6:
      return [
        ...header(`${account}/${scope}`),
        ['X-Amz-Content-Sha256', random.pick(CONTENT_HASHES)],
      ];
    default:
      return header(`${account}/${scope}`);
  }
}

const CONTENT_HASHES = [
  'UNSIGNED-PAYLOAD',
  'STREAMING-AWS4-HMAC-SHA256-PAYLOAD',
  'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  'x',
  '0'.repeat(64),
] as const;

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'TRACE'] as const;

/** Right in itself, wrong in its place. */
function misdirected(draft: Draft, random: Random): Draft {
  const any = { ...draft, spelling: 'any' } as const;
  const replaced = (name: string, value: string): Draft => ({
    ...any,
    headers: [...draft.headers.filter(([one]) => one !== name), [name, value]],
  });
  switch (random.between(1, 8)) {
    case 1:
      return replaced(
        'Content-Type',
        random.pick([
          '',
          'text/html',
          'application/cbor',
          ';;',
          'application/x-amz-json-1.1; charset=é',
        ]),
      );
    case 2:
      return replaced(
        'X-Amz-Target',
        random.pick(['', '.', 'a.b.c', 'TrentService.__proto__', 'constructor.x', 'TrentService.']),
      );
    case 3:
      return { ...any, method: random.pick(METHODS) };
    case 4:
      return {
        ...any,
        target: asTarget(`/${random.bytes(random.between(0, 60)).toString('latin1')}`),
      };
    case 5:
      return { ...any, headers: [...draft.headers, ...draft.headers] };
    case 6:
      return {
        ...any,
        target: `${draft.target}${draft.target.includes('?') ? '&' : '?'}${queryGarbage(random)}`,
      };
    case 7:
      return random.oneIn(300)
        ? { ...replaced('Content-Encoding', 'gzip'), body: BOMB }
        : replaced('Content-Encoding', 'gzip');
    default:
      return replaced(
        'Host',
        random.pick(['', 'localhost', 'b.s3.amazonaws.com', 'a'.repeat(500), '[::1]:1']),
      );
  }
}

function written(draft: Draft, random: Random): FuzzRequest {
  const { method, target, headers, body, spelling, kind } = draft;
  const lines = [`${method} ${target} HTTP/1.1`];
  for (const [name, value] of headers) lines.push(`${name}: ${headerText(value)}`);
  const isChunked = body.length > 0 && random.oneIn(10);
  if (isChunked) lines.push('Transfer-Encoding: chunked');
  else if (body.length > 0 || method === 'POST' || method === 'PUT')
    lines.push(`Content-Length: ${body.length}`);
  if (random.oneIn(200)) lines.push('Expect: 100-continue');
  const head = Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
  const bytes = Buffer.concat([head, isChunked ? chunked(body, random) : body]);
  return { bytes, spelling, isHead: method === 'HEAD', kind };
}

/** Without what would end the line. */
function headerText(value: string): string {
  const bytes = Buffer.from(value, 'utf8');
  const isControl = (byte: number): boolean => byte < 0x20 || byte === 0x7f;
  return Buffer.from(bytes.map((byte) => (isControl(byte) ? 0x20 : byte))).toString('latin1');
}

function chunked(body: Buffer, random: Random): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const length = Math.min(body.length - at, random.between(1, 4_000));
    const extension = random.oneIn(5) ? ';a="b"' : '';
    parts.push(
      Buffer.from(`${length.toString(16)}${extension}\r\n`),
      body.subarray(at, at + length),
      Buffer.from('\r\n'),
    );
    at += length;
  }
  const trailer = random.oneIn(5) ? 'X-Trailer: y\r\n' : '';
  return Buffer.concat([...parts, Buffer.from(`0\r\n${trailer}\r\n`)]);
}
