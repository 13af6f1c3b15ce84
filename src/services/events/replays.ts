import type { EventsOperations, Replay } from '../../../models/events/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { parseArn } from '../../core/arn.ts';
import { SECOND_MS } from '../../core/time.ts';
import { anywhere, found, on } from './authorization.ts';
import { assertBus } from './buses.ts';
import { alreadyExists, illegalStatus, invalidParameter } from './errors.ts';
import { filteredPage, pageOf } from './pages.ts';
import { orderReplay } from './replay-job.ts';
import { archiveKind, busArn, eventsArn, replayKind } from './resources.ts';
import { archives, type ReplayDocument, replays } from './state.ts';

/** What AWS's replays take to begin; here long enough to be cancelled. */
const START_MS = 2 * SECOND_MS;

type Naming = { readonly ReplayName: string };

const named = ({ ReplayName }: Naming): string => ReplayName;

export const startReplay: OperationOf<EventsOperations, 'StartReplay'> = {
  name: 'StartReplay',
  access: 'write',
  authorize: async (input, context) => {
    const action = 'events:StartReplay';
    const archive = parseArn(input.EventSourceArn)?.resource.replace(/^archive\//, '') ?? '';
    return [
      { action, resource: await context.resolve(replayKind, input.ReplayName) },
      { action, resource: await context.resolve(archiveKind, archive) },
    ];
  },
  handle: async (input, context) => {
    const { ReplayName: name, Destination, EventStartTime, EventEndTime, Description } = input;
    const { scope, now } = context.call;
    const bus = await busOfDestination(context, Destination.Arn);
    const archive = await archiveOf(context, input.EventSourceArn);
    if (archive.bus !== bus) {
      const reason = 'Cross event bus replay is not permitted.';
      throw invalidParameter('Destination.Arn', reason);
    }
    if (EventStartTime.getTime() >= EventEndTime.getTime()) {
      throw invalidParameter('EventEndTime', 'EventStartTime must be before EventEndTime.');
    }
    if ((await context.view.get(replays, name)) !== undefined) {
      throw alreadyExists(`Replay ${name}`);
    }
    const replay: ReplayDocument = {
      name,
      arn: eventsArn(scope, `replay/${name}`),
      archive: archive.name,
      bus,
      filters: Destination.FilterArns ?? [],
      state: 'STARTING',
      from: EventStartTime.getTime(),
      to: EventEndTime.getTime(),
      started: now,
      ...(Description === undefined ? {} : { description: Description }),
    };
    context.view.put(replays, name, replay);
    orderReplay(context.unit, scope, replay, now + START_MS);
    return { ReplayArn: replay.arn, State: replay.state, ReplayStartTime: new Date(now) };
  },
};

async function busOfDestination({ call, unit }: Context, arn: string): Promise<string> {
  const { service, account, region, resource = '' } = parseArn(arn) ?? {};
  const [type, name = ''] = resource.split('/');
  if (service !== 'events' || type !== 'event-bus') {
    throw invalidParameter('Destination.Arn', 'Must contain an event bus ARN.');
  }
  if (account !== call.scope.account || region !== call.scope.region) {
    throw invalidParameter('Destination.Arn', 'Cross event bus replay is not permitted.');
  }
  await assertBus(unit, call.scope, name);
  return name;
}

async function archiveOf({ view }: Context, arn: string) {
  const [type, name = ''] = parseArn(arn)?.resource.split('/') ?? [];
  if (type !== 'archive') throw invalidParameter('EventSourceArn', 'Must contain an archive ARN.');
  const archive = await view.get(archives, name);
  if (archive === undefined) {
    throw invalidParameter('EventSourceArn', `Archive ${name} does not exist.`);
  }
  return archive;
}

export const cancelReplay: OperationOf<EventsOperations, 'CancelReplay'> = {
  name: 'CancelReplay',
  access: 'write',
  authorize: on('events:CancelReplay', replayKind, named),
  handle: async (input, context) => {
    const { document, view } = await found(context, replayKind, input.ReplayName);
    if (document.state !== 'STARTING' && document.state !== 'RUNNING') {
      throw illegalStatus(`Replay ${document.name} is not in a valid state for this operation.`);
    }
    view.put(replays, document.name, { ...document, state: 'CANCELLING' });
    return { ReplayArn: document.arn, State: 'CANCELLING' };
  },
};

export const describeReplay: OperationOf<EventsOperations, 'DescribeReplay'> = {
  name: 'DescribeReplay',
  access: 'read',
  authorize: on('events:DescribeReplay', replayKind, named),
  handle: async (input, context) => {
    const { document } = await found(context, replayKind, input.ReplayName);
    const { description, filters, bus } = document;
    return {
      ReplayArn: document.arn,
      ...shown(context, document),
      ...(description === undefined ? {} : { Description: description }),
      Destination: {
        Arn: busArn(context.call.scope, bus),
        ...(filters.length === 0 ? {} : { FilterArns: filters }),
      },
    };
  },
};

export const listReplays: OperationOf<EventsOperations, 'ListReplays'> = {
  name: 'ListReplays',
  access: 'read',
  authorize: anywhere('events:ListReplays'),
  handle: async (input, context) => {
    const { NamePrefix: prefix = '', EventSourceArn, State } = input;
    const page = pageOf(context.call, input, JSON.stringify([prefix, EventSourceArn, State]));
    const { documents, last } = await filteredPage(
      page,
      (query) => context.view.list(replays, { ...query, prefix }),
      (one) =>
        (EventSourceArn === undefined || EventSourceArn.endsWith(`:archive/${one.archive}`)) &&
        (State ?? one.state) === one.state,
    );
    return { Replays: documents.map((one) => shown(context, one)), ...page.answer(last) };
  },
};

function shown({ call }: Context, replay: ReplayDocument): Replay {
  const { name, archive, state, from, to, started, ended, last } = replay;
  return {
    ReplayName: name,
    EventSourceArn: eventsArn(call.scope, `archive/${archive}`),
    State: state,
    EventStartTime: new Date(from),
    EventEndTime: new Date(to),
    ReplayStartTime: new Date(started),
    ...(last === undefined ? {} : { EventLastReplayedTime: new Date(last.time) }),
    ...(ended === undefined ? {} : { ReplayEndTime: new Date(ended) }),
  };
}
