import { describe, expect, test } from 'vitest';
import type { Program } from '../../src/firewall/program.ts';
import { SlidingCounters } from '../../src/firewall/sliding-counters.ts';
import { ATTACKS } from './corpus/attacks.ts';
import { BENIGN } from './corpus/benign.ts';
import { requestOf } from './requests.ts';
import { ALL_GROUPS, managedProgram } from './web-acls.ts';

const program = managedProgram(ALL_GROUPS);

const SHAPES: Readonly<Record<string, (text: string) => Parameters<typeof requestOf>>> = {
  argument: (text) => [`/search?q=${encoded(text)}&page=2`],
  form: (text) => [
    '/comments',
    {
      method: 'POST',
      moreHeaders: ['Content-Type', 'application/x-www-form-urlencoded'],
      body: `name=Ann&text=${encoded(text)}&send=1`,
    },
  ],
  json: (text) => [
    '/api/comments',
    {
      method: 'POST',
      moreHeaders: ['Content-Type', 'application/json'],
      body: Buffer.from(JSON.stringify({ name: 'Ann', text }), 'utf8').toString('latin1'),
    },
  ],
};

/** What stands for an encoded byte already stays as it is written. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/%25([0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})/g, '%$1');
}

function lines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line !== '');
}

function isBlocked(shape: string, text: string, using: Program): boolean {
  const given = SHAPES[shape]?.(text);
  if (given === undefined) throw new Error(shape);
  return using.evaluate(requestOf(...given), new SlidingCounters(), 0).action === 'BLOCK';
}

function share(texts: readonly string[], test: (text: string) => boolean): number {
  return texts.filter(test).length / texts.length;
}

describe('attacks', () => {
  for (const shape of Object.keys(SHAPES)) {
    test(`as ${shape}: at least 95 of 100 are blocked, of each class nine of ten`, () => {
      const missed: string[] = [];
      const all = Object.entries(ATTACKS).flatMap(([name, text]) => {
        const texts = lines(text);
        const rate = share(texts, (line) => {
          const blocked = isBlocked(shape, line, program);
          if (!blocked) missed.push(`${name}: ${line}`);
          return blocked;
        });
        expect(rate, `${name}\n${missed.join('\n')}`).toBeGreaterThanOrEqual(0.9);
        return texts;
      });
      expect(all.length).toBeGreaterThan(300);
      expect(1 - missed.length / all.length, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
    });
  }
});

describe('what is no attack', () => {
  for (const shape of Object.keys(SHAPES)) {
    test(`as ${shape}: at least 99 of 100 pass, of ordinary values all`, () => {
      const blocked: string[] = [];
      const all = Object.entries(BENIGN).flatMap(([name, text]) => {
        const texts = lines(text);
        for (const line of texts) {
          if (isBlocked(shape, line, program)) blocked.push(`${name}: ${line}`);
        }
        return texts;
      });
      expect(all.length).toBeGreaterThan(200);
      expect(1 - blocked.length / all.length, blocked.join('\n')).toBeGreaterThanOrEqual(0.99);
      expect(blocked.filter((line) => /^(?:names|ordinary)/.test(line))).toEqual([]);
    });
  }
});
