import {
  DescribeParametersCommand,
  GetParameterCommand,
  GetParameterHistoryCommand,
  PutParameterCommand,
  type PutParameterCommandInput,
} from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS, SECOND_MS } from '../../../src/core/time.ts';
import { startServer, type TestServer } from '../../server.ts';
import { eventCatcher, eventsOf } from './emitted-events.ts';
import { newStore, type Store } from './store.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ furtherServices: [eventCatcher] });
});
afterAll(() => server.close());

function put({ ssm }: Store, policies: unknown, more: Partial<PutParameterCommandInput> = {}) {
  const Policies = typeof policies === 'string' ? policies : JSON.stringify(policies);
  const input = { Name: '/p', Value: 'v', Type: 'String', Tier: 'Advanced', Policies } as const;
  return ssm.send(new PutParameterCommand({ ...input, ...more }));
}

function now(): number {
  return server.platform.engine().clock.serviceTime();
}

async function advance(milliseconds: number): Promise<void> {
  await server.platform.engine().advanceTo(now() + milliseconds);
}

function expiresIn(milliseconds: number) {
  const Timestamp = new Date(now() + milliseconds).toISOString();
  return { Type: 'Expiration', Version: '1.0', Attributes: { Timestamp } };
}

function tellsBefore(Before: string | number, Unit = 'Hours') {
  return { Type: 'ExpirationNotification', Version: '1.0', Attributes: { Before, Unit } };
}

function tellsAfter(After: string | number, Unit = 'Days') {
  return { Type: 'NoChangeNotification', Version: '1.0', Attributes: { After, Unit } };
}

/** Kinds of events with what they tell, in order. */
function told(store: Store) {
  return eventsOf(store.account).map((event) => [
    event['detail-type'],
    event.detail['policy-type'] ?? event.detail['operation'],
  ]);
}

async function statuses({ ssm }: Store) {
  const { Parameters } = await ssm.send(new DescribeParametersCommand({}));
  return Parameters?.[0]?.Policies?.map(({ PolicyType, PolicyStatus }) => [
    PolicyType,
    PolicyStatus,
  ]);
}

test('check 15: a parameter expires, and both events tell of it', async () => {
  const store = newStore(server);
  await put(store, [expiresIn(2 * SECOND_MS)]);
  await advance(3 * SECOND_MS);
  const gone = store.ssm.send(new GetParameterCommand({ Name: '/p' }));
  await expect(gone).rejects.toMatchObject({ name: 'ParameterNotFound' });
  await expect
    .poll(() => told(store))
    .toEqual([
      ['Parameter Store Change', 'Create'],
      ['Parameter Store Policy Action', 'Expiration'],
      ['Parameter Store Change', 'Delete'],
    ]);
  expect(eventsOf(store.account)[1]).toMatchObject({
    source: 'aws.ssm',
    resources: [store.arn('p')],
    detail: { 'parameter-name': '/p', 'policy-type': 'Expiration' },
  });
});

test('check 15: what policies may say', async () => {
  const store = newStore(server);
  const soon = expiresIn(DAY_MS);
  const attribute = 'InvalidPolicyAttributeException';
  const bare = { Type: 'Expiration', Version: '1.0' };
  const refused = [
    [[soon, soon], 'IncompatiblePolicyException', 'There can be only one expiration policy'],
    [
      [tellsBefore('1')],
      'IncompatiblePolicyException',
      'Expiration notification policies are missing expiration policy',
    ],
    [
      Array.from({ length: 11 }, () => tellsAfter('1')),
      'PoliciesLimitExceededException',
      'Number of policies attached to a parameter cannot exceed 10',
    ],
    [
      [{ ...soon, Type: 'Bogus' }],
      'InvalidPolicyTypeException',
      'Policy type Bogus is not supported.',
    ],
    [[{ ...soon, Version: '2.0' }], 'ValidationException', 'Unsupported policy version.'],
    [[bare], attribute, 'Mandatory policy attribute Attributes is missing.'],
    [
      [{ ...bare, Attributes: {} }],
      attribute,
      'A valid Expiration policy must have an attribute of Timestamp.',
    ],
    [[{ ...bare, Attributes: { Timestamp: 'tomorrow' } }], attribute, 'Invalid timestamp format'],
    [
      [soon, { ...tellsBefore('1'), Attributes: { Unit: 'Days' } }],
      attribute,
      'Mandatory policy attribute Before is missing.',
    ],
    [[soon, tellsBefore('0')], attribute, 'Attribute Before must be a positive integer.'],
    [[soon, tellsBefore('1', 'Weeks')], attribute, 'Supported time units: DAYS HOURS'],
    ['{}', attribute, 'Invalid policies input'],
    ['[', attribute, 'Invalid policies input'],
    ['[1]', attribute, 'Invalid policies input'],
  ] as const;
  let tried = 0;
  for (const [policies, name, message] of refused) {
    const text = JSON.stringify(policies);
    await expect(put(store, policies), text).rejects.toMatchObject({ name, message });
    tried += 1;
  }
  expect(tried).toBe(14);
  await expect(put(store, [soon], { Tier: 'Standard' })).rejects.toMatchObject({
    name: 'ValidationException',
    message: "You can't assign parameter policies to a standard-parameter tier.",
  });
  const smart = await put(store, [soon], { Tier: 'Intelligent-Tiering' });
  expect(smart).toMatchObject({ Tier: 'Advanced' });
});

test('an expiration may be given with an offset', async () => {
  const store = newStore(server);
  const local = new Date(now() + 2 * HOUR_MS + 10.5 * HOUR_MS).toISOString().replace('Z', '+10:30');
  const offset = { Type: 'Expiration', Version: '1.0', Attributes: { Timestamp: local } };
  await put(store, [offset]);
  await advance(1.9 * HOUR_MS);
  await store.ssm.send(new GetParameterCommand({ Name: '/p' }));
  await advance(0.2 * HOUR_MS);
  const gone = store.ssm.send(new GetParameterCommand({ Name: '/p' }));
  await expect(gone).rejects.toMatchObject({ name: 'ParameterNotFound' });
});

test('several policies take effect one after the other', async () => {
  const store = newStore(server);
  await put(store, [
    expiresIn(4 * DAY_MS),
    tellsBefore(72),
    tellsBefore('1', 'DAYS'),
    tellsAfter(2),
  ]);
  expect(await statuses(store)).toEqual([
    ['Expiration', 'Pending'],
    ['ExpirationNotification', 'Pending'],
    ['ExpirationNotification', 'Pending'],
    ['NoChangeNotification', 'Pending'],
  ]);
  await advance(1.5 * DAY_MS);
  await expect
    .poll(() => told(store).slice(1))
    .toEqual([['Parameter Store Policy Action', 'ExpirationNotification']]);
  await advance(DAY_MS);
  await advance(DAY_MS);
  expect(await statuses(store)).toEqual([
    ['Expiration', 'Pending'],
    ['ExpirationNotification', 'Finished'],
    ['ExpirationNotification', 'Finished'],
    ['NoChangeNotification', 'Finished'],
  ]);
  await advance(DAY_MS);
  await expect
    .poll(() => told(store).slice(2))
    .toEqual([
      ['Parameter Store Policy Action', 'NoChangeNotification'],
      ['Parameter Store Policy Action', 'ExpirationNotification'],
      ['Parameter Store Policy Action', 'Expiration'],
      ['Parameter Store Change', 'Delete'],
    ]);
});

test('check 16: a change makes the wait for one begin anew', async () => {
  const store = newStore(server);
  await put(store, [tellsAfter('20')]);
  await advance(21 * DAY_MS);
  const one = ['Parameter Store Policy Action', 'NoChangeNotification'];
  await expect.poll(() => told(store).filter(([kind]) => kind === one[0])).toEqual([one]);
  expect(await statuses(store)).toEqual([['NoChangeNotification', 'Finished']]);
  const change = { Name: '/p', Value: 'w', Overwrite: true };
  await store.ssm.send(new PutParameterCommand(change));
  expect(await statuses(store)).toEqual([['NoChangeNotification', 'Pending']]);
  await advance(19 * DAY_MS);
  expect(told(store).filter(([kind]) => kind === one[0])).toEqual([one]);
  await advance(2 * DAY_MS);
  await expect.poll(() => told(store).filter(([kind]) => kind === one[0])).toEqual([one, one]);
});

test('overwriting a value keeps the policies; an empty one takes them away', async () => {
  const store = newStore(server);
  await put(store, [expiresIn(DAY_MS)]);
  const change = { Name: '/p', Value: 'w', Overwrite: true };
  await store.ssm.send(new PutParameterCommand(change));
  expect(await statuses(store)).toEqual([['Expiration', 'Pending']]);
  await put(store, '[{}]', { Overwrite: true });
  expect(await statuses(store)).toEqual([]);
  await advance(2 * DAY_MS);
  await store.ssm.send(new GetParameterCommand({ Name: '/p' }));
  const { Parameters } = await store.ssm.send(new GetParameterHistoryCommand({ Name: '/p' }));
  expect(Parameters?.map(({ Policies }) => Policies?.length)).toEqual([1, 1, 0]);
  const text = Parameters?.[0]?.Policies?.[0]?.PolicyText;
  expect(JSON.parse(text ?? '')).toMatchObject({ Type: 'Expiration', Version: '1.0' });
});
