import { LaneFull } from '../../crypto/work/lane.ts';
import { throttled } from './errors.ts';

/** The answer of work with a key pair. Throws ThrottlingException when the threads can't take more. */
export async function workOn<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof LaneFull ? throttled() : error;
  }
}
