import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { createShieldService } from '../../../src/services/shield/service.ts';

test("shield: each of the model's 36 operations is built or says why not", () => {
  const service = createShieldService({
    buckets: {
      find: async () => undefined,
      mayRead: async () => 'NoSuchBucket',
      mayPut: async () => 'NoSuchBucket',
      put: async () => 'NoSuchBucket',
    },
    isBuilt: () => true,
    metrics: { write: async () => undefined },
    webAcls: {
      of: async () => undefined,
      setForDistribution: async () => false,
      resourceDeleted: () => undefined,
    },
    groups: {
      add: async () => undefined,
      change: async () => false,
      remove: async () => undefined,
    },
  });
  const { operations } = registerService(service, loadModel('shield'));
  expect(operations.size).toBe(36);
  expect(service.operations.length + service.notImplemented.size).toBe(36);
});
