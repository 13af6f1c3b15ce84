import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { createSchedulerService } from '../../../src/services/scheduler/service.ts';

test("scheduler: each of the model's 12 operations is built", () => {
  const service = createSchedulerService({ isBuilt: () => true });
  const { operations } = registerService(service, loadModel('scheduler'));
  for (const [operation, { implementation }] of operations) {
    expect(implementation, operation).toBeDefined();
  }
  expect(operations.size).toBe(12);
});
