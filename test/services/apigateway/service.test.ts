import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { createApiGatewayService } from '../../../src/services/apigateway/service.ts';
import { metricWriter } from '../../../src/services/cloudwatch/metric-writer.ts';
import { principalDirectory } from '../../../src/services/iam/principals.ts';

test("apigateway: each of the model's 124 operations is built or says why not", () => {
  const service = createApiGatewayService({
    principals: principalDirectory,
    metrics: metricWriter,
    webAcls: { of: async () => undefined, resourceDeleted: () => undefined },
    httpApis: { answer: () => Promise.reject(new Error('no HTTP API is there')) },
    host: { pause: async () => undefined, realTime: () => 0 },
  });
  const { operations } = registerService(service, loadModel('apigateway'));
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(124);
});
