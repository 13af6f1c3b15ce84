import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { cloudwatchService } from '../../../src/services/cloudwatch/service.ts';

test("cloudwatch: each of the model's 46 operations is built or says why not", () => {
  const { operations } = registerService(cloudwatchService, loadModel('cloudwatch'));
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(46);
});
