import {
  DescribeImagesCommand,
  DescribeInstancesCommand,
  EC2Client,
  RunInstancesCommand,
  type RunInstancesCommandInput,
} from '@aws-sdk/client-ec2';
import { expect } from 'vitest';
import type { TestServer } from '../../server.ts';

async function amazonLinux(ec2: EC2Client): Promise<string> {
  const Filters = [{ Name: 'name', Values: ['al2023-ami-2023.*-kernel-6.1-x86_64'] }];
  const { Images } = await ec2.send(new DescribeImagesCommand({ Owners: ['amazon'], Filters }));
  return Images?.[0]?.ImageId ?? '';
}

/** A client of an account, with an image of Amazon's and what launches it. */
export async function launchOf(server: TestServer, account: string, region = 'us-east-1') {
  const ec2 = new EC2Client(server.client(account, region));
  const ImageId = await amazonLinux(ec2);
  const run = (more: Partial<RunInstancesCommandInput> = {}) =>
    ec2.send(
      new RunInstancesCommand({
        ImageId,
        InstanceType: 't3.micro',
        MinCount: 1,
        MaxCount: 1,
        ...more,
      }),
    );
  return { ec2, ImageId, run };
}

export async function stateOf(ec2: EC2Client, id: string) {
  const { Reservations } = await ec2.send(new DescribeInstancesCommand({ InstanceIds: [id] }));
  return Reservations?.[0]?.Instances?.[0]?.State?.Name;
}

/** Waits for an instance to be in a state. */
export function becomes(ec2: EC2Client, id: string, state: string) {
  return expect.poll(() => stateOf(ec2, id), { timeout: 10_000 }).toBe(state);
}
