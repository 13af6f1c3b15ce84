import type { EcrOperations } from '../../../models/ecr/types.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { isJsonObject, type JsonValue } from '../../core/json.ts';
import { compileCached } from '../../policy/cache.ts';
import { PolicySyntaxError } from '../../policy/syntax-error.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { invalidParameter, lifecyclePolicyNotFound, repositoryPolicyNotFound } from './errors.ts';
import { existingRepository, named, onRepository } from './operation.ts';
import { repositories } from './state.ts';

const INVALID_POLICY =
  "Invalid parameter at 'PolicyText' failed to satisfy constraint: 'Invalid repository policy provided'";
const INVALID_LIFECYCLE =
  "Invalid parameter at 'LifecyclePolicyText' failed to satisfy constraint: 'Lifecycle policy validation failure:";

/** The policy of who else may do what with a repository. */
export function createPolicyOperations(principals: PrincipalDirectory): readonly AnyOperation[] {
  return [setRepositoryPolicy(principals), getRepositoryPolicy(principals), deleteRepositoryPolicy];
}

function setRepositoryPolicy(
  principals: PrincipalDirectory,
): OperationOf<EcrOperations, 'SetRepositoryPolicy'> {
  return {
    name: 'SetRepositoryPolicy',
    access: 'write',
    authorize: (input, context) => onRepository('SetRepositoryPolicy', named(input), context),
    handle: async (input, context) => {
      const { repository, scope, put } = await existingRepository(context, named(input));
      const { policyText } = input;
      try {
        compileCached(policyText, 'resource');
      } catch (error) {
        if (error instanceof PolicySyntaxError) throw invalidParameter(INVALID_POLICY);
        throw error;
      }
      const policy = await principals.bind(context.unit, policyText);
      if ('unknown' in policy) throw invalidParameter(INVALID_POLICY);
      put({ policy });
      return { registryId: scope.account, repositoryName: repository.name, policyText };
    },
  };
}

function getRepositoryPolicy(
  principals: PrincipalDirectory,
): OperationOf<EcrOperations, 'GetRepositoryPolicy'> {
  return {
    name: 'GetRepositoryPolicy',
    access: 'read',
    authorize: (input, context) => onRepository('GetRepositoryPolicy', named(input), context),
    handle: async (input, context) => {
      const { repository, scope } = await existingRepository(context, named(input));
      if (repository.policy === undefined) throw repositoryPolicyNotFound(repository.name, scope);
      const policyText = await principals.show(context.unit, repository.policy);
      return { registryId: scope.account, repositoryName: repository.name, policyText };
    },
  };
}

const deleteRepositoryPolicy: OperationOf<EcrOperations, 'DeleteRepositoryPolicy'> = {
  name: 'DeleteRepositoryPolicy',
  access: 'write',
  authorize: (input, context) => onRepository('DeleteRepositoryPolicy', named(input), context),
  handle: async (input, context) => {
    const { repository, scope, view } = await existingRepository(context, named(input));
    const { policy, ...rest } = repository;
    if (policy === undefined) throw repositoryPolicyNotFound(repository.name, scope);
    view.put(repositories, repository.name, rest);
    const policyText = policy.text;
    return { registryId: scope.account, repositoryName: repository.name, policyText };
  },
};

/** Rules must be there; nothing is ever old enough to go, since there are no images. */
function assertLifecycle(text: string): void {
  let json: JsonValue;
  try {
    json = JSON.parse(text);
  } catch {
    throw invalidParameter(`${INVALID_LIFECYCLE} the policy is not JSON'`);
  }
  const rules = isJsonObject(json) ? json['rules'] : undefined;
  if (!Array.isArray(rules) || rules.length === 0) {
    throw invalidParameter(
      `${INVALID_LIFECYCLE} object has missing required properties (["rules"])'`,
    );
  }
}

export const putLifecyclePolicy: OperationOf<EcrOperations, 'PutLifecyclePolicy'> = {
  name: 'PutLifecyclePolicy',
  access: 'write',
  authorize: (input, context) => onRepository('PutLifecyclePolicy', named(input), context),
  handle: async (input, context) => {
    const { repository, scope, put } = await existingRepository(context, named(input));
    const { lifecyclePolicyText } = input;
    assertLifecycle(lifecyclePolicyText);
    put({ lifecycle: lifecyclePolicyText });
    return { registryId: scope.account, repositoryName: repository.name, lifecyclePolicyText };
  },
};

export const getLifecyclePolicy: OperationOf<EcrOperations, 'GetLifecyclePolicy'> = {
  name: 'GetLifecyclePolicy',
  access: 'read',
  authorize: (input, context) => onRepository('GetLifecyclePolicy', named(input), context),
  handle: async (input, context) => {
    const { repository, scope } = await existingRepository(context, named(input));
    const { name, lifecycle: lifecyclePolicyText } = repository;
    if (lifecyclePolicyText === undefined) throw lifecyclePolicyNotFound(name, scope);
    return { registryId: scope.account, repositoryName: name, lifecyclePolicyText };
  },
};

export const deleteLifecyclePolicy: OperationOf<EcrOperations, 'DeleteLifecyclePolicy'> = {
  name: 'DeleteLifecyclePolicy',
  access: 'write',
  authorize: (input, context) => onRepository('DeleteLifecyclePolicy', named(input), context),
  handle: async (input, context) => {
    const { repository, scope, view } = await existingRepository(context, named(input));
    const { lifecycle: lifecyclePolicyText, ...rest } = repository;
    const { name } = repository;
    if (lifecyclePolicyText === undefined) throw lifecyclePolicyNotFound(name, scope);
    view.put(repositories, name, rest);
    return { registryId: scope.account, repositoryName: name, lifecyclePolicyText };
  },
};
