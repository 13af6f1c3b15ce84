import type { ApiDestination, EventsOperations } from '../../../models/events/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';
import { anywhere, found, on } from './authorization.ts';
import { alreadyExists, invalidParameter, notFound } from './errors.ts';
import { filteredPage, pageOf } from './pages.ts';
import { apiDestinationKind, connectionKind, eventsArn } from './resources.ts';
import { type ApiDestinationDocument, apiDestinations, connections } from './state.ts';

const RATE_DEFAULT = 300;

const named = ({ Name }: { readonly Name: string }): string => Name;

/** The name within a connection's ARN. */
export function connectionName(arn: string): string {
  return parseArn(arn)?.resource.split('/')[1] ?? '';
}

export const createApiDestination: OperationOf<EventsOperations, 'CreateApiDestination'> = {
  name: 'CreateApiDestination',
  access: 'write',
  authorize: async (input, context) => {
    const action = 'events:CreateApiDestination';
    const connection = connectionName(input.ConnectionArn);
    return [
      { action, resource: await context.resolve(apiDestinationKind, input.Name) },
      { action, resource: await context.resolve(connectionKind, connection) },
    ];
  },
  handle: async (input, context) => {
    const { Name: name, Description, InvocationRateLimitPerSecond } = input;
    const { scope, now, eventId } = context.call;
    await assertConnection(context, input.ConnectionArn);
    assertEndpoint(input.InvocationEndpoint);
    if ((await context.view.get(apiDestinations, name)) !== undefined) {
      throw alreadyExists(`An api-destination '${name}'`);
    }
    const destination: ApiDestinationDocument = {
      name,
      arn: eventsArn(scope, `api-destination/${name}/${eventId}`),
      connection: input.ConnectionArn,
      endpoint: input.InvocationEndpoint,
      method: input.HttpMethod,
      perSecond: InvocationRateLimitPerSecond ?? RATE_DEFAULT,
      created: now,
      modified: now,
      ...(Description === undefined ? {} : { description: Description }),
    };
    context.view.put(apiDestinations, name, destination);
    return answerOf(context, destination);
  },
};

async function assertConnection({ view }: Context, arn: string): Promise<void> {
  const name = connectionName(arn);
  if ((await view.get(connections, name))?.arn === arn) return;
  throw notFound(`Failed to describe the connection(s). Connection '${name}' does not exist.`);
}

/** A whole address, whose `*` are filled in later. */
function assertEndpoint(endpoint: string): void {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return;
  throw invalidParameter('InvocationEndpoint', 'Must be an HTTPS endpoint.');
}

/** Without authorization nothing is sent. */
async function stateOf(
  { view }: Context,
  { connection }: ApiDestinationDocument,
): Promise<'ACTIVE' | 'INACTIVE'> {
  const found = await view.get(connections, connectionName(connection));
  return found?.state === 'AUTHORIZED' ? 'ACTIVE' : 'INACTIVE';
}

async function answerOf(context: Context, destination: ApiDestinationDocument) {
  const { arn, created, modified } = destination;
  return {
    ApiDestinationArn: arn,
    ApiDestinationState: await stateOf(context, destination),
    CreationTime: new Date(created),
    LastModifiedTime: new Date(modified),
  };
}

export const updateApiDestination: OperationOf<EventsOperations, 'UpdateApiDestination'> = {
  name: 'UpdateApiDestination',
  access: 'write',
  authorize: on('events:UpdateApiDestination', apiDestinationKind, named),
  handle: async (input, context) => {
    const { document, view } = await found(context, apiDestinationKind, input.Name);
    const { Description, ConnectionArn, InvocationEndpoint } = input;
    if (ConnectionArn !== undefined) await assertConnection(context, ConnectionArn);
    if (InvocationEndpoint !== undefined) assertEndpoint(InvocationEndpoint);
    const changed: ApiDestinationDocument = {
      ...document,
      connection: ConnectionArn ?? document.connection,
      endpoint: InvocationEndpoint ?? document.endpoint,
      method: input.HttpMethod ?? document.method,
      perSecond: input.InvocationRateLimitPerSecond ?? document.perSecond,
      modified: context.call.now,
      ...(Description === undefined ? {} : { description: Description }),
    };
    view.put(apiDestinations, document.name, changed);
    return answerOf(context, changed);
  },
};

export const deleteApiDestination: OperationOf<EventsOperations, 'DeleteApiDestination'> = {
  name: 'DeleteApiDestination',
  access: 'write',
  authorize: on('events:DeleteApiDestination', apiDestinationKind, named),
  handle: async (input, context) => {
    const { document, view } = await found(context, apiDestinationKind, input.Name);
    view.delete(apiDestinations, document.name);
    return {};
  },
};

export const describeApiDestination: OperationOf<EventsOperations, 'DescribeApiDestination'> = {
  name: 'DescribeApiDestination',
  access: 'read',
  authorize: on('events:DescribeApiDestination', apiDestinationKind, named),
  handle: async (input, context) => {
    const { document } = await found(context, apiDestinationKind, input.Name);
    const { description } = document;
    return {
      ...(await shown(context, document)),
      ...(description === undefined ? {} : { Description: description }),
    };
  },
};

export const listApiDestinations: OperationOf<EventsOperations, 'ListApiDestinations'> = {
  name: 'ListApiDestinations',
  access: 'read',
  authorize: anywhere('events:ListApiDestinations'),
  handle: async (input, context) => {
    const { NamePrefix: prefix = '', ConnectionArn } = input;
    const page = pageOf(context.call, input, JSON.stringify([prefix, ConnectionArn]));
    const { documents, last } = await filteredPage(
      page,
      (query) => context.view.list(apiDestinations, { ...query, prefix }),
      (one) => (ConnectionArn ?? one.connection) === one.connection,
    );
    const ApiDestinations = await Promise.all(documents.map((one) => shown(context, one)));
    return { ApiDestinations, ...page.answer(last) };
  },
};

async function shown(context: Context, one: ApiDestinationDocument): Promise<ApiDestination> {
  return {
    ...(await answerOf(context, one)),
    Name: one.name,
    ConnectionArn: one.connection,
    InvocationEndpoint: one.endpoint,
    HttpMethod: one.method,
    InvocationRateLimitPerSecond: one.perSecond,
  };
}
