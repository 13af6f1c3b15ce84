import {
  AccessAnalyzerClient,
  CreateAnalyzerCommand,
  ListFindingsCommand,
} from '@aws-sdk/client-accessanalyzer';
import {
  CreateSecretCommand,
  PutResourcePolicyCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { CreateTopicCommand, SetTopicAttributesCommand, SNSClient } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyText } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('findings: queues, topics and secrets that others may use; what AWS gives a topic is none', async () => {
  const account = freshAccount();
  const other = freshAccount();
  const config = server.client(account);
  const client = new AccessAnalyzerClient(config);
  const { arn: analyzerArn } = await client.send(
    new CreateAnalyzerCommand({ analyzerName: 'outside', type: 'ACCOUNT' }),
  );
  const sharing = (Action: string, Resource: string) =>
    policyText({ Effect: 'Allow', Principal: { AWS: other }, Action, Resource });
  const queueArn = `arn:aws:sqs:us-east-1:${account}:q`;
  await new SQSClient(config).send(
    new CreateQueueCommand({
      QueueName: 'q',
      Attributes: { Policy: sharing('sqs:SendMessage', queueArn) },
    }),
  );
  const sns = new SNSClient(config);
  await sns.send(new CreateTopicCommand({ Name: 'plain' }));
  const { TopicArn = '' } = await sns.send(new CreateTopicCommand({ Name: 'shared' }));
  await sns.send(
    new SetTopicAttributesCommand({
      TopicArn,
      AttributeName: 'Policy',
      AttributeValue: sharing('sns:Publish', TopicArn),
    }),
  );
  const secretsManager = new SecretsManagerClient(config);
  const { ARN: SecretId = '' } = await secretsManager.send(
    new CreateSecretCommand({ Name: 's', SecretString: 'x' }),
  );
  const ResourcePolicy = sharing('secretsmanager:GetSecretValue', '*');
  await secretsManager.send(new PutResourcePolicyCommand({ SecretId, ResourcePolicy }));
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + 120_000);
  const { findings } = await client.send(
    new ListFindingsCommand({
      analyzerArn,
      sort: { attributeName: 'resourceType', orderBy: 'ASC' },
    }),
  );
  expect(findings?.map(({ resource, action, principal }) => [resource, action, principal])).toEqual(
    [
      [TopicArn, ['sns:Publish'], { AWS: other }],
      [queueArn, ['sqs:SendMessage'], { AWS: other }],
      [SecretId, ['secretsmanager:GetSecretValue'], { AWS: other }],
    ],
  );
});
