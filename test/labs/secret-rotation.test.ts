import { expect, test } from 'vitest';
import { secretRotation } from '../../labs/secret-rotation/lab.ts';
import { lacksPostgres } from '../services/rds/databases.ts';
import { reportOf } from './reports.ts';

test.skipIf(lacksPostgres !== undefined)(
  'the secret-rotation lab: every claim it makes is so (needs PostgreSQL on this machine)',
  { timeout: 240_000 },
  async () => {
    const { checks, skipped } = await reportOf(secretRotation);
    expect(checks).toHaveLength(16);
    expect(skipped).toEqual([]);
  },
);
