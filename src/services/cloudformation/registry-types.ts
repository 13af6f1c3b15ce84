import type { CloudformationOperations } from '../../../models/cloudformation/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import { formatArn, partitionOf } from '../../core/arn.ts';
import { onNothing } from './authorization.ts';
import { specificationOf } from './domain/resource-table.ts';
import { typeNotFound, unbuilt, validation } from './errors.ts';
import type { ResourceTypes } from './types/built.ts';

type Operations = CloudformationOperations;

const PAGE = 100;

function typeArn(region: string, name: string): string {
  const resource = `type/resource/${name.replaceAll('::', '-')}`;
  const service = 'cloudformation';
  return formatArn({ partition: partitionOf(region), service, region, account: '', resource });
}

export function describeType(types: ResourceTypes): OperationOf<Operations, 'DescribeType'> {
  return {
    name: 'DescribeType',
    access: 'read',
    authorize: () => Promise.resolve(onNothing('DescribeType')),
    handle: async ({ TypeName, Arn, Type = 'RESOURCE' }, { call }) => {
      const name = TypeName ?? Arn?.split('/').at(-1)?.replaceAll('-', '::');
      if (name === undefined) throw validation('Either TypeName or Arn must be specified.');
      const specification = specificationOf(name);
      const type = types.get(name);
      if (Type !== 'RESOURCE' || type === undefined) throw typeNotFound(name);
      const properties = [...(specification?.properties ?? [])];
      const attributes = [...(specification?.attributes ?? [])];
      const path = (one: string): string => `/properties/${one.replaceAll('.', '/')}`;
      return {
        Arn: typeArn(call.scope.region, name),
        Type: 'RESOURCE',
        TypeName: name,
        Description: `Resource Type definition for ${name}`,
        ProvisioningType: type.update === undefined ? 'IMMUTABLE' : 'FULLY_MUTABLE',
        DeprecatedStatus: 'LIVE',
        Visibility: 'PUBLIC',
        Schema: JSON.stringify({
          typeName: name,
          description: `Resource Type definition for ${name}`,
          properties: Object.fromEntries([...properties, ...attributes].map((one) => [one, {}])),
          required: specification?.required ?? [],
          createOnlyProperties: [...(specification?.replacing ?? [])].map(path),
          readOnlyProperties: attributes.map(path),
          additionalProperties: false,
        }),
      };
    },
  };
}

export function listTypes(types: ResourceTypes): OperationOf<Operations, 'ListTypes'> {
  return {
    name: 'ListTypes',
    access: 'read',
    authorize: () => Promise.resolve(onNothing('ListTypes')),
    handle: async ({ Visibility = 'PRIVATE', Type = 'RESOURCE', Filters, NextToken }, { call }) => {
      if (Filters?.PublisherId !== undefined) throw unbuilt('ListTypes', 'publishers');
      const isThere = Visibility === 'PUBLIC' && Type === 'RESOURCE';
      const prefix = Filters?.TypeNamePrefix ?? '';
      const names = isThere ? types.names().filter((name) => name.startsWith(prefix)) : [];
      const first = NextToken === undefined ? 0 : names.indexOf(NextToken) + 1;
      if (NextToken !== undefined && first === 0) throw validation('Invalid NextToken');
      const shown = names.slice(first, first + PAGE);
      const last = first + PAGE < names.length ? shown.at(-1) : undefined;
      return {
        TypeSummaries: shown.map((TypeName) => ({
          Type: 'RESOURCE' as const,
          TypeName,
          TypeArn: typeArn(call.scope.region, TypeName),
          Description: `Resource Type definition for ${TypeName}`,
          IsActivated: true,
        })),
        ...(last === undefined ? {} : { NextToken: last }),
      };
    },
  };
}
