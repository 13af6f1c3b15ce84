import { expect, test } from 'vitest';
import type { EdgeRequest } from '../../../../src/contract/edge.ts';
import { learnedUntil, newBaseline } from '../../../../src/services/shield/detection/baseline.ts';
import { divergence } from '../../../../src/services/shield/detection/composition.ts';
import { isFlood, thresholdOf } from '../../../../src/services/shield/detection/flood.ts';
import { hasSignature, signaturesOf } from '../../../../src/services/shield/detection/signature.ts';
import { TopCounts } from '../../../../src/services/shield/detection/top-counts.ts';
import { TrafficCounts } from '../../../../src/services/shield/detection/traffic-counts.ts';
import {
  mergedWindow,
  type RequestSample,
  SAMPLES_MAX,
  type TrafficWindow,
} from '../../../../src/services/shield/detection/traffic-window.ts';

const MINUTE_MS = 60_000;

function sample(more: Partial<RequestSample> = {}): RequestSample {
  return { client: '10.0.0.1', method: 'GET', path: '/', agent: 'browser', ...more };
}

function many(count: number, of: (at: number) => RequestSample): readonly RequestSample[] {
  return Array.from({ length: count }, (_none, at) => of(at));
}

function request(at: number, more: Partial<EdgeRequest> = {}): EdgeRequest {
  return {
    method: 'GET',
    target: `/p${at}?q=${at}`,
    httpVersion: '1.1',
    headers: ['Host', 'site.test', 'User-Agent', 'browser'],
    host: 'site.test',
    port: 80,
    sourceIp: '10.0.0.1',
    sourcePort: 1,
    arrived: 0,
    id: '',
    ...more,
  };
}

const site = { resource: 'arn', scope: { account: '1', region: 'us-east-1' }, now: 0 };

/** What is counted of requests, each with the next number. */
function counted(times: number, now = 0): TrafficWindow {
  const counts = new TrafficCounts();
  for (let at = 0; at < times; at += 1) {
    counts.arrived({ ...site, now }, request(at), at % 10 === 0);
    counts.answered(
      { ...site, now },
      { status: at % 5 === 0 ? 502 : 200, isRefused: at % 4 === 0 },
    );
  }
  const [first] = counts.take();
  if (first === undefined) throw new Error('nothing was counted');
  return first.window;
}

test('top counts: of more values than there is room for, frequent ones are kept and none is counted too high', () => {
  const counts = new TopCounts();
  for (let at = 0; at < 10_000; at += 1) counts.add(at % 2 === 0 ? 'frequent' : `rare ${at}`);
  const top = counts.top();
  expect(top).toHaveLength(64);
  expect(top[0]).toEqual(['frequent', 5_000]);
  expect(top.slice(1).every(([, count]) => count === 1)).toBe(true);
});

test('traffic: is counted as it came, in bounded memory', () => {
  const window = counted(1_000);
  expect(window).toMatchObject({
    requests: 1_000,
    refused: 250,
    serverErrors: 200,
    connections: 100,
    clients: [['10.0.0.1', 1_000]],
    agents: [['browser', 1_000]],
    referrers: [],
  });
  expect(window.paths).toHaveLength(64);
  expect(window.samples.kept.length).toBeLessThanOrEqual(SAMPLES_MAX);
  expect(window.samples.kept.length * window.samples.every).toBeGreaterThan(900);
  expect(window.samples.kept[1]?.path).toBe(`/p${window.samples.every}`);
});

test('traffic: parts of a minute are one, and those who were kept stand for as many each', () => {
  const whole = mergedWindow(counted(1_000), counted(100));
  expect(whole.requests).toBe(1_100);
  expect(whole.samples.kept.length).toBeLessThanOrEqual(SAMPLES_MAX);
  const stood = whole.samples.kept.length * whole.samples.every;
  expect(Math.abs(stood - 1_100)).toBeLessThan(100);
});

test('traffic: what was written is not written again, and what nothing protects is not counted', () => {
  const counts = new TrafficCounts();
  counts.arrived(site, request(0), true);
  const taken = counts.take();
  expect(counts.isEmpty).toBe(false);
  counts.written(taken);
  expect(counts.isEmpty).toBe(true);
  counts.unwatch(site.resource, 0);
  counts.arrived(site, request(0), true);
  expect(counts.isEmpty).toBe(true);
  counts.watch(site.resource);
  counts.arrived(site, request(0), true);
  expect(counts.isEmpty).toBe(false);
});

test('baseline: silent minutes count, and the minute it begins in does not', () => {
  const began = newBaseline(0);
  const busy = counted(100, MINUTE_MS);
  const learned = learnedUntil(began, 5, busy);
  expect(learned).toMatchObject({ minute: 4, minutes: 4, mean: 25 });
  expect(learned.history).toHaveLength(8);
  expect(learnedUntil(learned, 5, busy)).toEqual(learned);
});

test('floods: need both more than is usual, and otherwise', () => {
  const usual = many(40, () => sample());
  const known = { minute: 10, minutes: 10, mean: 200, variance: 400, history: usual };
  expect(thresholdOf(known)).toBe(800);
  expect(thresholdOf({ mean: 10, variance: 0 })).toBe(300);
  expect(thresholdOf({ mean: 100, variance: 10_000 })).toBe(700);
  const busy = { ...counted(801), samples: { kept: many(64, () => sample()), every: 12 } };
  const odd = { ...busy, samples: { kept: many(64, () => sample({ agent: 'bot' })), every: 12 } };
  expect(isFlood(busy, known)).toBe(false);
  expect(isFlood(odd, known)).toBe(true);
  expect(isFlood({ ...odd, requests: 800 }, known)).toBe(false);
  expect(isFlood(odd, { ...known, minutes: 4 })).toBe(false);
  expect(isFlood(odd, { ...known, history: usual.slice(0, 19) })).toBe(false);
});

test('composition: the same differs by nothing, the other by one bit, and rare values count together', () => {
  const usual = many(100, (at) => sample({ client: `10.0.0.${at}` }));
  const others = many(100, (at) => sample({ client: `10.0.1.${at}` }));
  expect(divergence(usual, usual)).toBe(0);
  expect(divergence(usual, others)).toBeCloseTo(0, 9);
  expect(
    divergence(
      usual,
      many(10, () => sample({ path: '/x' })),
    ),
  ).toBeCloseTo(1, 9);
});

test('signatures: separate the attack from the past, and are none where nothing does', () => {
  const past = [
    ...many(60, (at) => sample({ client: `10.0.0.${at}` })),
    ...many(40, () => sample({ path: '/login', agent: 'app' })),
  ];
  // Each trait alone is usual; together they are not.
  const attack = many(100, (at) => sample({ client: `10.9.0.${at}`, path: '/login' }));
  const [signature, ...more] = signaturesOf(attack, past);
  expect(more).toEqual([]);
  expect(signature?.map(({ trait }) => trait).toSorted()).toEqual(['agent', 'path']);
  expect(past.some((one) => hasSignature(one, signature ?? []))).toBe(false);
  expect(
    signaturesOf(
      many(100, () => sample({ client: '10.0.0.1' })),
      past,
    ),
  ).toEqual([]);
  const few = many(100, (at) => sample({ client: `10.9.0.${at % 5}` }));
  expect(signaturesOf(few, past)).toEqual([
    [{ trait: 'client', values: [0, 1, 2, 3, 4].map((at) => `10.9.0.${at}`) }],
  ]);
  const silent = many(100, (at) => ({ client: `10.9.0.${at}`, method: 'GET', path: '/' }));
  expect(signaturesOf(silent, past)).toEqual([[{ trait: 'agent' }]]);
});
