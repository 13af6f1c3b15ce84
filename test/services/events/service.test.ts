import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { principalDirectory } from '../../../src/services/iam/principals.ts';
import { createEventsService } from '../../../src/services/events/service.ts';

test("events: each of the model's 57 operations is built or says why not", () => {
  const service = createEventsService({
    principals: principalDirectory,
    send: async () => ({ kind: 'busy' }),
  });
  const { operations } = registerService(service, loadModel('events'));
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(57);
});
