import { firstOf } from '../../listing/first-documents.ts';
import type { SharedResource, SharedResources } from '../access-analyzer/port.ts';
import { tableArn } from './resources.ts';
import { tables } from './state.ts';

/** Tables by their policies, as the analyzer of external access looks at them. */
export const sharedTables: SharedResources = {
  type: 'AWS::DynamoDB::Table',
  source: 'dynamodb.amazonaws.com',
  isGlobal: false,
  list: async (unit, scope, limit) =>
    (await firstOf(unit.view(scope), tables, limit)).map(({ name, policy }): SharedResource => {
      const arn = tableArn(scope, name);
      return policy === undefined ? { arn } : { arn, policy: policy.text };
    }),
};
