import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { HttpCalls } from '../../../src/services/apigatewayv2/calls/answer.ts';
import { createHttpApisService } from '../../../src/services/apigatewayv2/service.ts';

test("apigatewayv2: each of the model's 103 operations is built or says why not", () => {
  const calls = new HttpCalls({
    host: { pause: async () => undefined },
    keySets: { keysOf: async () => [], thumbprintOf: async () => '' },
  });
  const { operations } = registerService(createHttpApisService(calls), loadModel('apigatewayv2'));
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(103);
});
