import { parseCbor } from '../../src/wire/codecs/cbor.ts';
import { parseXml } from '../../src/wire/codecs/xml-document.ts';
import type { Spelling } from './framed.ts';

export interface Answer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
  /** The server closes the connection after it. */
  readonly isLast: boolean;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const BODILESS = new Set([204, 304]);

/** Takes the answers of one connection apart as their bytes arrive. */
export class AnswerReader {
  #bytes: Buffer = Buffer.alloc(0);

  /** The bytes of no answer yet. */
  get rest(): Buffer {
    return this.#bytes;
  }

  add(chunk: Buffer): void {
    this.#bytes = this.#bytes.length === 0 ? chunk : Buffer.concat([this.#bytes, chunk]);
  }

  /** The next whole answer. Errors: the bytes are not HTTP. */
  next(isHead: boolean): Answer | undefined {
    for (;;) {
      const end = this.#bytes.indexOf(HEAD_END);
      if (end < 0) return undefined;
      const lines = this.#bytes.toString('latin1', 0, end).split('\r\n');
      const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(lines[0] ?? '')?.[1] ?? Number.NaN);
      if (Number.isNaN(status)) throw new Error(`not an answer: ${lines[0] ?? ''}`);
      const start = end + HEAD_END.length;
      // `100 Continue` only says that the answer will come.
      if (status < 200) {
        this.#bytes = this.#bytes.subarray(start);
        continue;
      }
      const headers = new Map(
        lines.slice(1).map((line) => {
          const colon = line.indexOf(':');
          return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
        }),
      );
      const length = isHead || BODILESS.has(status) ? 0 : Number(headers.get('content-length'));
      if (Number.isNaN(length)) throw new Error('an answer without a length');
      if (this.#bytes.length < start + length) return undefined;
      const body = this.#bytes.subarray(start, start + length);
      this.#bytes = this.#bytes.subarray(start + length);
      return { status, headers, body, isLast: headers.get('connection') === 'close' };
    }
  }
}

/** Why an answer is not of the form its protocol has, or undefined. */
export function flawOf(answer: Answer, expected: Spelling, isHead: boolean): string | undefined {
  const { status, headers, body } = answer;
  const type = headers.get('content-type') ?? '';
  const requestId = headers.get('x-amzn-requestid') ?? headers.get('x-amz-request-id');
  if (status >= 500 && status !== 501) return `status ${status}`;
  // The guard of dev mode stands before everything and speaks no protocol.
  if (status === 403 && type === '') return undefined;
  if (requestId === undefined) return 'no request id';
  if (isHead) return body.length === 0 ? undefined : 'a body for HEAD';
  const found = spellingOf(type);
  if (found === undefined && body.length > 0) return `the content type '${type}'`;
  if (expected !== 'any' && found !== expected) return `the content type '${type}' for ${expected}`;
  try {
    return readingFlaw(answer, found);
  } catch (error) {
    return `an unreadable body (${String(error)})`;
  }
}

function spellingOf(type: string): Spelling | undefined {
  if (type.includes('json')) return 'json';
  if (type.includes('cbor')) return 'cbor';
  return type.includes('xml') ? 'xml' : undefined;
}

function readingFlaw(
  { status, body, headers }: Answer,
  found: Spelling | undefined,
): string | undefined {
  const isError = status >= 400;
  if (found === 'json') {
    const value: unknown = JSON.parse(body.toString('utf8'));
    const isObject = typeof value === 'object' && value !== null;
    const hasCode = isObject && ('__type' in value || headers.has('x-amzn-errortype'));
    return isError && !hasCode ? 'an error without a code' : undefined;
  }
  if (found === 'cbor') {
    const value = parseCbor(body);
    const hasCode = typeof value === 'object' && value !== null && '__type' in value;
    return isError && !hasCode ? 'an error without a code' : undefined;
  }
  if (found === undefined) return isError ? 'an error without a body' : undefined;
  parseXml(body);
  return isError && !body.includes('<Code>') ? 'an error without a code' : undefined;
}
