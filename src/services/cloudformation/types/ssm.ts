import { objectOf, picked, removedKeys, textOf } from './made.ts';
import { PlainFailure } from './plain-failure.ts';
import type { JsonObject } from '../../../core/json.ts';
import type { Made, ResourceType, Work } from './resource-type.ts';

const NAME_CHARACTERS_MAX = 1_011;
const GIVEN = [
  'AllowedPattern',
  'DataType',
  'Description',
  'Policies',
  'Tier',
  'Type',
  'Value',
] as const;

function assertPlain(properties: JsonObject): void {
  if (properties['Type'] !== 'SecureString') return;
  throw new PlainFailure(
    'SSM Parameters of type SecureString cannot be created using CloudFormation',
  );
}

function made({ scope, partition }: Work, Name: string, properties: JsonObject): Made {
  const path = Name.startsWith('/') ? Name : `/${Name}`;
  const Arn = `arn:${partition}:ssm:${scope.region}:${scope.account}:parameter${path}`;
  const { Type, Value } = properties;
  return { id: Name, attributes: { Arn, Type: textOf(Type) ?? '', Value: textOf(Value) ?? '' } };
}

const parameter: ResourceType = {
  name: 'AWS::SSM::Parameter',
  needs: 'ssm:PutParameter',
  handles: 'AllowedPattern DataType Description Name Policies Tags Tier Type Value',
  create: async (work, properties) => {
    assertPlain(properties);
    const Name = textOf(properties['Name']) ?? work.name(NAME_CHARACTERS_MAX);
    const Tags = work.tags(properties['Tags']);
    await work.call('ssm', 'PutParameter', { ...picked(properties, ...GIVEN), Name, Tags });
    return made(work, Name, properties);
  },
  replaces: ({ changed }) => changed.includes('DataType'),
  update: async (work, { id: Name, properties, before, changed }) => {
    assertPlain(properties);
    await work.call('ssm', 'PutParameter', {
      ...picked(properties, ...GIVEN),
      Name,
      Overwrite: true,
    });
    if (changed.includes('Tags')) {
      const target = { ResourceType: 'Parameter', ResourceId: Name };
      const Tags = work.tags(properties['Tags']);
      const TagKeys = removedKeys(work.tags(objectOf(before['Tags'])), Tags);
      if (Tags.length > 0) await work.call('ssm', 'AddTagsToResource', { ...target, Tags });
      if (TagKeys.length > 0) {
        await work.call('ssm', 'RemoveTagsFromResource', { ...target, TagKeys });
      }
    }
    return made(work, Name, properties);
  },
  delete: async (work, { id: Name }) => {
    await work.attempt('ssm', 'DeleteParameter', { Name });
    return undefined;
  },
};

export const ssmTypes: readonly ResourceType[] = [parameter];
