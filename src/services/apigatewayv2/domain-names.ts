import type { DomainName as RestDomain, PatchOperation } from '../../../models/apigateway/types.ts';
import type {
  DomainName,
  DomainNameConfiguration,
  SecurityPolicy,
} from '../../../models/apigatewayv2/types.ts';
import { badRequest, domainOperations } from '../apigateway/port.ts';
import { on } from './authorization.ts';
import { unbuilt } from './errors.ts';
import type { HttpApiOperation } from './operation.ts';

/** Custom domains belong to the older service; here they are told in other words. */
function shown(domain: RestDomain): DomainName {
  const isRegional = domain.endpointConfiguration?.types?.[0] === 'REGIONAL';
  const configuration: DomainNameConfiguration = {
    ApiGatewayDomainName: isRegional ? domain.regionalDomainName : domain.distributionDomainName,
    CertificateArn: isRegional ? domain.regionalCertificateArn : domain.certificateArn,
    DomainNameStatus: domain.domainNameStatus === 'AVAILABLE' ? 'AVAILABLE' : 'UPDATING',
    EndpointType: isRegional ? 'REGIONAL' : 'EDGE',
    HostedZoneId: isRegional ? domain.regionalHostedZoneId : domain.distributionHostedZoneId,
    IpAddressType: domain.endpointConfiguration?.ipAddressType,
    SecurityPolicy: policyOf(domain.securityPolicy),
  };
  return {
    DomainName: domain.domainName ?? '',
    DomainNameArn: domain.domainNameArn,
    ApiMappingSelectionExpression: '$request.basepath',
    DomainNameConfigurations: [configuration],
    RoutingMode: 'API_MAPPING_ONLY',
    Tags: domain.tags ?? {},
    ...(domain.mutualTlsAuthentication === undefined
      ? {}
      : {
          MutualTlsAuthentication: {
            TruststoreUri: domain.mutualTlsAuthentication.truststoreUri,
            TruststoreVersion: domain.mutualTlsAuthentication.truststoreVersion,
          },
        }),
  };
}

function policyOf(policy: RestDomain['securityPolicy']): SecurityPolicy | undefined {
  return policy === 'TLS_1_0' || policy === 'TLS_1_2' ? policy : undefined;
}

/** Errors: BadRequestException. */
function configurationOf(
  all: readonly DomainNameConfiguration[] | undefined,
): DomainNameConfiguration {
  const [configuration, ...more] = all ?? [];
  if (configuration === undefined || more.length > 0) {
    throw badRequest('Exactly one domain name configuration must be specified');
  }
  if (configuration.EndpointType === 'EDGE') {
    throw badRequest('EDGE endpoint type is not supported for APIGatewayV2 domainName');
  }
  return configuration;
}

interface OnDomain {
  readonly DomainName: string;
}

const onDomain = (verb: 'GET' | 'PATCH' | 'DELETE') =>
  on<OnDomain>(verb, ({ DomainName }) => `/domainnames/${DomainName.toLowerCase()}`);

export const createDomainName: HttpApiOperation<'CreateDomainName'> = {
  name: 'CreateDomainName',
  access: 'write',
  authorize: on('POST', () => '/domainnames'),
  handle: async (input, context) => {
    const { RoutingMode = 'API_MAPPING_ONLY' } = input;
    if (RoutingMode !== 'API_MAPPING_ONLY') {
      throw unbuilt('CreateDomainName', `the routing mode ${RoutingMode}`);
    }
    const configuration = configurationOf(input.DomainNameConfigurations);
    const { TruststoreUri, TruststoreVersion } = input.MutualTlsAuthentication ?? {};
    const made = await context.callService(domainOperations.create, {
      domainName: input.DomainName,
      regionalCertificateArn: configuration.CertificateArn,
      endpointConfiguration: { types: ['REGIONAL'], ipAddressType: configuration.IpAddressType },
      securityPolicy: configuration.SecurityPolicy,
      ownershipVerificationCertificateArn: configuration.OwnershipVerificationCertificateArn,
      tags: input.Tags,
      ...(TruststoreUri === undefined
        ? {}
        : {
            mutualTlsAuthentication: {
              truststoreUri: TruststoreUri,
              truststoreVersion: TruststoreVersion,
            },
          }),
    });
    return shown(made);
  },
};

export const getDomainName: HttpApiOperation<'GetDomainName'> = {
  name: 'GetDomainName',
  access: 'read',
  authorize: onDomain('GET'),
  handle: async ({ DomainName: domainName }, context) =>
    shown(await context.callService(domainOperations.get, { domainName })),
};

export const getDomainNames: HttpApiOperation<'GetDomainNames'> = {
  name: 'GetDomainNames',
  access: 'read',
  authorize: on('GET', () => '/domainnames'),
  handle: async ({ MaxResults, NextToken: position }, context) => {
    const limit = MaxResults === undefined ? undefined : Number(MaxResults);
    const page = await context.callService(domainOperations.list, { limit, position });
    return { Items: (page.items ?? []).map(shown), NextToken: page.position };
  },
};

export const updateDomainName: HttpApiOperation<'UpdateDomainName'> = {
  name: 'UpdateDomainName',
  access: 'write',
  authorize: onDomain('PATCH'),
  handle: async (input, context) => {
    if (input.RoutingMode !== undefined && input.RoutingMode !== 'API_MAPPING_ONLY') {
      throw unbuilt('UpdateDomainName', `the routing mode ${input.RoutingMode}`);
    }
    const patchOperations: PatchOperation[] = [];
    const replace = (path: string, value: string | undefined): void => {
      if (value !== undefined) patchOperations.push({ op: 'replace', path, value });
    };
    if (input.DomainNameConfigurations !== undefined) {
      const configuration = configurationOf(input.DomainNameConfigurations);
      replace('/regionalCertificateArn', configuration.CertificateArn);
      replace('/securityPolicy', configuration.SecurityPolicy);
    }
    replace('/mutualTlsAuthentication/truststoreUri', input.MutualTlsAuthentication?.TruststoreUri);
    replace(
      '/mutualTlsAuthentication/truststoreVersion',
      input.MutualTlsAuthentication?.TruststoreVersion,
    );
    const domainName = input.DomainName;
    return shown(
      await context.callService(domainOperations.update, { domainName, patchOperations }),
    );
  },
};

export const deleteDomainName: HttpApiOperation<'DeleteDomainName'> = {
  name: 'DeleteDomainName',
  access: 'write',
  authorize: onDomain('DELETE'),
  handle: async ({ DomainName: domainName }, context) => {
    await context.callService(domainOperations.delete, { domainName });
    return {};
  },
};
