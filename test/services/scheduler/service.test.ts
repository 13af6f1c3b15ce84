import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { schedulerService } from '../../../src/services/scheduler/service.ts';

test("scheduler: each of the model's 12 operations is built or says why not", () => {
  const { operations } = registerService(schedulerService, loadModel('scheduler'));
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(12);
});
