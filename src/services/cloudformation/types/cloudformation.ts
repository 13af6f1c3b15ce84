import { isJsonObject } from '../../../core/json.ts';
import { SECOND_MS } from '../../../core/time.ts';
import { HANDLE } from '../signal-urls.ts';
import { listOf, objectOf, picked } from './made.ts';
import { PlainFailure } from './plain-failure.ts';
import type { Made, ResourceType, Waiting, Work } from './resource-type.ts';

const LOOK_MS = 30 * SECOND_MS;
const STACK_LOOK_MS = SECOND_MS;
const NAME_MAX = 128;

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
  create: (work, properties) => {
    const { Count = 1, Timeout, Handle } = properties;
    if (Handle === undefined) throw new PlainFailure('Handle is required');
    const timeoutMs = Number(Timeout ?? 43_200) * SECOND_MS;
    const notes = { count: Number(Count), received: 0 };
    return Promise.resolve({ id: work.stack.arn, waits: { notes, ms: 0, timeoutMs } });
  },
  update: (_work, { id, attributes }) => Promise.resolve({ id, attributes }),
  delete: () => Promise.resolve(undefined),
  check: (_work, waiting) => Promise.resolve(signalled(waiting)),
};

function signalled({ id, notes, answers }: Waiting): Made {
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
      Capabilities: CAPABILITIES,
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
        Capabilities: CAPABILITIES,
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

const CAPABILITIES = ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND'];

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
