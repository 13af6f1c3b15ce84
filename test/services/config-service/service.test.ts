import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { notImplemented } from '../../../src/services/config-service/unbuilt.ts';
import { createConfigService } from '../../../src/services/config-service/service.ts';

test("config-service: each of the model's 97 operations is built or says why not", () => {
  const service = createConfigService({
    buckets: {
      find: async () => undefined,
      mayRead: async () => 'NoSuchBucket',
      mayPut: async () => 'NoSuchBucket',
      put: async () => 'NoSuchBucket',
    },
    isServed: () => true,
  });
  const { operations } = registerService(service, loadModel('config-service'));
  expect(operations.size).toBe(97);
  expect(service.operations.length + notImplemented.size).toBe(97);
});
