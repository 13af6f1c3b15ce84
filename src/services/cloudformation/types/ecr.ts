import type { JsonObject } from '../../../core/json.ts';
import { isTrue, objectOf, picked, removedKeys, textOf } from './made.ts';
import type { Made, ResourceType, Work } from './resource-type.ts';

const NAME_MAX = 256;

function call(work: Work, operation: string, input: JsonObject): Promise<JsonObject> {
  return work.call('ecr', operation, input);
}

async function setLifecycle(work: Work, repositoryName: string, properties: JsonObject) {
  const { LifecyclePolicyText: lifecyclePolicyText } = objectOf(properties['LifecyclePolicy']);
  if (lifecyclePolicyText === undefined)
    await call(work, 'DeleteLifecyclePolicy', { repositoryName });
  else await call(work, 'PutLifecyclePolicy', { repositoryName, lifecyclePolicyText });
}

async function setPolicy(work: Work, repositoryName: string, properties: JsonObject) {
  const { RepositoryPolicyText: policyText } = properties;
  if (policyText === undefined) await call(work, 'DeleteRepositoryPolicy', { repositoryName });
  else await call(work, 'SetRepositoryPolicy', { repositoryName, policyText });
}

function made({ scope, partition }: Work, id: string): Made {
  const { account, region } = scope;
  return {
    id,
    attributes: {
      Arn: `arn:${partition}:ecr:${region}:${account}:repository/${id}`,
      RepositoryUri: `${account}.dkr.ecr.${region}.amazonaws.com/${id}`,
    },
  };
}

const repository: ResourceType = {
  name: 'AWS::ECR::Repository',
  needs: 'ecr:CreateRepository',
  handles:
    'EmptyOnDelete EncryptionConfiguration ImageScanningConfiguration ImageTagMutability LifecyclePolicy ' +
    'RepositoryName RepositoryPolicyText Tags',
  create: async (work, properties) => {
    const repositoryName =
      textOf(properties['RepositoryName']) ?? work.name(NAME_MAX).toLowerCase();
    await call(work, 'CreateRepository', {
      repositoryName,
      ...picked(properties, 'EncryptionConfiguration', 'ImageTagMutability'),
      ...picked(properties, 'ImageScanningConfiguration'),
      tags: work.tags(properties['Tags']),
    });
    work.holds(repositoryName);
    if (properties['LifecyclePolicy'] !== undefined) {
      await setLifecycle(work, repositoryName, properties);
    }
    if (properties['RepositoryPolicyText'] !== undefined) {
      await setPolicy(work, repositoryName, properties);
    }
    return made(work, repositoryName);
  },
  update: async (work, { id: repositoryName, before, properties, changed, attributes }) => {
    const { ImageTagMutability = 'MUTABLE', ImageScanningConfiguration } = properties;
    if (changed.includes('ImageTagMutability')) {
      await call(work, 'PutImageTagMutability', { repositoryName, ImageTagMutability });
    }
    if (changed.includes('ImageScanningConfiguration')) {
      const imageScanningConfiguration = ImageScanningConfiguration ?? { scanOnPush: false };
      await call(work, 'PutImageScanningConfiguration', {
        repositoryName,
        imageScanningConfiguration,
      });
    }
    if (changed.includes('LifecyclePolicy')) await setLifecycle(work, repositoryName, properties);
    if (changed.includes('RepositoryPolicyText')) await setPolicy(work, repositoryName, properties);
    if (changed.includes('Tags')) {
      const resourceArn = attributes['Arn'];
      const tags = work.tags(properties['Tags']);
      const tagKeys = removedKeys(work.tags(before['Tags']), tags);
      if (tags.length > 0) await call(work, 'TagResource', { resourceArn, tags });
      if (tagKeys.length > 0) await call(work, 'UntagResource', { resourceArn, tagKeys });
    }
    return made(work, repositoryName);
  },
  delete: async (work, { id: repositoryName, properties }) => {
    const force = isTrue(properties['EmptyOnDelete']);
    await work.attempt('ecr', 'DeleteRepository', { repositoryName, force });
    return undefined;
  },
};

export const ecrTypes: readonly ResourceType[] = [repository];
