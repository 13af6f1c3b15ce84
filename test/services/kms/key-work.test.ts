import { expect, test } from 'vitest';
import { LaneFull } from '../../../src/crypto/work/lane.ts';
import { workOn } from '../../../src/services/kms/key-work.ts';

test('work that no thread can take: the caller is told to call less often', async () => {
  await expect(workOn(Promise.reject(new LaneFull('full')))).rejects.toMatchObject({
    code: 'ThrottlingException',
    status: 400,
    message:
      'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.',
  });
  const other = new Error('a thread ended');
  await expect(workOn(Promise.reject(other))).rejects.toBe(other);
  expect(await workOn(Promise.resolve(7))).toBe(7);
});
