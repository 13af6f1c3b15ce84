import type { TableStream } from '../dynamodb/port.ts';

const DIGITS = 20;

/** A stream has one shard, from its beginning to its end. */
export function shardOf({ created }: TableStream): { readonly id: string; readonly first: string } {
  const start = String(created).padStart(DIGITS, '0');
  return { id: `shardId-${start}-${start.slice(-8)}`, first: FIRST_SEQUENCE };
}

/** Below every sequence number. */
export const FIRST_SEQUENCE = `1${'0'.repeat(DIGITS)}`;
