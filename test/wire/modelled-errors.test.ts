import { describe, expect, test } from 'vitest';
import { ServiceError } from '../../src/core/errors.ts';
import { loadIndex, loadModel } from '../../src/model/load.ts';
import type { OperationModel, StructureShape } from '../../src/model/types.ts';
import { encodeError } from '../../src/wire/exchange.ts';
import type { WireResponse } from '../../src/wire/request.ts';
import { sdkClient } from './sdk-protocol.ts';

/** Every modelled error of every service over each of its protocols, as AWS's clients read it. */
const services = loadIndex().map(({ id }) => loadModel(id));
const INFO = { requestId: 'a0b1-c2', isHead: false };
let told = 0;

async function thrown(
  answer: Promise<Record<string, unknown>>,
): Promise<Readonly<Record<string, unknown>>> {
  const nothing: unknown = await answer.catch((error: unknown) => ({ caught: error }));
  const { caught } = { caught: undefined, ...Object(nothing) };
  return { ...Object(caught), message: caught instanceof Error ? caught.message : undefined };
}

/** A service error as handlers throw it, with text in every member that is text. */
function errorOf(shape: StructureShape): ServiceError {
  const members: Record<string, string> = {};
  for (const { name, shape: target, binding } of shape.members) {
    const isMessage = name === shape.error?.messageMember;
    if (target.type === 'string' && !isMessage && binding.in === 'body') members[name] = `${name}?`;
  }
  return new ServiceError(shape.name, 'It is <refused> & "told".', {
    fault: shape.error?.fault ?? 'client',
    members,
  });
}

function anyOperation(operations: ReadonlyMap<string, OperationModel>): OperationModel {
  const [first] = operations.values();
  if (first === undefined) throw new Error('a service without operations');
  return first;
}

const header = (response: WireResponse, name: string): string | undefined =>
  response.headers.find(([key]) => key.toLowerCase() === name)?.[1];

describe.each(services.map((service) => [service.id, service] as const))('%s', (_id, service) => {
  test.each(service.protocols)('%s: errors reach the client whole', async (protocol) => {
    const client = sdkClient(service, protocol);
    const operation = anyOperation(service.operations);
    for (const shape of service.errors.values()) {
      const error = errorOf(shape);
      const response = encodeError(service, protocol, error, INFO);
      const read = await thrown(client.answer(operation, response));
      expect(read, shape.name).toMatchObject({
        ...error.members,
        message: error.message,
        $fault: shape.error?.fault,
        $metadata: { httpStatusCode: shape.error?.status },
      });
      const id = header(response, 'x-amzn-requestid') ?? header(response, 'x-amz-request-id');
      expect(id).toBe('a0b1-c2');
      told += 1;
    }
  });
});

describe('clients of query-compatible services', () => {
  const compatible = services.filter(({ queryCompatible }) => queryCompatible);

  test('read the legacy code and who is at fault', async () => {
    expect(compatible.map(({ id }) => id)).toEqual(['sqs', 'cloudwatch']);
    for (const service of compatible) {
      for (const protocol of service.protocols) {
        if (protocol === 'awsQuery') continue;
        for (const shape of service.errors.values()) {
          const response = encodeError(service, protocol, errorOf(shape), INFO);
          const code = shape.error?.queryCode ?? shape.name;
          const side = shape.error?.fault === 'server' ? 'Receiver' : 'Sender';
          expect(header(response, 'x-amzn-query-error')).toBe(`${code};${side}`);
          const operation = anyOperation(service.operations);
          const read = await thrown(sdkClient(service, protocol).answer(operation, response));
          expect(read, shape.name).toMatchObject({ Code: code, Type: side });
        }
      }
    }
  });
});

describe('an error outside the model', () => {
  test('has its code, text and status in every protocol', async () => {
    let judged = 0;
    for (const service of services) {
      for (const protocol of service.protocols) {
        const error = new ServiceError('OddException', 'odd & new', { status: 418 });
        const response = encodeError(service, protocol, error, INFO);
        const operation = anyOperation(service.operations);
        const read = await thrown(sdkClient(service, protocol).answer(operation, response));
        expect(read, `${service.id} ${protocol}`).toMatchObject({
          message: 'odd & new',
          $metadata: { httpStatusCode: 418 },
        });
        judged += 1;
      }
    }
    expect(judged).toBe(57);
  });

  test('HEAD: no body, and the status tells', async () => {
    const s3 = loadModel('s3');
    const response = encodeError(
      s3,
      'restXml',
      new ServiceError('NoSuchKey', 'gone', { status: 404 }),
      { ...INFO, isHead: true },
    );
    expect([response.status, response.body]).toEqual([404, '']);
  });
});

test('all modelled errors were told', () => {
  expect(told).toBe(1_632);
});
