import {
  ArchiveFindingsCommand,
  CreateSampleFindingsCommand,
  GetFindingsCommand,
  GetFindingsStatisticsCommand,
  GuardDutyClient,
  ListFindingsCommand,
  UpdateFindingsFeedbackCommand,
} from '@aws-sdk/client-guardduty';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { findingsOf, guarded } from './bench.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('check 30: samples say that they are none; one type, or all that can be found', async () => {
  const guard = await guarded(server);
  const { client, DetectorId } = guard;
  const type = 'Backdoor:EC2/C&CActivity.B!DNS';
  await client.send(new CreateSampleFindingsCommand({ DetectorId, FindingTypes: [type] }));
  const [sample] = await findingsOf(guard, type);
  expect(sample).toMatchObject({
    Title: `[SAMPLE] A finding of the type ${type}.`,
    Service: { AdditionalInfo: { Value: '{"sample":true}' } },
  });
  await client.send(new CreateSampleFindingsCommand({ DetectorId }));
  const statistics = await client.send(
    new GetFindingsStatisticsCommand({
      DetectorId,
      GroupBy: 'FINDING_TYPE',
      MaxResults: 100,
      FindingCriteria: { Criterion: { 'service.additionalInfo.sample': { Equals: ['true'] } } },
    }),
  );
  expect(statistics.FindingStatistics?.GroupedByFindingType?.length).toBe(86);
});

test('findings are archived, rated, and sorted', async () => {
  const guard = await guarded(server);
  const { client, DetectorId } = guard;
  const FindingTypes = ['Recon:EC2/Portscan', 'AttackSequence:S3/CompromisedData'];
  await client.send(new CreateSampleFindingsCommand({ DetectorId, FindingTypes }));
  const { FindingIds = [] } = await client.send(
    new ListFindingsCommand({
      DetectorId,
      FindingCriteria: {
        Criterion: { severity: { GreaterThanOrEqual: 5 }, type: { NotEquals: ['x'] } },
      },
      SortCriteria: { AttributeName: 'severity', OrderBy: 'DESC' },
    }),
  );
  expect(FindingIds).toHaveLength(2);
  await client.send(new ArchiveFindingsCommand({ DetectorId, FindingIds }));
  await client.send(
    new UpdateFindingsFeedbackCommand({ DetectorId, FindingIds, Feedback: 'NOT_USEFUL' }),
  );
  const { Findings = [] } = await client.send(new GetFindingsCommand({ DetectorId, FindingIds }));
  expect(
    Findings.map(({ Severity, Service }) => [Severity, Service?.Archived, Service?.UserFeedback]),
  ).toEqual([
    [9, true, 'NOT_USEFUL'],
    [5, true, 'NOT_USEFUL'],
  ]);
});

test('who has no permission is denied, and a detector of another account is none', async () => {
  const guard = await guarded(server);
  const { account, DetectorId } = guard;
  const user = await newUser(server, account, 'guest');
  const list = new ListFindingsCommand({ DetectorId });
  await expect(new GuardDutyClient(user).send(list)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/guest is not authorized to perform: guardduty:ListFindings on ` +
      `resource: arn:aws:guardduty:us-east-1:${account}:detector/${DetectorId} because no identity-based ` +
      'policy allows the guardduty:ListFindings action',
  });
  await expect(new GuardDutyClient(server.client(freshAccount())).send(list)).rejects.toMatchObject(
    {
      name: 'BadRequestException',
      message:
        'The request is rejected because the input detectorId is not owned by the current account.',
    },
  );
});
