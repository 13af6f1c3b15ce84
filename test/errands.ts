import { SignatureV4 } from '@smithy/signature-v4';
import type { CallOptions, OperationReference } from '../src/contract/operation.ts';
import type { ActingJob, AnyOperation, Service, UnitJob } from '../src/contract/service.ts';
import { ServiceError } from '../src/core/errors.ts';
import { loadModel } from '../src/model/load.ts';
import type { ClientConfig } from './server.ts';
import { Sha256 } from './sha256.ts';

/** Something for the errand service to call. */
export interface Errand {
  /** Who makes the call: the request's own unit when absent, a job's unit, or a job that acts. */
  readonly by?: 'job' | 'act';
  /** `kms` when absent. */
  readonly service?: string;
  readonly operation: string;
  readonly input: object;
  readonly options: CallOptions;
  /** What a job's unit calls next, whatever came of this. */
  readonly next?: Errand;
}

const NAME = 'PutRecord';

/** Anybody may send it anywhere: what it calls decides. */
const putRecord: AnyOperation = {
  name: NAME,
  access: 'write',
  authorize: () => Promise.resolve([]),
  handle: async (input, context) => {
    const errand = errandIn(input);
    if (errand.by !== undefined) {
      const { scope, now } = context.call;
      const payload = textOf(input);
      context.unit.order({ id: 'errand', kind: `test.${errand.by}`, scope, due: now, payload });
      return { RecordId: '{}' };
    }
    const output = await context.callService(referenceOf(errand), errand.input, errand.options);
    return { RecordId: JSON.stringify(output, withBytesAsText) };
  },
};

function referenceOf({ service = 'kms', operation }: Errand): OperationReference<object, object> {
  return { service, operation };
}

/** What errands of jobs gave, or the error's code. */
export const outcomes: unknown[] = [];

async function outcomeOf(call: Promise<object>): Promise<unknown> {
  return call.catch((error: unknown) => (error instanceof ServiceError ? error.code : error));
}

const inJob: UnitJob = {
  kind: 'test.job',
  run: async (payload, context) => {
    let errand: Errand | undefined = JSON.parse(payload, withTextAsBytes);
    for (; errand !== undefined; errand = errand.next) {
      const { input, options } = errand;
      outcomes.push(await outcomeOf(context.callService(referenceOf(errand), input, options)));
    }
  },
};

const acting: ActingJob<Errand, unknown> = {
  kind: 'test.act',
  prepare: async (payload) => JSON.parse(payload, withTextAsBytes),
  act: (errand, { call }) => outcomeOf(call(referenceOf(errand), errand.input, errand.options)),
  handle: async (_payload, _context, acted) => void outcomes.push(acted),
};

/** A service of the tests alone. It wears Firehose's model, and calls other services as it is told. */
export const errandService: Service = {
  id: 'firehose',
  principal: 'firehose.amazonaws.com',
  operations: [putRecord],
  notImplemented: new Map(
    [...loadModel('firehose').operations.keys()]
      .filter((name) => name !== NAME)
      .map((name) => [name, 'it is no errand']),
  ),
  collections: [],
  jobs: [inJob, acting],
};

/** The output of what was called. Errors: an object of the error's `name` and `message`. */
export async function sendErrand(config: ClientConfig, errand: Errand): Promise<unknown> {
  const { endpoint, region, credentials } = config;
  const { hostname, port } = new URL(endpoint);
  const Data = Buffer.from(JSON.stringify(errand, withBytesAsText)).toString('base64');
  const signer = new SignatureV4({ service: 'firehose', region, credentials, sha256: Sha256 });
  const body = JSON.stringify({ DeliveryStreamName: 'errands', Record: { Data } });
  const signed = await signer.sign({
    method: 'POST',
    protocol: 'http:',
    hostname,
    port: Number(port),
    path: '/',
    query: {},
    headers: {
      host: `${hostname}:${port}`,
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `Firehose_20150804.${NAME}`,
    },
    body,
  });
  const { host: _host, ...headers } = signed.headers;
  const response = await fetch(endpoint, { method: 'POST', headers, body });
  const answer = recordOf(JSON.parse(await response.text()));
  if (response.ok) return JSON.parse(String(answer['RecordId']));
  throw Object.assign(new Error(String(answer['message'])), {
    name: String(answer['__type']).replace(/^.*#/, ''),
  });
}

function textOf(input: object): string {
  const { Data } = recordOf(recordOf(input)['Record']);
  if (!(Data instanceof Uint8Array)) throw new Error('an errand without data');
  return Buffer.from(Data).toString();
}

function errandIn(input: object): Errand {
  return JSON.parse(textOf(input), withTextAsBytes);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new Error('not an object');
  return Object.fromEntries(Object.entries(value));
}

const BYTES = 'base64:';

function withBytesAsText(this: unknown, key: string, value: unknown): unknown {
  // Buffers have turned themselves into something else already, but not in their holder.
  const held: unknown = typeof this === 'object' ? Reflect.get(this ?? {}, key) : undefined;
  return held instanceof Uint8Array ? `${BYTES}${Buffer.from(held).toString('base64')}` : value;
}

function withTextAsBytes(_key: string, value: unknown): unknown {
  if (typeof value !== 'string' || !value.startsWith(BYTES)) return value;
  return Buffer.from(value.slice(BYTES.length), 'base64');
}
