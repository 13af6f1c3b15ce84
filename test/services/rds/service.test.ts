import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { principalDirectory } from '../../../src/services/iam/principals.ts';
import { createRdsService } from '../../../src/services/rds/service.ts';
import { noDatabases } from './databases.ts';

test("rds: each of the model's 164 operations is built or says why not", () => {
  const service = createRdsService({ databases: noDatabases, principals: principalDirectory });
  const { operations } = registerService(service, loadModel('rds'));
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(164);
});
