import { expect, test } from 'vitest';
import { parseCron } from '../../src/core/cron.ts';
import { isTimeZone } from '../../src/core/time-zone.ts';

function turns(fields: string, from: string, count: number, zone?: string): readonly string[] {
  const cron = parseCron(fields, zone);
  const found: string[] = [];
  let at: number | undefined = Date.parse(from);
  while (cron !== undefined && at !== undefined && found.length < count) {
    at = cron.next(at);
    if (at !== undefined) found.push(new Date(at).toISOString().slice(0, 16));
  }
  return found;
}

/** Fields, the instant before, and the turns after it. */
const CASES: readonly (readonly [fields: string, from: string, ...turns: readonly string[]])[] = [
  ['0 10 * * ? *', '2026-01-01T10:00Z', '2026-01-02T10:00', '2026-01-03T10:00'],
  ['15 12 * * ? *', '2026-01-01T00:00Z', '2026-01-01T12:15'],
  ['0 18 ? * MON-FRI *', '2026-01-02T18:00Z', '2026-01-05T18:00', '2026-01-06T18:00'],
  ['0 8 1 * ? *', '2026-01-01T08:00Z', '2026-02-01T08:00', '2026-03-01T08:00'],
  ['0/15 * * * ? *', '2026-01-01T00:01Z', '2026-01-01T00:15', '2026-01-01T00:30'],
  ['0/10 * ? * MON-FRI *', '2026-01-02T23:50Z', '2026-01-05T00:00', '2026-01-05T00:10'],
  ['0/5 8-17 ? * MON-FRI *', '2026-01-02T17:55Z', '2026-01-05T08:00'],
  ['0/30 20-2 ? * MON-FRI *', '2026-01-01T02:00Z', '2026-01-01T02:30', '2026-01-01T20:00'],
  ['1/10 0 1 1 ? *', '2026-12-31T00:00Z', '2027-01-01T00:01', '2027-01-01T00:11'],
  ['15 10 ? * 6L 2026-2027', '2026-01-01T00:00Z', '2026-01-30T10:15', '2026-02-27T10:15'],
  ['0 0 L * ? *', '2028-01-31T00:00Z', '2028-02-29T00:00', '2028-03-31T00:00'],
  ['0 0 L-2 * ? *', '2026-02-01T00:00Z', '2026-02-26T00:00'],
  ['0 0 3W * ? *', '2026-01-01T00:00Z', '2026-01-02T00:00', '2026-02-03T00:00'],
  ['0 0 1W * ? *', '2026-01-31T00:00Z', '2026-02-02T00:00', '2026-03-02T00:00'],
  ['0 0 31W * ? *', '2026-01-15T00:00Z', '2026-01-30T00:00', '2026-03-31T00:00'],
  ['0 0 LW * ? *', '2026-01-01T00:00Z', '2026-01-30T00:00', '2026-02-27T00:00'],
  ['0 0 ? * 3#2 *', '2026-01-01T00:00Z', '2026-01-13T00:00', '2026-02-10T00:00'],
  ['0 0 ? * MON#5 *', '2026-01-01T00:00Z', '2026-03-30T00:00', '2026-06-29T00:00'],
  ['0 0 ? * L *', '2026-01-01T00:00Z', '2026-01-03T00:00', '2026-01-10T00:00'],
  ['0 0 29 2 ? *', '2026-01-01T00:00Z', '2028-02-29T00:00', '2032-02-29T00:00'],
  ['0 0 1 JAN,JUL ? 2027', '2026-01-01T00:00Z', '2027-01-01T00:00', '2027-07-01T00:00'],
  ['0 0 1 1 ? 2020', '2026-01-01T00:00Z'],
  ['0 0 30 2 ? *', '2026-01-01T00:00Z'],
];

test('cron: the turns of AWS’s six fields', () => {
  let run = 0;
  for (const [fields, from, ...expected] of CASES) {
    expect(turns(fields, from, Math.max(1, expected.length)), fields).toEqual(expected);
    run += 1;
  }
  expect(run).toBe(23);
});

test('cron: a year of weekdays has as many turns as weekdays', () => {
  const cron = parseCron('0 9 ? * 2-6 *');
  let count = 0;
  let at = Date.parse('2026-01-01T00:00Z');
  for (;;) {
    const next = cron?.next(at);
    if (next === undefined || next >= Date.parse('2027-01-01T00:00Z')) break;
    at = next;
    count += 1;
  }
  expect(count).toBe(261);
});

const REFUSED = [
  '0 10 * * * *',
  '0 10 ? * ? *',
  '0 10 * * ?',
  '0 10 * * ? * *',
  '60 10 * * ? *',
  '0 24 * * ? *',
  '0 0 32 * ? *',
  '0 0 0 * ? *',
  '0 0 ? * 8 *',
  '0 0 ? * 3#6 *',
  '0 0 ? * 3#1,6#3 *',
  '0 0 * 13 ? *',
  '0 0 * * ? 1969',
  '0/0 0 * * ? *',
  'a 0 * * ? *',
  '',
];

test('cron: fields that break a rule are refused', () => {
  for (const fields of REFUSED) expect(parseCron(fields), fields).toBeUndefined();
  expect(REFUSED.length).toBe(16);
});

test('cron: local times follow their zone', () => {
  expect(turns('30 8 * * ? *', '2026-01-10T00:00Z', 1, 'America/New_York')).toEqual([
    '2026-01-10T13:30',
  ]);
  expect(turns('30 8 * * ? *', '2026-07-10T00:00Z', 1, 'America/New_York')).toEqual([
    '2026-07-10T12:30',
  ]);
  expect(turns('0 0 1 * ? *', '2026-01-15T00:00Z', 1, 'Asia/Kathmandu')).toEqual([
    '2026-01-31T18:15',
  ]);
  expect(turns('0 12 * * ? *', '2026-01-10T00:00Z', 1, 'Pacific/Kiritimati')).toEqual([
    '2026-01-10T22:00',
  ]);
});

test('cron: a local time that does not exist is left out', () => {
  // Clocks go from 02:00 to 03:00 on 8 March 2026.
  expect(turns('30 2 * * ? *', '2026-03-07T00:00Z', 3, 'America/Los_Angeles')).toEqual([
    '2026-03-07T10:30',
    '2026-03-09T09:30',
    '2026-03-10T09:30',
  ]);
});

test('cron: of a local time that comes twice, the first counts', () => {
  // Clocks go from 02:00 back to 01:00 on 1 November 2026.
  expect(turns('30 1 * * ? *', '2026-10-31T00:00Z', 3, 'America/Los_Angeles')).toEqual([
    '2026-10-31T08:30',
    '2026-11-01T08:30',
    '2026-11-02T09:30',
  ]);
});

test('time zones: names of the database are known, others are not', () => {
  for (const name of ['UTC', 'Europe/Vienna', 'America/Argentina/Buenos_Aires']) {
    expect(isTimeZone(name), name).toBe(true);
  }
  for (const name of ['', 'Mars/Olympus', '+01:00', 'Europe/']) {
    expect(isTimeZone(name), name).toBe(false);
  }
});
