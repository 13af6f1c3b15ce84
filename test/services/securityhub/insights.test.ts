import {
  CreateAutomationRuleCommand,
  CreateInsightCommand,
  GetInsightResultsCommand,
} from '@aws-sdk/client-securityhub';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import { finding, hubOf, imported } from './hub.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('insights count what they group; rules change what comes in', async () => {
  const { client, account } = await hubOf(server);
  await client.send(
    new CreateAutomationRuleCommand({
      RuleName: 'quiet',
      Description: 'Scans of the laboratory are noise.',
      RuleOrder: 1,
      Criteria: { GeneratorId: [{ Value: 'laboratory', Comparison: 'EQUALS' }] },
      Actions: [
        {
          Type: 'FINDING_FIELDS_UPDATE',
          FindingFieldsUpdate: {
            Workflow: { Status: 'SUPPRESSED' },
            Severity: { Label: 'INFORMATIONAL' },
          },
        },
      ],
    }),
  );
  await imported(
    client,
    finding(account, { Id: 'a' }),
    finding(account, { Id: 'b' }),
    finding(account, { Id: 'c', GeneratorId: 'laboratory' }),
  );
  const { InsightArn } = await client.send(
    new CreateInsightCommand({
      Name: 'by severity',
      Filters: {},
      GroupByAttribute: 'SeverityLabel',
    }),
  );
  const { InsightResults } = await client.send(new GetInsightResultsCommand({ InsightArn }));
  expect(InsightResults?.ResultValues).toEqual([
    { GroupByAttributeValue: 'HIGH', Count: 2 },
    { GroupByAttributeValue: 'INFORMATIONAL', Count: 1 },
  ]);
  const managed = new GetInsightResultsCommand({
    InsightArn: 'arn:aws:securityhub:::insight/securityhub/default/1',
  });
  expect((await client.send(managed)).InsightResults?.ResultValues).toEqual([
    { GroupByAttributeValue: 'arn:aws:ec2:us-east-1:1:instance/i-1', Count: 2 },
  ]);
});
