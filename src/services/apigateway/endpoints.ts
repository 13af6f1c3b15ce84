import type { EndpointConfiguration, EndpointType } from '../../../models/apigateway/types.ts';
import { formatArn, partitionOf } from '../../core/arn.ts';
import type { Scope } from '../../core/scope.ts';
import { PatchFault, type PatchRule, placed } from './domain/patch.ts';
import { badRequest } from './errors.ts';

/** `arn:aws:execute-api:us-east-1:111122223333:abc`: what permissions to call an API name. */
export function executeArn({ account, region }: Scope, apiId: string): string {
  const partition = partitionOf(region);
  return formatArn({ partition, service: 'execute-api', region, account, resource: apiId });
}

/** `abc.execute-api.us-east-1.amazonaws.com`. */
export function apiHost(apiId: string, region: string): string {
  const suffix = region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com';
  return `${apiId}.execute-api.${region}.${suffix}`;
}

export function endpointTypeOf({
  endpointConfiguration,
}: {
  readonly endpointConfiguration?: EndpointConfiguration | undefined;
}): EndpointType {
  return endpointConfiguration?.types?.[0] ?? 'EDGE';
}

/** The configuration with its defaults. Errors: BadRequestException. */
export function checkedEndpoint(
  given: EndpointConfiguration | undefined,
  noun = 'RestApi',
): EndpointConfiguration {
  const types = given?.types ?? [];
  if (types.length > 1) {
    throw badRequest(`Cannot create a ${noun} with multiple Endpoint Types.`);
  }
  const [type = 'EDGE'] = types;
  const { vpcEndpointIds, ipAddressType } = given ?? {};
  if ((vpcEndpointIds?.length ?? 0) > 0 && type !== 'PRIVATE') {
    throw badRequest('VPCEndpoints can only be specified with PRIVATE apis.');
  }
  if (type === 'PRIVATE' && ipAddressType === 'ipv4') {
    throw badRequest('Private APIs only support the dualstack IP address type.');
  }
  return {
    types: [type],
    ipAddressType: ipAddressType ?? (type === 'PRIVATE' ? 'dualstack' : 'ipv4'),
    ...(vpcEndpointIds === undefined ? {} : { vpcEndpointIds }),
  };
}

const MIGRATIONS: Readonly<Record<EndpointType, readonly EndpointType[]>> = {
  EDGE: ['EDGE', 'REGIONAL'],
  REGIONAL: ['REGIONAL', 'EDGE', 'PRIVATE'],
  PRIVATE: ['PRIVATE', 'REGIONAL'],
};

/** Errors: BadRequestException. */
export function assertMigration(from: EndpointType, to: EndpointType): void {
  if (MIGRATIONS[from].includes(to)) return;
  throw badRequest(`Cannot update endpoint from ${from} to ${to}`);
}

/** Replaces the type that stands in the path by another one. */
export function endpointType(path: string): PatchRule {
  return {
    path,
    ops: ['replace'],
    apply: (document, { value = '' }) => {
      if (!Object.hasOwn(MIGRATIONS, value)) {
        throw new PatchFault(
          `Invalid patch value  '${value}' specified for op 'replace'. Must be one of: [EDGE, PRIVATE, REGIONAL]`,
        );
      }
      return placed(document, ['endpointConfiguration', 'types'], [value]);
    },
  };
}
