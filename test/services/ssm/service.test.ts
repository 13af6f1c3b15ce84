import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { principalDirectory } from '../../../src/services/iam/principals.ts';
import { createSsmService } from '../../../src/services/ssm/service.ts';

test("ssm: each of the model's 146 operations is built or says why not", () => {
  const { operations } = registerService(
    createSsmService({ principals: principalDirectory }),
    loadModel('ssm'),
  );
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(146);
});
