import { expect, test } from 'vitest';
import {
  evaluate,
  type MissingData,
} from '../../../../src/services/cloudwatch/domain/evaluation.ts';

const TREATMENTS: readonly MissingData[] = ['missing', 'ignore', 'breaching', 'notBreaching'];

/** X breaches, 0 does not, - is missing; oldest first, as the CloudWatch User Guide draws them. `=`: the state stays. */
const CASES: readonly (readonly [
  points: string,
  periods: number,
  needed: number,
  states: readonly string[],
])[] = [
  ['0 - X - X', 3, 3, ['OK', 'OK', 'OK', 'OK']],
  ['0 - - - -', 3, 3, ['OK', 'OK', 'OK', 'OK']],
  ['- - - - -', 3, 3, ['INSUFFICIENT_DATA', '=', 'ALARM', 'OK']],
  ['0 X X - X', 3, 3, ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
  ['- - X - -', 3, 3, ['ALARM', '=', 'ALARM', 'OK']],
  ['- - - X -', 3, 3, ['=', '=', 'ALARM', 'OK']],
  ['0 - X - X', 3, 2, ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
  ['0 0 X 0 X', 3, 2, ['ALARM', 'ALARM', 'ALARM', 'ALARM']],
  ['0 - X - -', 3, 2, ['OK', 'OK', 'ALARM', 'OK']],
  ['- - - - 0', 3, 2, ['OK', 'OK', 'ALARM', 'OK']],
  ['- - - X -', 3, 2, ['ALARM', '=', 'ALARM', 'OK']],
];

test('alarms: treat missing data as the CloudWatch User Guide says', () => {
  let ran = 0;
  for (const [points, periods, needed, states] of CASES) {
    const values = points
      .split(' ')
      .map((point) => (point === '-' ? undefined : point === 'X' ? 2 : 0))
      .toReversed();
    for (const [index, missing] of TREATMENTS.entries()) {
      const rule = {
        periods,
        datapointsToAlarm: needed,
        threshold: 1,
        comparison: 'GreaterThanThreshold',
        missing,
      } as const;
      for (const current of ['OK', 'ALARM'] as const) {
        const wanted = states[index] === '=' ? current : states[index];
        const place = `${points}, ${needed} of ${periods}, ${missing}, from ${current}`;
        expect(evaluate(rule, values, current).state, place).toBe(wanted);
        ran += 1;
      }
    }
  }
  expect(ran).toBe(88);
});
