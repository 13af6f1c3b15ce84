import { firstOf } from '../../listing/first-documents.ts';
import type { SharedResource, SharedResources } from '../access-analyzer/port.ts';
import { topicArn } from './resources.ts';
import { topics } from './state.ts';

/** Topics by their policies, as the analyzer of external access looks at them. */
export const sharedTopics: SharedResources = {
  type: 'AWS::SNS::Topic',
  source: 'sns.amazonaws.com',
  isGlobal: false,
  list: async (unit, scope, limit) =>
    (await firstOf(unit.view(scope), topics, limit)).map(({ name, policy }): SharedResource => {
      return { arn: topicArn(scope, name), policy: policy.text };
    }),
};
