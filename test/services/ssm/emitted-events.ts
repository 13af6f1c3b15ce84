import type { Service } from '../../../src/contract/service.ts';
import { loadModel } from '../../../src/model/load.ts';
import { AWS_EVENT, type EventEnvelope } from '../../../src/services/events/port.ts';

/** Events that services told event buses, oldest first. */
export const emitted: EventEnvelope[] = [];

/** A service of the tests alone that hears every event. It wears Detective's model. */
export const eventCatcher: Service = {
  id: 'detective',
  principal: 'detective.amazonaws.com',
  operations: [],
  notImplemented: new Map(
    [...loadModel('detective').operations.keys()].map((name) => [name, 'it only listens']),
  ),
  collections: [],
  jobs: [],
  followers: [
    {
      name: 'test.eventCatcher',
      source: 'outbox',
      run: async (batch) => {
        for (const { topic, text } of batch)
          if (topic === AWS_EVENT) emitted.push(JSON.parse(text));
      },
    },
  ],
};

/** Events of an account. */
export function eventsOf(account: string): readonly EventEnvelope[] {
  return emitted.filter((event) => event.account === account);
}
