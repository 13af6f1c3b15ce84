import { picked, textsOf, without } from './made.ts';
import type { ResourceType, Work } from './resource-type.ts';
import { changeTags, type TagOperations } from './tags.ts';

const TAGS: TagOperations = {
  service: 'shield',
  target: (ResourceARN) => ({ ResourceARN }),
  tags: (Tags) => ({ Tags }),
  keys: (TagKeys) => ({ TagKeys }),
};

async function eachCheck(
  work: Work,
  operation: 'AssociateHealthCheck' | 'DisassociateHealthCheck',
  ProtectionId: string,
  arns: readonly string[],
): Promise<void> {
  for (const HealthCheckArn of arns) {
    await work.call('shield', operation, { ProtectionId, HealthCheckArn });
  }
}

function idOf(arn: string): string {
  return arn.split('/').at(-1) ?? '';
}

/** `Ref` gives its ARN. */
const protection: ResourceType = {
  name: 'AWS::Shield::Protection',
  needs: 'shield:CreateProtection',
  handles: 'HealthCheckArns Name ResourceArn Tags',
  create: async (work, properties) => {
    const Tags = work.tags(properties['Tags']);
    const { ProtectionId } = await work.call('shield', 'CreateProtection', {
      ...picked(properties, 'Name', 'ResourceArn'),
      ...(Tags.length === 0 ? {} : { Tags }),
    });
    const own = String(ProtectionId);
    const id = `arn:${work.partition}:shield::${work.scope.account}:protection/${own}`;
    work.holds(id);
    await eachCheck(work, 'AssociateHealthCheck', own, textsOf(properties['HealthCheckArns']));
    return { id, attributes: { ProtectionArn: id, ProtectionId: own } };
  },
  update: async (work, change) => {
    const { id, before, properties, attributes } = change;
    const [had, wanted] = [before, properties].map((one) => textsOf(one['HealthCheckArns']));
    const [old, fresh] = [without(had ?? [], wanted ?? []), without(wanted ?? [], had ?? [])];
    await eachCheck(work, 'DisassociateHealthCheck', idOf(id), old);
    await eachCheck(work, 'AssociateHealthCheck', idOf(id), fresh);
    await changeTags(work, change, id, TAGS);
    return { id, attributes };
  },
  delete: async (work, { id }) => {
    await work.attempt('shield', 'DeleteProtection', { ProtectionId: idOf(id) });
    return undefined;
  },
};

export const shieldTypes: readonly ResourceType[] = [protection];
