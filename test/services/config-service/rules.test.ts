import {
  ConfigServiceClient,
  DeleteConfigRuleCommand,
  DeleteConfigurationRecorderCommand,
  DescribeComplianceByConfigRuleCommand,
  DescribeComplianceByResourceCommand,
  DescribeConfigRuleEvaluationStatusCommand,
  DescribeConfigRulesCommand,
  GetComplianceDetailsByConfigRuleCommand,
  GetComplianceDetailsByResourceCommand,
  GetComplianceSummaryByConfigRuleCommand,
  GetComplianceSummaryByResourceTypeCommand,
  PutConfigRuleCommand,
  PutEvaluationsCommand,
  PutExternalEvaluationCommand,
  StartConfigRulesEvaluationCommand,
} from '@aws-sdk/client-config-service';
import { CreateKeyCommand, EnableKeyRotationCommand, KMSClient } from '@aws-sdk/client-kms';
import { CreateTopicCommand, SetTopicAttributesCommand, SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listeningService } from '../../heard-events.ts';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { pass, startRecording } from './recording.ts';

const listener = listeningService();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ furtherServices: [listener.service] });
});
afterAll(() => server.close());

const rotation = {
  ConfigRuleName: 'rotation',
  Source: { Owner: 'AWS', SourceIdentifier: 'CMK_BACKING_KEY_ROTATION_ENABLED' },
} as const;

test('PutConfigRule: judges what is there, and again in its turn; buses hear of each change', async () => {
  const { client, account } = await startRecording(server);
  const kms = new KMSClient(server.client(account));
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const KeyId = KeyMetadata?.KeyId ?? '';
  await pass(server, 20_000);
  await client.send(new PutConfigRuleCommand({ ConfigRule: rotation }));
  await pass(server, 1_000);
  const { ConfigRules } = await client.send(new DescribeConfigRulesCommand({}));
  expect(ConfigRules).toEqual([
    {
      ...rotation,
      ConfigRuleArn: expect.stringMatching(
        `^arn:aws:config:us-east-1:${account}:config-rule/config-rule-`,
      ),
      ConfigRuleId: expect.stringMatching(/^config-rule-[a-z0-9]{6}$/),
      ConfigRuleState: 'ACTIVE',
      EvaluationModes: [{ Mode: 'DETECTIVE' }],
    },
  ]);
  const compliance = async () =>
    (await client.send(new DescribeComplianceByConfigRuleCommand({}))).ComplianceByConfigRules;
  expect(await compliance()).toEqual([
    {
      ConfigRuleName: 'rotation',
      Compliance: {
        ComplianceType: 'NON_COMPLIANT',
        ComplianceContributorCount: { CappedCount: 1, CapExceeded: false },
      },
    },
  ]);
  const details = await client.send(
    new GetComplianceDetailsByConfigRuleCommand({ ConfigRuleName: 'rotation' }),
  );
  expect(details.EvaluationResults).toMatchObject([
    {
      ComplianceType: 'NON_COMPLIANT',
      Annotation: 'The key is not rotated each year.',
      EvaluationResultIdentifier: {
        EvaluationResultQualifier: {
          ConfigRuleName: 'rotation',
          ResourceType: 'AWS::KMS::Key',
          ResourceId: KeyId,
        },
      },
    },
  ]);
  await kms.send(new EnableKeyRotationCommand({ KeyId }));
  await pass(server, 86_400_000 + 20_000);
  expect(await compliance()).toEqual([
    { ConfigRuleName: 'rotation', Compliance: { ComplianceType: 'COMPLIANT' } },
  ]);
  const told = listener.heard.filter(
    (event) =>
      event['detail-type'] === 'Config Rules Compliance Change' && event['account'] === account,
  );
  expect(told).toMatchObject([
    { detail: { newEvaluationResult: { complianceType: 'NON_COMPLIANT' } } },
    {
      detail: {
        configRuleName: 'rotation',
        resourceId: KeyId,
        messageType: 'ComplianceChangeNotification',
        newEvaluationResult: { complianceType: 'COMPLIANT' },
        oldEvaluationResult: { complianceType: 'NON_COMPLIANT' },
      },
    },
  ]);
  const { ConfigRulesEvaluationStatus } = await client.send(
    new DescribeConfigRuleEvaluationStatusCommand({ ConfigRuleNames: ['rotation'] }),
  );
  expect(ConfigRulesEvaluationStatus).toMatchObject([
    { FirstEvaluationStarted: true, LastSuccessfulEvaluationTime: expect.any(Date) },
  ]);
  await client.send(new DeleteConfigRuleCommand({ ConfigRuleName: 'rotation' }));
  expect(await compliance()).toEqual([]);
});

test('rules: a change is judged as soon as it is recorded, within the scope alone', async () => {
  const { client, account } = await startRecording(server);
  await client.send(
    new PutConfigRuleCommand({
      ConfigRule: {
        ConfigRuleName: 'encrypted',
        Source: { Owner: 'AWS', SourceIdentifier: 'SNS_ENCRYPTED_KMS' },
        Scope: { TagKey: 'stage', TagValue: 'live' },
      },
    }),
  );
  const sns = new SNSClient(server.client(account));
  await sns.send(new CreateTopicCommand({ Name: 'untagged' }));
  const { TopicArn: ResourceId } = await sns.send(
    new CreateTopicCommand({ Name: 'live', Tags: [{ Key: 'stage', Value: 'live' }] }),
  );
  await pass(server, 20_000);
  const byResource = async () =>
    (await client.send(new DescribeComplianceByResourceCommand({}))).ComplianceByResources;
  expect(await byResource()).toMatchObject([
    {
      ResourceType: 'AWS::SNS::Topic',
      ResourceId,
      Compliance: { ComplianceType: 'NON_COMPLIANT' },
    },
  ]);
  await sns.send(
    new SetTopicAttributesCommand({
      TopicArn: ResourceId,
      AttributeName: 'KmsMasterKeyId',
      AttributeValue: 'alias/aws/sns',
    }),
  );
  await pass(server, 20_000);
  expect(await byResource()).toMatchObject([{ Compliance: { ComplianceType: 'COMPLIANT' } }]);
  const ofResource = await client.send(
    new GetComplianceDetailsByResourceCommand({ ResourceType: 'AWS::SNS::Topic', ResourceId }),
  );
  expect(ofResource.EvaluationResults).toMatchObject([{ ComplianceType: 'COMPLIANT' }]);
  const byRule = await client.send(new GetComplianceSummaryByConfigRuleCommand({}));
  expect(byRule.ComplianceSummary).toMatchObject({
    CompliantResourceCount: { CappedCount: 1 },
    NonCompliantResourceCount: { CappedCount: 0 },
  });
  const byType = await client.send(
    new GetComplianceSummaryByResourceTypeCommand({ ResourceTypes: ['AWS::SNS::Topic'] }),
  );
  expect(byType.ComplianceSummariesByResourceType).toMatchObject([
    {
      ResourceType: 'AWS::SNS::Topic',
      ComplianceSummary: { CompliantResourceCount: { CappedCount: 1 } },
    },
  ]);
});

test('rules about the account: are asked for by the recorder’s role', async () => {
  const { client, account } = await startRecording(server);
  await client.send(
    new PutConfigRuleCommand({
      ConfigRule: {
        ConfigRuleName: 'passwords',
        Source: { Owner: 'AWS', SourceIdentifier: 'IAM_PASSWORD_POLICY' },
      },
    }),
  );
  await pass(server, 1_000);
  const { EvaluationResults } = await client.send(
    new GetComplianceDetailsByConfigRuleCommand({ ConfigRuleName: 'passwords' }),
  );
  expect(EvaluationResults).toMatchObject([
    {
      ComplianceType: 'NON_COMPLIANT',
      Annotation: 'The account has no password policy.',
      EvaluationResultIdentifier: {
        EvaluationResultQualifier: { ResourceType: 'AWS::::Account', ResourceId: account },
      },
    },
  ]);
});

test('managed rules: without a recorder they fail, and judge nothing', async () => {
  const { client } = await startRecording(server);
  const named: readonly [string, string][] = [
    ['passwords', 'IAM_PASSWORD_POLICY'],
    ['encrypted', 'SNS_ENCRYPTED_KMS'],
  ];
  for (const [ConfigRuleName, SourceIdentifier] of named) {
    const Source = { Owner: 'AWS', SourceIdentifier } as const;
    await client.send(new PutConfigRuleCommand({ ConfigRule: { ConfigRuleName, Source } }));
  }
  await client.send(
    new DeleteConfigurationRecorderCommand({ ConfigurationRecorderName: 'default' }),
  );
  await pass(server, 60_000);
  const failed = server.platform.engine().clock.serviceTime();
  await client.send(new StartConfigRulesEvaluationCommand({}));
  await pass(server, 1_000);
  const { ConfigRulesEvaluationStatus } = await client.send(
    new DescribeConfigRuleEvaluationStatusCommand({}),
  );
  const failure = {
    LastErrorCode: 'NoAvailableConfigurationRecorderException',
    LastErrorMessage: 'Configuration recorder is not available to evaluate config rule.',
    LastFailedEvaluationTime: expect.any(Date),
  };
  expect(ConfigRulesEvaluationStatus).toMatchObject([failure, failure]);
  for (const { LastSuccessfulEvaluationTime } of ConfigRulesEvaluationStatus ?? []) {
    expect(LastSuccessfulEvaluationTime?.getTime()).toBeLessThan(failed);
  }
});

test('PutConfigRule: what is wrong with it is said', async () => {
  const account = freshAccount();
  const fresh = new ConfigServiceClient(server.client(account));
  await expect(
    fresh.send(new PutConfigRuleCommand({ ConfigRule: rotation })),
  ).rejects.toMatchObject({
    name: 'NoAvailableConfigurationRecorderException',
    message: 'Configuration recorder is not available to put config rule.',
  });
  const { client } = await startRecording(server, { account });
  const put = (ConfigRule: object) =>
    client.send(
      new PutConfigRuleCommand({
        ConfigRule: {
          ConfigRuleName: 'r',
          Source: { Owner: 'AWS', SourceIdentifier: 'ACM_CERTIFICATE_EXPIRATION_CHECK' },
          ...ConfigRule,
        },
      }),
    );
  const refusals: readonly [object, string][] = [
    [
      { InputParameters: '{"days":"3"}' },
      'Unknown parameters provided in the inputParameters: {"days":"3"}',
    ],
    [{ InputParameters: '{oops' }, 'Invalid json {oops passed in the InputParameters field'],
    [
      { InputParameters: '{"daysToExpiration":"soon"}' },
      'The parameter daysToExpiration in the inputParameters must be an integer.',
    ],
    [
      { Scope: { TagValue: 'x' } },
      'Tag key should not be empty when tag value is provided in scope',
    ],
    [
      { Source: { Owner: 'AWS', SourceIdentifier: 'LAMBDA_FUNCTION_SETTINGS_CHECK' } },
      'The required parameter [runtime] is not present in the inputParameters.',
    ],
  ];
  for (const [given, message] of refusals) {
    await expect(put(given)).rejects.toMatchObject({
      name: 'InvalidParameterValueException',
      message,
    });
  }
  await expect(
    put({ Source: { Owner: 'AWS', SourceIdentifier: 'REDSHIFT_BACKUP_ENABLED' } }),
  ).rejects.toMatchObject({
    message: 'config:PutConfigRule is not implemented for the managed rule REDSHIFT_BACKUP_ENABLED',
    $metadata: { httpStatusCode: 501 },
  });
  await expect(
    client.send(new StartConfigRulesEvaluationCommand({ ConfigRuleNames: ['none'] })),
  ).rejects.toMatchObject({
    name: 'NoSuchConfigRuleException',
    message:
      "The ConfigRule 'none' provided in the request is invalid. Please check the configRule name",
  });
});

test('PutExternalEvaluation and PutEvaluations: results of others; a token that was never given is refused', async () => {
  const { client } = await startRecording(server);
  await client.send(new PutConfigRuleCommand({ ConfigRule: rotation }));
  const reported = {
    ComplianceResourceType: 'AWS::KMS::Key',
    ComplianceResourceId: 'elsewhere',
    ComplianceType: 'NON_COMPLIANT',
    OrderingTimestamp: new Date(),
  } as const;
  await client.send(
    new PutExternalEvaluationCommand({ ConfigRuleName: 'rotation', ExternalEvaluation: reported }),
  );
  const { EvaluationResults } = await client.send(
    new GetComplianceDetailsByConfigRuleCommand({ ConfigRuleName: 'rotation' }),
  );
  expect(EvaluationResults).toHaveLength(1);
  await expect(
    client.send(new PutEvaluationsCommand({ Evaluations: [reported], ResultToken: 'none' })),
  ).rejects.toMatchObject({
    name: 'InvalidResultTokenException',
    message: 'The resultToken provided is invalid.',
  });
});

test('rules: permissions go by their ARNs', async () => {
  const { client, account } = await startRecording(server);
  await client.send(new PutConfigRuleCommand({ ConfigRule: rotation }));
  const { ConfigRules } = await client.send(new DescribeConfigRulesCommand({}));
  const arn = ConfigRules?.[0]?.ConfigRuleArn ?? '';
  const ann = new ConfigServiceClient(
    await newUser(server, account, 'ann', {
      allow: [{ Effect: 'Allow', Action: 'config:StartConfigRulesEvaluation', Resource: arn }],
    }),
  );
  await ann.send(new StartConfigRulesEvaluationCommand({ ConfigRuleNames: ['rotation'] }));
  await expect(
    ann.send(new DeleteConfigRuleCommand({ ConfigRuleName: 'rotation' })),
  ).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/ann is not authorized to perform: ` +
      `config:DeleteConfigRule on resource: ${arn} because no identity-based policy allows the ` +
      'config:DeleteConfigRule action',
  });
});
