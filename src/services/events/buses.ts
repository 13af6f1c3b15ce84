import { tagConditions } from '../../core/tags.ts';
import type { EventsOperations } from '../../../models/events/types.ts';
import type { OperationOf, ResolveContext } from '../../contract/operation.ts';
import type { Unit } from '../../contract/view.ts';
import { everyOf } from '../../listing/every-document.ts';
import type { Scope } from '../../core/scope.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { anywhere, busOf, on } from './authorization.ts';
import { alreadyExists, busNotFound, limitExceeded, unbuilt, validation } from './errors.ts';
import { filteredPage, pageOf } from './pages.ts';
import { busArn, busKind, busPlace, DEFAULT_BUS, existingBusKind } from './resources.ts';
import { dropRule } from './rule-changes.ts';
import { archives, type BusDocument, buses, busIndexes, rules } from './state.ts';
import { tagsOf, withTags } from './tags.ts';

const BUSES_MAX = 100;

type Settings = Pick<
  EventsOperations['CreateEventBus']['input'],
  'Description' | 'KmsKeyIdentifier' | 'DeadLetterConfig' | 'LogConfig'
>;

/** Choices that would have no effect are not taken. */
function assertBuilt(
  operation: string,
  { KmsKeyIdentifier, LogConfig, DeadLetterConfig }: Settings,
) {
  if (KmsKeyIdentifier !== undefined && KmsKeyIdentifier !== '') {
    throw unbuilt(operation, 'a bus with a key of its own (events are sealed under the root key)');
  }
  if (LogConfig?.Level !== undefined && LogConfig.Level !== 'OFF') {
    throw unbuilt(operation, 'logs of a bus');
  }
  if (DeadLetterConfig?.Arn !== undefined) {
    throw unbuilt(operation, 'a dead-letter queue of a bus, which only buses with keys use');
  }
}

export const createEventBus: OperationOf<EventsOperations, 'CreateEventBus'> = {
  name: 'CreateEventBus',
  access: 'write',
  authorize: async (input, context) => {
    const resource = await context.resolve(busKind, input.Name);
    const conditions = tagConditions(tagsOf(input.Tags));
    const tagging = { action: 'events:TagResource', resource, conditions };
    const create = { action: 'events:CreateEventBus', resource, conditions };
    return (input.Tags?.length ?? 0) > 0 ? [create, tagging] : [create];
  },
  handle: async (input, context) => {
    const { Name: name, Description } = input;
    const { scope, now } = context.call;
    if (input.EventSourceName !== undefined) {
      throw unbuilt('CreateEventBus', 'partner event sources');
    }
    assertBuilt('CreateEventBus', input);
    if (name === DEFAULT_BUS || (await context.view.get(buses, name)) !== undefined) {
      throw alreadyExists(`Event bus ${name}`);
    }
    if (name.includes('/')) {
      throw validation(
        `Invalid event bus name ${name}. Only partner event buses' names may have slashes.`,
      );
    }
    const { items } = await context.view.list(buses, { limit: BUSES_MAX });
    if (items.length >= BUSES_MAX) throw limitExceeded();
    context.view.put(buses, name, {
      name,
      tags: withTags({}, tagsOf(input.Tags)),
      created: now,
      modified: now,
      ...(Description === undefined ? {} : { description: Description }),
    });
    return {
      EventBusArn: busArn(scope, name),
      ...(Description === undefined ? {} : { Description }),
    };
  },
};

export const updateEventBus: OperationOf<EventsOperations, 'UpdateEventBus'> = {
  name: 'UpdateEventBus',
  access: 'write',
  authorize: on('events:UpdateEventBus', existingBusKind, ({ Name = DEFAULT_BUS }) => Name),
  handle: async (input, context) => {
    assertBuilt('UpdateEventBus', input);
    const { document, resource } = await busOf(context, input.Name);
    const { description: _replaced, ...rest } = document;
    const description = input.Description;
    const { now } = context.call;
    context.viewOf(resource).put(buses, document.name, {
      ...rest,
      created: document.created ?? now,
      modified: now,
      ...(description === undefined ? {} : { description }),
    });
    return {
      Arn: resource.resolved.arn,
      Name: document.name,
      ...(description === undefined ? {} : { Description: description }),
    };
  },
};

/** With its rules and archives. */
export const deleteEventBus: OperationOf<EventsOperations, 'DeleteEventBus'> = {
  name: 'DeleteEventBus',
  access: 'write',
  authorize: on('events:DeleteEventBus', busKind, ({ Name }) => Name),
  handle: async (input, context) => {
    const { scope, name } = busPlace(input.Name, context.call.scope);
    if (name === DEFAULT_BUS) throw validation('Cannot delete event bus default.');
    const view = context.unit.view(scope);
    for (const rule of await everyOf(view, rules, { prefix: `${name}/` })) {
      if (rule.bus === name) await dropRule(context, view, rule);
    }
    for (const archive of await everyOf(view, archives, { index: 'bus', prefix: name })) {
      if (archive.bus === name) {
        view.put(archives, archive.name, { ...archive, state: 'DISABLED' });
      }
    }
    view.delete(buses, name);
    view.delete(busIndexes, name);
    return {};
  },
};

/** Describes and lists buses with their policies as IAM shows them. */
export function createBusReads(principals: PrincipalDirectory) {
  const describeEventBus: OperationOf<EventsOperations, 'DescribeEventBus'> = {
    name: 'DescribeEventBus',
    access: 'read',
    authorize: on('events:DescribeEventBus', existingBusKind, ({ Name = DEFAULT_BUS }) => Name),
    handle: async (input, context) => {
      const { document, resource } = await busOf(context, input.Name);
      return shown(context.unit, resource.resolved.scope, document);
    },
  };
  const listEventBuses: OperationOf<EventsOperations, 'ListEventBuses'> = {
    name: 'ListEventBuses',
    access: 'read',
    authorize: anywhere('events:ListEventBuses'),
    handle: async (input, context) => {
      const { NamePrefix: prefix = '' } = input;
      const { view, call, unit } = context;
      const page = pageOf(call, input, prefix);
      const stored = await filteredPage(
        page,
        (query) => view.list(buses, { ...query, prefix }),
        ({ name }) => name !== DEFAULT_BUS,
      );
      const isFirst = input.NextToken === undefined && DEFAULT_BUS.startsWith(prefix);
      const own = isFirst ? [await defaultBus(context)] : [];
      const documents = [...own, ...stored.documents];
      return {
        EventBuses: await Promise.all(documents.map((bus) => shown(unit, call.scope, bus))),
        ...page.answer(stored.last),
      };
    },
  };
  async function shown(unit: Unit, scope: Scope, bus: BusDocument) {
    const { name, description, policy, created, modified } = bus;
    return {
      Name: name,
      Arn: busArn(scope, name),
      ...(description === undefined ? {} : { Description: description }),
      ...(policy === undefined ? {} : { Policy: await principals.show(unit, policy) }),
      ...(created === undefined ? {} : { CreationTime: new Date(created) }),
      ...(modified === undefined ? {} : { LastModifiedTime: new Date(modified) }),
    };
  }
  return [describeEventBus, listEventBuses] as const;
}

async function defaultBus({ view }: Pick<ResolveContext, 'view'>): Promise<BusDocument> {
  return (await view.get(buses, DEFAULT_BUS)) ?? { name: DEFAULT_BUS, tags: {} };
}

/** Errors: ResourceNotFoundException for an ARN of no bus. */
export async function assertBus(unit: Unit, scope: Scope, name: string): Promise<void> {
  if (name === DEFAULT_BUS || (await unit.view(scope).get(buses, name)) !== undefined) return;
  throw busNotFound(name);
}
