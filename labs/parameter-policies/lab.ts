import { EventBridgeClient, PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import {
  DescribeParametersCommand,
  GetParameterCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { ACCOUNT, type DevServer, policyText, withDevServer } from '../dev-server.ts';
import type { Lab } from '../lab.ts';
import type { Narrator } from '../narration.ts';
import { mustRefuse } from '../refusal.ts';

export const parameterPolicies: Lab = {
  name: 'parameter-policies',
  title: 'Parameter policies: what time does to a parameter',
  run: (settings) =>
    withDevServer(settings, async (server) => {
      const { narrator } = settings;
      const scene: Scene = { narrator, server, ssm: new SSMClient(server.root(ACCOUNT)) };
      narrator.part('What a policy may say');
      await narrator.attempt('part 1 ran to its end', () => rules(scene));
      narrator.part('A parameter that nobody changes, and that expires');
      await narrator.attempt('part 2 ran to its end', () => life(scene));
    }),
};

interface Scene {
  readonly narrator: Narrator;
  readonly server: DevServer;
  readonly ssm: SSMClient;
}

const NAME = '/shop/prod/license';

function put({ ssm }: Scene, policies: readonly object[], more: object = {}) {
  const Policies = JSON.stringify(policies);
  const input = { Name: NAME, Value: 'XK-42', Type: 'String', Tier: 'Advanced', Policies } as const;
  return ssm.send(new PutParameterCommand({ ...input, ...more }));
}

function expiration(Timestamp: string) {
  return { Type: 'Expiration', Version: '1.0', Attributes: { Timestamp } };
}

const beforeIt = {
  Type: 'ExpirationNotification',
  Version: '1.0',
  Attributes: { Before: '15', Unit: 'Days' },
};
const unchanged = {
  Type: 'NoChangeNotification',
  Version: '1.0',
  Attributes: { After: '20', Unit: 'Days' },
};

/** `Expiration Pending, NoChangeNotification Finished`. */
async function statuses({ narrator, ssm }: Scene): Promise<string> {
  const { Parameters = [] } = await ssm.send(new DescribeParametersCommand({}));
  const text = (Parameters[0]?.Policies ?? [])
    .map(({ PolicyType, PolicyStatus }) => `${PolicyType} ${PolicyStatus}`)
    .join(', ');
  narrator.show('policies', text);
  return text;
}

/** Lets a queue hear of parameters and their policies; gives what came since it was asked last, in words. */
async function listener({ narrator, server }: Scene): Promise<() => Promise<string>> {
  const config = server.root(ACCOUNT);
  const sqs = new SQSClient(config);
  const { QueueUrl = '' } = await sqs.send(new CreateQueueCommand({ QueueName: 'heard' }));
  const Arn = `arn:aws:sqs:us-east-1:${ACCOUNT}:heard`;
  const Policy = policyText({
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: Arn,
  });
  // Days pass between an event and its reading: a queue keeps messages for four, unless told otherwise.
  const Attributes = { Policy, MessageRetentionPeriod: '1209600' };
  await sqs.send(new SetQueueAttributesCommand({ QueueUrl, Attributes }));
  const events = new EventBridgeClient(config);
  const EventPattern = JSON.stringify({ source: ['aws.ssm'], detail: detailOf('Delete') });
  await events.send(new PutRuleCommand({ Name: 'heard', EventPattern }));
  await events.send(new PutTargetsCommand({ Rule: 'heard', Targets: [{ Id: 'queue', Arn }] }));
  return async () => {
    await server.advance('PT5S');
    const batch = { QueueUrl, MaxNumberOfMessages: 10 };
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(batch));
    const words: string[] = [];
    for (const { Body = '', ReceiptHandle } of Messages) {
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      words.push(/"(?:policy-type|operation)":"(\w+)"/.exec(Body)?.[1] ?? Body);
    }
    const text = words.toSorted().join(' ');
    narrator.show('events', text);
    return text;
  };
}

/** Every action of a policy, and one kind of change. */
function detailOf(operation: string) {
  return { $or: [{ 'policy-type': [{ exists: true }] }, { operation: [operation] }] };
}

async function rules(scene: Scene): Promise<void> {
  const { narrator } = scene;
  const soon = expiration('2100-01-01T00:00:00Z');
  narrator.step('The advanced tier alone has them');
  await mustRefuse(narrator, 'not the standard one', put(scene, [soon], { Tier: 'Standard' }), {
    code: 'ValidationException',
    text: "You can't assign parameter policies to a standard-parameter tier.",
  });
  narrator.step('Ten of them, and one expiration');
  await mustRefuse(narrator, 'two expirations contradict each other', put(scene, [soon, soon]), {
    code: 'IncompatiblePolicyException',
    text: 'There can be only one expiration policy',
  });
  await mustRefuse(narrator, 'what never expires announces nothing', put(scene, [beforeIt]), {
    code: 'IncompatiblePolicyException',
    text: 'Expiration notification policies are missing expiration policy',
  });
  const eleven = Array.from({ length: 11 }, () => unchanged);
  await mustRefuse(narrator, 'eleven are too many', put(scene, eleven), {
    code: 'PoliciesLimitExceededException',
  });
}

async function life(scene: Scene): Promise<void> {
  const { narrator, server, ssm } = scene;
  const heard = await listener(scene);
  narrator.step(
    'It expires in sixty days; one is told fifteen days before, and after twenty without change',
  );
  const day = 86_400_000;
  await put(scene, [
    expiration(new Date(Date.now() + 60 * day).toISOString()),
    beforeIt,
    unchanged,
  ]);
  narrator.check(
    'all three wait',
    (await statuses(scene)) ===
      'Expiration Pending, ExpirationNotification Pending, NoChangeNotification Pending',
  );
  narrator.step('Twenty-one days pass');
  await server.advance('P21D');
  narrator.check(
    'that nobody changed it was told',
    (await statuses(scene)).endsWith('NoChangeNotification Finished'),
  );
  narrator.check('a rule of EventBridge heard it', (await heard()) === 'NoChangeNotification');
  narrator.step('Somebody changes it');
  const change = { Name: NAME, Value: 'XK-43', Overwrite: true };
  await ssm.send(new PutParameterCommand(change));
  narrator.check(
    'that wait begins anew, and the expiration stays where it was',
    (await statuses(scene)) ===
      'Expiration Pending, ExpirationNotification Pending, NoChangeNotification Pending',
  );
  narrator.step('Fourteen days before the end');
  await server.advance('P25D');
  narrator.check(
    'the end was announced',
    (await statuses(scene)).includes('ExpirationNotification Finished'),
  );
  const announced = await heard();
  narrator.check(
    'the rule heard it, and once more that nobody changed the parameter',
    announced === 'ExpirationNotification NoChangeNotification',
  );
  narrator.step('The end');
  await server.advance('P15D');
  await mustRefuse(
    narrator,
    'the parameter is gone',
    ssm.send(new GetParameterCommand({ Name: NAME })),
    { code: 'ParameterNotFound' },
  );
  narrator.check('the rule heard both', (await heard()) === 'Delete Expiration');
  await server.advance('PT1M');
  const records = await server.records(ACCOUNT, 'DeleteParameter');
  narrator.show('record', records[0] ?? '');
  narrator.check(
    'the audit trail tells that Parameter Store did it',
    records.length === 1 && (records[0] ?? '').includes('"eventType":"AwsServiceEvent"'),
  );
}
