import type { Archive, EventsOperations } from '../../../models/events/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';
import { anywhere, found, on } from './authorization.ts';
import { orderCleaning } from './archive-cleaning.ts';
import { assertBus } from './buses.ts';
import { patternOf } from './event-patterns.ts';
import { alreadyExists, invalidParameter, unbuilt } from './errors.ts';
import { filteredPage, pageOf } from './pages.ts';
import { archiveKind, busArn, busKind, eventsArn } from './resources.ts';
import { addToIndex, archiveShare } from './rule-changes.ts';
import { type ArchiveDocument, archives } from './state.ts';

type Naming = { readonly ArchiveName: string };

const named = ({ ArchiveName }: Naming): string => ArchiveName;

export const createArchive: OperationOf<EventsOperations, 'CreateArchive'> = {
  name: 'CreateArchive',
  access: 'write',
  authorize: async (input, context) => {
    const action = 'events:CreateArchive';
    return [
      { action, resource: await context.resolve(archiveKind, input.ArchiveName) },
      { action, resource: await context.resolve(busKind, input.EventSourceArn) },
    ];
  },
  handle: async (input, context) => {
    const { ArchiveName: name, Description, EventPattern, RetentionDays = 0 } = input;
    const { scope, now, eventId } = context.call;
    const bus = await ownBus(context, input.EventSourceArn);
    assertChoices('CreateArchive', input);
    if ((await context.view.get(archives, name)) !== undefined) {
      throw alreadyExists(`Archive ${name}`);
    }
    const arn = eventsArn(scope, `archive/${name}`);
    const archive: ArchiveDocument = {
      id: eventId,
      name,
      arn,
      bus,
      retentionDays: RetentionDays,
      state: 'ENABLED',
      created: now,
      events: 0,
      bytes: 0,
      revision: eventId,
      ...(Description === undefined ? {} : { description: Description }),
      ...(EventPattern ? { pattern: EventPattern } : {}),
    };
    await addToIndex(context.view, bus, [archiveShare(archive, 1)]);
    context.view.put(archives, name, archive);
    orderCleaning(context.unit, scope, archive, now);
    return { ArchiveArn: arn, State: archive.state, CreationTime: new Date(now) };
  },
};

/** The name of a bus of the caller's own. */
async function ownBus({ call, unit }: Context, arn: string): Promise<string> {
  const { service, account, region, resource = '' } = parseArn(arn) ?? {};
  const [type, name = ''] = resource.split('/');
  const isOwn = account === call.scope.account && region === call.scope.region;
  if (service !== 'events' || type !== 'event-bus' || !isOwn) {
    throw invalidParameter('EventSourceArn', 'Must contain an event bus ARN.');
  }
  await assertBus(unit, call.scope, name);
  return name;
}

function assertChoices(
  operation: string,
  input: {
    readonly KmsKeyIdentifier?: string | undefined;
    readonly EventPattern?: string | undefined;
  },
): void {
  if (input.KmsKeyIdentifier) {
    throw unbuilt(
      operation,
      'an archive with a key of its own (events are sealed under the root key)',
    );
  }
  if (input.EventPattern) patternOf(input.EventPattern);
}

export const updateArchive: OperationOf<EventsOperations, 'UpdateArchive'> = {
  name: 'UpdateArchive',
  access: 'write',
  authorize: on('events:UpdateArchive', archiveKind, named),
  handle: async (input, context) => {
    const { document, view } = await found(context, archiveKind, input.ArchiveName);
    assertChoices('UpdateArchive', input);
    const { Description, EventPattern, RetentionDays } = input;
    const { scope, now, eventId: revision } = context.call;
    const changed: ArchiveDocument = {
      ...document,
      revision,
      ...(Description === undefined ? {} : { description: Description }),
      ...(EventPattern ? { pattern: EventPattern } : {}),
      ...(RetentionDays === undefined ? {} : { retentionDays: RetentionDays }),
    };
    if (document.state !== 'DISABLED') {
      await addToIndex(view, document.bus, [archiveShare(document, -1), archiveShare(changed, 1)]);
    }
    view.put(archives, document.name, changed);
    orderCleaning(context.unit, scope, changed, now);
    return {
      ArchiveArn: document.arn,
      State: document.state,
      CreationTime: new Date(document.created),
    };
  },
};

/** Its events go with it, a little later. */
export const deleteArchive: OperationOf<EventsOperations, 'DeleteArchive'> = {
  name: 'DeleteArchive',
  access: 'write',
  authorize: on('events:DeleteArchive', archiveKind, named),
  handle: async (input, context) => {
    const { document, view } = await found(context, archiveKind, input.ArchiveName);
    if (document.state !== 'DISABLED') {
      await addToIndex(view, document.bus, [archiveShare(document, -1)]);
    }
    view.delete(archives, document.name);
    orderCleaning(context.unit, context.call.scope, document, context.call.now, true);
    return {};
  },
};

export const describeArchive: OperationOf<EventsOperations, 'DescribeArchive'> = {
  name: 'DescribeArchive',
  access: 'read',
  authorize: on('events:DescribeArchive', archiveKind, named),
  handle: async (input, context) => {
    const { document } = await found(context, archiveKind, input.ArchiveName);
    const { description, pattern } = document;
    return {
      ArchiveArn: document.arn,
      ...shown(context, document),
      ...(description === undefined ? {} : { Description: description }),
      ...(pattern === undefined ? {} : { EventPattern: pattern }),
    };
  },
};

export const listArchives: OperationOf<EventsOperations, 'ListArchives'> = {
  name: 'ListArchives',
  access: 'read',
  authorize: anywhere('events:ListArchives'),
  handle: async (input, context) => {
    const { NamePrefix: prefix = '', EventSourceArn, State } = input;
    const bus = EventSourceArn === undefined ? undefined : await ownBus(context, EventSourceArn);
    const page = pageOf(context.call, input, JSON.stringify([prefix, bus, State]));
    const { documents, last } = await filteredPage(
      page,
      (query) => context.view.list(archives, { ...query, prefix }),
      (one) => (bus ?? one.bus) === one.bus && (State ?? one.state) === one.state,
    );
    return { Archives: documents.map((one) => shown(context, one)), ...page.answer(last) };
  },
};

function shown({ call }: Context, archive: ArchiveDocument): Archive {
  const { name, bus, state, retentionDays, events, bytes, created } = archive;
  return {
    ArchiveName: name,
    EventSourceArn: busArn(call.scope, bus),
    State: state,
    RetentionDays: retentionDays,
    EventCount: events,
    SizeBytes: bytes,
    CreationTime: new Date(created),
  };
}
