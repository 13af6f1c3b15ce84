// Time to match an event against 1,000 rules of a bus, beside reading the event's JSON alone.
//   npm run bench -- events
// Pure computation on one thread; a sample is the mean of 20 events.
import { isJsonObject, type JsonObject, type JsonValue } from '../src/core/json.ts';
import { compilePattern } from '../src/services/events/domain/pattern.ts';
import { readEvent } from '../src/services/events/domain/event-text.ts';
import { RuleIndex } from '../src/services/events/domain/rule-index.ts';
import { machine, printTable, quantile } from './rig/figures.ts';

const RULES = 1_000;
const ROUNDS = 5_000;
const EVENTS_PER_ROUND = 20;

/** A tenth of the rules insist on no text; the others share sources and types, and differ in a field of the detail. */
function patternOf(n: number): string {
  if (n % 10 === 0) {
    return JSON.stringify({ detail: { amount: [{ numeric: ['>', 1_000_000 + n] }] } });
  }
  return JSON.stringify({
    source: [`shop.${n % 20}`],
    'detail-type': ['Order Placed', 'Order Paid'],
    detail: {
      customer: [`customer-${n}`],
      amount: [{ numeric: ['>', 0, '<=', 1_000] }],
      path: [{ 'anything-but': { prefix: 'internal/' } }],
    },
  });
}

function eventOf(n: number): string {
  return JSON.stringify({
    version: '0',
    id: `7bf73129-1428-4cd3-a780-${String(n).padStart(12, '0')}`,
    'detail-type': 'Order Placed',
    source: `shop.${n % 20}`,
    account: '111122223333',
    time: '2026-11-25T20:00:00Z',
    region: 'us-east-1',
    resources: [`arn:aws:shop:us-east-1:111122223333:order/${n}`],
    detail: {
      customer: `customer-${n}`,
      amount: n % 1_000,
      path: `orders/${n}`,
      items: Array.from({ length: 8 }, (_, at) => ({ sku: `sku-${at}`, count: at + 1 })),
    },
  });
}

const EVENTS = Array.from({ length: RULES }, (_, n) => eventOf(n));

/** Microseconds per event, one sample per round. */
function measure(work: (text: string) => void): readonly number[] {
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = process.hrtime.bigint();
    for (let at = 0; at < EVENTS_PER_ROUND; at += 1) {
      work(EVENTS[(round * EVENTS_PER_ROUND + at) % EVENTS.length] ?? '{}');
    }
    samples.push(Number(process.hrtime.bigint() - start) / 1000 / EVENTS_PER_ROUND);
  }
  return samples;
}

const rules = Array.from({ length: RULES }, (_, n) => ({
  rule: n,
  pattern: compilePattern(patternOf(n)),
}));
const index = new RuleIndex(rules);
let matched = 0;
let seen = 0;

function parse(text: string): void {
  const event: JsonValue = JSON.parse(text);
  if (isJsonObject(event)) seen += 1;
}

function match(text: string): void {
  const event: JsonObject | undefined = readEvent(text);
  if (event !== undefined) matched += index.match(event).size;
}

// Twice in turns, so that the first is not the one that warms up.
measure(parse);
measure(match);
const figures = [
  ['read as JSON', measure(parse)],
  ['read, and matched against 1,000 rules', measure(match)],
] as const;
const base = quantile(figures[0][1], 0.5);
printTable(
  ['event', 'p50 µs', 'p99 µs', 'per second', 'ratio to reading'],
  figures.map(([name, samples]) => {
    const median = quantile(samples, 0.5);
    return [
      name,
      median.toFixed(2),
      quantile(samples, 0.99).toFixed(2),
      Math.round(1_000_000 / median).toLocaleString('en-US'),
      (base / median).toFixed(2),
    ];
  }),
);
console.log(`\n${machine()}; ${seen} read, ${matched} matches`);
