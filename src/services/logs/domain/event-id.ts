import { createHash } from 'node:crypto';
import type { Instant } from '../../../core/time.ts';

const ID_DIGITS = 56;

/** The id of an event, whoever is told of it: by its chunk's order, its place in the chunk, and its stream. */
export function eventIdOf(
  timestamp: Instant,
  {
    order,
    index,
    stream,
  }: { readonly order: string; readonly index: number; readonly stream: string },
): string {
  const digest = createHash('sha256').update(`${order}/${index}/${stream}`).digest('hex');
  const rest = BigInt(`0x${digest}`).toString();
  return `3${timestamp}${rest}`.slice(0, ID_DIGITS);
}
