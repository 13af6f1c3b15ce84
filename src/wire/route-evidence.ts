import type { ProtocolName } from '../model/types.ts';
import { percentDecoded } from './codecs/text.ts';
import type { RouteInput } from './request.ts';

/** The service and operation a JSON or CBOR request names. */
export interface RpcTarget {
  /** Only the last dot-separated part: clients spell CloudTrail's prefix in two ways. */
  readonly prefix: string;
  readonly operation: string;
  readonly by: 'header' | 'path';
}

const CBOR_PATH = /(?:^|\/)service\/([\w.-]{1,128})\/operation\/(\w{1,128})$/;

export function targetOf(input: RouteInput): RpcTarget | undefined {
  const header = input.header('x-amz-target');
  if (header !== undefined) {
    const dot = header.lastIndexOf('.');
    const before = header.slice(0, Math.max(dot, 0));
    const prefix = before.slice(before.lastIndexOf('.') + 1);
    return { prefix, operation: header.slice(dot + 1), by: 'header' };
  }
  if (input.header('smithy-protocol') !== 'rpc-v2-cbor') return undefined;
  const match = CBOR_PATH.exec(input.rawPath);
  if (match === null) return undefined;
  const [, service = '', operation = ''] = match;
  return { prefix: service.slice(service.lastIndexOf('.') + 1), operation, by: 'path' };
}

/**
 * The service name in the credential scope (`<key>/<date>/<region>/<service>/aws4_request`),
 * wherever it travels; Signature Version 2 knows only S3. Not verified here.
 */
export function signingScopeOf(input: RouteInput): string | undefined {
  const header = input.header('authorization');
  if (header !== undefined) {
    const match = /Credential=[^,\s]*\/([^/,\s]+)\/aws4_request/.exec(header);
    if (match !== null) return match[1];
    // No S3 client names a target: whoever does reads the answer of the service it names.
    if (header.startsWith('AWS ') && targetOf(input) === undefined) return 's3';
  }
  const { rawQuery } = input;
  if (rawQuery === '') return undefined;
  const credential = /(?:^|&)X-Amz-Credential=([^&]*)/i.exec(rawQuery)?.[1];
  if (credential !== undefined) {
    return /\/([^/]+)\/aws4_request$/.exec(percentDecoded(credential))?.[1];
  }
  return /(?:^|&)AWSAccessKeyId=/.test(rawQuery) ? 's3' : undefined;
}

/** The protocol of a request to a service that speaks `spoken`. */
export function chooseProtocol(
  spoken: readonly ProtocolName[],
  input: RouteInput,
  target: RpcTarget | undefined,
  hasForm: boolean,
): ProtocolName {
  const first = spoken[0] ?? 'restJson1';
  const speak = (...names: readonly ProtocolName[]): ProtocolName | undefined =>
    names.find((name) => spoken.includes(name));
  if (target?.by === 'path') return speak('rpcv2Cbor') ?? first;
  if (target !== undefined) {
    const old = (input.header('content-type') ?? '').includes('json-1.0');
    return (old ? speak('awsJson1_0', 'awsJson1_1') : speak('awsJson1_1', 'awsJson1_0')) ?? first;
  }
  if (hasForm) return speak('awsQuery', 'ec2Query') ?? first;
  return speak('restJson1', 'restXml') ?? first;
}

/** The protocol a client of no known service most likely reads. */
export function guessProtocol(input: RouteInput, target: RpcTarget | undefined): ProtocolName {
  const type = input.header('content-type') ?? '';
  if (target?.by === 'path' || type.startsWith('application/cbor')) return 'rpcv2Cbor';
  if (target !== undefined) return type.includes('json-1.0') ? 'awsJson1_0' : 'awsJson1_1';
  if (type.startsWith('application/x-www-form-urlencoded')) return 'awsQuery';
  if (/(?:^|&)Action=/.test(input.rawQuery)) return 'awsQuery';
  const json = type.includes('json') || (input.header('accept') ?? '').includes('json');
  return json ? 'restJson1' : 'restXml';
}
