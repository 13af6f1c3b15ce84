import { ServiceError } from '../../core/errors.ts';
import { LaneFull } from '../../crypto/work/lane.ts';
import { kmsQuotas } from './quotas.ts';

/**
 * The answer of work with a key pair. When the threads can't take more, the caller is told what AWS tells whoever calls
 * too often, and its library asks again later.
 */
export async function workOn<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof LaneFull)) throw error;
    const { code, message, status } = kmsQuotas.throttled;
    throw new ServiceError(code, message, { status });
  }
}
