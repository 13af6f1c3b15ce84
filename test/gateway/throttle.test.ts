import { expect, test } from 'vitest';
import type { Call } from '../../src/contract/operation.ts';
import type { Quota } from '../../src/contract/quota.ts';
import type { Unit } from '../../src/contract/view.ts';
import { Throttle, type ThrottledCall } from '../../src/gateway/throttle.ts';

const quota: Quota = {
  name: 'rate',
  value: () => 2,
  adjustable: false,
  isRate: true,
};

/** A call whose `input` names what it counts for. */
function calling(of: string | undefined): ThrottledCall {
  const call = { scope: { account: '111122223333', region: 'us-east-1' }, realNow: 1_000 };
  return {
    call: call as Call,
    service: {
      id: 'test',
      principal: 'test.amazonaws.com',
      operations: [],
      notImplemented: new Map(),
      collections: [],
      jobs: [],
      quotas: {
        quotas: [quota],
        charges: () => [of === undefined ? { quota, amount: 1 } : { quota, amount: 1, of }],
        throttled: { code: 'ThrottlingException', message: 'too often', status: 400 },
      },
    },
    input: {},
    permissions: [],
    unit: {} as Unit,
  };
}

test('Throttle: what counts for one thing takes nothing of another', async () => {
  const throttle = new Throttle({ granted: async () => undefined });
  for (const of of ['a', 'b', undefined]) {
    await throttle.take(calling(of));
    await throttle.take(calling(of));
    await expect(throttle.take(calling(of))).rejects.toMatchObject({
      code: 'ThrottlingException',
      message: 'too often',
    });
  }
});
