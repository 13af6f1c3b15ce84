import {
  CloudFormationClient,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import { expect } from 'vitest';
import type { ClientConfig } from '../../server.ts';

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
