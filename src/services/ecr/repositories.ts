import { listedTagConditions } from '../../core/tags.ts';
import type { EcrOperations, Repository, Tag } from '../../../models/ecr/types.ts';
import type { Cursor } from '../../contract/view.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { decodeMarker, encodeMarker } from '../../core/pages.ts';
import type { Scope } from '../../core/scope.ts';
import {
  invalidParameter,
  repositoryAlreadyExists,
  repositoryNotFound,
  unbuilt,
} from './errors.ts';
import { existingRepository, named, onRepository } from './operation.ts';
import { repositoryArn, repositoryKind } from './resources.ts';
import { repositories, type RepositoryDocument } from './state.ts';
import { withTags } from './tags.ts';

const PAGE = 100;

export function shownRepository(scope: Scope, repository: RepositoryDocument): Repository {
  const { account, region } = scope;
  const { name } = repository;
  return {
    repositoryArn: repositoryArn(scope, name),
    registryId: account,
    repositoryName: name,
    repositoryUri: `${account}.dkr.ecr.${region}.amazonaws.com/${name}`,
    createdAt: new Date(repository.created),
    imageTagMutability: repository.mutability,
    imageScanningConfiguration: { scanOnPush: repository.scansOnPush },
    encryptionConfiguration: { encryptionType: 'AES256' },
  };
}

/** Errors: NotImplementedException for settings that nothing here acts on. */
function assertBuilt(operation: string, input: Settings): void {
  const { imageTagMutability: mutability = '', encryptionConfiguration: encryption } = input;
  const filters = input.imageTagMutabilityExclusionFilters ?? [];
  if (filters.length > 0 || mutability.endsWith('_WITH_EXCLUSION')) {
    throw unbuilt(operation, 'tags that are excluded from mutability');
  }
  if (encryption !== undefined && encryption.encryptionType !== 'AES256') {
    throw unbuilt(operation, `encryption by ${encryption.encryptionType}`);
  }
}

type Settings = Partial<
  Pick<
    EcrOperations['CreateRepository']['input'],
    'encryptionConfiguration' | 'imageTagMutability' | 'imageTagMutabilityExclusionFilters'
  >
>;

function keysOf(tags: readonly Tag[] | undefined) {
  return listedTagConditions(tags ?? []);
}

export const createRepository: OperationOf<EcrOperations, 'CreateRepository'> = {
  name: 'CreateRepository',
  access: 'write',
  authorize: async (input, { call }) => [
    {
      action: 'ecr:CreateRepository',
      resource: repositoryArn(call.scope, input.repositoryName),
      conditions: keysOf(input.tags),
    },
    ...((input.tags ?? []).length === 0
      ? []
      : [
          {
            action: 'ecr:TagResource',
            resource: repositoryArn(call.scope, input.repositoryName),
            conditions: keysOf(input.tags),
          },
        ]),
  ],
  handle: async (input, { view, call }) => {
    const { repositoryName: name, registryId } = input;
    const { scope, now } = call;
    assertBuilt('CreateRepository', input);
    if (registryId !== undefined && registryId !== scope.account) {
      throw invalidParameter(
        `Invalid parameter at 'registryId' failed to satisfy constraint: 'repositories are made in one's own registry'`,
      );
    }
    if ((await view.get(repositories, name)) !== undefined) {
      throw repositoryAlreadyExists(name, scope);
    }
    const repository: RepositoryDocument = {
      name,
      created: now,
      mutability: input.imageTagMutability ?? 'MUTABLE',
      scansOnPush: input.imageScanningConfiguration?.scanOnPush ?? false,
      tags: withTags({}, input.tags ?? []),
    };
    view.put(repositories, name, repository);
    return { repository: shownRepository(scope, repository) };
  },
};

export const describeRepositories: OperationOf<EcrOperations, 'DescribeRepositories'> = {
  name: 'DescribeRepositories',
  access: 'read',
  authorize: async ({ repositoryNames, registryId: registry }, context) => {
    const { scope } = context.call;
    if (repositoryNames === undefined) {
      const place = { ...scope, account: registry ?? scope.account };
      return [{ action: 'ecr:DescribeRepositories', resource: repositoryArn(place, '*') }];
    }
    const all = await Promise.all(
      repositoryNames.map((name) =>
        onRepository('DescribeRepositories', { name, registry }, context),
      ),
    );
    return all.flat();
  },
  handle: async (input, context) => {
    const { repositoryNames: names, registryId: registry, nextToken, maxResults } = input;
    const { call, view } = context;
    const { scope } = call;
    if (names !== undefined) {
      const found = await Promise.all(
        names.map(async (name) => {
          const { resolved } = await context.resolve(repositoryKind, { name, registry });
          if (resolved.document === undefined) throw repositoryNotFound(name, resolved.scope);
          return shownRepository(resolved.scope, resolved.document);
        }),
      );
      return { repositories: found };
    }
    if (registry !== undefined && registry !== scope.account) {
      throw unbuilt('DescribeRepositories', 'listing the registry of another account');
    }
    const about = `${scope.account}/${scope.region}`;
    const kind = 'ecr:DescribeRepositories';
    const after: Cursor | undefined =
      nextToken === undefined ? undefined : decodeMarker(kind, about, nextToken);
    if (nextToken !== undefined && after === undefined) {
      throw invalidParameter("Invalid parameter at 'nextToken' failed to satisfy constraint");
    }
    const { items, last } = await view.list(repositories, {
      limit: maxResults ?? PAGE,
      ...(after === undefined ? {} : { after }),
    });
    return {
      repositories: items.map(({ document }) => shownRepository(scope, document)),
      ...(last === undefined ? {} : { nextToken: encodeMarker(kind, about, last) }),
    };
  },
};

export const deleteRepository: OperationOf<EcrOperations, 'DeleteRepository'> = {
  name: 'DeleteRepository',
  access: 'write',
  authorize: (input, context) => onRepository('DeleteRepository', named(input), context),
  handle: async (input, context) => {
    const { repository, view, scope } = await existingRepository(context, named(input));
    view.delete(repositories, repository.name);
    return { repository: shownRepository(scope, repository) };
  },
};

export const putImageScanningConfiguration: OperationOf<
  EcrOperations,
  'PutImageScanningConfiguration'
> = {
  name: 'PutImageScanningConfiguration',
  access: 'write',
  authorize: (input, context) =>
    onRepository('PutImageScanningConfiguration', named(input), context),
  handle: async (input, context) => {
    const { repository, scope, put } = await existingRepository(context, named(input));
    const scansOnPush = input.imageScanningConfiguration.scanOnPush ?? false;
    put({ scansOnPush });
    return {
      registryId: scope.account,
      repositoryName: repository.name,
      imageScanningConfiguration: { scanOnPush: scansOnPush },
    };
  },
};

export const putImageTagMutability: OperationOf<EcrOperations, 'PutImageTagMutability'> = {
  name: 'PutImageTagMutability',
  access: 'write',
  authorize: (input, context) => onRepository('PutImageTagMutability', named(input), context),
  handle: async (input, context) => {
    const { repository, scope, put } = await existingRepository(context, named(input));
    const { imageTagMutability } = input;
    assertBuilt('PutImageTagMutability', input);
    put({ mutability: imageTagMutability });
    return { registryId: scope.account, repositoryName: repository.name, imageTagMutability };
  },
};
