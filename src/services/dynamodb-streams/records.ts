import type {
  DynamodbStreamsOperations,
  GetShardIteratorInput,
  RecordShape,
} from '../../../models/dynamodb-streams/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import { type Instant, MINUTE_MS } from '../../core/time.ts';
import type { StreamedChange, StreamReader, TableStream } from '../dynamodb/port.ts';
import { createHash } from 'node:crypto';
import { expiredIterator, invalid, shardNotFound, trimmedDataAccess } from './errors.ts';
import { FIRST_SEQUENCE, shardOf } from './shards.ts';
import { streamTarget } from './target.ts';

const RECORDS_MAX = 1_000;
const ITERATOR_MS = 15 * MINUTE_MS;
const KIND = 'dynamodb:GetRecords';
const SEQUENCE = /^1\d{20}$/;

/** Where reading goes on: after a sequence number of a stream. */
interface Iterator {
  readonly arn: string;
  readonly after: string;
  readonly issued: Instant;
}

function encode({ arn, after, issued }: Iterator): string {
  return encodeMarker(KIND, '', { key: arn, id: `${after} ${issued}` });
}

/** Errors: ValidationException. */
function decode(text: string): Iterator {
  const cursor = decodeMarker(KIND, '', text);
  const [after, issued] = cursor?.id.split(' ') ?? [];
  if (cursor === undefined || after === undefined || issued === undefined) {
    throw invalid('Invalid ShardIterator');
  }
  return { arn: cursor.key, after, issued: Number(issued) };
}

export function createGetShardIterator<T extends TableStream>(
  reader: StreamReader<T>,
): OperationOf<DynamodbStreamsOperations, 'GetShardIterator'> {
  return {
    name: 'GetShardIterator',
    access: 'read',
    eventCategory: 'data',
    authorize: async (input, context) => [
      {
        action: 'dynamodb:GetShardIterator',
        resource: await context.resolve(reader.kind, input.StreamArn),
      },
    ],
    handle: async (input, context) => {
      const stream = await streamTarget(context, reader, input.StreamArn);
      if (input.ShardId !== shardOf(stream).id) throw shardNotFound(input.ShardId, stream.arn);
      const after = await startOf(context, reader, stream, input);
      return { ShardIterator: encode({ arn: stream.arn, after, issued: context.call.now }) };
    },
  };
}

async function startOf<T extends TableStream>(
  context: Context,
  reader: StreamReader<T>,
  stream: T,
  { ShardIteratorType: type, SequenceNumber: sequence }: GetShardIteratorInput,
): Promise<string> {
  if (type === 'TRIM_HORIZON') return FIRST_SEQUENCE;
  if (type === 'LATEST') return (await reader.edge(context, stream, 'newest')) ?? FIRST_SEQUENCE;
  if (sequence === undefined || !SEQUENCE.test(sequence)) {
    throw invalid('Invalid SequenceNumber');
  }
  const oldest = await reader.edge(context, stream, 'oldest');
  if (oldest !== undefined && sequence < oldest && sequence !== FIRST_SEQUENCE) {
    throw trimmedDataAccess();
  }
  return type === 'AFTER_SEQUENCE_NUMBER' ? sequence : before(sequence);
}

function before(sequence: string): string {
  return String(BigInt(sequence) - 1n).padStart(sequence.length, '0');
}

export function createGetRecords<T extends TableStream>(
  reader: StreamReader<T>,
): OperationOf<DynamodbStreamsOperations, 'GetRecords'> {
  return {
    name: 'GetRecords',
    access: 'read',
    eventCategory: 'data',
    authorize: async (input, context) => [
      {
        action: 'dynamodb:GetRecords',
        resource: await context.resolve(reader.kind, decode(input.ShardIterator).arn),
      },
    ],
    handle: async (input, context) => {
      const { now, scope } = context.call;
      const { arn, after, issued } = decode(input.ShardIterator);
      if (now - issued > ITERATOR_MS) throw expiredIterator();
      const stream = await streamTarget(context, reader, arn);
      const limit = input.Limit ?? RECORDS_MAX;
      const changes = await reader.read(context, stream, { after, limit });
      const last = changes.at(-1)?.sequence ?? after;
      const isOver = stream.ended !== undefined && changes.length === 0;
      return {
        Records: changes.map((change) => recordOf(stream, change, scope.region)),
        ...(isOver ? {} : { NextShardIterator: encode({ arn, after: last, issued: now }) }),
      };
    },
  };
}

function recordOf(stream: TableStream, change: StreamedChange, region: string): RecordShape {
  const { sequence, at, kind, isExpiry, key, before: old, after: made, size } = change;
  return {
    eventID: createHash('md5').update(`${stream.arn} ${sequence}`).digest('hex'),
    eventName: kind,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    dynamodb: {
      ApproximateCreationDateTime: new Date(Math.floor(at / 1_000) * 1_000),
      Keys: key,
      ...(made === undefined ? {} : { NewImage: made }),
      ...(old === undefined ? {} : { OldImage: old }),
      SequenceNumber: sequence,
      SizeBytes: size,
      StreamViewType: stream.view,
    },
    ...(isExpiry
      ? { userIdentity: { Type: 'Service', PrincipalId: 'dynamodb.amazonaws.com' } }
      : {}),
  };
}
