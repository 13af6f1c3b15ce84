import { DescribeVolumesCommand, EC2Client, type Volume } from '@aws-sdk/client-ec2';
import { expect } from 'vitest';
import type { ClientConfig } from '../../../server.ts';

/** Copies take their time on a busy machine. */
const POLLING = { timeout: 20_000 };

/** The volume, once it is made; undefined: its making failed. */
export async function settledVolume(
  config: ClientConfig,
  id: string | undefined,
): Promise<Volume | undefined> {
  const ec2 = new EC2Client(config);
  let found: Volume | undefined;
  await expect
    .poll(async () => {
      const Filters = [{ Name: 'volume-id', Values: [id ?? ''] }];
      const { Volumes = [] } = await ec2.send(new DescribeVolumesCommand({ Filters }));
      found = Volumes[0];
      return found?.State;
    }, POLLING)
    .not.toBe('creating');
  return found;
}
