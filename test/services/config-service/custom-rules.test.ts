import {
  DeleteConfigRuleCommand,
  DescribeConfigRuleEvaluationStatusCommand,
  GetComplianceDetailsByConfigRuleCommand,
  PutConfigRuleCommand,
  PutEvaluationsCommand,
} from '@aws-sdk/client-config-service';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { AddPermissionCommand } from '@aws-sdk/client-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { executionRole, newFunction, python } from '../lambda/functions.ts';
import { pass, startRecording } from './recording.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** A key is right when its description is; the account is, when the rule's parameter says so. */
const JUDGES = `
import datetime, hashlib, hmac, json, os, urllib.request

def call(operation, body):
    endpoint, region = os.environ['AWS_ENDPOINT_URL'], os.environ['AWS_REGION']
    text = json.dumps(body)
    now = datetime.datetime.now(datetime.timezone.utc).strftime('%Y%m%dT%H%M%SZ')
    headers = {
        'content-type': 'application/x-amz-json-1.1',
        'host': endpoint.split('//')[1].rstrip('/'),
        'x-amz-date': now,
        'x-amz-security-token': os.environ['AWS_SESSION_TOKEN'],
        'x-amz-target': 'StarlingDoveService.' + operation,
    }
    names = ';'.join(sorted(headers))
    lines = ''.join(f'{name}:{headers[name]}\\n' for name in sorted(headers))
    digest = hashlib.sha256(text.encode()).hexdigest()
    request = '\\n'.join(['POST', '/', '', lines, names, digest])
    scope = f'{now[:8]}/{region}/config/aws4_request'
    to_sign = '\\n'.join(['AWS4-HMAC-SHA256', now, scope, hashlib.sha256(request.encode()).hexdigest()])
    key = ('AWS4' + os.environ['AWS_SECRET_ACCESS_KEY']).encode()
    for part in scope.split('/'):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    signature = hmac.new(key, to_sign.encode(), hashlib.sha256).hexdigest()
    headers['authorization'] = (
        'AWS4-HMAC-SHA256 Credential=' + os.environ['AWS_ACCESS_KEY_ID'] + '/' + scope
        + f', SignedHeaders={names}, Signature={signature}'
    )
    sent = urllib.request.Request(endpoint, data=text.encode(), headers=headers)
    with urllib.request.urlopen(sent) as answer:
        return json.loads(answer.read() or b'{}')

def handler(event, context):
    told = json.loads(event['invokingEvent'])
    wanted = json.loads(event['ruleParameters'])['wanted']
    if told['messageType'] == 'ScheduledNotification':
        kind, name, value = 'AWS::::Account', told['awsAccountId'], wanted
        at = told['notificationCreationTime']
    else:
        item = told['configurationItem']
        kind, name, at = item['resourceType'], item['resourceId'], item['configurationItemCaptureTime']
        value = item['configuration']['description']
    call('PutEvaluations', {'ResultToken': event['resultToken'], 'Evaluations': [{
        'ComplianceResourceType': kind, 'ComplianceResourceId': name,
        'ComplianceType': 'COMPLIANT' if value == wanted else 'NON_COMPLIANT',
        'Annotation': event['configRuleName'] + ' looked',
        'OrderingTimestamp': datetime.datetime.fromisoformat(at.replace('Z', '+00:00')).timestamp(),
    }]})
`;

async function withFunction(code = JUDGES) {
  const recording = await startRecording(server);
  const { account } = recording;
  const allow = { Effect: 'Allow', Action: 'config:PutEvaluations', Resource: '*' } as const;
  const Role = await executionRole(server, account, 'judge-role', allow);
  const lambda = await newFunction(server, account, 'judge', { ...python(code), Role });
  const SourceIdentifier = `arn:aws:lambda:us-east-1:${account}:function:judge`;
  const permit = () =>
    lambda.send(
      new AddPermissionCommand({
        FunctionName: 'judge',
        StatementId: 'config',
        Action: 'lambda:InvokeFunction',
        Principal: 'config.amazonaws.com',
        SourceAccount: account,
      }),
    );
  const put = (MessageType: 'ConfigurationItemChangeNotification' | 'ScheduledNotification') =>
    recording.client.send(
      new PutConfigRuleCommand({
        ConfigRule: {
          ConfigRuleName: 'own',
          Scope: { ComplianceResourceTypes: ['AWS::KMS::Key'] },
          InputParameters: '{"wanted":"good"}',
          Source: {
            Owner: 'CUSTOM_LAMBDA',
            SourceIdentifier,
            SourceDetails: [{ EventSource: 'aws.config', MessageType }],
          },
        },
      }),
    );
  const results = async () => {
    const { EvaluationResults = [] } = await recording.client.send(
      new GetComplianceDetailsByConfigRuleCommand({ ConfigRuleName: 'own' }),
    );
    return EvaluationResults.map(({ ComplianceType, Annotation, EvaluationResultIdentifier }) => [
      EvaluationResultIdentifier?.EvaluationResultQualifier?.ResourceId,
      ComplianceType,
      Annotation,
    ]);
  };
  return { ...recording, SourceIdentifier, permit, put, results };
}

test('custom rules: the function must let Config invoke it', async () => {
  const { put, permit, SourceIdentifier } = await withFunction();
  await expect(put('ConfigurationItemChangeNotification')).rejects.toMatchObject({
    name: 'InsufficientPermissionsException',
    message:
      `The AWS Lambda function ${SourceIdentifier} cannot be invoked. Check the specified ` +
      "function ARN, and check the function's permissions.",
  });
  await permit();
  await put('ConfigurationItemChangeNotification');
});

test('custom rules: a result token is of one invocation, and nobody else can tell it', async () => {
  const { account, client, permit, put, results } = await withFunction(
    JUDGES.replace("event['configRuleName'] + ' looked'", "event['resultToken']"),
  );
  await permit();
  const { KeyMetadata } = await new KMSClient(server.client(account)).send(
    new CreateKeyCommand({ Description: 'good' }),
  );
  await pass(server, 20_000);
  await put('ConfigurationItemChangeNotification');
  await pass(server, 1_000);
  const [[, , token = ''] = []] = await results();
  expect(token).toMatch(/^[0-9a-f]{64}\.[\w-]{43}$/);
  const report = (ResultToken: string) =>
    client.send(
      new PutEvaluationsCommand({
        ResultToken,
        Evaluations: [
          {
            ComplianceResourceType: 'AWS::KMS::Key',
            ComplianceResourceId: KeyMetadata?.KeyId,
            ComplianceType: 'NON_COMPLIANT',
            Annotation: 'again',
            OrderingTimestamp: new Date(server.platform.engine().clock.serviceTime()),
          },
        ],
      }),
    );
  await report(token);
  expect(await results()).toEqual([[KeyMetadata?.KeyId, 'NON_COMPLIANT', 'again']]);
  const [id = '', secret = ''] = token.split('.');
  const others = [id, `${id}.`, `${id}.${secret.toLowerCase()}0`, `${token}.`, `.${secret}`];
  await client.send(new DeleteConfigRuleCommand({ ConfigRuleName: 'own' }));
  await put('ScheduledNotification');
  for (const other of [...others, token]) {
    await expect(report(other)).rejects.toMatchObject({
      name: 'InvalidResultTokenException',
      message: 'The resultToken provided is invalid.',
    });
  }
});

test('custom rules: a function is told of each change, and what it reports is the result', async () => {
  const { account, client, permit, put, results } = await withFunction();
  await permit();
  const kms = new KMSClient(server.client(account));
  const first = await kms.send(new CreateKeyCommand({ Description: 'good' }));
  await pass(server, 20_000);
  await put('ConfigurationItemChangeNotification');
  await pass(server, 1_000);
  expect(await results()).toEqual([[first.KeyMetadata?.KeyId, 'COMPLIANT', 'own looked']]);
  const second = await kms.send(new CreateKeyCommand({ Description: 'bad' }));
  await pass(server, 20_000);
  expect(await results()).toContainEqual([
    second.KeyMetadata?.KeyId,
    'NON_COMPLIANT',
    'own looked',
  ]);
  const { ConfigRulesEvaluationStatus } = await client.send(
    new DescribeConfigRuleEvaluationStatusCommand({}),
  );
  expect(ConfigRulesEvaluationStatus).toMatchObject([
    {
      LastSuccessfulInvocationTime: expect.any(Date),
      LastSuccessfulEvaluationTime: expect.any(Date),
    },
  ]);
});

test('custom rules: a function is told of the time', async () => {
  const { account, permit, put, results } = await withFunction();
  await permit();
  await put('ScheduledNotification');
  await pass(server, 1_000);
  expect(await results()).toEqual([[account, 'COMPLIANT', 'own looked']]);
});
