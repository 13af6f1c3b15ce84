import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { createStreamReader } from '../../../src/services/dynamodb/streams/stream-reader.ts';
import { createDynamoDbStreamsService } from '../../../src/services/dynamodb-streams/service.ts';

test("dynamodb-streams: each of the model's 4 operations is built or says why not", () => {
  const { operations } = registerService(
    createDynamoDbStreamsService(createStreamReader()),
    loadModel('dynamodb-streams'),
  );
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(4);
});
