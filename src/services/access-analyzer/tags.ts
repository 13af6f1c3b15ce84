import type { AnyOperation } from '../../contract/service.ts';
import { tagConditions } from '../../core/tags.ts';
import { validation } from './errors.ts';
import { onAnalyzer } from './operation.ts';
import { analyzers } from './state.ts';

const TAGS_MAX = 50;

const ofResource = { of: (input: { readonly resourceArn: string }) => input.resourceArn };

export const tagOperations: readonly AnyOperation[] = [
  onAnalyzer({
    name: 'TagResource',
    access: 'write',
    ...ofResource,
    conditions: ({ tags }) => tagConditions(tags),
    handle: async ({ tags: added }, { analyzer, id, view }) => {
      const tags = { ...analyzer.tags, ...added };
      if (Object.keys(tags).length > TAGS_MAX) throw validation('Too many tags');
      view.put(analyzers, id, { ...analyzer, tags });
      return {};
    },
  }),
  onAnalyzer({
    name: 'UntagResource',
    access: 'write',
    ...ofResource,
    conditions: ({ tagKeys }) => new Map([['aws:tagkeys', tagKeys]]),
    handle: async ({ tagKeys }, { analyzer, id, view }) => {
      const kept = Object.entries(analyzer.tags).filter(([key]) => !tagKeys.includes(key));
      view.put(analyzers, id, { ...analyzer, tags: Object.fromEntries(kept) });
      return {};
    },
  }),
  onAnalyzer({
    name: 'ListTagsForResource',
    access: 'read',
    ...ofResource,
    handle: async (_input, { analyzer }) => ({ tags: analyzer.tags }),
  }),
];
