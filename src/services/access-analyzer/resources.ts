import type { ResourceKind } from '../../contract/resource.ts';
import { parseArn } from '../../core/arn.ts';
import { notFound } from './errors.ts';
import { accountScope, type Analyzer, analyzerId, analyzers } from './state.ts';

export function analyzerArn(account: string, region: string, name: string): string {
  return `arn:aws:access-analyzer:${region}:${account}:analyzer/${name}`;
}

/** An analyzer of the caller's account and Region, by its name or its ARN. */
export const analyzerKind: ResourceKind<Analyzer> = {
  name: 'access-analyzer:analyzer',
  policyMode: 'none',
  find: async (reference, { unit, scope: { account, region } }) => {
    const given = parseArn(reference);
    const name = given === undefined ? reference : given.resource.replace(/^analyzer\//, '');
    const arn = analyzerArn(account, region, name);
    const scope = accountScope(account);
    const id = analyzerId(region, name);
    const isOwn = given === undefined || reference === arn;
    const document = isOwn ? await unit.view(scope).get(analyzers, id) : undefined;
    return {
      arn: isOwn ? arn : reference,
      scope,
      id,
      document,
      missing: notFound('Analyzer', name),
    };
  },
  tags: ({ document }) => document?.tags ?? {},
};
