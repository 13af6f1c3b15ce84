import {
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ListStacksCommand,
} from '@aws-sdk/client-cloudformation';
import { expect, onTestFinished, test } from 'vitest';
import { freshAccount, startServer } from '../../server.ts';
import { DAY, pass } from '../acm/certificates.ts';
import { settled, stacksOf } from './stack-clients.ts';

const TemplateBody = `
Resources:
  P: {Type: AWS::SSM::Parameter, Properties: {Name: /gone, Type: String, Value: a}}
`;

test('stacks that are gone: can be looked at by their ARN for 90 days, and are forgotten with their events then', async () => {
  const server = await startServer();
  onTestFinished(() => server.close());
  const client = stacksOf(server.client(freshAccount()));
  const made = new CreateStackCommand({ StackName: 'gone', TemplateBody });
  const { StackId: StackName = '' } = await client.send(made);
  await settled(client, StackName);
  await client.send(new CreateStackCommand({ StackName: 'stays', TemplateBody: OTHER }));
  await settled(client, 'stays');
  await client.send(new DeleteStackCommand({ StackName }));
  expect((await settled(client, StackName)).StackStatus).toBe('DELETE_COMPLETE');

  const names = async (): Promise<readonly string[]> => {
    const { StackSummaries = [] } = await client.send(new ListStacksCommand({}));
    return StackSummaries.map((one) => one.StackName ?? '').sort();
  };
  await pass(server, 89 * DAY);
  expect(await names()).toEqual(['gone', 'stays']);
  const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName }));
  expect(StackEvents[0]?.ResourceStatus).toBe('DELETE_COMPLETE');

  await pass(server, 2 * DAY);
  expect(await names()).toEqual(['stays']);
  const text = `Stack with id ${StackName} does not exist`;
  await expect(client.send(new DescribeStacksCommand({ StackName }))).rejects.toThrow(text);
  await expect(client.send(new DescribeStackEventsCommand({ StackName }))).rejects.toThrow(
    /does not exist/,
  );
  expect((await settled(client, 'stays')).StackStatus).toBe('CREATE_COMPLETE');
});

const OTHER = TemplateBody.replace('/gone', '/stays');
