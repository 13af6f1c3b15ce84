import { expect, test } from 'vitest';
import { dayOf, HourTally } from '../../src/core/hour-tally.ts';

const at = (text: string): number => Date.parse(`2027-01-${text}Z`);

test('hours that have begun count whole, within the period alone', () => {
  const tally = new HourTally({ from: at('01T00:00:00'), until: at('03T00:00:00') });
  tally.add(at('01T22:59:59'), at('02T00:00:01'));
  tally.add(Date.parse('2026-12-01T00:00:00Z'), at('01T00:30:00'));
  tally.add(at('02T23:00:00'), at('09T00:00:00'));
  tally.add(at('02T05:00:00'), at('02T05:00:00'));
  expect(tally.days()).toEqual([
    { day: '2027-01-01', hours: 3 },
    { day: '2027-01-02', hours: 2 },
  ]);
});

test('a day is UTC’s', () => {
  expect(dayOf(at('01T23:59:59'))).toBe('2027-01-01');
});
