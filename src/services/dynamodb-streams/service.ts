import type { Service } from '../../contract/service.ts';
import type { StreamReader, TableStream } from '../dynamodb/port.ts';
import { createGetRecords, createGetShardIterator } from './records.ts';
import { createDescribeStream, createListStreams } from './streams.ts';

/** What was written to tables, in order, for a day. `reader` reads what DynamoDB keeps of it. */
export function createDynamoDbStreamsService<T extends TableStream>(
  reader: StreamReader<T>,
): Service {
  return {
    id: 'dynamodb-streams',
    principal: 'dynamodb.amazonaws.com',
    operations: [
      createListStreams(reader),
      createDescribeStream(reader),
      createGetShardIterator(reader),
      createGetRecords(reader),
    ],
    notImplemented: new Map(),
    collections: [],
    jobs: [],
    unrecordedMembers: new Set(['Records']),
  };
}
