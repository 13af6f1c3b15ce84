import {
  DescribeImagesCommand,
  DescribeInstancesCommand,
  EC2Client,
  RunInstancesCommand,
} from '@aws-sdk/client-ec2';
import { expect } from 'vitest';
import type { ClientConfig } from '../../../server.ts';

/** An instance that runs in a zone. Gives its id. */
export async function runningInstance(
  config: ClientConfig,
  AvailabilityZone: string,
): Promise<string> {
  const ec2 = new EC2Client(config);
  const Filters = [{ Name: 'name', Values: ['al2023-ami-2023.*-kernel-6.1-x86_64'] }];
  const { Images } = await ec2.send(new DescribeImagesCommand({ Owners: ['amazon'], Filters }));
  const { Instances } = await ec2.send(
    new RunInstancesCommand({
      ImageId: Images?.[0]?.ImageId,
      InstanceType: 't3.micro',
      Placement: { AvailabilityZone },
      MinCount: 1,
      MaxCount: 1,
    }),
  );
  const id = Instances?.[0]?.InstanceId ?? '';
  await expect
    .poll(
      async () => {
        const named = new DescribeInstancesCommand({ InstanceIds: [id] });
        const { Reservations } = await ec2.send(named);
        return Reservations?.[0]?.Instances?.[0]?.State?.Name;
      },
      { timeout: 20_000 },
    )
    .toBe('running');
  return id;
}
