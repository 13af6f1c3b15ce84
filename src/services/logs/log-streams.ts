import type { LogsOperations, LogStream } from '../../../models/logs/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import { uuid } from '../../core/ids.ts';
import { groupOf, onGroup, onStream, streamOf } from './authorization.ts';
import { invalidParameter, streamExists } from './errors.ts';
import { afterOf, nextToken } from './pages.ts';
import { purgeOrder } from './purge-job.ts';
import { streamArn } from './resources.ts';
import { type GroupDocument, type StreamDocument, streamKey, streams } from './state.ts';

const PAGE = 50;
/** Names are keys of the store, beside a group's id. */
const NAME_BYTES_MAX = 1_000;

export const createLogStream: OperationOf<LogsOperations, 'CreateLogStream'> = {
  name: 'CreateLogStream',
  access: 'write',
  authorize: onGroup('logs:CreateLogStream'),
  handle: async (input, context) => {
    const { group, view } = await groupOf(context, input);
    const name = input.logStreamName;
    if (Buffer.byteLength(name) > NAME_BYTES_MAX) {
      throw invalidParameter(`A log stream name has at most ${NAME_BYTES_MAX} bytes.`);
    }
    const key = streamKey(group, name);
    if ((await view.get(streams, key)) !== undefined) throw streamExists();
    const id = await context.once(uuid);
    view.put(streams, key, { id, group: group.id, name, created: context.call.now, bytes: 0 });
    return {};
  },
};

export const deleteLogStream: OperationOf<LogsOperations, 'DeleteLogStream'> = {
  name: 'DeleteLogStream',
  access: 'write',
  authorize: onStream('logs:DeleteLogStream'),
  handle: async (input, context) => {
    const { group, stream, view } = await streamOf(context, input);
    const { scope, now } = context.call;
    view.delete(streams, streamKey(group, stream.name));
    context.unit.order(purgeOrder(scope, group.id, stream.id, now));
    return {};
  },
};

export const describeLogStreams: OperationOf<LogsOperations, 'DescribeLogStreams'> = {
  name: 'DescribeLogStreams',
  access: 'read',
  authorize: onGroup('logs:DescribeLogStreams'),
  handle: async (input, context) => {
    const { call } = context;
    const { group, view, resource } = await groupOf(context, input);
    const { logStreamNamePrefix: prefix = '', orderBy = 'LogStreamName' } = input;
    const isByTime = orderBy === 'LastEventTime';
    if (isByTime && prefix !== '') {
      throw invalidParameter('Cannot order by LastEventTime with a logStreamNamePrefix.');
    }
    const about = JSON.stringify([group.id, prefix, orderBy, input.descending]);
    const after = afterOf(call, input.nextToken, about);
    const { items, last } = await view.list(streams, {
      ...(isByTime ? { index: 'lastEvent' } : {}),
      prefix: `${group.id}/${prefix}`,
      limit: input.limit ?? PAGE,
      descending: input.descending ?? false,
      ...(after === undefined ? {} : { after }),
    });
    const { scope } = resource.resolved;
    const logStreams = items.map(({ document }) => shownStream(scope, group, document));
    return { logStreams, ...nextToken(call, last, about) };
  },
};

function shownStream(scope: Scope, group: GroupDocument, stream: StreamDocument): LogStream {
  const { first, last, ingested } = stream;
  return {
    logStreamName: stream.name,
    creationTime: stream.created,
    arn: streamArn(scope, group.name, stream.name),
    // AWS tells no stream's size any more.
    storedBytes: 0,
    ...(first === undefined ? {} : { firstEventTimestamp: first }),
    ...(last === undefined ? {} : { lastEventTimestamp: last }),
    ...(ingested === undefined ? {} : { lastIngestionTime: ingested }),
  };
}
