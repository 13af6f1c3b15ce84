import {
  DeleteParameterCommand,
  GetParametersByPathCommand,
  PutParameterCommand,
  type PutParameterCommandInput,
} from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ONLY,
  type ParameterDocument,
  parameters,
  tallies,
} from '../../../src/services/ssm/state.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newStore, type Store } from './store.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function put({ ssm }: Store, Name: string, more: Partial<PutParameterCommandInput> = {}) {
  return ssm.send(new PutParameterCommand({ Name, Value: 'v', Type: 'String', ...more }));
}

/** As if the account had so many parameters. */
async function pretend({ account }: Store, Standard: number, Advanced: number): Promise<void> {
  await server.platform.engine().store.run(async (unit) => {
    const view = unit.view({ account, region: 'us-east-1' });
    view.put(tallies, ONLY, { Standard, Advanced });
  });
}

test('ten thousand standard parameters, and then advanced ones', async () => {
  const store = newStore(server);
  await pretend(store, 9_999, 99_999);
  await put(store, 'last');
  await expect(put(store, 'more')).rejects.toMatchObject({
    name: 'ParameterLimitExceeded',
    message:
      'You have reached the maximum number of standard parameters for this AWS account and Region ' +
      '(10000). To add more parameters, either delete existing parameters or upgrade to the ' +
      'advanced-parameter tier (charges apply).',
  });
  expect(await put(store, 'more', { Tier: 'Intelligent-Tiering' })).toMatchObject({
    Tier: 'Advanced',
  });
  await expect(put(store, 'most', { Tier: 'Advanced' })).rejects.toMatchObject({
    name: 'ParameterLimitExceeded',
  });
  // What goes, or changes its tier, makes room; what only changes needs none.
  await put(store, 'last', { Overwrite: true });
  await store.ssm.send(new DeleteParameterCommand({ Name: 'more' }));
  await put(store, 'last', { Overwrite: true, Tier: 'Advanced' });
  expect(await put(store, 'first')).toMatchObject({ Tier: 'Standard' });
});

test('many parameters that a filter leaves out make short pages, and none is lost', async () => {
  const store = newStore(server);
  const scope = { account: store.account, region: 'us-east-1' };
  await server.platform.engine().store.run(async (unit) => {
    const view = unit.view(scope);
    for (let n = 0; n < 2_000; n += 1) {
      const id = `many/p${String(n).padStart(4, '0')}`;
      const type = n % 997 === 996 ? 'StringList' : 'String';
      view.put(parameters, id, { ...document(scope, id), type });
    }
  });
  const found: (string | undefined)[] = [];
  let pages = 0;
  let NextToken: string | undefined;
  do {
    const answer = await store.ssm.send(
      new GetParametersByPathCommand({
        Path: '/many',
        ParameterFilters: [{ Key: 'Type', Values: ['StringList'] }],
        NextToken,
      }),
    );
    found.push(...(answer.Parameters ?? []).map(({ Name }) => Name));
    NextToken = answer.NextToken;
    pages += 1;
  } while (NextToken !== undefined);
  expect(found).toEqual(['/many/p0996', '/many/p1993']);
  expect(pages).toBeGreaterThan(2);
});

function document(scope: ParameterDocument['scope'], id: string): ParameterDocument {
  return {
    id,
    name: `/${id}`,
    scope,
    version: 1,
    type: 'String',
    value: 'v',
    tier: 'Standard',
    dataType: 'text',
    modified: 0,
    modifiedBy: 'nobody',
    policies: [],
    labels: {},
    tags: {},
  };
}
