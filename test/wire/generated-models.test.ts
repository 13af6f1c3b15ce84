import * as cloudtrailClient from '@aws-sdk/client-cloudtrail';
import * as iamClient from '@aws-sdk/client-iam';
import * as kmsClient from '@aws-sdk/client-kms';
import * as stsClient from '@aws-sdk/client-sts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadIndex, loadModel } from '../../src/model/load.ts';
import type { OperationModel, ProtocolName, ServiceModel } from '../../src/model/types.ts';
import { decodeRequest, encodeResponse } from '../../src/wire/exchange.ts';
import { isByteStream } from '../../src/wire/protocols/payload.ts';
import { buildRoutingIndex, route, routed } from '../../src/wire/route.ts';
import { comparable, drawMembers, type Draw } from './model-values.ts';
import { collect, describedOperations, sdkClient, type SdkClient } from './sdk-protocol.ts';

/**
 * Every operation of every model over every protocol its service speaks: AWS's serializer writes a drawn input, routing
 * finds the operation again and decoding the values; our answer is read back by AWS's deserializer.
 */
const services = loadIndex().map(({ id }) => loadModel(id));
const index = buildRoutingIndex(services.map(routed));
const INFO = { requestId: 'a0b1', isHead: false };
const SEED = 20_261_124;
const RUNS = 2;

/** Both ways carry event streams, whose frames no encoder of ours writes yet. */
const EVENT_STREAMS: readonly string[] = [
  'InvokeWithResponseStream',
  'SelectObjectContent',
  'StartLiveTail',
  'SubscribeToShard',
  'GetLogObject',
];

/** Told apart from their neighbours by a host of another service, S3 Express or S3 on Outposts. */
const OTHER_HOSTS: readonly string[] = ['s3 ListDirectoryBuckets', 's3control CreateBucket'];

const same = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T> => arbitrary;

let inputs = 0;
let outputs = 0;

async function streamless(value: Record<string, unknown>): Promise<Record<string, unknown>> {
  const entries = Object.entries(value).map(async ([name, one]) => [
    name,
    isByteStream(one) ? await collect(one) : one,
  ]);
  const settled = await Promise.all(entries);
  // A stream of nothing and no stream look the same on the wire.
  return Object.fromEntries(
    settled.filter(([name, one]) => !(isEmptyBytes(one) && isByteStream(value[String(name)]))),
  );
}

function isEmptyBytes(value: unknown): boolean {
  return value instanceof Uint8Array && value.length === 0;
}

interface Subject {
  readonly service: ServiceModel;
  readonly protocol: ProtocolName;
  readonly operation: OperationModel;
  readonly client: SdkClient;
}

async function checkInput(subject: Subject, draw: Draw): Promise<void> {
  const { service, protocol, operation, client } = subject;
  const input = drawMembers(operation.input.members, { draw, protocol, side: 'input' });
  const request = await client.request(operation, input);
  const found = route(index, request);
  expect(found).toMatchObject({ serviceId: service.id, protocol, operation: operation.name });
  const rawPath = found.kind === 'match' ? found.rawPath : request.rawPath;
  const decoded = decodeRequest(operation, protocol, request, rawPath);
  const read = await streamless({ ...Object(decoded) });
  expect(comparable(read, protocol)).toEqual(comparable(input, protocol));
  inputs += 1;
}

async function checkOutput(subject: Subject, draw: Draw): Promise<void> {
  const { service, protocol, operation, client } = subject;
  const output = drawMembers(operation.output.members, { draw, protocol, side: 'output' });
  const response = encodeResponse(service, operation, protocol, output, INFO);
  const { $metadata: _, ...read } = await client.answer(operation, response);
  expect(comparable(await streamless(read), protocol)).toEqual(comparable(output, protocol));
  outputs += 1;
}

async function bothWays(subject: Subject): Promise<void> {
  const property = fc.asyncProperty(fc.gen(), async (gen) => {
    const draw: Draw = (arbitrary) => gen(same, arbitrary);
    await checkInput(subject, draw);
    await checkOutput(subject, draw);
  });
  // Counterexamples hold whole shapes: the difference says more than they, and shrinking them takes minutes.
  await fc
    .assert(property, { seed: SEED, numRuns: RUNS, endOnFailure: true })
    .catch((error: unknown) => {
      const cause = error instanceof Error ? error.cause : error;
      throw new Error(`${subject.service.id} ${subject.operation.name}`, { cause });
    });
}

function isTold(service: ServiceModel, { name }: OperationModel): boolean {
  if (EVENT_STREAMS.includes(name) || OTHER_HOSTS.includes(`${service.id} ${name}`)) return false;
  // S3's successors answer at the same address.
  return !service.operations.has(`${name}Configuration`);
}

describe.each(services.map((service) => [service.id, service] as const))('%s', (_id, service) => {
  test.each(service.protocols)('%s: what clients send and read', async (protocol) => {
    const client = sdkClient(service, protocol);
    for (const operation of service.operations.values()) {
      if (isTold(service, operation)) await bothWays({ service, protocol, operation, client });
    }
  });
});

/** The operations AWS's own clients carry, as their packages describe them: models of another make than ours. */
const CLIENTS = [
  ['kms', kmsClient],
  ['iam', iamClient],
  ['sts', stsClient],
  ['cloudtrail', cloudtrailClient],
] as const;

/** Operations the pinned clients know and the pinned models do not yet. */
const NEWER: readonly string[] = [
  'iam AcquireRole',
  'iam GetAccountProperties',
  'iam GetRoleTemplateVersion',
  'iam PutAccountProperties',
  'sts GetScopedCredentials',
];

describe.each(CLIENTS)('the installed client of %s', (id, client) => {
  test('sends what we read and reads what we send, in every operation', async () => {
    const service = loadModel(id);
    const [protocol] = service.protocols;
    if (protocol === undefined) throw new Error(`${id} speaks no protocol`);
    const described = describedOperations(client);
    const sdk = sdkClient(service, protocol, described);
    const known = [...described.keys()].filter((name) => !NEWER.includes(`${id} ${name}`));
    expect(new Set(known)).toEqual(new Set(service.operations.keys()));
    for (const operation of service.operations.values()) {
      await bothWays({ service, protocol, operation, client: sdk });
    }
  });
});

describe('the run as a whole', () => {
  test('judged every operation of every protocol, both ways', () => {
    expect({ inputs, outputs }).toEqual({ inputs: 8_974, outputs: 8_974 });
  });
});
