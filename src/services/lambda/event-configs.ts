import type {
  FunctionEventInvokeConfig,
  LambdaOperations,
  PutFunctionEventInvokeConfigRequest,
} from '../../../models/lambda/types.ts';
import type { Collection } from '../../contract/collection.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';
import type { Instant } from '../../core/time.ts';
import { invalidParameterValue, resourceNotFound, unbuilt } from './errors.ts';
import { functionArn, LATEST } from './function-names.ts';
import { pageOf } from './pages.ts';
import { type FunctionPlace, functionOf, onFunction } from './resources.ts';
import { qualifiedId } from './state.ts';

/** How a function's events are tried, and where their outcomes go. */
export interface EventConfigDocument {
  readonly name: string;
  readonly qualifier: string;
  readonly modified: Instant;
  readonly retries?: number;
  readonly ageSeconds?: number;
  /** ARNs. */
  readonly onSuccess?: string;
  readonly onFailure?: string;
}

/** By the function's name and the qualifier; `$LATEST` for the function itself. */
export const eventConfigs: Collection<EventConfigDocument> = {
  name: 'lambda.eventConfig',
  scope: 'regional',
  sealed: false,
  shape: 1,
  upgrades: {},
  indexes: {},
};

export function eventConfigId(name: string, qualifier: string | undefined): string {
  return qualifiedId(name, qualifier ?? LATEST);
}

export const putFunctionEventInvokeConfig: OperationOf<
  LambdaOperations,
  'PutFunctionEventInvokeConfig'
> = {
  name: 'PutFunctionEventInvokeConfig',
  access: 'write',
  authorize: onFunction('lambda:PutFunctionEventInvokeConfig'),
  handle: async (input, context) => {
    if (settingCount(input) === 0) throw nothingSet();
    const { place, view } = await functionOf(context, input);
    const document = changed(context, place, input, {});
    view.put(eventConfigs, eventConfigId(document.name, document.qualifier), document);
    return shownConfig(place, document);
  },
};

export const updateFunctionEventInvokeConfig: OperationOf<
  LambdaOperations,
  'UpdateFunctionEventInvokeConfig'
> = {
  name: 'UpdateFunctionEventInvokeConfig',
  access: 'write',
  authorize: onFunction('lambda:UpdateFunctionEventInvokeConfig'),
  handle: async (input, context) => {
    if (settingCount(input) === 0) throw nothingSet();
    const { place, view } = await functionOf(context, input);
    const id = eventConfigId(place.document.name, place.qualifier);
    const before = await view.get(eventConfigs, id);
    if (before === undefined) throw notConfigured(place);
    const document = changed(context, place, input, before);
    view.put(eventConfigs, id, document);
    return shownConfig(place, document);
  },
};

export const getFunctionEventInvokeConfig: OperationOf<
  LambdaOperations,
  'GetFunctionEventInvokeConfig'
> = {
  name: 'GetFunctionEventInvokeConfig',
  access: 'read',
  authorize: onFunction('lambda:GetFunctionEventInvokeConfig'),
  handle: async (input, context) => {
    const { place, view } = await functionOf(context, input);
    const id = eventConfigId(place.document.name, place.qualifier);
    const document = await view.get(eventConfigs, id);
    if (document === undefined) throw notConfigured(place);
    return shownConfig(place, document);
  },
};

export const deleteFunctionEventInvokeConfig: OperationOf<
  LambdaOperations,
  'DeleteFunctionEventInvokeConfig'
> = {
  name: 'DeleteFunctionEventInvokeConfig',
  access: 'write',
  authorize: onFunction('lambda:DeleteFunctionEventInvokeConfig'),
  handle: async (input, context) => {
    const { place, view } = await functionOf(context, input);
    const id = eventConfigId(place.document.name, place.qualifier);
    if ((await view.get(eventConfigs, id)) === undefined) throw notConfigured(place);
    view.delete(eventConfigs, id);
    return {};
  },
};

export const listFunctionEventInvokeConfigs: OperationOf<
  LambdaOperations,
  'ListFunctionEventInvokeConfigs'
> = {
  name: 'ListFunctionEventInvokeConfigs',
  access: 'read',
  authorize: onFunction('lambda:ListFunctionEventInvokeConfigs'),
  handle: async (input, context) => {
    const { place, view } = await functionOf(context, input);
    const { name } = place.document;
    const page = pageOf(context.call, input, name);
    const { items, last } = await view.list(eventConfigs, { prefix: `${name}/`, ...page.query });
    return {
      FunctionEventInvokeConfigs: items.map((item) => shownConfig(place, item.document)),
      ...page.answer(last),
    };
  },
};

type Input = Omit<PutFunctionEventInvokeConfigRequest, 'FunctionName'>;

function settingCount(input: Input): number {
  const { MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig } = input;
  return [MaximumRetryAttempts, MaximumEventAgeInSeconds, DestinationConfig].filter(
    (value) => value !== undefined,
  ).length;
}

function nothingSet() {
  return invalidParameterValue(
    'You must specify at least one of error handling or destination setting.',
  );
}

function changed(
  context: Context,
  { document: { name }, qualifier = LATEST }: FunctionPlace,
  input: Input,
  before: Partial<EventConfigDocument>,
): EventConfigDocument {
  const retries = input.MaximumRetryAttempts ?? before.retries;
  const ageSeconds = input.MaximumEventAgeInSeconds ?? before.ageSeconds;
  const { DestinationConfig: destinations } = input;
  const onSuccess = destinationOf(destinations?.OnSuccess?.Destination) ?? before.onSuccess;
  const onFailure = destinationOf(destinations?.OnFailure?.Destination) ?? before.onFailure;
  return {
    name,
    qualifier,
    modified: context.call.now,
    ...(retries === undefined ? {} : { retries }),
    ...(ageSeconds === undefined ? {} : { ageSeconds }),
    ...(onSuccess === undefined || onSuccess === '' ? {} : { onSuccess }),
    ...(onFailure === undefined || onFailure === '' ? {} : { onFailure }),
  };
}

const SERVICES: ReadonlySet<string> = new Set(['sqs', 'sns', 'lambda', 'events']);

/** Errors: InvalidParameterValueException for what is no destination; 501 for a bucket. */
function destinationOf(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return text;
  const service = parseArn(text)?.service ?? '';
  if (service === 's3') throw unbuilt('PutFunctionEventInvokeConfig', 'destinations in S3');
  if (!SERVICES.has(service)) {
    throw invalidParameterValue(
      `The provided destination config DestinationConfig(onSuccess=..., onFailure=...) is invalid: ${text}`,
    );
  }
  return text;
}

function notConfigured({ document: { scope, name }, qualifier = LATEST }: FunctionPlace) {
  const arn = functionArn(scope, name, qualifier);
  return resourceNotFound(`The function ${arn} doesn't have an EventInvokeConfig`);
}

function shownConfig(
  { document: { scope } }: FunctionPlace,
  config: EventConfigDocument,
): FunctionEventInvokeConfig {
  const { retries, ageSeconds, onSuccess, onFailure } = config;
  return {
    LastModified: new Date(config.modified),
    FunctionArn: functionArn(scope, config.name, config.qualifier),
    ...(retries === undefined ? {} : { MaximumRetryAttempts: retries }),
    ...(ageSeconds === undefined ? {} : { MaximumEventAgeInSeconds: ageSeconds }),
    DestinationConfig: {
      OnSuccess: onSuccess === undefined ? {} : { Destination: onSuccess },
      OnFailure: onFailure === undefined ? {} : { Destination: onFailure },
    },
  };
}
