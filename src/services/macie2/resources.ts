import type { ResourceKind } from '../../contract/resource.ts';
import type { View } from '../../contract/view.ts';
import { parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import type { Tags } from '../../core/tags.ts';
import { notFound } from './errors.ts';
import { allowLists, customs, filters, jobs } from './state.ts';

export const PRINCIPAL = 'macie.amazonaws.com';

export type ResourceType =
  | 'classification-job'
  | 'custom-data-identifier'
  | 'allow-list'
  | 'findings-filter';

export function macieArn({ account, region }: Scope, type: ResourceType, id: string): string {
  return `arn:${partitionOf(region)}:macie2:${region}:${account}:${type}/${id}`;
}

export function roleArn({ account, region }: Scope): string {
  return `arn:${partitionOf(region)}:iam::${account}:role/aws-service-role/${PRINCIPAL}/AWSServiceRoleForAmazonMacie`;
}

/** Something that has tags, and how it is written with others. */
export interface Tagged {
  readonly tags: Tags;
  keep(tags: Tags): void;
}

export async function taggedAt(
  view: View,
  type: string | undefined,
  id: string,
): Promise<Tagged | undefined> {
  switch (type) {
    case 'classification-job': {
      const job = await view.get(jobs, id);
      return job && { tags: job.tags, keep: (tags) => view.put(jobs, id, { ...job, tags }) };
    }
    case 'custom-data-identifier': {
      const one = await view.get(customs, id);
      if (one === undefined || one.isDeleted) return undefined;
      return { tags: one.tags, keep: (tags) => view.put(customs, id, { ...one, tags }) };
    }
    case 'allow-list': {
      const list = await view.get(allowLists, id);
      return (
        list && { tags: list.tags, keep: (tags) => view.put(allowLists, id, { ...list, tags }) }
      );
    }
    case 'findings-filter': {
      const one = await view.get(filters, id);
      return one && { tags: one.tags, keep: (tags) => view.put(filters, id, { ...one, tags }) };
    }
    default:
      return undefined;
  }
}

/** What an ARN of the caller's account and Region names. */
export const taggedKind: ResourceKind<Tagged> = {
  name: 'macie2:resource',
  policyMode: 'none',
  find: async (arn, { unit, scope }) => {
    const parts = parseArn(arn);
    const [type, id = ''] = parts?.resource.split('/') ?? [];
    const isOwn = parts?.account === scope.account && parts.region === scope.region;
    return {
      arn,
      scope,
      id,
      document: isOwn ? await taggedAt(unit.view(scope), type, id) : undefined,
      missing: notFound(),
    };
  },
  tags: ({ document }) => document?.tags ?? {},
};
