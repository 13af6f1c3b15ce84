import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { principalDirectory } from '../../../src/services/iam/principals.ts';
import { createSecretsManagerService } from '../../../src/services/secretsmanager/service.ts';

test("secretsmanager: each of the model's 23 operations is built", () => {
  const service = createSecretsManagerService({
    principals: principalDirectory,
    managedRotations: [],
  });
  const { operations } = registerService(service, loadModel('secretsmanager'));
  for (const [operation, { implementation }] of operations) {
    expect(implementation, operation).toBeDefined();
  }
  expect(operations.size).toBe(23);
});
