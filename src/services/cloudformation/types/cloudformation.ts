import { parseIsoDuration } from '../../../core/iso-duration.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/json.ts';
import { SECOND_MS } from '../../../core/time.ts';
import { ANSWERS_MAX, HANDLE } from '../signal-urls.ts';
import { listOf, objectOf, picked } from './made.ts';
import { PlainFailure } from './plain-failure.ts';
import type { Made, ResourceType, Waiting, Work } from './resource-type.ts';

const LOOK_MS = 30 * SECOND_MS;
const STACK_LOOK_MS = SECOND_MS;
const NAME_MAX = 128;
/** Twelve hours. */
const TIMEOUT_MAX_S = 43_200;

/** What the CDK says of itself. */
const metadata: ResourceType = {
  name: 'AWS::CDK::Metadata',
  handles: '*',
  create: (work) => Promise.resolve({ id: work.token }),
  update: (_work, { id }) => Promise.resolve({ id }),
  delete: () => Promise.resolve(undefined),
};

const handle: ResourceType = {
  name: HANDLE,
  handles: '',
  create: (work) => Promise.resolve({ id: work.responseUrl }),
  update: (_work, { id }) => Promise.resolve({ id }),
  delete: () => Promise.resolve(undefined),
};

const condition: ResourceType = {
  name: 'AWS::CloudFormation::WaitCondition',
  handles: 'Count Handle Timeout',
  create: async (work, properties) => {
    const { creationPolicy } = work;
    const { Count = 1, Timeout, Handle } = properties;
    const id = work.stack.arn;
    if (creationPolicy !== undefined) return { id, waits: signalWait(creationPolicy) };
    if (Handle === undefined) throw new PlainFailure('Handle is required');
    const timeoutMs = within('Timeout', Timeout ?? TIMEOUT_MAX_S, TIMEOUT_MAX_S) * SECOND_MS;
    const notes = { count: within('Count', Count, ANSWERS_MAX), received: 0 };
    return { id, waits: { notes, ms: 0, timeoutMs } };
  },
  update: (_work, { id, attributes }) => Promise.resolve({ id, attributes }),
  delete: () => Promise.resolve(undefined),
  check: (_work, waiting) => Promise.resolve(signalled(waiting)),
};

/** What a creation policy asks for: so many signals within a time. */
function signalWait(policy: JsonObject): NonNullable<Made['waits']> {
  const { Count = 1, Timeout = 'PT5M' } = objectOf(policy['ResourceSignal']);
  const count = within('Count', Count, ANSWERS_MAX);
  let timeoutMs: number;
  try {
    timeoutMs = parseIsoDuration(String(Timeout)).milliseconds;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PlainFailure(error.message);
  }
  within('Timeout', timeoutMs / SECOND_MS, TIMEOUT_MAX_S);
  return { notes: { count, received: 0, signals: true }, ms: 0, timeoutMs };
}

/** Errors: PlainFailure for what is no whole number from 1 to the largest. */
function within(name: string, value: JsonValue, max: number): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= max) return number;
  throw new PlainFailure(`${name} must be a whole number from 1 to ${max}`);
}

function signalled({ id, notes, answers }: Waiting): Made {
  const failures = answers.filter((answer) => answer['Status'] !== 'SUCCESS').length;
  if (notes['signals'] === true && failures > 0) {
    throw new PlainFailure(
      `Received ${failures} FAILURE signal(s) out of ${String(notes['count'])}.  Unable to satisfy 100% MinSuccessfulInstancesPercent requirement`,
    );
  }
  const failed = answers.find((answer) => answer['Status'] !== 'SUCCESS');
  if (failed !== undefined) {
    throw new PlainFailure(
      `WaitCondition received failed message: '${String(failed['Reason'])}' for uniqueId: ${String(failed['UniqueId'])}`,
    );
  }
  const received = answers.length;
  const data = Object.fromEntries(
    answers.map((answer) => [String(answer['UniqueId']), answer['Data'] ?? '']),
  );
  if (received >= Number(notes['count'])) return { id, attributes: { Data: JSON.stringify(data) } };
  return { id, waits: { notes: { ...notes, received }, ms: LOOK_MS } };
}

/** A stack within a stack: made by the same operations as any other. */
const stack: ResourceType = {
  name: 'AWS::CloudFormation::Stack',
  handles: 'Parameters Tags TemplateBody TemplateURL TimeoutInMinutes',
  create: async (work, properties) => {
    const { StackId } = await work.call('cloudformation', 'CreateStack', {
      StackName: work.name(NAME_MAX),
      ...template(properties),
      ...picked(properties, 'TimeoutInMinutes'),
      Parameters: parametersOf(properties['Parameters']),
      Tags: work.tags(properties['Tags']),
      Capabilities: [...work.stack.capabilities],
      ClientRequestToken: work.token,
    });
    const id = String(StackId);
    return { id, childStack: id, waits: { notes: {}, ms: STACK_LOOK_MS } };
  },
  update: async (work, { id, properties, attributes }) => {
    try {
      await work.call('cloudformation', 'UpdateStack', {
        StackName: id,
        ...template(properties),
        Parameters: parametersOf(properties['Parameters']),
        Tags: work.tags(properties['Tags']),
        Capabilities: [...work.stack.capabilities],
      });
    } catch (error) {
      if (!(error instanceof Error) || error.message !== 'No updates are to be performed.')
        throw error;
      return { id, attributes };
    }
    return { id, attributes, waits: { notes: {}, ms: STACK_LOOK_MS } };
  },
  delete: async (work, { id, attributes }) => {
    await work.call('cloudformation', 'DeleteStack', { StackName: id });
    return { id, attributes, waits: { notes: {}, ms: STACK_LOOK_MS } };
  },
  check: checkStack,
};

function template(properties: Waiting['properties']) {
  return picked(properties, 'TemplateURL', 'TemplateBody');
}

function parametersOf(value: Waiting['properties'][string]) {
  return Object.entries(objectOf(value)).map(([ParameterKey, given]) => ({
    ParameterKey,
    ParameterValue: Array.isArray(given) ? given.join(',') : String(given),
  }));
}

async function checkStack(work: Work, waiting: Waiting): Promise<Made | undefined> {
  const { id, attributes, notes, action } = waiting;
  const { Stacks } = await work.call('cloudformation', 'DescribeStacks', { StackName: id });
  const [found] = listOf(Stacks);
  const { StackStatus, StackStatusReason, Outputs } = objectOf(found);
  const status = String(StackStatus);
  if (status === 'DELETE_COMPLETE' && action === 'delete') return undefined;
  if (status.endsWith('IN_PROGRESS')) {
    return { id, attributes, waits: { notes, ms: STACK_LOOK_MS } };
  }
  if (status !== 'CREATE_COMPLETE' && status !== 'UPDATE_COMPLETE') {
    const reason = typeof StackStatusReason === 'string' ? StackStatusReason : status;
    throw new PlainFailure(`Embedded stack ${id} was not successfully ${VERBS[action]}: ${reason}`);
  }
  const outputs = listOf(Outputs).flatMap((one) =>
    isJsonObject(one) ? [[`Outputs.${String(one['OutputKey'])}`, one['OutputValue']] as const] : [],
  );
  return { id, attributes: Object.fromEntries(outputs) };
}

const VERBS = { create: 'created', update: 'updated', delete: 'deleted' } as const;

export const cloudFormationTypes: readonly ResourceType[] = [metadata, handle, condition, stack];
