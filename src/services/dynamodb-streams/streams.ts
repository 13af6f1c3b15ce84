import type { DynamodbStreamsOperations } from '../../../models/dynamodb-streams/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { StreamReader, TableStream } from '../dynamodb/port.ts';
import { shardOf } from './shards.ts';
import { streamTarget } from './target.ts';

const STREAMS_MAX = 100;

export function createListStreams(
  reader: Pick<StreamReader, 'list'>,
): OperationOf<DynamodbStreamsOperations, 'ListStreams'> {
  return {
    name: 'ListStreams',
    access: 'read',
    authorize: async () => [{ action: 'dynamodb:ListStreams', resource: '*' }],
    handle: async (input, { view }) => {
      const {
        TableName: table,
        ExclusiveStartStreamArn: after,
        Limit: limit = STREAMS_MAX,
      } = input;
      const { streams, isMore } = await reader.list(view, {
        limit,
        ...(table === undefined ? {} : { table }),
        ...(after === undefined ? {} : { after }),
      });
      const last = streams.at(-1);
      return {
        Streams: streams.map(({ arn, table: name, label }) => ({
          StreamArn: arn,
          TableName: name,
          StreamLabel: label,
        })),
        ...(isMore && last !== undefined ? { LastEvaluatedStreamArn: last.arn } : {}),
      };
    },
  };
}

export function createDescribeStream<T extends TableStream>(
  reader: StreamReader<T>,
): OperationOf<DynamodbStreamsOperations, 'DescribeStream'> {
  return {
    name: 'DescribeStream',
    access: 'read',
    authorize: async (input, context) => [
      {
        action: 'dynamodb:DescribeStream',
        resource: await context.resolve(reader.kind, input.StreamArn),
      },
    ],
    handle: async (input, context) => {
      const stream = await streamTarget(context, reader, input.StreamArn);
      const { hash, range } = stream.key;
      const shard = shardOf(stream);
      const newest =
        stream.ended === undefined ? undefined : await reader.edge(context, stream, 'newest');
      const isShown = input.ExclusiveStartShardId === undefined && input.ShardFilter === undefined;
      return {
        StreamDescription: {
          StreamArn: stream.arn,
          StreamLabel: stream.label,
          StreamStatus: stream.ended === undefined ? 'ENABLED' : 'DISABLED',
          StreamViewType: stream.view,
          CreationRequestDateTime: new Date(stream.created),
          TableName: stream.table,
          KeySchema: [
            { AttributeName: hash.name, KeyType: 'HASH' },
            ...(range === undefined
              ? []
              : [{ AttributeName: range.name, KeyType: 'RANGE' } as const]),
          ],
          Shards: isShown
            ? [
                {
                  ShardId: shard.id,
                  SequenceNumberRange: {
                    StartingSequenceNumber: shard.first,
                    ...(stream.ended === undefined
                      ? {}
                      : { EndingSequenceNumber: newest ?? shard.first }),
                  },
                },
              ]
            : [],
        },
      };
    },
  };
}
