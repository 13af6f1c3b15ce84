import { expect, test } from 'vitest';
import { auroraGlobal } from '../../labs/aurora-global/lab.ts';
import { lacksPostgres } from '../services/rds/databases.ts';
import { reportOf } from './reports.ts';

test.skipIf(lacksPostgres !== undefined)(
  'the aurora-global lab: every claim it makes is so (needs PostgreSQL on this machine)',
  { timeout: 240_000 },
  async () => {
    const { checks, skipped } = await reportOf(auroraGlobal);
    expect(checks).toHaveLength(12);
    expect(skipped).toEqual([]);
  },
);
