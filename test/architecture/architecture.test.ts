import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { breaches, LAW, sourcesBelow } from './law.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

describe('the product', () => {
  test('keeps the law of imports, the names and the clocks', () => {
    const files = sourcesBelow(root, 'src');
    expect(files.length).toBeGreaterThan(100);
    expect(breaches(files)).toEqual([]);
  });

  test('gives applications a client that stands by itself', () => {
    const files = sourcesBelow(root, 'client');
    expect(files.length).toBeGreaterThan(2);
    for (const { path, text } of files) {
      const imported = [...text.matchAll(/from '([^']+)'/g)].map(([, target]) => target);
      expect(
        imported.filter((target) => !target?.startsWith('./')),
        path,
      ).toEqual([]);
    }
  });

  test('has a law for every layer', () => {
    const layers = new Set(
      sourcesBelow(root, 'src')
        .map(({ path }) => path.split('/'))
        .filter((parts) => parts.length > 2)
        .map((parts) => parts[1]),
    );
    layers.delete('commands');
    expect(layers).toEqual(new Set(LAW.keys()));
  });
});

describe('the law itself', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['src/core/a.ts', "import { x } from '../model/types.ts';", 'may not import'],
    ['src/policy/a.ts', "import { x } from '../store/open.ts';", 'may not import'],
    ['src/services/kms/a.ts', "import { x } from '../../wire/route.ts';", 'may not import'],
    ['src/services/kms/a.ts', "import { x } from '../iam/users.ts';", 'only port.ts'],
    ['src/gateway/a.ts', "import { x } from '../services/iam/users.ts';", 'may not import'],
    ['src/core/a.ts', "const x = await import('../wire/route.ts');", 'may not import'],
    ['src/core/string-utils.ts', '', 'find the noun'],
    ['src/core/helpers/text.ts', '', 'find the noun'],
    ['src/core/a.ts', 'const now = Date.now();', 'injected clock'],
    ['src/core/a.ts', 'const x = Math.random();', 'node:crypto'],
    ['src/store/a.ts', 'const x = process.env.HOME;', 'by commands alone'],
    ['src/core/a.ts', "export * from './b.ts';", 'barrels'],
    ['src/core/a.ts', '\n'.repeat(600), 'the limit is'],
  ];

  test.each(cases)('refuses in %s: %s', (path, text, reason) => {
    const found = breaches([{ path, text }]);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(reason);
  });

  test('lets through what is allowed', () => {
    const allowed: readonly (readonly [string, string])[] = [
      ['src/services/kms/a.ts', "import type { X } from '../iam/port.ts';"],
      ['src/services/registry.ts', "import { kms } from './kms/service.ts';"],
      ['src/services/kms/a.ts', "import type { X } from '../../../models/kms/types.ts';"],
      ['src/platform.ts', "import { x } from './wire/route.ts';"],
    ];
    for (const [path, text] of allowed) expect(breaches([{ path, text }])).toEqual([]);
    expect(cases.length + allowed.length).toBe(17);
  });
});
