import {
  type ConfigRule,
  ConfigServiceClient,
  DeleteConfigRuleCommand,
  DescribeConfigRulesCommand,
  DescribeConfigurationRecordersCommand,
  ListTagsForResourceCommand,
  PutConfigRuleCommand,
  StopConfigurationRecorderCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-config-service';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { startRecording } from './recording.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const Source = { Owner: 'AWS', SourceIdentifier: 'CMK_BACKING_KEY_ROTATION_ENABLED' } as const;

/** An account with a rule, and a user who may do anything but to that rule. */
async function guarded() {
  const { client, account } = await startRecording(server);
  await client.send(
    new PutConfigRuleCommand({ ConfigRule: { ConfigRuleName: 'guarded', Source } }),
  );
  const { ConfigRules: [rule] = [] } = await client.send(new DescribeConfigRulesCommand({}));
  const arn = rule?.ConfigRuleArn ?? '';
  const ann = new ConfigServiceClient(
    await newUser(server, account, 'ann', {
      allow: [
        { Effect: 'Allow', Action: 'config:*', Resource: '*' },
        { Effect: 'Deny', Action: 'config:*', Resource: arn },
      ],
    }),
  );
  return { client, account, ann, arn, id: rule?.ConfigRuleId ?? '' };
}

test('PutConfigRule: is asked for on every rule that it names, by name, ARN or id', async () => {
  const { client, account, ann, arn, id } = await guarded();
  const put = (sender: ConfigServiceClient, named: Partial<ConfigRule>) =>
    sender.send(new PutConfigRuleCommand({ ConfigRule: { Source, ...named } }));
  const spellings: readonly Partial<ConfigRule>[] = [
    { ConfigRuleName: 'guarded' },
    { ConfigRuleArn: arn },
    { ConfigRuleId: id },
    { ConfigRuleName: 'other', ConfigRuleArn: arn },
    { ConfigRuleName: 'other', ConfigRuleId: id },
  ];
  let refused = 0;
  for (const named of spellings) {
    await expect(put(ann, named)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message:
        `User: arn:aws:iam::${account}:user/ann is not authorized to perform: ` +
        `config:PutConfigRule on resource: ${arn} with an explicit deny in an identity-based policy`,
    });
    refused += 1;
  }
  expect(refused).toBe(5);
  await put(ann, { ConfigRuleName: 'other' });
  await expect(put(client, { ConfigRuleName: 'other', ConfigRuleArn: arn })).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
    message: 'The ConfigRuleName, ConfigRuleArn and ConfigRuleId must name one rule.',
  });
  await put(client, { ConfigRuleId: id, Description: 'by its id' });
  const { ConfigRules } = await client.send(
    new DescribeConfigRulesCommand({ ConfigRuleNames: ['guarded'] }),
  );
  expect(ConfigRules).toMatchObject([{ ConfigRuleId: id, Description: 'by its id' }]);
});

test('rules: a name can not look like an ARN, and an ARN is no name', async () => {
  const { client, arn } = await guarded();
  await expect(
    client.send(new PutConfigRuleCommand({ ConfigRule: { ConfigRuleName: arn, Source } })),
  ).rejects.toMatchObject({
    name: 'InvalidParameterValueException',
    message: `The ConfigRuleName '${arn}' must not begin as an ARN does.`,
  });
  await expect(
    client.send(new DeleteConfigRuleCommand({ ConfigRuleName: arn })),
  ).rejects.toMatchObject({ name: 'NoSuchConfigRuleException' });
});

test('tags: are those of an ARN, as it is spelled', async () => {
  const { client, ann, arn } = await guarded();
  const Tags = [{ Key: 'team', Value: 'red' }];
  await expect(ann.send(new TagResourceCommand({ ResourceArn: arn, Tags }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  const spellings = ['guarded', `${arn}/`, arn.replace('arn:aws:', 'arn:aws-cn:')];
  for (const ResourceArn of spellings) {
    await expect(ann.send(new TagResourceCommand({ ResourceArn, Tags }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: `ResourceArn '${ResourceArn}' does not exist.`,
    });
  }
  await client.send(new TagResourceCommand({ ResourceArn: arn, Tags }));
  const told = await client.send(new ListTagsForResourceCommand({ ResourceArn: arn }));
  expect(told.Tags).toEqual(Tags);
});

test('recorders: their own tags are asked for, as rules’ are', async () => {
  const { client, account } = await startRecording(server);
  const { ConfigurationRecorders: [recorder] = [] } = await client.send(
    new DescribeConfigurationRecordersCommand({}),
  );
  const ResourceArn = recorder?.arn ?? '';
  const live = { StringEquals: { 'aws:ResourceTag/stage': 'live' } };
  const ben = new ConfigServiceClient(
    await newUser(server, account, 'ben', {
      allow: [
        { Effect: 'Allow', Action: 'config:*', Resource: '*' },
        { Effect: 'Deny', Action: 'config:*', Resource: '*', Condition: live },
      ],
    }),
  );
  const stop = () =>
    ben.send(new StopConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }));
  await stop();
  const Tags = [{ Key: 'stage', Value: 'live' }];
  await client.send(new TagResourceCommand({ ResourceArn, Tags }));
  await expect(stop()).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/ben is not authorized to perform: ` +
      `config:StopConfigurationRecorder on resource: ${ResourceArn} with an explicit deny in an ` +
      'identity-based policy',
  });
  await expect(
    ben.send(new UntagResourceCommand({ ResourceArn, TagKeys: ['stage'] })),
  ).rejects.toMatchObject({ name: 'AccessDeniedException' });
});
