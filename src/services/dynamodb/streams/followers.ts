import type { OutboxFollower } from '../../../contract/follower.ts';
import { CHANGE, type ChangeEvent } from './changes.ts';
import { records } from './state.ts';

const SEQUENCE_DIGITS = 20;

/** Writes what was done to items into their tables' streams, in the order in which it became durable. */
export const followChanges: OutboxFollower = {
  name: 'dynamodb.streams',
  source: 'outbox',
  run: async (batch, unit) => {
    for (const { topic, text, position, account, region } of batch) {
      if (topic !== CHANGE) continue;
      const { store, record }: ChangeEvent = JSON.parse(text);
      const sequence = `1${String(position).padStart(SEQUENCE_DIGITS, '0')}`;
      unit.view({ account, region }).put(records, `${store}/${sequence}`, record);
    }
  },
};
