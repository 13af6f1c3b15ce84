import { expect, test } from 'vitest';
import { registerService } from '../../../src/gateway/registry.ts';
import { loadModel } from '../../../src/model/load.ts';
import { webAclAssociations } from '../../../src/services/wafv2/associations.ts';
import { createElbv2Service } from '../../../src/services/elbv2/service.ts';

test("elbv2: each of the model's 51 operations is built or says why not", () => {
  const service = createElbv2Service({
    probe: async () => ({ kind: 'refused' }),
    webAcls: webAclAssociations,
  });
  const { operations } = registerService(service, loadModel('elbv2'));
  for (const [operation, { implementation, notImplementedReason }] of operations) {
    expect(implementation ?? notImplementedReason, operation).toBeDefined();
  }
  expect(operations.size).toBe(51);
});
