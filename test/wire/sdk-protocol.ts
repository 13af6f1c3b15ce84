import { Readable } from 'node:stream';
import {
  AwsEc2QueryProtocol,
  AwsJson1_0Protocol,
  AwsJson1_1Protocol,
  AwsQueryProtocol,
  AwsRestJsonProtocol,
  AwsRestXmlProtocol,
  AwsSmithyRpcV2CborProtocol,
} from '@aws-sdk/core/protocols';
import { operation as operationSchema, TypeRegistry } from '@smithy/core/schema';
import { fromBase64, fromUtf8, toBase64, toUtf8 } from '@smithy/core/serde';
import { HttpResponse } from '@smithy/core/transport';
import type { HttpRequest, OperationSchema } from '@smithy/types';
import type { OperationModel, ProtocolName, ServiceModel } from '../../src/model/types.ts';
import { isByteStream } from '../../src/wire/protocols/payload.ts';
import { wireRequest, type WireRequest, type WireResponse } from '../../src/wire/request.ts';
import { SdkSchemas } from './sdk-schema.ts';

/** AWS's own client side of one service over one protocol. */
export interface SdkClient {
  request(operation: OperationModel, input: object): Promise<WireRequest>;
  /** The typed output, or the error the client would throw. */
  answer(operation: OperationModel, response: WireResponse): Promise<Record<string, unknown>>;
}

const context = {
  base64Encoder: toBase64,
  base64Decoder: fromBase64,
  utf8Encoder: toUtf8,
  utf8Decoder: fromUtf8,
  streamCollector: collect,
  disableHostPrefix: true,
  endpoint: async () => ({ protocol: 'http:', hostname: '127.0.0.1', port: 4566, path: '/' }),
};

export class SdkFailure extends Error {
  readonly $metadata: object = {};
}

/** The client's side by our model, or by `described`, its own. */
export function sdkClient(
  service: ServiceModel,
  name: ProtocolName,
  described?: ReadonlyMap<string, OperationSchema>,
): SdkClient {
  const schemas = new SdkSchemas(service);
  const registry = new TypeRegistry(`com.amazonaws.model.${service.id}`);
  for (const error of service.errors.values()) {
    registry.registerError(schemas.error(error), SdkFailure);
  }
  const protocol = make(service, name, registry);
  protocol.setSerdeContext(context);
  const schemaOf = (operation: OperationModel): OperationSchema =>
    described?.get(operation.name) ?? schemas.operation(operation);
  return {
    request: async (operation, input) => {
      const named = {
        ...context,
        __smithy_context: { service: service.targetPrefix ?? '', operation: operation.name },
      };
      const sent = await protocol.serializeRequest(schemaOf(operation), input, named);
      return asWire(sent, service);
    },
    answer: async (operation, response) => {
      return {
        ...(await protocol.deserializeResponse(
          schemaOf(operation),
          context,
          await asSdk(response),
        )),
      };
    },
  };
}

/** The operations a client package exports as data (`Encrypt$`). */
export function describedOperations(client: object): ReadonlyMap<string, OperationSchema> {
  const found = new Map<string, OperationSchema>();
  for (const value of Object.values(client)) {
    if (!Array.isArray(value) || value[0] !== 9) continue;
    const [, namespace, name, traits, input, output] = value;
    found.set(String(name), operationSchema(namespace, name, traits, input, output));
  }
  return found;
}

function make(service: ServiceModel, name: ProtocolName, registry: TypeRegistry) {
  const options = {
    defaultNamespace: `com.amazonaws.model.${service.id}`,
    errorTypeRegistries: [registry],
    xmlNamespace: service.xmlNamespace ?? '',
    version: service.apiVersion,
    serviceTarget: service.targetPrefix ?? '',
    awsQueryCompatible: service.queryCompatible,
  };
  switch (name) {
    case 'awsJson1_0':
      return new AwsJson1_0Protocol(options);
    case 'awsJson1_1':
      return new AwsJson1_1Protocol(options);
    case 'awsQuery':
      return new AwsQueryProtocol(options);
    case 'ec2Query':
      return new AwsEc2QueryProtocol(options);
    case 'restJson1':
      return new AwsRestJsonProtocol(options);
    case 'restXml':
      return new AwsRestXmlProtocol(options);
    case 'rpcv2Cbor':
      return new AwsSmithyRpcV2CborProtocol(options);
  }
}

/** What would arrive here: a target, headers in turn, bytes. */
async function asWire(sent: HttpRequest, service: ServiceModel): Promise<WireRequest> {
  const scope = `AKIA/20260101/eu-west-1/${service.signingName}/aws4_request`;
  const headers = Object.entries(sent.headers).flat();
  const query = queryText(sent.query ?? {});
  const body: unknown = sent.body;
  return wireRequest({
    method: sent.method,
    target: query === '' ? sent.path : `${sent.path}?${query}`,
    headers: [...headers, 'authorization', `AWS4-HMAC-SHA256 Credential=${scope}`],
    body: typeof body === 'string' || body instanceof Uint8Array ? body : '',
  });
}

/** As `@smithy/core`'s HTTP handler writes it. */
function queryText(query: Readonly<Record<string, string | readonly string[] | null>>): string {
  const encode = (text: string): string =>
    encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);
  return Object.entries(query)
    .flatMap(([name, value]) => {
      if (value === null) return [encode(name)];
      const values = typeof value === 'string' ? [value] : value;
      return values.map((one) => `${encode(name)}=${encode(one)}`);
    })
    .join('&');
}

async function asSdk({ status, headers, body }: WireResponse): Promise<HttpResponse> {
  const bytes = isByteStream(body) ? await collect(body) : Buffer.from(body);
  return new HttpResponse({
    statusCode: status,
    headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    body: Readable.from(bytes.length === 0 ? [] : [bytes]),
  });
}

export async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
