import { expect, test } from 'vitest';
import { addDuration, parseIsoDuration } from '../../src/core/iso-duration.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/core/time.ts';

const READ = [
  ['P400D', 0, 400 * DAY_MS],
  ['PT1H30M', 0, HOUR_MS + 30 * MINUTE_MS],
  ['P1Y2M', 14, 0],
  ['P2W', 0, 14 * DAY_MS],
  ['PT0.5S', 0, 500],
  ['P1M1DT1M', 1, DAY_MS + MINUTE_MS],
  ['PT0S', 0, 0],
] as const;

const REFUSED = [
  '',
  'P',
  'PT',
  'P1DT',
  '1D',
  'P-1D',
  'P1.5D',
  'PT1M1H',
  'p1d',
  'P1D ',
  'x'.repeat(1_000),
];

const ADDED = [
  ['2026-01-31T10:00:00.000Z', 'P1M', '2026-02-28T10:00:00.000Z'],
  ['2027-12-31T00:00:00.000Z', 'P2M', '2028-02-29T00:00:00.000Z'],
  ['2028-02-29T00:00:00.000Z', 'P1Y', '2029-02-28T00:00:00.000Z'],
  ['2026-11-30T23:59:59.999Z', 'P1Y3MT1S', '2028-03-01T00:00:00.999Z'],
  ['2026-03-28T12:00:00.000Z', 'P1D', '2026-03-29T12:00:00.000Z'],
] as const;

test('durations: reads what ISO 8601 writes', () => {
  let cases = 0;
  for (const [text, months, milliseconds] of READ) {
    expect(parseIsoDuration(text), text).toEqual({ months, milliseconds });
    cases += 1;
  }
  expect(cases).toBe(7);
});

test('durations: refuses anything else with a sentence', () => {
  let cases = 0;
  for (const text of REFUSED) {
    expect(() => parseIsoDuration(text), text).toThrow(/can't be read\. Write it as/);
    cases += 1;
  }
  expect(cases).toBe(11);
});

test('durations: months end where the calendar says', () => {
  let cases = 0;
  for (const [from, text, to] of ADDED) {
    const result = addDuration(Date.parse(from), parseIsoDuration(text));
    expect(new Date(result).toISOString(), `${from} + ${text}`).toBe(to);
    cases += 1;
  }
  expect(cases).toBe(5);
});
