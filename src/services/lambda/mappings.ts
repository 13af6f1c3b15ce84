import type {
  CreateEventSourceMappingRequest,
  EventSourceMappingConfiguration,
  LambdaOperations,
  UpdateEventSourceMappingRequest,
} from '../../../models/lambda/types.ts';
import type { Context, OperationOf, Permission, ResolveContext } from '../../contract/operation.ts';
import { formatArn, partitionOf } from '../../core/arn.ts';
import { ServiceError } from '../../core/errors.ts';
import { uuid } from '../../core/ids.ts';
import { queueUrlOf } from '../sqs/port.ts';
import { functionNotFound, invalidParameterValue, resourceNotFound, unbuilt } from './errors.ts';
import { asRole } from './execution-role.ts';
import { functionArn, referenceOf } from './function-names.ts';
import { type MappingDocument, mappings, orderPoll } from './mapping-state.ts';
import { getQueueAttributes } from './other-services.ts';
import { pageOf } from './pages.ts';
import { placeOf } from './resources.ts';
import { GLOBAL } from './url-state.ts';

const BATCH_DEFAULT = 10;
const BATCH_MAX = 10_000;
const BATCH_MAX_FIFO = 10;

export const createEventSourceMapping: OperationOf<LambdaOperations, 'CreateEventSourceMapping'> = {
  name: 'CreateEventSourceMapping',
  access: 'write',
  authorize: async (input, context) => {
    const { scope, name, qualifier } = referenceOf(input, context.call.scope);
    const conditions = new Map([['lambda:functionarn', [functionArn(scope, name, qualifier)]]]);
    return [{ action: 'lambda:CreateEventSourceMapping', resource: '*', conditions }];
  },
  handle: async (input, context) => {
    const queueArn = input.EventSourceArn ?? '';
    refuseUnbuilt('CreateEventSourceMapping', input);
    if (queueUrlOf(queueArn) === undefined) {
      throw unbuilt('CreateEventSourceMapping', 'event sources other than queues');
    }
    const { scope, name, qualifier } = referenceOf(input, context.call.scope);
    const place = await placeOf(context.unit, { scope, name, qualifier });
    if (place === undefined || scope.account !== context.call.scope.account) {
      throw functionNotFound(functionArn(scope, name, qualifier));
    }
    await requireReadable(context, queueArn, {
      role: place.version.role,
      name,
      timeoutSeconds: place.version.timeoutSeconds,
    });
    const mapping: MappingDocument = {
      id: await context.once(uuid),
      scope,
      queueArn,
      name,
      batchSize: batchSizeOf(input.BatchSize ?? BATCH_DEFAULT, queueArn),
      isEnabled: input.Enabled ?? true,
      reportsFailures: (input.FunctionResponseTypes ?? []).includes('ReportBatchItemFailures'),
      modified: context.call.now,
      ...(qualifier === undefined ? {} : { qualifier }),
    };
    context.unit.view(GLOBAL).put(mappings, mapping.id, mapping);
    if (mapping.isEnabled) await orderPoll(context.unit, mapping, context.call.now);
    return shownMapping(mapping);
  },
};

export const updateEventSourceMapping: OperationOf<LambdaOperations, 'UpdateEventSourceMapping'> = {
  name: 'UpdateEventSourceMapping',
  access: 'write',
  authorize: onMapping('lambda:UpdateEventSourceMapping'),
  handle: async (input, context) => {
    refuseUnbuilt('UpdateEventSourceMapping', input);
    if (input.FunctionName !== undefined) {
      throw unbuilt('UpdateEventSourceMapping', 'another function');
    }
    const before = await mappingOf(context, input.UUID);
    const types = input.FunctionResponseTypes;
    const mapping: MappingDocument = {
      ...before,
      isEnabled: input.Enabled ?? before.isEnabled,
      batchSize: batchSizeOf(input.BatchSize ?? before.batchSize, before.queueArn),
      reportsFailures: types?.includes('ReportBatchItemFailures') ?? before.reportsFailures,
      modified: context.call.now,
    };
    context.unit.view(GLOBAL).put(mappings, mapping.id, mapping);
    if (mapping.isEnabled) await orderPoll(context.unit, mapping, context.call.now);
    return shownMapping(mapping);
  },
};

export const getEventSourceMapping: OperationOf<LambdaOperations, 'GetEventSourceMapping'> = {
  name: 'GetEventSourceMapping',
  access: 'read',
  authorize: onMapping('lambda:GetEventSourceMapping'),
  handle: async (input, context) => shownMapping(await mappingOf(context, input.UUID)),
};

export const deleteEventSourceMapping: OperationOf<LambdaOperations, 'DeleteEventSourceMapping'> = {
  name: 'DeleteEventSourceMapping',
  access: 'write',
  authorize: onMapping('lambda:DeleteEventSourceMapping'),
  handle: async (input, context) => {
    const mapping = await mappingOf(context, input.UUID);
    context.unit.view(GLOBAL).delete(mappings, mapping.id);
    return { ...shownMapping(mapping), State: 'Deleting' };
  },
};

export const listEventSourceMappings: OperationOf<LambdaOperations, 'ListEventSourceMappings'> = {
  name: 'ListEventSourceMappings',
  access: 'read',
  authorize: async () => [{ action: 'lambda:ListEventSourceMappings', resource: '*' }],
  handle: async (input, context) => {
    const { account, region } = context.call.scope;
    const { FunctionName, EventSourceArn: queueArn } = input;
    const name =
      FunctionName === undefined
        ? undefined
        : referenceOf({ FunctionName }, context.call.scope).name;
    const prefix = `${account}/${region}/${name ?? ''}`;
    const page = pageOf(context.call, input, `${prefix}/${queueArn ?? ''}`);
    const query = { index: 'function', prefix, ...page.query };
    const { items, last } = await context.unit.view(GLOBAL).list(mappings, query);
    const found = items
      .map(({ document }) => document)
      .filter((mapping) => name === undefined || mapping.name === name)
      .filter((mapping) => queueArn === undefined || mapping.queueArn === queueArn);
    return { EventSourceMappings: found.map(shownMapping), ...page.answer(last) };
  },
};

interface OnMapping {
  readonly UUID: string;
}

function onMapping<I extends OnMapping>(action: string) {
  return async (input: I, context: ResolveContext): Promise<readonly Permission[]> => {
    const mapping = await context.unit.view(GLOBAL).get(mappings, input.UUID);
    const conditions: ReadonlyMap<string, readonly string[]> =
      mapping === undefined ? new Map() : new Map([['lambda:functionarn', [targetOf(mapping)]]]);
    return [{ action, resource: mappingArn(context.call.scope, input.UUID), conditions }];
  };
}

/** Errors: ResourceNotFoundException, for another account's too. */
async function mappingOf({ unit, call }: Context, id: string): Promise<MappingDocument> {
  const mapping = await unit.view(GLOBAL).get(mappings, id);
  const { account, region } = call.scope;
  if (mapping?.scope.account === account && mapping.scope.region === region) return mapping;
  throw resourceNotFound('The resource you requested does not exist.');
}

/** The role must be able to poll. Errors: InvalidParameterValueException. */
async function requireReadable(
  context: Context,
  queueArn: string,
  {
    role,
    name,
    timeoutSeconds,
  }: {
    readonly role: string;
    readonly name: string;
    readonly timeoutSeconds: number;
  },
): Promise<void> {
  const as = asRole(role, name);
  const QueueUrl = queueUrlOf(queueArn)?.QueueUrl ?? '';
  const AttributeNames = ['VisibilityTimeout' as const];
  try {
    const { Attributes = {} } = await context.callService(
      getQueueAttributes,
      { QueueUrl, AttributeNames },
      { as },
    );
    const visible = Number(Attributes['VisibilityTimeout']);
    if (visible < timeoutSeconds) {
      throw invalidParameterValue(
        `Queue visibility timeout: ${visible} seconds is less than Function timeout: ${timeoutSeconds} seconds`,
      );
    }
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code === 'InvalidParameterValueException')
      throw error;
    throw invalidParameterValue(
      `The function execution role does not have permissions to call ReceiveMessage on SQS`,
    );
  }
}

function batchSizeOf(size: number, queueArn: string): number {
  const most = queueArn.endsWith('.fifo') ? BATCH_MAX_FIFO : BATCH_MAX;
  if (size <= most) return size;
  throw invalidParameterValue(
    `Batch size must be between 1 and ${most} for ${queueArn.endsWith('.fifo') ? 'FIFO' : 'standard'} queues.`,
  );
}

type Input = Omit<Partial<CreateEventSourceMappingRequest>, 'FunctionName'> &
  Omit<UpdateEventSourceMappingRequest, 'UUID' | 'FunctionName'>;

function refuseUnbuilt(operation: string, input: Omit<Input, 'EventSourceArn'>): void {
  const asked: readonly (readonly [boolean, string])[] = [
    [(input.FilterCriteria?.Filters ?? []).length > 0, 'filters'],
    [input.ScalingConfig?.MaximumConcurrency !== undefined, 'a maximum concurrency'],
    [input.DestinationConfig !== undefined, 'destinations'],
    [input.ProvisionedPollerConfig !== undefined, 'provisioned pollers'],
    [(input.MaximumBatchingWindowInSeconds ?? 0) > 0, 'a batching window'],
  ];
  for (const [isAsked, what] of asked) if (isAsked) throw unbuilt(operation, what);
}

function mappingArn({ account, region }: MappingDocument['scope'], id: string): string {
  const partition = partitionOf(region);
  const resource = `event-source-mapping:${id}`;
  return formatArn({ partition, service: 'lambda', region, account, resource });
}

function targetOf({ scope, name, qualifier }: MappingDocument): string {
  return functionArn(scope, name, qualifier);
}

function shownMapping(mapping: MappingDocument): EventSourceMappingConfiguration {
  return {
    UUID: mapping.id,
    BatchSize: mapping.batchSize,
    MaximumBatchingWindowInSeconds: 0,
    EventSourceArn: mapping.queueArn,
    FunctionArn: targetOf(mapping),
    LastModified: new Date(mapping.modified),
    State: mapping.isEnabled ? 'Enabled' : 'Disabled',
    StateTransitionReason: 'USER_INITIATED',
    FunctionResponseTypes: mapping.reportsFailures ? ['ReportBatchItemFailures'] : [],
    EventSourceMappingArn: mappingArn(mapping.scope, mapping.id),
  };
}
