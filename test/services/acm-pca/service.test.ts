import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { acmPcaService } from '../../../src/services/acm-pca/service.ts';

test("acm-pca: each of the model's 23 operations is built or says why not", () => {
  const { operations } = registerService(acmPcaService, loadModel('acm-pca'));
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(23);
});
