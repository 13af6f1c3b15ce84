import { expect, test } from 'vitest';
import { dynamodbGlobalTables } from '../../labs/dynamodb-global-tables/lab.ts';
import { reportOf } from './reports.ts';

test('the dynamodb-global-tables lab: every claim it makes is so', {
  timeout: 120_000,
}, async () => {
  const { checks, skipped } = await reportOf(dynamodbGlobalTables);
  expect(checks).toHaveLength(20);
  expect(skipped).toEqual([]);
});
