import {
  CloudFormationClient,
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ListStacksCommand,
  type Stack,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { expect } from 'vitest';
import type { ClientConfig, TestServer } from '../../server.ts';
import { pass, SECOND } from '../acm/certificates.ts';

export function stacksOf(config: ClientConfig): CloudFormationClient {
  return new CloudFormationClient(config);
}

/** The stack once nothing is being done to it. */
export async function settled(client: CloudFormationClient, StackName: string): Promise<Stack> {
  const read = async (): Promise<Stack | undefined> => {
    const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
    return Stacks[0];
  };
  await expect
    .poll(async () => (await read())?.StackStatus, { timeout: 30_000 })
    .not.toMatch(/IN_PROGRESS$/);
  const stack = await read();
  if (stack === undefined) throw new Error('there is no such stack');
  return stack;
}

/** What happened, first to last: `Key CREATE_COMPLETE`. */
export async function eventsOf(client: CloudFormationClient, StackName: string) {
  const { StackEvents = [] } = await client.send(new DescribeStackEventsCommand({ StackName }));
  return StackEvents.reverse();
}

export function outputOf({ Outputs = [] }: Stack, key: string): string {
  return Outputs.find(({ OutputKey }) => OutputKey === key)?.OutputValue ?? '';
}

/** Makes a stack, or changes the one of that name, and waits for the end of it. Its status is the caller's to look at. */
export async function deployed(
  client: CloudFormationClient,
  StackName: string,
  TemplateBody: string,
): Promise<Stack> {
  const input = { StackName, TemplateBody, Capabilities: ['CAPABILITY_IAM' as const] };
  const { StackSummaries = [] } = await client.send(new ListStacksCommand({}));
  const isThere = StackSummaries.some(
    (one) => one.StackName === StackName && one.StackStatus !== 'DELETE_COMPLETE',
  );
  await client.send(isThere ? new UpdateStackCommand(input) : new CreateStackCommand(input));
  return settled(client, StackName);
}

/** Takes a stack away, and waits for the end of it. */
export async function removed(client: CloudFormationClient, { StackId = '' }: Stack) {
  await client.send(new DeleteStackCommand({ StackName: StackId }));
  return settled(client, StackId);
}

/** Why resources of a stack failed, first to last. */
export async function failuresOf(client: CloudFormationClient, StackName: string) {
  const events = await eventsOf(client, StackName);
  return events
    .filter(({ ResourceStatus = '' }) => ResourceStatus.endsWith('_FAILED'))
    .map((one) => one.ResourceStatusReason ?? '');
}

/** The stack once nothing is being done to it, while service time passes. */
export async function settledInTime(
  server: TestServer,
  client: CloudFormationClient,
  StackName: string,
): Promise<Stack> {
  await expect
    .poll(
      async () => {
        await pass(server, 20 * SECOND);
        const { Stacks = [] } = await client.send(new DescribeStacksCommand({ StackName }));
        return Stacks[0]?.StackStatus;
      },
      { timeout: 30_000 },
    )
    .not.toMatch(/IN_PROGRESS$/);
  return settled(client, StackName);
}
