import type { ResourceKind } from '../../contract/resource.ts';
import { formatArn, parseArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { repositoryNotFound } from './errors.ts';
import { repositories, type RepositoryDocument } from './state.ts';

export function repositoryArn({ account, region }: Scope, name: string): string {
  const resource = `repository/${name}`;
  return formatArn({ partition: partitionOf(region), service: 'ecr', region, account, resource });
}

export interface RepositoryReference {
  readonly name: string;
  /** Another account's registry. */
  readonly registry?: string | undefined;
}

export const repositoryKind: ResourceKind<RepositoryDocument, RepositoryReference> = {
  name: 'ecr:repository',
  policyMode: 'optional',
  find: async ({ name, registry }, { unit, scope }) => {
    const place = { account: registry ?? scope.account, region: scope.region };
    const document = await unit.view(place).get(repositories, name);
    const missing = repositoryNotFound(name, place);
    return { arn: repositoryArn(place, name), scope: place, id: name, document, missing };
  },
  policy: ({ document }) => document?.policy?.bound?.text ?? document?.policy?.text,
  tags: ({ document }) => document?.tags ?? {},
  conditions: ({ document }, key) => {
    const [, tag] = /^ecr:resourcetag\/(.+)$/.exec(key) ?? [];
    if (tag === undefined) return undefined;
    const found = Object.entries(document?.tags ?? {}).find(([name]) => name.toLowerCase() === tag);
    return found === undefined ? undefined : [found[1]];
  },
};

/** The repository that an ARN names. */
export function referenceOf(arn: string): RepositoryReference {
  const parsed = parseArn(arn);
  const name = parsed?.resource.replace(/^repository\//, '') ?? arn;
  return { name, registry: parsed?.account };
}
