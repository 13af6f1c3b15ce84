import {
  CostExplorerClient,
  type Expression,
  GetCostAndUsageCommand,
  type GetCostAndUsageCommandInput,
  GetCostForecastCommand,
  GetDimensionValuesCommand,
} from '@aws-sdk/client-cost-explorer';
import { CreateKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  CreateAccountCommand,
  CreateOrganizationCommand,
  DescribeCreateAccountStatusCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { requestDays } from '../../../src/services/kms/request-metering.ts';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { KEYS_ONLY, monthOf, moveTo } from './costs.ts';

let server: TestServer;
let account: string;
beforeAll(async () => {
  server = await startServer();
  await moveTo(server, '2027-01-01T00:00:00Z');
  account = freshAccount();
  for (const region of ['us-east-1', 'eu-west-1']) {
    await new KMSClient(server.client(account, region)).send(new CreateKeyCommand({}));
  }
  await moveTo(server, '2027-02-15T00:00:00Z');
});
afterAll(() => server.close());

const JANUARY = { Start: '2027-01-01', End: '2027-02-01' };

const base: GetCostAndUsageCommandInput = {
  TimePeriod: JANUARY,
  Granularity: 'MONTHLY',
  Metrics: ['UnblendedCost'],
};

const ask = (input: Partial<GetCostAndUsageCommandInput>, who = account) =>
  new CostExplorerClient(server.client(who)).send(
    new GetCostAndUsageCommand({ ...base, ...input }),
  );

describe('what it answers', () => {
  test('totals by month, of every metric, by both of its names', async () => {
    const Metrics = [
      'AMORTIZED_COST',
      'BlendedCost',
      'NET_AMORTIZED_COST',
      'NetUnblendedCost',
      'UNBLENDED_COST',
      'UsageQuantity',
    ];
    const TimePeriod = { Start: '2027-01-01', End: '2027-03-01' };
    const { ResultsByTime, GroupDefinitions } = await ask({ TimePeriod, Metrics });
    const two = { Amount: '2', Unit: 'USD' };
    expect(GroupDefinitions).toBeUndefined();
    expect(ResultsByTime?.[0]).toEqual({
      TimePeriod: JANUARY,
      Total: {
        AmortizedCost: two,
        BlendedCost: two,
        NetAmortizedCost: two,
        NetUnblendedCost: two,
        UnblendedCost: two,
        UsageQuantity: { Amount: '4', Unit: 'N/A' },
      },
      Groups: [],
      Estimated: false,
    });
    // 14 days and the begun hour of 28 days, twice.
    expect(ResultsByTime?.[1]).toMatchObject({
      TimePeriod: { Start: '2027-02-01', End: '2027-03-01' },
      Total: { UnblendedCost: { Amount: '1.0029761905', Unit: 'USD' } },
      Estimated: true,
    });
  });

  test('groups by every dimension that charges have', async () => {
    const cases = [
      ['SERVICE', ['AWS Key Management Service']],
      ['SERVICE_CODE', ['awskms']],
      ['REGION', ['eu-west-1', 'us-east-1']],
      ['LINKED_ACCOUNT', [account]],
      ['PAYER_ACCOUNT', [account]],
      ['RECORD_TYPE', ['Usage']],
      ['OPERATION', ['CreateKey', 'CurrentKey']],
      [
        'USAGE_TYPE',
        [
          'eu-west-1-KMS-Keys',
          'eu-west-1-KMS-Requests',
          'us-east-1-KMS-Keys',
          'us-east-1-KMS-Requests',
        ],
      ],
    ] as const;
    for (const [Key, keys] of cases) {
      const GroupBy = [{ Type: 'DIMENSION' as const, Key }];
      const answer = await ask({ GroupBy });
      expect(answer.GroupDefinitions).toEqual(GroupBy);
      expect(answer.ResultsByTime?.[0]?.Total).toEqual({});
      expect(answer.ResultsByTime?.[0]?.Groups?.map(({ Keys }) => Keys?.[0])).toEqual(keys);
      const ce = new CostExplorerClient(server.client(account));
      const values = await ce.send(
        new GetDimensionValuesCommand({ TimePeriod: JANUARY, Dimension: Key }),
      );
      expect(values.DimensionValues?.map(({ Value }) => Value)).toEqual(keys);
      expect(values.TotalSize).toBe(keys.length);
    }
    expect(cases).toHaveLength(8);
  });

  test('a group of a tag that nothing has', async () => {
    const { ResultsByTime } = await ask({ GroupBy: [{ Type: 'TAG', Key: 'team' }] });
    expect(ResultsByTime?.[0]?.Groups).toEqual([
      { Keys: ['team$'], Metrics: { UnblendedCost: { Amount: '2', Unit: 'USD' } } },
    ]);
  });

  test('filters', async () => {
    const eu = { Dimensions: { Key: 'REGION' as const, Values: ['eu-west-1'] } };
    const key = KEYS_ONLY.Filter;
    const cases: readonly (readonly [Expression, string])[] = [
      [eu, '1'],
      [{ Not: eu }, '1'],
      [{ And: [eu, key] }, '1'],
      [{ And: [eu, { Not: key }] }, '0'],
      [{ Or: [eu, key] }, '2'],
      [{ Dimensions: { Key: 'SERVICE' as const, Values: ['Amazon S3'] } }, '0'],
      [{ Tags: { Key: 'team', MatchOptions: ['ABSENT' as const] } }, '2'],
      [{ Tags: { Key: 'team', Values: ['red'] } }, '0'],
    ];
    for (const [Filter, amount] of cases) {
      const { ResultsByTime } = await ask({ Filter });
      expect(ResultsByTime?.[0]?.Total?.['UnblendedCost']?.Amount).toBe(amount);
    }
    expect(cases).toHaveLength(8);
  });

  test('pages of a thousand rows, without loss', async () => {
    const crowd = freshAccount();
    await server.platform.engine().store.run(async (unit) => {
      const counts = Object.fromEntries(
        Array.from({ length: 600 }, (_one, index) => [`KMS-Requests/Operation${index}`, 1]),
      );
      const region = 'us-east-1';
      for (const day of ['2027-01-01', '2027-01-02']) {
        unit
          .view({ account: crowd, region })
          .put(requestDays, `${day}/${region}`, { day, region, counts });
      }
    });
    const input = {
      Granularity: 'DAILY' as const,
      TimePeriod: { Start: '2027-01-01', End: '2027-01-03' },
      GroupBy: [{ Type: 'DIMENSION' as const, Key: 'OPERATION' }],
    };
    const first = await ask(input, crowd);
    const second = await ask({ ...input, NextPageToken: first.NextPageToken }, crowd);
    const sizes = [first, second].map(({ ResultsByTime }) =>
      ResultsByTime?.map(({ Groups }) => Groups?.length),
    );
    expect(sizes).toEqual([[600, 400], [200]]);
    expect(second.NextPageToken).toBeUndefined();
    await expect(ask({ ...base, NextPageToken: first.NextPageToken }, crowd)).rejects.toMatchObject(
      {
        name: 'InvalidNextTokenException',
        message: 'The next token is invalid.',
      },
    );
  });
});

test('what it refuses', async () => {
  const cases: readonly (readonly [Partial<GetCostAndUsageCommandInput>, string, string])[] = [
    [
      { TimePeriod: { Start: '2027-01-01', End: '2027-01-01' } },
      'ValidationException',
      'Start date (and hour) should be before end date (and hour)',
    ],
    [
      { TimePeriod: { Start: '2027-01-01', End: '2027-03-02' } },
      'ValidationException',
      'end date past the beginning of next month',
    ],
    [
      { TimePeriod: { Start: '2025-12-14', End: '2027-01-01' } },
      'ValidationException',
      "You haven't enabled historical data beyond 14 months.",
    ],
    [
      { TimePeriod: { Start: '2027-02-16', End: '2027-02-17' } },
      'ValidationException',
      'start date past the current date',
    ],
    [
      { TimePeriod: { Start: '2027-02-30', End: '2027-03-01' } },
      'ValidationException',
      'Time period should be in the format yyyy-MM-dd.',
    ],
    [{ Metrics: [] }, 'ValidationException', 'Metrics should not be empty.'],
    [{ Metrics: ['Cost'] }, 'ValidationException', 'Metric Cost is not valid.'],
    [
      { Filter: {} },
      'ValidationException',
      'A filter expression has exactly one of And, Or, Not, Dimensions, Tags, CostCategories.',
    ],
    [
      { Granularity: 'HOURLY' },
      'NotImplementedException',
      'ce:GetCostAndUsage is not implemented for the granularity HOURLY: requests are counted by day',
    ],
    [
      { GroupBy: [{ Type: 'DIMENSION', Key: 'AZ' }] },
      'NotImplementedException',
      'ce:GetCostAndUsage is not implemented for the dimension AZ',
    ],
  ];
  for (const [input, name, message] of cases) {
    await expect(ask(input)).rejects.toMatchObject({ name, message });
  }
  expect(cases).toHaveLength(10);
  const ce = new CostExplorerClient(server.client(account));
  await expect(
    ce.send(
      new GetCostForecastCommand({
        TimePeriod: JANUARY,
        Granularity: 'MONTHLY',
        Metric: 'UNBLENDED_COST',
      }),
    ),
  ).rejects.toMatchObject({
    name: 'NotImplementedException',
    message: 'cost-explorer:GetCostForecast is not implemented: costs are not forecast',
  });
});

test('a user needs ce:GetCostAndUsage', async () => {
  const command = new GetCostAndUsageCommand(base);
  const denied = new CostExplorerClient(await newUser(server, account, 'nobody'));
  await expect(denied.send(command)).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/nobody is not authorized to perform: ce:GetCostAndUsage on ` +
      `resource: arn:aws:ce:us-east-1:${account}:/GetCostAndUsage because no identity-based policy ` +
      'allows the ce:GetCostAndUsage action',
  });
  const allow = [{ Effect: 'Allow', Action: 'ce:GetCostAndUsage', Resource: '*' }] as const;
  // A global service: the Region that a client signs with does not matter.
  const clerk = await newUser(server, account, 'clerk', { allow, region: 'eu-west-1' });
  const { ResultsByTime } = await new CostExplorerClient(clerk).send(command);
  expect(ResultsByTime?.[0]?.Total?.['UnblendedCost']?.Amount).toBe('2');
});

test('another account’s bill is not visible; a management account sees its members’, with one free tier', async () => {
  const management = freshAccount();
  const organizations = new OrganizationsClient(server.client(management));
  await organizations.send(new CreateOrganizationCommand({}));
  const { CreateAccountStatus } = await organizations.send(
    new CreateAccountCommand({ AccountName: 'member', Email: 'member@example.com' }),
  );
  await moveTo(server, '2027-02-15T01:00:00Z');
  const made = await organizations.send(
    new DescribeCreateAccountStatusCommand({ CreateAccountRequestId: CreateAccountStatus?.Id }),
  );
  const member = made.CreateAccountStatus?.AccountId ?? '';
  await server.platform.engine().store.run(async (unit) => {
    for (const one of [management, member]) {
      const [day, region] = ['2027-01-01', 'us-east-1'];
      const counts = { 'KMS-Requests/Encrypt': 15_000 };
      unit
        .view({ account: one, region })
        .put(requestDays, `${day}/${region}`, { day, region, counts });
    }
  });
  const GroupBy = [{ Type: 'DIMENSION' as const, Key: 'LINKED_ACCOUNT' }];
  const shown = (who: string) => monthOf(server, who, JANUARY.Start, JANUARY.End, { GroupBy });
  const [first, second] = [management, member].sort();
  const all = { [first ?? '']: ['15000', '0'], [second ?? '']: ['15000', '0.03'] };
  expect(await shown(management)).toEqual(all);
  expect(await shown(member)).toEqual({ [member]: all[member] });
  const others = { Filter: { Dimensions: { Key: 'LINKED_ACCOUNT' as const, Values: [account] } } };
  expect(await monthOf(server, member, JANUARY.Start, JANUARY.End, others)).toEqual({});
  expect(await monthOf(server, management, JANUARY.Start, JANUARY.End, others)).toEqual({});
  expect(await shown(account)).toEqual({ [account]: ['4', '2'] });
});
