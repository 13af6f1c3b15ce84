import { expect, test } from 'vitest';
import type { KeyWork } from '../../../src/crypto/work/key-work.ts';
import { keyTasks } from '../../../src/crypto/work/tasks.ts';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { createAcmService } from '../../../src/services/acm/service.ts';

test("acm: each of the model's 17 operations is built", () => {
  const keyWork: KeyWork = keyTasks;
  const service = createAcmService({ keyWork, publicUrl: () => '', mailer: undefined });
  const { operations } = registerService(service, loadModel('acm'));
  for (const [operation, { implementation }] of operations) {
    expect(implementation, operation).toBeDefined();
  }
  expect(operations.size).toBe(17);
});
