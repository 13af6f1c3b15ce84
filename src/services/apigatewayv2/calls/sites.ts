import type { EdgeResponse, EdgeSite, EdgeSource } from '../../../contract/edge.ts';
import type { Unit } from '../../../contract/view.ts';
import type { Scope } from '../../../core/scope.ts';
import {
  childId,
  CIPHERS,
  decoded,
  gatewayArn,
  GLOBAL,
  type MappedApis,
  PORT,
} from '../../apigateway/port.ts';
import { apis, definitions, type HostDocument, hosts, snapshots, stages } from '../state.ts';
import { BODY_BYTES_MAX, type HttpCalls } from './answer.ts';
import { type CallPlace, HttpFault } from './call.ts';

const HOSTS_MAX = 1_000;
const DEFAULT_STAGE = '$default';

/** What the names lead to that HTTP APIs have by themselves. */
export function createHttpApiSites(calls: HttpCalls): EdgeSource {
  return {
    listeners: async (unit) => {
      const { items } = await unit.view(GLOBAL).list(hosts, { limit: HOSTS_MAX });
      if (items.length === 0) return [];
      return [{ port: PORT, protocol: 'https', hosts: items.map(({ id }) => id) }];
    },
    find: async (unit, host, port) => {
      const found = port === PORT ? await unit.view(GLOBAL).get(hosts, host) : undefined;
      return found === undefined ? undefined : apiSite(calls, found);
    },
  };
}

/** What custom domains lead to. */
export function createMappedApis(calls: HttpCalls): MappedApis {
  return {
    answer: async ({ scope, apiId, stage, path, ...arrived }) => {
      const place = await arrived.context.read((unit) => placeOf(unit, scope, apiId, stage, path));
      return place === undefined ? refused() : calls.answer(place, arrived);
    },
  };
}

function apiSite(calls: HttpCalls, { scope, id }: HostDocument): EdgeSite {
  const own = gatewayArn(scope.region, `/apis/${id}`);
  return {
    resource: own,
    resourceOf: (target) => `${own}/stages/${splitPath(target).first}`,
    scope,
    tls: {
      minVersion: 'TLSv1.2',
      maxVersion: 'TLSv1.3',
      ciphers: CIPHERS,
      certificates: [],
      protocols: ['h2', 'http/1.1'],
      clientCertificates: { mode: 'off' },
    },
    firewallFailsOpen: false,
    maxBody: BODY_BYTES_MAX,
    answer: async (request, body, context) => {
      const { path, first, rest } = splitPath(request.target);
      const place = await context.read(
        async (unit) =>
          (await placeOf(unit, scope, id, first, rest)) ??
          (await placeOf(unit, scope, id, DEFAULT_STAGE, path)),
      );
      if (place === undefined || place.api.DisableExecuteApiEndpoint === true) return refused();
      return calls.answer(place, { request, body, context });
    },
  };
}

function splitPath(target: string) {
  const [path = '/'] = target.split('?', 1);
  const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(path) ?? [];
  return { path, first: decoded(first) ?? first, rest: rest === '' ? '/' : rest };
}

async function placeOf(
  unit: Unit,
  scope: Scope,
  apiId: string,
  name: string,
  path: string,
): Promise<CallPlace | undefined> {
  const view = unit.view(scope);
  const api = await view.get(apis, apiId);
  const stage = await view.get(stages, childId(apiId, name));
  if (api === undefined || stage === undefined) return undefined;
  // A stage that deploys by itself is always what the API is now.
  const definition =
    stage.AutoDeploy === true
      ? await view.get(definitions, apiId)
      : await view.get(snapshots, childId(apiId, stage.DeploymentId ?? ''));
  return definition === undefined ? undefined : { scope, api, stage, definition, path };
}

function refused(): EdgeResponse {
  return new HttpFault(404, 'Not Found').response;
}
