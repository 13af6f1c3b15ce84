import {
  EventBridgeClient,
  PutRuleCommand,
  type PutRuleCommandInput,
  PutTargetsCommand,
  type Target,
} from '@aws-sdk/client-eventbridge';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { policyText } from '../../identities.ts';
import { startServer, type ServerOptions, type TestServer } from '../../server.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

export function startEventsServer(options: ServerOptions = {}): Promise<TestServer> {
  return startServer(options);
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
  readonly url: string;
  /** What has arrived and was not asked for before. */
  take(): Promise<readonly Message[]>;
  /** All that has arrived, as JSON, in the order of its events. */
  events(): Promise<readonly Readonly<Record<string, unknown>>[]>;
  /** All that has arrived. */
  messages(): Promise<readonly Message[]>;
}

export interface QueueOptions {
  readonly region?: string;
  /** Who may send to it; EventBridge when absent. */
  readonly statement?: object;
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A queue that rules of its account may send to. */
export async function newQueue(
  server: TestServer,
  account: string,
  name: string,
  { region = 'us-east-1', statement = {}, attributes = {} }: QueueOptions = {},
): Promise<Queue> {
  const sqs = new SQSClient({ ...server.client(account, region), useQueueUrlAsEndpoint: false });
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: '*',
    Condition: { ArnLike: { 'aws:SourceArn': `arn:aws:events:*:${account}:rule/*` } },
    ...statement,
  });
  const Attributes = { Policy, ...attributes };
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes }));
  const all: Message[] = [];
  const take = async (): Promise<readonly Message[]> => {
    const taken: Message[] = [];
    for (;;) {
      const { Messages = [] } = await sqs.send(
        new ReceiveMessageCommand({
          QueueUrl,
          MaxNumberOfMessages: 10,
          WaitTimeSeconds: 0,
          MessageAttributeNames: ['All'],
          MessageSystemAttributeNames: ['All'],
        }),
      );
      if (Messages.length === 0) return taken;
      for (const message of Messages) {
        const given = Object.entries(message.MessageAttributes ?? {});
        const one: Message = {
          body: message.Body ?? '',
          attributes: Object.fromEntries(given.map(([key, { StringValue }]) => [key, StringValue])),
          group: message.Attributes?.MessageGroupId,
        };
        taken.push(one);
        all.push(one);
        const { ReceiptHandle } = message;
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
    }
  };
  const messages = async (): Promise<readonly Message[]> => {
    await take();
    return all;
  };
  return {
    arn: `arn:aws:sqs:${region}:${account}:${name}`,
    url: QueueUrl ?? '',
    take,
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
  const queue = await newQueue(server, account, name, { region });
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
