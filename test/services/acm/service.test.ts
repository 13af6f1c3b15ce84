import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { acmService } from '../../../src/services/acm/service.ts';

test("acm: each of the model's 17 operations is built or says why not", () => {
  const { operations } = registerService(acmService, loadModel('acm'));
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(17);
});
