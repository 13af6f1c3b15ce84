import {
  EventBridgeClient,
  PutRuleCommand,
  type PutRuleCommandInput,
  PutTargetsCommand,
  type Target,
} from '@aws-sdk/client-eventbridge';
import { startServer, type ServerOptions, type TestServer } from '../../server.ts';
import { fakeQueues, sent } from './fake-queues.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export function startEventsServer(options: ServerOptions = {}): Promise<TestServer> {
  return startServer({ furtherServices: [fakeQueues], ...options });
}

export function clientOf(server: TestServer, account: string, region?: string): EventBridgeClient {
  return new EventBridgeClient(server.client(account, region));
}

export interface Message {
  readonly body: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  readonly group: string | undefined;
}

export interface Queue {
  readonly arn: string;
  /** What has arrived, oldest first. */
  messages(): Promise<readonly Message[]>;
  /** What has arrived, as JSON. */
  events(): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** A queue that rules of its account may send to. */
export async function newQueue(
  _server: TestServer,
  account: string,
  name: string,
  region = 'us-east-1',
): Promise<Queue> {
  const messages = async (): Promise<readonly Message[]> =>
    (sent.get(`${account}/${name}`) ?? []).map((message) => ({
      body: message.MessageBody,
      attributes: Object.fromEntries(
        Object.entries(message.MessageAttributes ?? {}).map(([key, { StringValue }]) => [
          key,
          StringValue,
        ]),
      ),
      group: message.MessageGroupId,
    }));
  return {
    arn: `arn:aws:sqs:${region}:${account}:${name}`,
    messages,
    events: async () => (await messages()).map(({ body }) => JSON.parse(body)),
  };
}

export interface RuleOptions extends Omit<Partial<PutRuleCommandInput>, 'EventPattern'> {
  readonly pattern?: object;
  readonly region?: string;
  readonly target?: Partial<Target>;
}

/** A rule that sends to a queue of its own. */
export async function newRule(
  server: TestServer,
  account: string,
  name: string,
  { pattern, region = 'us-east-1', target = {}, ...input }: RuleOptions,
): Promise<Queue> {
  const queue = await newQueue(server, account, name, region);
  const events = clientOf(server, account, region);
  const EventPattern = pattern === undefined ? undefined : JSON.stringify(pattern);
  await events.send(new PutRuleCommand({ Name: name, EventPattern, ...input }));
  const { EventBusName } = input;
  const Targets = [{ Id: 'queue', Arn: queue.arn, ...target }];
  await events.send(new PutTargetsCommand({ Rule: name, EventBusName, Targets }));
  return queue;
}

/** Waits until all that has happened has had its consequences; moves time forward first when told to. */
export async function quiet(server: TestServer, forwardMs = 0): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + forwardMs);
}
