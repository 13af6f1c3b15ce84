import { describe, expect, test } from 'vitest';
import { runLab, type LabSettings } from '../../labs/lab.ts';
import { Narrator } from '../../labs/narration.ts';

function settings(colours = false): { told: () => string; settings: LabSettings } {
  let text = '';
  const narrator = new Narrator({ colours, write: (more) => (text += more) });
  return {
    told: () => text,
    settings: { narrator, program: '', megabytes: 1, running: undefined },
  };
}

describe('a lab', () => {
  test('a check that fails says why, and is in the report', async () => {
    const { told, settings: given } = settings();
    const report = await runLab(
      {
        name: 'l',
        title: 'A lab',
        run: async ({ narrator }) => {
          narrator.step('First');
          narrator.check('water is wet', true);
          narrator.check('the moon is cheese', false, () => 'it is rock');
          narrator.skip('mars', 'it is far');
        },
      },
      given,
    );
    expect(report.failed).toEqual([{ claim: 'the moon is cheese', passed: false }]);
    expect(report.checks).toHaveLength(2);
    expect(report.skipped).toEqual(['mars']);
    expect(told()).toContain('✓ water is wet');
    expect(told()).toMatch(/✗ the moon is cheese\n\s+because\s+it is rock/);
    expect(told()).toContain('1 of 2 checks passed, 1 skipped');
  });

  test('what breaks it is a failed check, with its error', async () => {
    const { told, settings: given } = settings();
    const run = (): Promise<void> => Promise.reject(new TypeError('no such thing'));
    const report = await runLab({ name: 'l', title: 'A lab', run }, given);
    expect(report.failed.map(({ claim }) => claim)).toEqual(['the lab ran to its end']);
    expect(told()).toContain('TypeError: no such thing');
  });

  test('plain text holds no escape sequences, and colours do', () => {
    for (const colours of [false, true]) {
      const { told, settings: given } = settings(colours);
      given.narrator.title('A lab');
      given.narrator.check('water is wet', true);
      given.narrator.progress('half');
      given.narrator.progressEnds();
      expect(told().includes('\u001b')).toBe(colours);
    }
  });

  test('long values are cut and wrapped', () => {
    const { told, settings: given } = settings();
    given.narrator.show('wire', 'x'.repeat(5_000));
    const lines = told().split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(told().length).toBeLessThan(700);
  });
});
