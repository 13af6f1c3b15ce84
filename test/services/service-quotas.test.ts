import {
  CreateAliasCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  KMSClient,
} from '@aws-sdk/client-kms';
import {
  GetAWSDefaultServiceQuotaCommand,
  GetRequestedServiceQuotaChangeCommand,
  GetServiceQuotaCommand,
  ListRequestedServiceQuotaChangeHistoryByQuotaCommand,
  ListRequestedServiceQuotaChangeHistoryCommand,
  ListServiceQuotasCommand,
  ListServicesCommand,
  RequestServiceQuotaIncreaseCommand,
  ServiceQuotasClient,
} from '@aws-sdk/client-service-quotas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../identities.ts';
import { freshAccount, startServer, type TestServer } from '../server.ts';

const CREATE_KEY = { ServiceCode: 'kms', QuotaCode: 'L-32B67F4A' };

/** The wall clock, which stands still but where a test moves it. */
let now = Date.now();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ throttling: true, real: () => now });
});
afterAll(() => server.close());

/** How many of `count` keys, asked for at once, were made; and the error of the others. */
async function createKeys(kms: KMSClient, count: number) {
  const asked = Array.from({ length: count }, () => kms.send(new CreateKeyCommand({})));
  const outcomes = await Promise.allSettled(asked);
  const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  return { made: count - refused.length, refused };
}

test('rates: the sixth CreateKey in a second is refused with the words of KMS, in one account and Region', async () => {
  const account = freshAccount();
  const { made, refused } = await createKeys(new KMSClient(server.client(account)), 6);
  expect(made).toBe(5);
  expect(refused).toMatchObject([
    {
      name: 'ThrottlingException',
      message:
        'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.',
      $metadata: { httpStatusCode: 400 },
    },
  ]);
  for (const [other, region] of [
    [account, 'eu-west-1'],
    [freshAccount(), 'us-east-1'],
  ] as const) {
    const elsewhere = await createKeys(new KMSClient(server.client(other, region)), 5);
    expect(elsewhere.made).toBe(5);
  }
});

test('rates: each operation has its own, and a second later there is room again', async () => {
  const account = freshAccount();
  const kms = new KMSClient(server.client(account));
  const { made } = await createKeys(kms, 6);
  expect(made).toBe(5);
  const missing = new DescribeKeyCommand({ KeyId: '11111111-2222-3333-4444-555555555555' });
  await expect(kms.send(missing)).rejects.toMatchObject({ name: 'NotFoundException' });
  now += 200;
  const one = await createKeys(kms, 2);
  expect(one.made).toBe(1);
  now += 1_000;
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const named = new CreateAliasCommand({ AliasName: 'alias/a', TargetKeyId: KeyMetadata?.KeyId });
  await kms.send(named);
});

test('quotas: are listed with AWS’s codes and defaults', async () => {
  const quotas = new ServiceQuotasClient(server.client(freshAccount(), 'eu-central-1'));
  const { Services } = await quotas.send(new ListServicesCommand({}));
  expect(Services).toContainEqual({
    ServiceCode: 'kms',
    ServiceName: 'AWS Key Management Service (AWS KMS)',
  });
  const first = await quotas.send(
    new ListServiceQuotasCommand({ ServiceCode: 'kms', MaxResults: 10 }),
  );
  expect(first.Quotas).toHaveLength(10);
  const rest = await quotas.send(
    new ListServiceQuotasCommand({ ServiceCode: 'kms', NextToken: first.NextToken }),
  );
  const codes = [...(first.Quotas ?? []), ...(rest.Quotas ?? [])].map(
    (quota) => quota.QuotaCode ?? '',
  );
  expect(codes).toEqual([...new Set(codes)].sort());
  const asked = { ServiceCode: 'kms', QuotaCode: 'L-6E3AF000' };
  const { Quota } = await quotas.send(new GetAWSDefaultServiceQuotaCommand(asked));
  expect(Quota).toEqual({
    ServiceCode: 'kms',
    ServiceName: 'AWS Key Management Service (AWS KMS)',
    QuotaArn: 'arn:aws:servicequotas:eu-central-1::kms/L-6E3AF000',
    QuotaCode: 'L-6E3AF000',
    QuotaName: 'Cryptographic operations (symmetric) request rate',
    Value: 20_000,
    Unit: 'None',
    Adjustable: true,
    GlobalQuota: false,
    QuotaAppliedAtLevel: 'ACCOUNT',
    Period: { PeriodValue: 1, PeriodUnit: 'SECOND' },
  });
});

test('quotas: a request for more is approved and takes effect', async () => {
  const account = freshAccount();
  const quotas = new ServiceQuotasClient(server.client(account));
  const request = new RequestServiceQuotaIncreaseCommand({ ...CREATE_KEY, DesiredValue: 12 });
  const { RequestedQuota } = await quotas.send(request);
  expect(RequestedQuota).toMatchObject({
    Status: 'PENDING',
    DesiredValue: 12,
    QuotaCode: 'L-32B67F4A',
  });
  await server.platform.engine().advanceTo(now);
  const asked = { RequestId: RequestedQuota?.Id };
  const after = await quotas.send(new GetRequestedServiceQuotaChangeCommand(asked));
  expect(after.RequestedQuota).toMatchObject({ Status: 'APPROVED' });
  const { Quota } = await quotas.send(new GetServiceQuotaCommand(CREATE_KEY));
  expect(Quota).toMatchObject({
    Value: 12,
    QuotaArn: `arn:aws:servicequotas:us-east-1:${account}:kms/L-32B67F4A`,
  });
  const { made } = await createKeys(new KMSClient(server.client(account)), 13);
  expect(made).toBe(12);
  const history = await quotas.send(new ListRequestedServiceQuotaChangeHistoryCommand({}));
  const byQuota = await quotas.send(
    new ListRequestedServiceQuotaChangeHistoryByQuotaCommand({ ...CREATE_KEY, Status: 'APPROVED' }),
  );
  expect(history.RequestedQuotas).toHaveLength(1);
  expect(byQuota.RequestedQuotas).toEqual(history.RequestedQuotas);
});

test('quotas: refuse what is unknown, not more, or not adjustable, and who may not ask', async () => {
  const account = freshAccount();
  const quotas = new ServiceQuotasClient(server.client(account));
  const unknown = { name: 'NoSuchResourceException' };
  const faults = [
    [{ ServiceCode: 'KMS', QuotaCode: 'L-32B67F4A', DesiredValue: 9 }, unknown],
    [{ ServiceCode: 'kms', QuotaCode: 'L-00000000', DesiredValue: 9 }, unknown],
    [
      { ...CREATE_KEY, DesiredValue: 5 },
      {
        name: 'IllegalArgumentException',
        message: 'You must provide a quota value greater than the current quota value.',
      },
    ],
    [
      { ServiceCode: 'kms', QuotaCode: 'L-0E66C9C0', DesiredValue: 50 },
      { name: 'IllegalArgumentException' },
    ],
  ] as const;
  let refused = 0;
  for (const [input, error] of faults) {
    const asking = quotas.send(new RequestServiceQuotaIncreaseCommand(input));
    await expect(asking).rejects.toMatchObject(error);
    refused += 1;
  }
  expect(refused).toBe(4);
  const mallory = new ServiceQuotasClient(await newUser(server, account, 'mallory'));
  await expect(mallory.send(new GetServiceQuotaCommand(CREATE_KEY))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/mallory is not authorized to perform: ` +
      'servicequotas:GetServiceQuota because no identity-based policy allows the ' +
      'servicequotas:GetServiceQuota action',
  });
});
