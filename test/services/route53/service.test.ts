import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { route53Service } from '../../../src/services/route53/service.ts';

test("route53: each of the model's 71 operations is built or says why not", () => {
  const { operations } = registerService(route53Service, loadModel('route53'));
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(71);
});
