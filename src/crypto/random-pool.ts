import { randomFillSync } from 'node:crypto';

/** One call to the generator costs as much as 64 of these. */
const POOL_BYTES = 4_096;

const pool = Buffer.allocUnsafeSlow(POOL_BYTES);
let used = POOL_BYTES;

/**
 * `count` random bytes of `node:crypto`, drawn in advance: for nonces and salts, of which a busy server needs many.
 * What was handed out is wiped from the pool, so that nothing here tells of the past.
 */
export function pooledRandomBytes(count: number): Buffer {
  if (count > POOL_BYTES) return randomFillSync(Buffer.allocUnsafe(count));
  if (used + count > POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const drawn = Buffer.from(pool.subarray(used, used + count));
  pool.fill(0, used, used + count);
  used += count;
  return drawn;
}
