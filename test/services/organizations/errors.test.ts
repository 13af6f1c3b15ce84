import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadModel } from '../../../src/model/load.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'src', 'services', 'organizations');

test("every error's code is one of the model's", () => {
  const text = readFileSync(join(folder, 'errors.ts'), 'utf8');
  const codes = new Set(
    [...text.matchAll(/\b([A-Z][A-Za-z]+Exception)\b/g)].map(([, code]) => code),
  );
  const known = loadModel('organizations').errors;
  const unknown = [...codes].filter((code) => code !== undefined && !known.has(code));
  expect(unknown).toEqual([]);
  expect(codes.size).toBeGreaterThan(35);
});
