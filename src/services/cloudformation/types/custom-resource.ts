import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { ServiceError } from '../../../core/errors.ts';
import { SECOND_MS } from '../../../core/time.ts';
import { PlainFailure } from './plain-failure.ts';
import type { Existing, Made, ResourceType, Waiting, Work } from './resource-type.ts';

type RequestType = 'Create' | 'Update' | 'Delete';

/** Answers wake the stack: this is for those that get lost. */
const LOOK_MS = 30 * SECOND_MS;
const NO_ID = '';
const TIMEOUT_MAX_S = 3_600;
const ID_BYTES_MAX = 1_024;
const UNCLEAR = /[\0\p{Surrogate}]/u;

/** A resource that a function makes, or whoever listens to a topic: they are told, and answer to a URL. */
export const customResource: ResourceType = {
  name: 'AWS::CloudFormation::CustomResource',
  handles: '*',
  create: (work, properties) => asked(work, 'Create', { properties, id: NO_ID }),
  update: (work, { id, before, properties }) => asked(work, 'Update', { properties, before, id }),
  delete: async (work, { id, properties }: Existing) => {
    try {
      return await asked(work, 'Delete', { properties, id });
    } catch (error) {
      // Nobody is there any more who could take it away.
      if (error instanceof ServiceError && error.code === 'ResourceNotFoundException')
        return undefined;
      throw error;
    }
  },
  check: (_work, waiting) => Promise.resolve(answered(waiting)),
};

interface Question {
  readonly properties: JsonObject;
  readonly before?: JsonObject;
  readonly id: string;
}

async function asked(work: Work, RequestType: RequestType, question: Question): Promise<Made> {
  const { properties, before, id } = question;
  const { ServiceToken: token, ServiceTimeout: seconds } = properties;
  const ServiceToken = String(token);
  const timeout = seconds === undefined ? undefined : Number(seconds);
  if (timeout !== undefined && !(timeout >= 1 && timeout <= TIMEOUT_MAX_S)) {
    throw new PlainFailure(`ServiceTimeout must be from 1 to ${TIMEOUT_MAX_S} seconds`);
  }
  const request = {
    RequestType,
    ServiceToken,
    ResponseURL: work.responseUrl,
    StackId: work.stack.arn,
    RequestId: work.token,
    LogicalResourceId: work.logicalId,
    ...(id === NO_ID ? {} : { PhysicalResourceId: id }),
    ResourceType: work.type,
    ResourceProperties: asTexts(properties),
    ...(before === undefined ? {} : { OldResourceProperties: asTexts(before) }),
  };
  const [, , service] = ServiceToken.split(':');
  const region = ServiceToken.split(':')[3];
  if (service === 'sns') {
    const Message = JSON.stringify(request);
    const Subject = 'AWS CloudFormation custom resource request';
    await work.call('sns', 'Publish', { TopicArn: ServiceToken, Subject, Message }, region);
  } else if (service === 'lambda') {
    const Payload = JSON.stringify(request);
    const input = { FunctionName: ServiceToken, InvocationType: 'Event', Payload };
    await work.call('lambda', 'Invoke', input, region);
  } else {
    throw new ServiceError('ValidationError', `Invalid ServiceToken: ${ServiceToken}`);
  }
  return {
    id,
    waits: {
      notes: { asked: RequestType },
      ms: LOOK_MS,
      ...(timeout === undefined ? {} : { timeoutMs: timeout * SECOND_MS }),
    },
  };
}

/** Functions get every simple value as text, as AWS's do. */
function asTexts(value: JsonObject): JsonObject {
  const texts = (inner: unknown): unknown => {
    if (Array.isArray(inner)) return inner.map(texts);
    if (typeof inner !== 'object' || inner === null) return String(inner);
    return Object.fromEntries(Object.entries(inner).map(([name, one]) => [name, texts(one)]));
  };
  const made: JsonObject = JSON.parse(JSON.stringify(texts(value)));
  return made;
}

/** What can be kept and asked for: text without NULs and halves of characters. */
function isPhysicalId(value: JsonValue | undefined): value is string {
  if (typeof value !== 'string' || value === '' || UNCLEAR.test(value)) return false;
  return Buffer.byteLength(value) <= ID_BYTES_MAX;
}

function answered({ id, attributes, notes, answers, action }: Waiting): Made | undefined {
  const [answer] = answers;
  if (answer === undefined) return { id, attributes, waits: { notes, ms: LOOK_MS } };
  const { Status, Reason, PhysicalResourceId, Data, NoEcho } = answer;
  if (Status !== 'SUCCESS') {
    const reason = typeof Reason === 'string' ? Reason : 'unknown reason';
    throw new PlainFailure(
      `Received response status [FAILED] from custom resource. Message returned: ${reason}`,
    );
  }
  if (action === 'delete') return undefined;
  if (!isPhysicalId(PhysicalResourceId)) {
    throw new PlainFailure('Invalid PhysicalResourceId');
  }
  return {
    id: PhysicalResourceId,
    attributes: isJsonObject(Data) ? Data : {},
    isSecret: String(NoEcho) === 'true',
  };
}
