import {
  DeleteResourcePolicyCommand,
  DescribeResourcePoliciesCommand,
  GetLogEventsCommand,
  PutResourcePolicyCommand,
} from '@aws-sdk/client-cloudwatch-logs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { errandService, sendErrand } from '../../errands.ts';
import { policyText } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newStream } from './groups.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ furtherServices: [errandService] });
});
afterAll(() => server.close());

const refusal = (name: string, message: string) => expect.objectContaining({ name, message });

test('PutResourcePolicy: keeps ten at most, shows them, and takes them back', async () => {
  const { logs, arn } = await newStream(server);
  const policyDocument = policyText({
    Effect: 'Allow',
    Principal: { Service: 'route53.amazonaws.com' },
    Action: 'logs:PutLogEvents',
    Resource: `${arn}:*`,
  });
  const put = (policyName: string) =>
    logs.send(new PutResourcePolicyCommand({ policyName, policyDocument }));
  for (let index = 0; index < 10; index += 1) await put(`p${index}`);
  await put('p9');
  await expect(put('p10')).rejects.toEqual(
    refusal('LimitExceededException', 'Resource limit exceeded.'),
  );
  const page = await logs.send(new DescribeResourcePoliciesCommand({ limit: 9 }));
  expect(page.resourcePolicies?.[0]).toEqual({
    policyName: 'p0',
    policyDocument,
    policyScope: 'ACCOUNT',
    lastUpdatedTime: expect.any(Number),
  });
  const { nextToken } = page;
  const rest = await logs.send(new DescribeResourcePoliciesCommand({ nextToken }));
  expect(rest.resourcePolicies).toMatchObject([{ policyName: 'p9' }]);
  await logs.send(new DeleteResourcePolicyCommand({ policyName: 'p0' }));
  await expect(logs.send(new DeleteResourcePolicyCommand({ policyName: 'p0' }))).rejects.toEqual(
    refusal('ResourceNotFoundException', 'Policy with name [p0] does not exist'),
  );
});

test('PutResourcePolicy: lets a service write, which may not without', async () => {
  const { account, logs, arn, group, stream, now } = await newStream(server);
  const write = () =>
    sendErrand(server.client(account), {
      service: 'logs',
      operation: 'PutLogEvents',
      input: {
        logGroupName: group,
        logStreamName: stream,
        logEvents: [{ timestamp: now(), message: 'of a service' }],
      },
      options: { as: { principal: 'events.amazonaws.com', account } },
    });
  await expect(write()).rejects.toMatchObject({ name: 'AccessDeniedException' });
  const policyDocument = policyText({
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'logs:PutLogEvents',
    Resource: `${arn}:*`,
  });
  await logs.send(new PutResourcePolicyCommand({ policyName: 'events', policyDocument }));
  await write();
  const { events } = await logs.send(
    new GetLogEventsCommand({ logGroupName: group, logStreamName: stream }),
  );
  expect(events).toMatchObject([{ message: 'of a service' }]);
});

test('PutResourcePolicy: refuses what is no policy', async () => {
  const { logs } = await newStream(server);
  await expect(
    logs.send(new PutResourcePolicyCommand({ policyName: 'x', policyDocument: '{}' })),
  ).rejects.toMatchObject({ name: 'InvalidParameterException' });
});
