import type { ByteStream, Member, StructureShape } from '../../model/types.ts';
import { remembered } from '../codecs/tree.ts';
import type { WireRequest } from '../request.ts';

const payloads = new WeakMap<StructureShape, { readonly member: Member | undefined }>();

/** The member that is the whole body, if the model names one. */
export function payloadOf(shape: StructureShape): Member | undefined {
  const find = (): { readonly member: Member | undefined } => ({
    member: shape.members.find(({ binding }) => binding.in === 'payload'),
  });
  return remembered(payloads, shape, find).member;
}

/** The raw payload: text, bytes, or the stream itself; undefined when it is structured, or optional and empty. */
export function readRawPayload(member: Member, request: WireRequest): unknown {
  const { shape } = member;
  if (shape.type !== 'blob' && shape.type !== 'string') return undefined;
  if (shape.type === 'blob' && shape.streaming) return request.stream ?? once(request.body);
  if (request.body.length === 0 && !member.required) return undefined;
  if (shape.type === 'blob') return request.body;
  return Buffer.from(request.body).toString('utf8');
}

/** The body of a raw payload in an answer. */
export function rawBody(value: unknown): string | Uint8Array | ByteStream {
  if (typeof value === 'string' || value instanceof Uint8Array) return value;
  if (isByteStream(value)) return value;
  if (value === undefined || value === null) return '';
  throw new TypeError('A payload must be text, bytes or a stream');
}

export function isByteStream(value: unknown): value is ByteStream {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}
