import {
  CloudWatchLogsClient,
  CreateLogGroupCommand,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { freshAccount, type TestServer } from '../../server.ts';

export interface OwnStream {
  readonly account: string;
  /** A client of the account's root. */
  readonly logs: CloudWatchLogsClient;
  readonly group: string;
  /** Without `:*`. */
  readonly arn: string;
  readonly stream: string;
  /** Service time. */
  now(): number;
  /** Messages, a millisecond apart, from an instant: service time when absent. */
  put(messages: readonly string[], start?: number, stream?: string): Promise<void>;
}

/** The stream `one` of the group `/app/log`, in an account of its own. */
export async function newStream(server: TestServer, kmsKeyId?: string): Promise<OwnStream> {
  const account = freshAccount();
  return streamIn(server, account, kmsKeyId);
}

export async function streamIn(
  server: TestServer,
  account: string,
  kmsKeyId?: string,
): Promise<OwnStream> {
  const logs = new CloudWatchLogsClient(server.client(account));
  const logGroupName = '/app/log';
  await logs.send(new CreateLogGroupCommand({ logGroupName, kmsKeyId }));
  await logs.send(new CreateLogStreamCommand({ logGroupName, logStreamName: 'one' }));
  const now = () => server.platform.engine().clock.serviceTime();
  return {
    account,
    logs,
    group: logGroupName,
    arn: `arn:aws:logs:us-east-1:${account}:log-group:${logGroupName}`,
    stream: 'one',
    now,
    put: async (messages, start = now(), logStreamName = 'one') => {
      const logEvents = messages.map((message, index) => ({ message, timestamp: start + index }));
      await logs.send(new PutLogEventsCommand({ logGroupName, logStreamName, logEvents }));
    },
  };
}
