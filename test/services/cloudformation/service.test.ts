import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { createCloudFormationService } from '../../../src/services/cloudformation/service.ts';

test("cloudformation: each of the model's 90 operations is built or says why not", () => {
  const service = createCloudFormationService({
    isBuilt: () => true,
    address: () => Promise.resolve(''),
  });
  const { operations } = registerService(service, loadModel('cloudformation'));
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(90);
});
