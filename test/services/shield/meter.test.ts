import { CreateSubscriptionCommand, ShieldClient } from '@aws-sdk/client-shield';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { monthOf, moveTo } from '../cost-explorer/costs.ts';
import { newMember, newOrganization } from '../organizations/fixture.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
  await moveTo(server, '2027-01-31T00:00:00Z');
});
afterAll(() => server.close());

async function subscribe(account: string): Promise<void> {
  await new ShieldClient(server.client(account)).send(new CreateSubscriptionCommand({}));
}

/** What February costs, Shield alone. */
async function february(account: string) {
  await server.platform.engine().bill({});
  return monthOf(server, account, '2027-02-01', '2027-03-01', {
    Filter: { Dimensions: { Key: 'SERVICE', Values: ['AWS Shield'] } },
  });
}

test('bill: Shield Advanced costs 3,000 dollars a month, once for all accounts of one payer', async () => {
  const alone = freshAccount();
  await subscribe(alone);
  const organization = await newOrganization(server);
  const first = await newMember(server, organization);
  const second = await newMember(server, organization);
  await subscribe(first);
  await subscribe(second);
  await moveTo(server, '2027-03-02T00:00:00Z');
  const fee = { 'us-east-1-Shield-Monthly-Fee Subscription': ['1', '3000'] };
  expect(await february(alone)).toEqual(fee);
  expect(await february(organization.management)).toEqual(fee);
  expect(await february(first)).toEqual(fee);
  expect(await february(second)).toEqual({});
});
