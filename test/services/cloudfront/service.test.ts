import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { webAclAssociations } from '../../../src/services/wafv2/associations.ts';
import { createCloudFrontService } from '../../../src/services/cloudfront/service.ts';

test("cloudfront: each of the model's 167 operations is built or says why not", () => {
  const service = createCloudFrontService({ webAcls: webAclAssociations });
  const { operations } = registerService(service, loadModel('cloudfront'));
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(167);
});
