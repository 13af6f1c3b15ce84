import { afterAll, beforeAll, expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test("acm-pca: each of the model's 23 operations is built", () => {
  const service = server.platform.engine().declared.find(({ id }) => id === 'acm-pca');
  if (service === undefined) throw new Error('the service is not declared');
  const { operations } = registerService(service, loadModel('acm-pca'));
  for (const [operation, { implementation }] of operations) {
    expect(implementation, operation).toBeDefined();
  }
  expect(operations.size).toBe(23);
});
