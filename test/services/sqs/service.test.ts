import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { principalDirectory } from '../../../src/services/iam/principals.ts';
import { createSqsService } from '../../../src/services/sqs/service.ts';
import { createHost } from '../../../src/host.ts';

test("sqs: each of the model's 23 operations is built or says why not", () => {
  const { operations } = registerService(
    createSqsService({
      host: createHost(),
      principals: principalDirectory,
      arrived: async () => undefined,
    }),
    loadModel('sqs'),
  );
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(23);
});
