import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { metricWriter } from '../../../src/services/cloudwatch/metric-writer.ts';
import { createLogsService } from '../../../src/services/logs/service.ts';

test("logs: each of the model's 113 operations is built or says why not", () => {
  const { operations } = registerService(
    createLogsService({ metrics: metricWriter }),
    loadModel('logs'),
  );
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(113);
});
