import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { principalDirectory } from '../../../src/services/iam/principals.ts';
import { createSnsService } from '../../../src/services/sns/service.ts';
import { createHost } from '../../../src/host.ts';

test("sns: each of the model's 42 operations is built or says why not", () => {
  const { operations } = registerService(
    createSnsService({
      host: createHost(),
      principals: principalDirectory,
      send: async () => ({ kind: 'busy' }),
      mailer: undefined,
    }),
    loadModel('sns'),
  );
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(42);
});
