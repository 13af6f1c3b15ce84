import type {
  AuthorizedResource,
  Context,
  Permission,
  ResolveContext,
} from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import type { Scope } from '../../core/scope.ts';
import { repositoryNotFound } from './errors.ts';
import { type RepositoryReference, repositoryKind } from './resources.ts';
import { repositories, type RepositoryDocument } from './state.ts';

/** An action on one repository. */
export async function onRepository(
  action: string,
  reference: RepositoryReference,
  context: ResolveContext,
  conditions: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<readonly Permission[]> {
  const resource: AuthorizedResource = await context.resolve(repositoryKind, reference);
  return [{ action: `ecr:${action}`, resource, conditions }];
}

export interface ExistingRepository {
  readonly repository: RepositoryDocument;
  readonly view: View;
  readonly scope: Scope;
  put(change: Partial<RepositoryDocument>): void;
}

/** Errors: RepositoryNotFoundException. */
export async function existingRepository(
  context: Context,
  reference: RepositoryReference,
): Promise<ExistingRepository> {
  const resource = await context.resolve(repositoryKind, reference);
  const { document: repository, scope } = resource.resolved;
  if (repository === undefined) throw repositoryNotFound(reference.name, scope);
  const view = context.viewOf(resource);
  return {
    repository,
    view,
    scope,
    put: (change) =>
      view.put(repositories, repository.name, {
        ...repository,
        ...change,
      }),
  };
}

/** As operations name it. */
export function named(input: {
  readonly repositoryName: string;
  readonly registryId?: string | undefined;
}): RepositoryReference {
  return { name: input.repositoryName, registry: input.registryId };
}
