import { IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam';
import { SchedulerClient } from '@aws-sdk/client-scheduler';
import { policyText } from '../../identities.ts';
import { newRole } from '../../roles.ts';
import { freshAccount, type TestServer } from '../../server.ts';
import { newQueue, type Queue } from '../events/rig.ts';

export const OFF = { Mode: 'OFF' } as const;

export interface Bench {
  readonly account: string;
  readonly scheduler: SchedulerClient;
  readonly queue: Queue;
  /** A role that Scheduler may assume, and that may do anything. */
  readonly roleArn: string;
}

/** An account with a queue, and a role to send to it as. */
export async function newBench(server: TestServer, Action: string = '*'): Promise<Bench> {
  const account = freshAccount();
  const queue = await newQueue(server, account, 'turns', {
    attributes: { MessageRetentionPeriod: '1209600' },
  });
  const roleArn = await newRole(server, account, 'runner', { Service: 'scheduler.amazonaws.com' });
  const PolicyDocument = policyText({ Effect: 'Allow', Action, Resource: '*' });
  const named = { RoleName: 'runner', PolicyName: 'own' };
  await new IAMClient(server.client(account)).send(
    new PutRolePolicyCommand({ ...named, PolicyDocument }),
  );
  return { account, scheduler: new SchedulerClient(server.client(account)), queue, roleArn };
}
