import {
  CreateScheduleCommand,
  CreateScheduleGroupCommand,
  DeleteScheduleGroupCommand,
  GetScheduleCommand,
  GetScheduleGroupCommand,
  ListScheduleGroupsCommand,
  ListTagsForResourceCommand,
  SchedulerClient,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-scheduler';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import type { TestServer } from '../../server.ts';
import { startEventsServer } from '../events/rig.ts';
import { newBench, OFF } from './rig.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startEventsServer();
});
afterAll(() => server.close());

test('groups: made once, listed after the default one, and deleted with their schedules', async () => {
  const { scheduler, account, queue, roleArn } = await newBench(server);
  const arn = `arn:aws:scheduler:us-east-1:${account}:schedule-group/nightly`;
  const create = new CreateScheduleGroupCommand({ Name: 'nightly', ClientToken: 't' });
  expect((await scheduler.send(create)).ScheduleGroupArn).toBe(arn);
  expect((await scheduler.send(create)).ScheduleGroupArn).toBe(arn);
  await expect(
    scheduler.send(new CreateScheduleGroupCommand({ Name: 'nightly' })),
  ).rejects.toMatchObject({
    name: 'ConflictException',
    message: 'Schedule group nightly already exists.',
  });
  expect(await scheduler.send(new GetScheduleGroupCommand({ Name: 'nightly' }))).toMatchObject({
    Arn: arn,
    State: 'ACTIVE',
  });
  const { ScheduleGroups } = await scheduler.send(new ListScheduleGroupsCommand({}));
  expect(ScheduleGroups?.map(({ Name }) => Name)).toEqual(['default', 'nightly']);
  const named = { Name: 's', GroupName: 'nightly' };
  await scheduler.send(
    new CreateScheduleCommand({
      ...named,
      ScheduleExpression: 'rate(1 hours)',
      FlexibleTimeWindow: OFF,
      Target: { Arn: queue.arn, RoleArn: roleArn },
    }),
  );
  await scheduler.send(new DeleteScheduleGroupCommand({ Name: 'nightly' }));
  await expect(scheduler.send(new GetScheduleCommand(named))).rejects.toMatchObject({
    name: 'ResourceNotFoundException',
  });
  await expect(
    scheduler.send(new DeleteScheduleGroupCommand({ Name: 'nightly' })),
  ).rejects.toMatchObject({ message: 'Schedule group nightly does not exist.' });
});

test('groups: who may make them by tags may do so, in whatever case the key is', async () => {
  const { account } = await newBench(server);
  const user = new SchedulerClient(
    await newUser(server, account, 'eve', {
      allow: [
        {
          Effect: 'Allow',
          Action: ['scheduler:CreateScheduleGroup', 'scheduler:TagResource'],
          Resource: '*',
          Condition: { StringEquals: { 'aws:RequestTag/Team': 'night' } },
        },
      ],
    }),
  );
  const made = (Value: string) =>
    user.send(new CreateScheduleGroupCommand({ Name: Value, Tags: [{ Key: 'Team', Value }] }));
  await made('night');
  await expect(made('day')).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('groups: their tags are kept, and decide who may use them', async () => {
  const { scheduler, account } = await newBench(server);
  const Tags = [{ Key: 'team', Value: 'night' }];
  const { ScheduleGroupArn: ResourceArn } = await scheduler.send(
    new CreateScheduleGroupCommand({ Name: 'g', Tags }),
  );
  await scheduler.send(
    new TagResourceCommand({ ResourceArn, Tags: [{ Key: 'tier', Value: '1' }] }),
  );
  const user = new SchedulerClient(
    await newUser(server, account, 'ann', {
      allow: [
        {
          Effect: 'Allow',
          Action: 'scheduler:GetScheduleGroup',
          Resource: '*',
          Condition: { StringEquals: { 'aws:ResourceTag/team': 'night' } },
        },
      ],
    }),
  );
  expect(await user.send(new GetScheduleGroupCommand({ Name: 'g' }))).toMatchObject({ Name: 'g' });
  await scheduler.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['team'] }));
  await expect(user.send(new GetScheduleGroupCommand({ Name: 'g' }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: scheduler:GetScheduleGroup ` +
      `on resource: ${ResourceArn} because no identity-based policy allows the scheduler:GetScheduleGroup action`,
  });
  expect(await scheduler.send(new ListTagsForResourceCommand({ ResourceArn }))).toMatchObject({
    Tags: [{ Key: 'tier', Value: '1' }],
  });
});

test('CreateSchedule: a user must be allowed to pass the role', async () => {
  const { account, queue, roleArn } = await newBench(server);
  const config = await newUser(server, account, 'bob', {
    allow: [{ Effect: 'Allow', Action: 'scheduler:*', Resource: '*' }],
  });
  await expect(
    new SchedulerClient(config).send(
      new CreateScheduleCommand({
        Name: 's',
        ScheduleExpression: 'rate(1 hours)',
        FlexibleTimeWindow: OFF,
        Target: { Arn: queue.arn, RoleArn: roleArn },
      }),
    ),
  ).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `User: arn:aws:iam::${account}:user/bob is not authorized to perform: iam:PassRole on resource: ${roleArn} because no identity-based policy allows the iam:PassRole action`,
  });
});
