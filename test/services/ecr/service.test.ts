import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { principalDirectory } from '../../../src/services/iam/principals.ts';
import { createEcrService } from '../../../src/services/ecr/service.ts';

test("ecr: each of the model's 58 operations is built or says why not", () => {
  const { operations } = registerService(
    createEcrService({ principals: principalDirectory }),
    loadModel('ecr'),
  );
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(58);
});
