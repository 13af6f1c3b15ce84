import { SSM } from '@aws-sdk/client-ssm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cachedParameters } from '../../client/parameters.ts';
import { freshAccount, startServer, type TestServer } from '../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** An SDK client that counts what it sends. */
function countingClient() {
  const ssm = new SSM(server.client(freshAccount()));
  const sent: string[] = [];
  ssm.middlewareStack.add((next, { commandName }) => (args) => {
    sent.push(commandName ?? '');
    return next(args);
  });
  return { ssm, sent };
}

test('a parameter is read once, and anew when its time is over', async () => {
  const { ssm, sent } = countingClient();
  await ssm.putParameter({ Name: '/p', Value: 'secret', Type: 'SecureString' });
  let now = 0;
  const parameters = cachedParameters(ssm, { ttlSeconds: 60, now: () => now });
  expect(await parameters.get('/p')).toBe('secret');
  await ssm.putParameter({ Name: '/p', Value: 'newer', Overwrite: true });
  expect(await parameters.get('/p')).toBe('secret');
  expect(await parameters.get('/p:2')).toBe('newer');
  now = 60_000;
  expect(await parameters.get('/p')).toBe('newer');
  await ssm.putParameter({ Name: '/p', Value: 'newest', Overwrite: true });
  expect(await parameters.refresh('/p')).toBe('newest');
  expect(await parameters.get('/p')).toBe('newest');
  expect(sent.filter((name) => name === 'GetParameterCommand')).toHaveLength(4);
  await expect(parameters.get('/none')).rejects.toMatchObject({ name: 'ParameterNotFound' });
});

test('many are read by tens', async () => {
  const { ssm, sent } = countingClient();
  const names = Array.from({ length: 13 }, (_, i) => `/m/${i}`);
  for (const Name of names) await ssm.putParameter({ Name, Value: Name, Type: 'String' });
  const parameters = cachedParameters(ssm);
  sent.splice(0);
  const asked = [...names, '/m/2:1'];
  const values = await parameters.getMany(asked);
  expect([...values]).toEqual([...names.map((name) => [name, name]), ['/m/2:1', '/m/2']]);
  expect(sent.filter((name) => name === 'GetParametersCommand')).toHaveLength(2);
  sent.splice(0);
  await parameters.getMany(asked);
  expect(sent).toEqual([]);
  await expect(parameters.getMany(['/m/1', '/none'])).rejects.toThrow(
    'there are no parameters /none',
  );
});
