import {
  APIGatewayClient,
  CreateApiKeyCommand,
  CreateUsagePlanCommand,
  CreateUsagePlanKeyCommand,
  UpdateApiKeyCommand,
} from '@aws-sdk/client-api-gateway';
import { CloudTrailClient, LookupEventsCommand } from '@aws-sdk/client-cloudtrail';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Context } from '../../../src/contract/operation.ts';
import type { Unit } from '../../../src/contract/view.ts';
import { accountOf } from '../../../src/services/apigateway/account.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});

afterAll(() => server.close());

/** The texts of an account's records of an operation. */
async function recordsOf(account: string, AttributeValue: string): Promise<readonly string[]> {
  const { Events = [] } = await new CloudTrailClient(server.client(account)).send(
    new LookupEventsCommand({
      LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue }],
    }),
  );
  return Events.map(({ CloudTrailEvent = '' }) => CloudTrailEvent);
}

test("no record holds an API key's value, and each tells what was changed", async () => {
  const account = freshAccount();
  const client = new APIGatewayClient(server.client(account));
  const value = 'only-the-client-knows-this';
  const key = await client.send(new CreateApiKeyCommand({ name: 'client', value }));
  expect(key.value).toBe(value);
  const plan = await client.send(new CreateUsagePlanCommand({ name: 'plan' }));
  const held = await client.send(
    new CreateUsagePlanKeyCommand({ usagePlanId: plan.id, keyId: key.id, keyType: 'API_KEY' }),
  );
  expect(held.value).toBe(value);
  await client.send(
    new UpdateApiKeyCommand({
      apiKey: key.id,
      patchOperations: [{ op: 'replace', path: '/description', value: 'told' }],
    }),
  );
  for (const operation of ['CreateApiKey', 'CreateUsagePlanKey']) {
    const [record = ''] = await recordsOf(account, operation);
    expect(record, operation).toContain(`"${key.id}"`);
    expect(record, operation).not.toContain(value);
  }
  const [patch = ''] = await recordsOf(account, 'UpdateApiKey');
  expect(patch).toContain('"value":"told"');
});

test("an account's first key that runs again after another's has its own id, and none of the account's secret", async () => {
  const { store } = server.platform.engine();
  const scope = { account: freshAccount(), region: 'us-east-1' };
  const first = async (unit: Unit) => {
    const once: Context['once'] = (make) => unit.once(make);
    const account = await accountOf({ view: unit.view(scope), once });
    return { account, id: await unit.once(() => 'id') };
  };
  let runs = 0;
  const made = await store.run(async (unit) => {
    runs += 1;
    const found = await first(unit);
    if (runs === 1) await store.run(first);
    return found;
  });
  expect(runs).toBe(2);
  expect(made).toEqual({ account: (await store.run(first)).account, id: 'id' });
});
