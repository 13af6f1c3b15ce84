import type { OutboxFollower, StoredEvent, TrailFollower } from '../../contract/follower.ts';
import type { StoredRecord } from '../../contract/trail.ts';
import type { Unit } from '../../contract/view.ts';
import { uuid } from '../../core/ids.ts';
import { factsOf } from '../../core/record-facts.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../core/json.ts';
import { callEventOf } from './domain/call-event.ts';
import { readEvent } from './domain/event-text.ts';
import { type BusMatcher, followEvent, matcherOf } from './matching.ts';
import { AWS_EVENT, envelopeText } from './port.ts';
import { PUT_EVENT } from './put-events.ts';
import { DEFAULT_BUS } from './resources.ts';
import type { Hops } from './state.ts';

/** Events of services and of customers, to the rules of their bus. */
export const followEvents: OutboxFollower = {
  name: 'events.match',
  source: 'outbox',
  run: async (batch, unit) => {
    for (const stored of batch) {
      const put = putEventOf(stored);
      if (put !== undefined) await followStored(stored, put, unit);
    }
  },
};

interface PutEvent {
  readonly bus: string;
  readonly text: string;
  readonly hops: Hops;
}

/** Undefined: the outbox tells it to somebody else. */
function putEventOf({ topic, text }: StoredEvent): PutEvent | undefined {
  if (topic === AWS_EVENT) return { bus: DEFAULT_BUS, text, hops: {} };
  if (topic !== PUT_EVENT) return undefined;
  const value: JsonValue = JSON.parse(text);
  if (!isJsonObject(value)) return undefined;
  const { bus, event, hops } = value;
  if (typeof bus !== 'string' || typeof event !== 'string') return undefined;
  return { bus, text: event, hops: isJsonObject(hops) ? hopsOf(hops) : {} };
}

function hopsOf({ account, region }: JsonObject): Hops {
  return {
    ...(account === true ? { account } : {}),
    ...(region === true ? { region } : {}),
  };
}

async function followStored(
  { account, region, time, position }: StoredEvent,
  { bus, text, hops }: PutEvent,
  unit: Unit,
): Promise<void> {
  const scope = { account, region };
  const matcher = await matcherOf(unit, scope, bus);
  if (matcher === undefined) return;
  const event = readEvent(text);
  if (event === undefined) return;
  const arrived = { key: `o${position}`, text, ingested: time, hops };
  await followEvent(unit, scope, matcher, { arrived, event });
}

/**
 * Audit records of management events, as events of the default bus. Every call of every service passes here, so a record is
 * looked at only where some rule of its account and Region may match it, and read only then.
 */
export const followCalls: TrailFollower = {
  name: 'events.calls',
  source: 'trail',
  run: async (batch, unit) => {
    // By account, then by Region: for most records there is nothing to do, so that a text of both would cost the most.
    const matchers = new Map<string, Map<string, BusMatcher | undefined>>();
    for (const record of batch) {
      const { account, region } = record;
      const regions = matchers.get(account) ?? new Map<string, BusMatcher | undefined>();
      if (!regions.has(region)) {
        const found = await matcherOf(unit, record, DEFAULT_BUS);
        regions.set(region, found?.summary.callRules === 0 ? undefined : found);
        matchers.set(account, regions);
      }
      const matcher = regions.get(region);
      if (matcher !== undefined) await followRecord(record, matcher, unit);
    }
  },
};

async function followRecord(record: StoredRecord, matcher: BusMatcher, unit: Unit): Promise<void> {
  const facts = factsOf(record);
  const call = callEventOf(facts);
  if (call === undefined || (facts.readOnly && matcher.summary.readRules === 0)) return;
  const { account, region, time, position, text: detail } = record;
  const { source, detailType } = call;
  if (!matcher.index.mayMatch({ source, 'detail-type': detailType })) return;
  const id = await unit.once(uuid);
  const scope = { account, region };
  const text = envelopeText(scope, time, { id, source, detailType, resources: [], detail });
  const event = readEvent(text);
  if (event === undefined) return;
  const arrived = { key: `t${position}`, text, ingested: time, hops: {} };
  await followEvent(unit, scope, matcher, { arrived, event });
}
