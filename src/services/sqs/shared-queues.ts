import { firstOf } from '../../listing/first-documents.ts';
import type { SharedResource, SharedResources } from '../access-analyzer/port.ts';
import { queueArn } from './resources.ts';
import { queues } from './state.ts';

/** Queues by their policies, as the analyzer of external access looks at them. */
export const sharedQueues: SharedResources = {
  type: 'AWS::SQS::Queue',
  source: 'sqs.amazonaws.com',
  isGlobal: false,
  list: async (unit, scope, limit) =>
    (await firstOf(unit.view(scope), queues, limit)).map(({ name, policy }): SharedResource => {
      const arn = queueArn(scope, name);
      return policy === undefined ? { arn } : { arn, policy: policy.text };
    }),
};
