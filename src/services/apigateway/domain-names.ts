import { tagConditions } from '../../core/tags.ts';
import type {
  CreateDomainNameRequest,
  DomainName,
  PatchOperation,
} from '../../../models/apigateway/types.ts';
import { sitesChanged } from '../../contract/edge.ts';
import type { Context, Permission, ResolveContext } from '../../contract/operation.ts';
import type { Scope } from '../../core/scope.ts';
import { everyOf } from '../../listing/every-document.ts';
import { releaseCertificate, useCertificate } from '../acm/port.ts';
import type { BoundPolicy, PrincipalDirectory } from '../iam/port.ts';
import { on } from './authorization.ts';
import { text } from './domain/patch.ts';
import {
  allowsPolicy,
  DISTRIBUTION_ZONE,
  isDomainName,
  regionalZone,
} from './domain/domain-rules.ts';
import { assertCertificate, certificateArnOf } from './domain-certificates.ts';
import { assertMigration, checkedEndpoint, endpointType, endpointTypeOf } from './endpoints.ts';
import { badRequest, limitExceeded, notFound, unbuilt } from './errors.ts';
import { randomId } from './ids.ts';
import type { ApiGatewayOperation, PolicyParts } from './operation.ts';
import { isFull, pageOfCollection } from './pages.ts';
import { applied } from './patches.ts';
import { boundPolicy, shownPolicy } from './policies.ts';
import { gatewayArn, pathKind } from './resources.ts';
import { childId, type DomainDocument, domains, GLOBAL, hosts, mappings } from './state.ts';
import { readTruststore } from './truststores.ts';

const DOMAINS_MAX = { public: 120, private: 50 } as const;
const BY_PATH = 'BASE_PATH_MAPPING_ONLY';
const TRUSTSTORE_URI = '/mutualTlsAuthentication/truststoreUri';

export interface DomainKey {
  readonly domainName: string;
  readonly domainNameId?: string | undefined;
}

/** What a domain is kept under: a private one's name is not its alone. */
export function domainKey({ domainName, domainNameId }: DomainKey): string {
  const name = domainName.toLowerCase();
  return domainNameId === undefined ? name : `${name}+${domainNameId}`;
}

/** Errors: NotFoundException. */
export async function domainOf(
  { view }: Pick<Context, 'view'>,
  key: DomainKey,
): Promise<DomainDocument> {
  const domain = await view.get(domains, domainKey(key));
  if (domain === undefined) throw notFound('Invalid domain name identifier specified');
  return domain;
}

/** By what stands behind `/domainnames/` in its ARN. Errors: NotFoundException. */
export async function domainByArn({ view }: Context, id: string) {
  const domain = await view.get(domains, id);
  if (domain === undefined) throw notFound('Invalid domain name identifier specified');
  return { id, domain };
}

function domainArn({ region, account }: Scope, key: string, isPrivate: boolean): string {
  return gatewayArn(region, `/domainnames/${key}`, isPrivate ? account : '');
}

async function shownDomain(
  context: Pick<Context, 'unit'>,
  principals: PrincipalDirectory,
  domain: DomainDocument,
): Promise<DomainName> {
  const { created, tags, policy, managementPolicy, truststore: _pem, ...rest } = domain;
  const texts = {
    policy: await shownPolicy(context, principals, policy),
    managementPolicy: await shownPolicy(context, principals, managementPolicy),
  };
  return {
    ...rest,
    ...(domain.certificateArn === undefined ? {} : { certificateUploadDate: new Date(created) }),
    ...texts,
    ...(Object.keys(tags).length === 0 ? {} : { tags }),
  };
}

export function createCreateDomainName({
  principals,
}: PolicyParts): ApiGatewayOperation<'CreateDomainName'> {
  return {
    name: 'CreateDomainName',
    access: 'write',
    authorize: async (input, context) => {
      const { domainName, policy = '', mutualTlsAuthentication } = input;
      const tags = tagConditions(input.tags);
      const path = `/domainnames/${domainKey({ domainName })}`;
      return [
        ...(await on('POST', () => '/domainnames')(input, context)),
        ...(mutualTlsAuthentication === undefined
          ? []
          : [await permission(context, 'AddCertificateToDomain', path, tags)]),
        ...(policy === ''
          ? []
          : [await permission(context, 'UpdateDomainNamePolicy', '/domainnames', tags)]),
      ];
    },
    handle: async (input, context) => {
      assertBuilt(input);
      const { view, unit, call } = context;
      const domainName = input.domainName.toLowerCase();
      if (!isDomainName(domainName)) throw badRequest('Invalid domain name specified');
      const endpointConfiguration = checkedEndpoint(input.endpointConfiguration, 'DomainName');
      const isPrivate = endpointTypeOf({ endpointConfiguration }) === 'PRIVATE';
      const reach = isPrivate ? 'private' : 'public';
      if (await isFull(view, domains, DOMAINS_MAX[reach], { index: 'reach', prefix: reach })) {
        throw limitExceeded('custom domain names');
      }
      assertPolicies(endpointConfiguration, input.policy);
      const domainNameId = isPrivate ? await context.once(() => randomId(10)) : undefined;
      const key = domainKey({ domainName, domainNameId });
      if (!isPrivate && (await unit.view(GLOBAL).get(hosts, domainName)) !== undefined) {
        throw badRequest('The domain name you provided already exists.');
      }
      const arn = domainArn(call.scope, key, isPrivate);
      const domain: DomainDocument = {
        ...givenOf(input),
        domainName,
        domainNameArn: arn,
        ...(domainNameId === undefined ? {} : { domainNameId }),
        endpointConfiguration,
        tags: input.tags ?? {},
        created: call.now,
        ...(await policyOf(context, principals, input.policy, arn)),
      };
      const kept = await withTruststore(context, await settled(context, domain), undefined);
      view.put(domains, key, kept);
      if (!isPrivate) {
        const host = { scope: call.scope, id: key, kind: 'domain' as const };
        unit.view(GLOBAL).put(hosts, domainName, host);
        unit.emit(sitesChanged(call.scope, call.now));
      }
      await useCertificate(unit, certificateArnOf(kept) ?? '', arn);
      return shownDomain(context, principals, kept);
    },
  };
}

/** Errors: BadRequestException. */
function assertPolicies(
  endpointConfiguration: DomainDocument['endpointConfiguration'],
  ...policies: readonly (BoundPolicy | string | undefined)[]
): void {
  if (endpointTypeOf({ endpointConfiguration }) === 'PRIVATE') return;
  if (policies.some((policy) => policy !== undefined && policy !== '')) {
    throw badRequest('Policies are only supported for private custom domain names');
  }
}

/** Errors: 501 for what isn't built. */
function assertBuilt(input: CreateDomainNameRequest): void {
  if (input.certificateBody !== undefined || input.certificatePrivateKey !== undefined) {
    throw unbuilt('CreateDomainName', 'certificates that come with the request');
  }
  const { routingMode = BY_PATH } = input;
  if (routingMode !== BY_PATH) {
    throw unbuilt('CreateDomainName', `the routing mode ${routingMode}`);
  }
}

/** What a domain keeps as it was given. */
function givenOf(input: CreateDomainNameRequest) {
  return {
    certificateArn: input.certificateArn,
    certificateName: input.certificateName,
    regionalCertificateArn: input.regionalCertificateArn,
    regionalCertificateName: input.regionalCertificateName,
    ownershipVerificationCertificateArn: input.ownershipVerificationCertificateArn,
    endpointAccessMode: input.endpointAccessMode,
    securityPolicy: input.securityPolicy ?? 'TLS_1_2',
    mutualTlsAuthentication: input.mutualTlsAuthentication,
    domainNameStatus: 'AVAILABLE',
    routingMode: BY_PATH,
  } as const;
}

/** What takes a permission of its own, beside that of the request's method. */
type DomainAction =
  | 'AddCertificateToDomain'
  | 'RemoveCertificateFromDomain'
  | 'UpdateDomainNameManagementPolicy'
  | 'UpdateDomainNamePolicy';

async function permission(
  context: ResolveContext,
  action: DomainAction,
  path: string,
  conditions: ReadonlyMap<string, readonly string[]> = new Map(),
): Promise<Permission> {
  const resource = await context.resolve(pathKind, path);
  return { action: `apigateway:${action}`, resource, conditions };
}

/** What a patch takes beside PATCH. */
function actionOf({ op, path = '', value = '' }: PatchOperation): readonly DomainAction[] {
  if (path === '/policy') return ['UpdateDomainNamePolicy'];
  if (path === '/managementPolicy') return ['UpdateDomainNameManagementPolicy'];
  if (!path.startsWith('/mutualTlsAuthentication')) return [];
  const isGone = path === TRUSTSTORE_URI && (op === 'remove' || value === '');
  return [isGone ? 'RemoveCertificateFromDomain' : 'AddCertificateToDomain'];
}

async function policyOf(
  context: Context,
  principals: PrincipalDirectory,
  given: string | undefined,
  arn: string,
): Promise<{ readonly policy?: BoundPolicy }> {
  if (given === undefined || given === '') return {};
  return { policy: await boundPolicy(context, principals, given, arn) };
}

/** With the names that its type of endpoint has. Errors: BadRequestException. */
async function settled(context: Context, domain: DomainDocument): Promise<DomainDocument> {
  const { unit, call } = context;
  const type = endpointTypeOf(domain);
  const { securityPolicy = 'TLS_1_2', mutualTlsAuthentication } = domain;
  if (!allowsPolicy(type, securityPolicy)) {
    throw badRequest(`Invalid security policy ${securityPolicy} for the endpoint type ${type}`);
  }
  if (mutualTlsAuthentication !== undefined) {
    if (type !== 'REGIONAL') {
      throw badRequest('Mutual TLS authentication is only supported for regional endpoints.');
    }
    if (securityPolicy !== 'TLS_1_2') {
      throw badRequest('Mutual TLS authentication is only supported with TLS 1.2.');
    }
  }
  await assertCertificate(unit, call.scope, domain);
  const { region } = call.scope;
  if (type === 'EDGE' && domain.distributionDomainName === undefined) {
    const distributionDomainName = `d${await context.once(() => randomId(13))}.cloudfront.net`;
    return { ...domain, distributionDomainName, distributionHostedZoneId: DISTRIBUTION_ZONE };
  }
  if (type === 'REGIONAL' && domain.regionalDomainName === undefined) {
    const regionalDomainName = `d-${await context.once(() => randomId(10))}.execute-api.${region}.amazonaws.com`;
    return { ...domain, regionalDomainName, regionalHostedZoneId: regionalZone(region) };
  }
  return domain;
}

/** The authorities are read when they are named: what happens to the object afterwards changes nobody's trust. */
async function withTruststore(
  context: Context,
  domain: DomainDocument,
  before: DomainDocument | undefined,
): Promise<DomainDocument> {
  const { truststoreUri: uri, truststoreVersion: version } = domain.mutualTlsAuthentication ?? {};
  const { truststore: _before, ...rest } = domain;
  if (uri === undefined || uri === '') {
    const { mutualTlsAuthentication: _none, ...plain } = rest;
    return plain;
  }
  const was = before?.mutualTlsAuthentication;
  if (was?.truststoreUri === uri && was.truststoreVersion === version) {
    return { ...rest, truststore: before?.truststore };
  }
  return { ...rest, truststore: await readTruststore(context, { uri, version }) };
}

const onDomain = (verb: 'GET' | 'PATCH' | 'DELETE') =>
  on<DomainKey>(verb, (key) => `/domainnames/${domainKey(key)}`);

export function createGetDomainName({
  principals,
}: PolicyParts): ApiGatewayOperation<'GetDomainName'> {
  return {
    name: 'GetDomainName',
    access: 'read',
    authorize: onDomain('GET'),
    handle: async (input, context) =>
      shownDomain(context, principals, await domainOf(context, input)),
  };
}

export function createGetDomainNames({
  principals,
}: PolicyParts): ApiGatewayOperation<'GetDomainNames'> {
  return {
    name: 'GetDomainNames',
    access: 'read',
    authorize: on('GET', () => '/domainnames'),
    handle: async (input, context) => {
      if (input.resourceOwner === 'OTHER_ACCOUNTS') return { items: [] };
      const { items, ...next } = await pageOfCollection(context, input, domains);
      const shown = items.map((domain) => shownDomain(context, principals, domain));
      return { items: await Promise.all(shown), ...next };
    },
  };
}

const removable = { removable: true };

const RULES = [
  text('/certificateArn', removable),
  text('/certificateName', removable),
  text('/regionalCertificateArn', removable),
  text('/regionalCertificateName', removable),
  text('/ownershipVerificationCertificateArn', removable),
  text('/securityPolicy'),
  text('/endpointAccessMode', { oneOf: ['BASIC', 'STRICT'] }),
  text('/routingMode', { oneOf: [BY_PATH] }),
  text(TRUSTSTORE_URI, removable),
  text('/mutualTlsAuthentication/truststoreVersion', removable),
  text('/endpointConfiguration/ipAddressType', { oneOf: ['ipv4', 'dualstack'] }),
  endpointType('/endpointConfiguration/types/{}'),
  text('/policy', removable),
  text('/managementPolicy', removable),
];

export function createUpdateDomainName({
  principals,
}: PolicyParts): ApiGatewayOperation<'UpdateDomainName'> {
  return {
    name: 'UpdateDomainName',
    access: 'write',
    authorize: async (input, context) => {
      const path = `/domainnames/${domainKey(input)}`;
      const actions = new Set((input.patchOperations ?? []).flatMap(actionOf));
      return [
        ...(await onDomain('PATCH')(input, context)),
        ...(await Promise.all([...actions].map((action) => permission(context, action, path)))),
      ];
    },
    handle: async (input, context) => {
      const before = await domainOf(context, input);
      const operations = input.patchOperations ?? [];
      const isPolicy = ({ path }: PatchOperation): boolean =>
        path === '/policy' || path === '/managementPolicy';
      const others = operations.filter((one) => !isPolicy(one));
      let domain = applied(before, others, RULES);
      for (const patch of operations.filter(isPolicy)) {
        domain = await withPolicy(context, principals, domain, patch);
      }
      assertMigration(endpointTypeOf(before), endpointTypeOf(domain));
      assertPolicies(domain.endpointConfiguration, domain.policy, domain.managementPolicy);
      const kept = await withTruststore(context, await settled(context, domain), before);
      const { unit, view } = context;
      const [was, is] = [certificateArnOf(before) ?? '', certificateArnOf(kept) ?? ''];
      if (was !== is) {
        await releaseCertificate(unit, was, kept.domainNameArn);
        await useCertificate(unit, is, kept.domainNameArn);
      }
      view.put(domains, domainKey(kept), kept);
      return shownDomain(context, principals, kept);
    },
  };
}

async function withPolicy(
  context: Context,
  principals: PrincipalDirectory,
  domain: DomainDocument,
  { op, path, value = '' }: PatchOperation,
): Promise<DomainDocument> {
  const name = path === '/policy' ? 'policy' : 'managementPolicy';
  const { [name]: _before, ...rest } = domain;
  if (op === 'remove' || value === '') return rest;
  return { ...rest, [name]: await boundPolicy(context, principals, value, domain.domainNameArn) };
}

export const deleteDomainName: ApiGatewayOperation<'DeleteDomainName'> = {
  name: 'DeleteDomainName',
  access: 'write',
  authorize: async (input, context) => {
    const deleted = await onDomain('DELETE')(input, context);
    const domain = await context.view.get(domains, domainKey(input));
    if (domain?.truststore === undefined) return deleted;
    const path = `/domainnames/${domainKey(input)}`;
    return [...deleted, await permission(context, 'RemoveCertificateFromDomain', path)];
  },
  handle: async (input, context) => {
    const domain = await domainOf(context, input);
    const { view, unit, call } = context;
    const key = domainKey(domain);
    for (const { basePath } of await everyOf(view, mappings, { prefix: childId(key, '') })) {
      view.delete(mappings, childId(key, basePath));
    }
    view.delete(domains, key);
    if (domain.domainNameId === undefined) {
      unit.view(GLOBAL).delete(hosts, domain.domainName);
      unit.emit(sitesChanged(call.scope, call.now));
    }
    await releaseCertificate(unit, certificateArnOf(domain) ?? '', domain.domainNameArn);
    return {};
  },
};
