import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { principalDirectory } from '../../../src/services/iam/principals.ts';
import { createDynamoDbService } from '../../../src/services/dynamodb/service.ts';

test("dynamodb: each of the model's 57 operations is built or says why not", () => {
  const { operations } = registerService(
    createDynamoDbService({ principals: principalDirectory }),
    loadModel('dynamodb'),
  );
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(57);
});
