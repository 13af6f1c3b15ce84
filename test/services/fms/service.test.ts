import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { createFmsService } from '../../../src/services/fms/service.ts';

test("fms: each of the model's 42 operations is built or says why not", () => {
  const service = createFmsService({
    organizations: {
      managementOf: async () => undefined,
      organizationOf: async () => undefined,
    },
    resources: { isRecording: async () => false, list: async () => [] },
    webAcls: {
      create: async () => '',
      change: async () => false,
      release: async () => undefined,
      canProtect: () => false,
      withdraw: async () => undefined,
      remove: async () => false,
      associate: () => undefined,
    },
    associations: {
      of: async () => undefined,
      setForDistribution: async () => false,
      resourceDeleted: () => undefined,
    },
  });
  const { operations } = registerService(service, loadModel('fms'));
  expect(operations.size).toBe(42);
  expect(service.operations.length + service.notImplemented.size).toBe(42);
});
