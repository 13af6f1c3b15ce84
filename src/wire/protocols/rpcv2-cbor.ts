import { cborCodec, formatCbor, parseCbor } from '../codecs/cbor.ts';
import { errorBody } from './aws-json.ts';
import { decoding, serializationError, settle, type Protocol } from './protocol.ts';

const PROTOCOL_HEADER = ['smithy-protocol', 'rpc-v2-cbor'] as const;
const TYPE_HEADER = ['Content-Type', 'application/cbor'] as const;

/** Smithy's CBOR protocol: `POST /service/<target>/operation/<Operation>`. */
export const rpcv2Cbor: Protocol = {
  name: 'rpcv2Cbor',
  decode: (operation, request) =>
    decoding(serializationError, () => {
      if (request.body.length === 0) return {};
      return cborCodec.reader(operation.input)(parseCbor(request.body));
    }),
  encode: (_service, operation, output, info) => ({
    status: 200,
    headers: [['x-amzn-RequestId', info.requestId], PROTOCOL_HEADER, TYPE_HEADER],
    body: formatCbor(cborCodec.writer(operation.output)(output)),
  }),
  encodeError: (service, error, info) => {
    const settled = settle(service, error);
    const headers: [string, string][] = [
      ['x-amzn-RequestId', info.requestId],
      [...PROTOCOL_HEADER],
      [...TYPE_HEADER],
    ];
    if (service?.queryCompatible === true) {
      const side = settled.sender ? 'Sender' : 'Receiver';
      headers.push(['x-amzn-query-error', `${settled.queryCode};${side}`]);
    }
    const body = info.isHead ? '' : formatCbor({ __type: settled.name, ...errorBody(settled) });
    return { status: settled.status, headers, body };
  },
};
