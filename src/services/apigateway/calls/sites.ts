import type {
  EdgeContext,
  EdgeRequest,
  EdgeResponse,
  EdgeSite,
  EdgeSource,
  EdgeTlsTerms,
} from '../../../contract/edge.ts';
import type { Unit } from '../../../contract/view.ts';
import { everyOf } from '../../../listing/every-document.ts';
import { NO_PATH } from '../path-mappings.ts';
import { certificateArnOf } from '../domain-certificates.ts';
import { tlsVersions } from '../domain/domain-rules.ts';
import { forbidden } from '../domain/gateway-fault.ts';
import { decoded } from '../domain/path-segments.ts';
import { gatewayArn } from '../resources.ts';
import {
  apis,
  childId,
  type DomainDocument,
  domains,
  GLOBAL,
  type HostDocument,
  hosts,
  type MappingDocument,
  mappings,
  snapshots,
  stages,
} from '../state.ts';
import { BODY_BYTES_MAX, type StageCalls } from './answer.ts';
import type { MappedApis } from '../port.ts';
import type { CallPlace } from './call.ts';
import { isTrusted } from './client-certificates.ts';
import { faultAnswer } from './gateway-answers.ts';

/** APIs listen at no other. */
export const PORT = 443;
const HOSTS_MAX = 1_000;

/** What an API's names lead to: the ones it has by itself, and those that customers gave it. */
export function createApiSites(calls: StageCalls, httpApis: MappedApis): EdgeSource {
  return {
    listeners: async (unit) => {
      const { items } = await unit.view(GLOBAL).list(hosts, { limit: HOSTS_MAX });
      if (items.length === 0) return [];
      return [{ port: PORT, protocol: 'https', hosts: items.map(({ id }) => id) }];
    },
    find: async (unit, host, port) => {
      if (port !== PORT) return undefined;
      const found = await hostOf(unit, host);
      if (found === undefined) return undefined;
      return found.kind === 'api'
        ? apiSite(calls, found)
        : domainSite({ calls, httpApis }, unit, found);
    },
  };
}

/** By its whole name, or by a wildcard for its first label. */
async function hostOf(unit: Unit, host: string): Promise<HostDocument | undefined> {
  const view = unit.view(GLOBAL);
  return (await view.get(hosts, host)) ?? view.get(hosts, host.replace(/^[^.]+/, '*'));
}

/** Ciphers for what AWS's default policy allows. */
export const CIPHERS = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-AES128-SHA256',
  'ECDHE-RSA-AES128-SHA256',
];

function apiSite(calls: StageCalls, { scope, id }: HostDocument): EdgeSite {
  const stagePath = (target: string): string =>
    `/restapis/${id}/stages/${splitTarget(target).stage}`;
  return {
    resource: gatewayArn(scope.region, `/restapis/${id}`),
    resourceOf: (target) => gatewayArn(scope.region, stagePath(target)),
    scope,
    tls: terms(undefined, []),
    firewallFailsOpen: false,
    maxBody: BODY_BYTES_MAX,
    answer: async (request, body, context) => {
      const { stage, path } = splitTarget(request.target);
      const place = await context.read((unit) => {
        const fullPath = `/${stage}${path}`;
        return placeOf(unit, { scope, apiId: id, stage, path, fullPath });
      });
      // Neither a stage that isn't there nor a name that was turned off says more.
      if (place === undefined || place.api.disableExecuteApiEndpoint === true) return refused();
      return calls.answer(place, { request, body, context });
    },
  };
}

/** `/prod/pets?x=1` is the stage `prod` and the path `/pets`. */
function splitTarget(target: string): { readonly stage: string; readonly path: string } {
  const [path = ''] = target.split('?', 1);
  const [, stage = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(path) ?? [];
  return { stage: decoded(stage) ?? stage, path: rest === '' ? '/' : rest };
}

interface Wanted {
  readonly scope: HostDocument['scope'];
  readonly apiId: string;
  readonly stage: string;
  readonly path: string;
  readonly fullPath: string;
}

async function placeOf(
  unit: Unit,
  { scope, apiId, stage: name, path, fullPath }: Wanted,
): Promise<CallPlace | undefined> {
  const view = unit.view(scope);
  const api = await view.get(apis, apiId);
  const stage = await view.get(stages, childId(apiId, name));
  if (api === undefined || stage === undefined) return undefined;
  const snapshot = await view.get(snapshots, childId(apiId, stage.deploymentId));
  return snapshot === undefined ? undefined : { scope, api, stage, snapshot, path, fullPath };
}

function refused(): EdgeResponse {
  return faultAnswer(forbidden(), undefined, {});
}

function terms(domain: DomainDocument | undefined, certificates: readonly string[]): EdgeTlsTerms {
  return {
    ...tlsVersions(domain?.securityPolicy ?? 'TLS_1_2'),
    ciphers: CIPHERS,
    certificates,
    protocols: ['h2', 'http/1.1'],
    // Who holds no good certificate is told so with a 403, so the handshake takes anybody.
    clientCertificates: { mode: domain?.truststore === undefined ? 'off' : 'passthrough' },
  };
}

interface Answering {
  readonly calls: StageCalls;
  readonly httpApis: MappedApis;
}

async function domainSite(
  { calls, httpApis }: Answering,
  unit: Unit,
  { scope, id }: HostDocument,
): Promise<EdgeSite | undefined> {
  const view = unit.view(scope);
  const domain = await view.get(domains, id);
  if (domain === undefined) return undefined;
  const mapped = await everyOf(view, mappings, { prefix: childId(id, '') });
  const certificate = certificateArnOf(domain);
  return {
    resource: domain.domainNameArn,
    resourceOf: (target) => {
      const found = mappingOf(mapped, target);
      if (found === undefined) return domain.domainNameArn;
      const noun = found.mapping.mappingId === undefined ? 'restapis' : 'apis';
      const path = `/${noun}/${found.mapping.restApiId}/stages/${found.stage}`;
      return gatewayArn(scope.region, path);
    },
    scope,
    tls: terms(domain, certificate === undefined ? [] : [certificate]),
    firewallFailsOpen: false,
    maxBody: BODY_BYTES_MAX,
    answer: async (request, body, context) => {
      if (!(await provesItself(domain, request, context))) return refused();
      const found = mappingOf(mapped, request.target);
      if (found === undefined) return refused();
      const { mapping, stage, path } = found;
      const arrived = { request, body, context };
      if (mapping.mappingId !== undefined) {
        return httpApis.answer({ scope, apiId: mapping.restApiId, stage, path, ...arrived });
      }
      const place = await context.read((inner) => {
        const [fullPath = '/'] = request.target.split('?', 1);
        return placeOf(inner, { scope, apiId: mapping.restApiId, stage, path, fullPath });
      });
      return place === undefined ? refused() : calls.answer(place, arrived);
    },
  };
}

async function provesItself(
  { truststore }: DomainDocument,
  { tls }: EdgeRequest,
  context: EdgeContext,
): Promise<boolean> {
  if (truststore === undefined) return true;
  const now = await context.read(async (_unit, at) => at);
  return isTrusted(tls?.clientChain ?? [], truststore, now);
}

/** The longest base path that a target begins with. A mapping without a stage takes it from the path. */
function mappingOf(mapped: readonly MappingDocument[], target: string) {
  const [path = '/'] = target.split('?', 1);
  const fitting = mapped
    .filter(({ basePath }) => basePath === NO_PATH || isBelow(path, `/${basePath}`))
    .sort((one, other) => weight(other) - weight(one));
  const [mapping] = fitting;
  if (mapping === undefined) return undefined;
  const rest = mapping.basePath === NO_PATH ? path : path.slice(mapping.basePath.length + 1);
  const below = rest === '' ? '/' : rest;
  if (mapping.stage !== undefined) return { mapping, stage: mapping.stage, path: below };
  return { mapping, ...splitTarget(below) };
}

function weight({ basePath }: MappingDocument): number {
  return basePath === NO_PATH ? 0 : basePath.length;
}

function isBelow(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}/`);
}
