import type { ConnectionHttpParameters, EventsOperations } from '../../../models/events/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { anywhere, found, on } from './authorization.ts';
import { orderAuthorization } from './connection-authorization.ts';
import { secretOf } from './connection-secrets.ts';
import { shownConnection, shownParameters } from './connection-shown.ts';
import type { ConnectionDocument } from './connection-state.ts';
import { alreadyExists, notFound, unbuilt, validation } from './errors.ts';
import { filteredPage, pageOf } from './pages.ts';
import { connectionKind, eventsArn } from './resources.ts';
import { apiDestinations, connections } from './state.ts';

type Create = EventsOperations['CreateConnection']['input'];
type Update = EventsOperations['UpdateConnection']['input'];

const named = ({ Name }: { readonly Name: string }): string => Name;

export const createConnection: OperationOf<EventsOperations, 'CreateConnection'> = {
  name: 'CreateConnection',
  access: 'write',
  authorize: on('events:CreateConnection', connectionKind, named),
  handle: async (input, context) => {
    const { Name: name, AuthorizationType: type, AuthParameters, Description } = input;
    const { scope, now, eventId } = context.call;
    assertBuilt('CreateConnection', input);
    if ((await context.view.get(connections, name)) !== undefined) {
      throw alreadyExists(`Connection ${name}`);
    }
    const parameters = AuthParameters.InvocationHttpParameters;
    const connection: ConnectionDocument = {
      name,
      arn: eventsArn(scope, `connection/${name}/${eventId}`),
      type,
      ...authorizing(type, now),
      secret: secretOf(type, AuthParameters),
      created: now,
      modified: now,
      ...described(Description),
      ...(parameters === undefined ? {} : { parameters }),
    };
    context.view.put(connections, name, connection);
    orderAuthorization(context.unit, scope, connection, now);
    const { LastAuthorizedTime: _not, ...answer } = shownConnection(connection);
    return answer;
  },
};

/** Only OAuth has to ask somebody first. */
function authorizing(type: ConnectionDocument['type'], now: number) {
  return type === 'OAUTH_CLIENT_CREDENTIALS'
    ? { state: 'AUTHORIZING' as const, authorized: now }
    : { state: 'AUTHORIZED' as const, authorized: now };
}

function described(description: string | undefined) {
  return description === undefined ? {} : { description };
}

function assertBuilt(operation: string, input: Create | Update): void {
  if (input.KmsKeyIdentifier) throw unbuilt(operation, 'a connection with a key of its own');
  const isPrivate = 'InvocationConnectivityParameters' in input;
  if (isPrivate && input.InvocationConnectivityParameters !== undefined) {
    throw unbuilt(operation, 'connections to private endpoints');
  }
  if (input.AuthParameters?.ConnectivityParameters !== undefined) {
    throw unbuilt(operation, 'connections to private endpoints');
  }
}

export const updateConnection: OperationOf<EventsOperations, 'UpdateConnection'> = {
  name: 'UpdateConnection',
  access: 'write',
  authorize: on('events:UpdateConnection', connectionKind, named),
  handle: async (input, context) => {
    const { document, view } = await found(context, connectionKind, input.Name);
    assertBuilt('UpdateConnection', input);
    const { AuthorizationType: type = document.type, AuthParameters, Description } = input;
    const { scope, now } = context.call;
    const held = type === document.type ? document.secret : undefined;
    const isAnew = AuthParameters !== undefined || type !== document.type;
    const secret = isAnew ? secretOf(type, AuthParameters ?? {}, held) : held;
    const parameters: ConnectionHttpParameters | undefined =
      AuthParameters?.InvocationHttpParameters ?? document.parameters;
    const { token: _stale, stateReason: _told, secret: _old, ...rest } = document;
    const changed: ConnectionDocument = {
      ...rest,
      type,
      ...authorizing(type, now),
      modified: now,
      ...described(Description),
      ...(secret === undefined ? {} : { secret }),
      ...(parameters === undefined ? {} : { parameters }),
    };
    view.put(connections, document.name, changed);
    orderAuthorization(context.unit, scope, changed, now);
    return shownConnection(changed);
  },
};

export const deauthorizeConnection: OperationOf<EventsOperations, 'DeauthorizeConnection'> = {
  name: 'DeauthorizeConnection',
  access: 'write',
  authorize: on('events:DeauthorizeConnection', connectionKind, named),
  handle: async (input, context) => {
    const { document, view } = await found(context, connectionKind, input.Name);
    const { secret: _forgotten, token: _gone, ...rest } = document;
    const changed: ConnectionDocument = {
      ...rest,
      state: 'DEAUTHORIZED',
      modified: context.call.now,
    };
    view.put(connections, document.name, changed);
    return { ...shownConnection(changed), ConnectionState: 'DEAUTHORIZING' };
  },
};

export const deleteConnection: OperationOf<EventsOperations, 'DeleteConnection'> = {
  name: 'DeleteConnection',
  access: 'write',
  authorize: on('events:DeleteConnection', connectionKind, named),
  handle: async (input, context) => {
    const document = await existing(context, input.Name);
    const { items } = await context.view.list(apiDestinations, {
      index: 'connection',
      prefix: document.arn,
      limit: 1,
    });
    if (items.length > 0) {
      throw validation(
        `Failed to delete connection '${input.Name}'. It is used by API destinations.`,
      );
    }
    context.view.delete(connections, input.Name);
    return { ...shownConnection(document), ConnectionState: 'DELETING' };
  },
};

async function existing(context: Context, name: string): Promise<ConnectionDocument> {
  const document = await context.view.get(connections, name);
  if (document !== undefined) return document;
  throw notFound(`Failed to describe the connection(s). Connection '${name}' does not exist.`);
}

export const describeConnection: OperationOf<EventsOperations, 'DescribeConnection'> = {
  name: 'DescribeConnection',
  access: 'read',
  authorize: on('events:DescribeConnection', connectionKind, named),
  handle: async (input, context) => {
    const { document } = await found(context, connectionKind, input.Name);
    return {
      ...shownConnection(document),
      Name: document.name,
      AuthorizationType: document.type,
      AuthParameters: shownParameters(document),
      ...(document.description === undefined ? {} : { Description: document.description }),
      ...(document.stateReason === undefined ? {} : { StateReason: document.stateReason }),
    };
  },
};

export const listConnections: OperationOf<EventsOperations, 'ListConnections'> = {
  name: 'ListConnections',
  access: 'read',
  authorize: anywhere('events:ListConnections'),
  handle: async (input, context) => {
    const { NamePrefix: prefix = '', ConnectionState: state } = input;
    const page = pageOf(context.call, input, JSON.stringify([prefix, state]));
    const { documents, last } = await filteredPage(
      page,
      (query) => context.view.list(connections, { ...query, prefix }),
      (one) => (state ?? one.state) === one.state,
    );
    const Connections = documents.map((one) => ({
      ...shownConnection(one),
      Name: one.name,
      AuthorizationType: one.type,
    }));
    return { Connections, ...page.answer(last) };
  },
};
