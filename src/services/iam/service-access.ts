import type { ResourceKind } from '../../contract/resource.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { View } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { uuid } from '../../core/ids.ts';
import { grantsService } from '../../policy/granted-services.ts';
import { ACCESS_REPORTS_KEPT } from './limits.ts';
import { makeRoom } from './listing.ts';
import { onAccount, onResource } from './operation.ts';
import { pageOf, pageOfList } from './pages.ts';
import { entitiesOf } from './policy-uses.ts';
import { policyKind } from './resources.ts';
import { serviceName, serviceNamespaces } from './service-names.ts';
import { policiesOfSource, type PolicySource, policySourceKind } from './simulation-subject.ts';
import {
  type AccessReport,
  accessReports,
  type Identity,
  type ManagedPolicy,
  roles,
  serviceUses,
  type ServiceUse,
  users,
} from './state.ts';

/** No account has more; every member of a group is looked at. */
const MEMBERS = 1_000;

type Reported =
  | { readonly kind: 'entity'; readonly source: PolicySource }
  | { readonly kind: 'policy'; readonly policy: ManagedPolicy };

/** Whose use of services a report is about: a user, group, role or managed policy. */
const reportedKind: ResourceKind<Reported> = {
  name: 'iam:reported',
  policyMode: 'none',
  find: async (arn, context) => {
    if (/^arn:aws:iam::[^:]*:policy\//.test(arn)) {
      const { document: policy, ...found } = await policyKind.find(arn, context);
      return { ...found, document: policy && ({ kind: 'policy', policy } satisfies Reported) };
    }
    const { document: source, ...found } = await policySourceKind.find(arn, context);
    return { ...found, document: source && ({ kind: 'entity', source } satisfies Reported) };
  },
};

/** When services were last used, by what the audit trail says. */
export const serviceAccessOperations: readonly AnyOperation[] = [
  onResource({
    name: 'GenerateServiceLastAccessedDetails',
    access: 'read',
    kind: reportedKind,
    of: ({ Arn }) => Arn,
    handle: async (input, { document, view }, context) => {
      if (input.Granularity === 'ACTION_LEVEL') {
        const text = 'the last use of single actions is not kept';
        throw new ServiceError('NotImplementedException', text, { status: 501 });
      }
      const JobId = await context.once(uuid);
      const services = await servicesOf(view, document);
      await makeRoom(view, accessReports, ACCESS_REPORTS_KEPT);
      view.put(accessReports, JobId, { made: context.call.now, services });
      return { JobId };
    },
  }),
  onAccount({
    name: 'GetServiceLastAccessedDetails',
    access: 'read',
    handle: async (input, view, { call }) => {
      const report = await reportOf(view, input.JobId);
      const page = pageOfList(report.services, pageOf(call, input, input.JobId));
      return {
        ...shownJob(report),
        JobType: 'SERVICE_LEVEL',
        ServicesLastAccessed: page.items.map(({ service, uses }) => ({
          ServiceName: serviceName(service),
          ServiceNamespace: service,
          ...lastOf(uses),
          TotalAuthenticatedEntities: uses.length,
        })),
        ...page.answer,
      };
    },
  }),
  onAccount({
    name: 'GetServiceLastAccessedDetailsWithEntities',
    access: 'read',
    handle: async (input, view, { call }) => {
      const report = await reportOf(view, input.JobId);
      const { ServiceNamespace: service } = input;
      const uses = report.services.find((one) => one.service === service)?.uses ?? [];
      const page = pageOfList(uses, pageOf(call, input, `${input.JobId}/${service}`));
      const details = page.items.map(({ entity, date }) => ({
        EntityInfo: entity,
        LastAuthenticated: new Date(date),
      }));
      return { ...shownJob(report), EntityDetailsList: details, ...page.answer };
    },
  }),
];

async function reportOf(view: View, id: string): Promise<AccessReport> {
  const report = await view.get(accessReports, id);
  if (report !== undefined) return report;
  const text = `The job with id ${id} cannot be found.`;
  throw new ServiceError('NoSuchEntity', text, { status: 404 });
}

/** A report is made at once, and stays as it was. */
function shownJob({ made }: AccessReport) {
  const at = new Date(made);
  return { JobStatus: 'COMPLETED' as const, JobCreationDate: at, JobCompletionDate: at };
}

function lastOf(uses: AccessReport['services'][number]['uses']) {
  const [first, ...others] = uses;
  if (first === undefined) return {};
  const last = others.reduce((a, b) => (b.date > a.date ? b : a), first);
  return {
    LastAuthenticated: new Date(last.date),
    LastAuthenticatedEntity: last.entity.Arn,
    LastAuthenticatedRegion: last.region,
  };
}

/** Every service the policies open, with the entities that used it. */
async function servicesOf(view: View, reported: Reported): Promise<AccessReport['services']> {
  const texts = await textsOf(view, reported);
  const entities = await entitiesIn(view, reported);
  const services: AccessReport['services'][number][] = [];
  for (const service of serviceNamespaces()) {
    if (!texts.some((text) => grantsService(text, 'identity', service))) continue;
    const uses = [];
    for (const entity of entities) {
      const use: ServiceUse | undefined = await view.get(serviceUses, `${entity.Id}/${service}`);
      if (use !== undefined) uses.push({ entity, date: use.date, region: use.region });
    }
    services.push({ service, uses });
  }
  return services;
}

async function textsOf(view: View, reported: Reported): Promise<readonly string[]> {
  if (reported.kind === 'entity') {
    return (await policiesOfSource(view, reported.source)).map(({ text }) => text);
  }
  const { policy } = reported;
  return policy.versions.filter(({ id }) => id === policy.defaultVersion).map(({ text }) => text);
}

type Entity = AccessReport['services'][number]['uses'][number]['entity'];

async function entitiesIn(view: View, reported: Reported): Promise<readonly Entity[]> {
  if (reported.kind === 'entity') {
    const { noun, identity } = reported.source;
    if (noun === 'group') return membersOf(view, identity.name);
    return [entityOf(noun === 'user' ? 'USER' : 'ROLE', identity)];
  }
  const { PolicyUsers, PolicyRoles, PolicyGroups } = await entitiesOf(
    view,
    reported.policy.arn,
    {},
  );
  const found: Entity[] = [];
  for (const { UserName } of PolicyUsers) {
    const user = await view.get(users, UserName.toLowerCase());
    if (user !== undefined) found.push(entityOf('USER', user));
  }
  for (const { RoleName } of PolicyRoles) {
    const role = await view.get(roles, RoleName.toLowerCase());
    if (role !== undefined) found.push(entityOf('ROLE', role));
  }
  for (const { GroupName } of PolicyGroups) found.push(...(await membersOf(view, GroupName)));
  return [...new Map(found.map((entity) => [entity.Id, entity])).values()];
}

async function membersOf(view: View, group: string): Promise<readonly Entity[]> {
  const key = group.toLowerCase();
  const { items } = await view.list(users, { index: 'group', prefix: key, limit: MEMBERS });
  return items.filter((one) => one.key === key).map(({ document }) => entityOf('USER', document));
}

function entityOf(Type: 'USER' | 'ROLE', { arn, name, id, path }: Identity): Entity {
  return { Arn: arn, Name: name, Type, Id: id, Path: path };
}
