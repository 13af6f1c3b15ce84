import type { AnyOperation } from '../../contract/service.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { IamOperations } from '../../../models/iam/types.ts';
import { ServiceError } from '../../core/errors.ts';
import { uniqueId, uuid } from '../../core/ids.ts';
import { invalidInput } from './errors.ts';
import { DELETION_TASKS_KEPT } from './limits.ts';
import { makeRoom } from './listing.ts';
import { onAccount } from './operation.ts';
import { SERVICE_ROLE_PATH as PATH } from './protected-roles.ts';
import { identityArn, roleKind } from './resources.ts';
import { shownRole } from './roles.ts';
import { accountScope, deletionTasks, type Role, roles } from './state.ts';

const SESSION_SECONDS = 3_600;

interface LinkedService {
  readonly roleName: string;
  readonly policy: string;
}

/** The services whose role and policy are known here exactly. Source: AWS managed policy reference. */
const SERVICES: ReadonlyMap<string, LinkedService> = new Map([
  [
    'organizations.amazonaws.com',
    {
      roleName: 'AWSServiceRoleForOrganizations',
      policy: 'AWSOrganizationsServiceTrustPolicy',
    },
  ],
  [
    'cloudtrail.amazonaws.com',
    { roleName: 'AWSServiceRoleForCloudTrail', policy: 'CloudTrailServiceRolePolicy' },
  ],
  [
    'inspector2.amazonaws.com',
    { roleName: 'AWSServiceRoleForAmazonInspector2', policy: 'AmazonInspector2ServiceRolePolicy' },
  ],
  [
    'macie.amazonaws.com',
    { roleName: 'AWSServiceRoleForAmazonMacie', policy: 'AmazonMacieServiceRolePolicy' },
  ],
  ['rds.amazonaws.com', { roleName: 'AWSServiceRoleForRDS', policy: 'AmazonRDSServiceRolePolicy' }],
  [
    'mrk.kms.amazonaws.com',
    {
      roleName: 'AWSServiceRoleForKeyManagementServiceMultiRegionKeys',
      policy: 'AWSKeyManagementServiceMultiRegionKeysServiceRolePolicy',
    },
  ],
  [
    'cks.kms.amazonaws.com',
    {
      roleName: 'AWSServiceRoleForKeyManagementServiceCustomKeyStores',
      policy: 'AWSKeyManagementServiceCustomKeyStoresServiceRolePolicy',
    },
  ],
]);

function linkedService(name: string): LinkedService {
  const known = SERVICES.get(name);
  if (known !== undefined) return known;
  const text = `the policy of the role that is linked to ${name} is not known here`;
  throw new ServiceError('NotImplementedException', text, { status: 501 });
}

function newLinkedRole(
  account: string,
  service: string,
  { roleName: name, policy }: LinkedService,
  made: Pick<Role, 'id' | 'created'>,
): Role {
  const path = `${PATH}${service}/`;
  const trust = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  });
  return {
    ...made,
    name,
    path,
    arn: identityArn(account, 'role', path, name),
    inline: {},
    attached: [`arn:aws:iam::aws:policy${PATH}${policy}`],
    trust: { text: trust },
    maxSessionSeconds: SESSION_SECONDS,
    tags: {},
  };
}

const createServiceLinkedRole: AnyOperation = onAccount({
  name: 'CreateServiceLinkedRole',
  access: 'write',
  arn: ({ AWSServiceName: service }, account) => {
    const name = SERVICES.get(service)?.roleName ?? '*';
    return identityArn(account, 'role', `${PATH}${service}/`, name);
  },
  conditions: ({ AWSServiceName }) => new Map([['iam:awsservicename', [AWSServiceName]]]),
  handle: async (input, view, context) => {
    const { AWSServiceName: service, CustomSuffix: suffix, Description: description } = input;
    const known = linkedService(service);
    if (suffix !== undefined) throw invalidInput(`Custom suffix is not allowed for ${service}`);
    const id = known.roleName.toLowerCase();
    if ((await view.get(roles, id)) !== undefined) {
      throw invalidInput(
        `Service role name ${known.roleName} has been taken in this account, please try a ` +
          'different suffix.',
      );
    }
    const { account } = context.call.scope;
    const role: Role = {
      ...newLinkedRole(account, service, known, {
        id: await context.once(() => uniqueId('AROA', 17)),
        created: context.call.now,
      }),
      ...(description === undefined ? {} : { description }),
    };
    view.put(roles, id, role);
    return { Role: await shownRole(context.unit, role) };
  },
});

/** Nothing here holds on to such a role, so that its deletion is done at once; clients still ask how it went. */
const deleteServiceLinkedRole: OperationOf<IamOperations, 'DeleteServiceLinkedRole'> = {
  name: 'DeleteServiceLinkedRole',
  access: 'write',
  authorize: async ({ RoleName }, context) => {
    const resource = await context.resolve(roleKind, RoleName);
    return [{ action: 'iam:DeleteServiceLinkedRole', resource }];
  },
  handle: async ({ RoleName }, context) => {
    const resource = await context.resolve(roleKind, RoleName);
    const { document: role, id } = resource.resolved;
    if (role === undefined || !role.path.startsWith(PATH)) {
      throw invalidInput(`${RoleName} is not a service-linked role.`);
    }
    const view = context.viewOf(resource);
    const task = await context.once(uuid);
    const DeletionTaskId = `task${role.path}${role.name}/${task}`;
    view.delete(roles, id);
    await makeRoom(view, deletionTasks, DELETION_TASKS_KEPT);
    view.put(deletionTasks, DeletionTaskId, { ended: context.call.now });
    return { DeletionTaskId };
  },
};

const getDeletionStatus: OperationOf<IamOperations, 'GetServiceLinkedRoleDeletionStatus'> = {
  name: 'GetServiceLinkedRoleDeletionStatus',
  access: 'read',
  authorize: async ({ DeletionTaskId }, { call }) => {
    const path = DeletionTaskId.replace(/^task\//, '/').replace(/\/[^/]*$/, '');
    const resource = `arn:aws:iam::${call.scope.account}:role${path}`;
    return [{ action: 'iam:GetServiceLinkedRoleDeletionStatus', resource }];
  },
  handle: async ({ DeletionTaskId }, { unit, call }) => {
    const view = unit.view(accountScope(call.scope.account));
    if ((await view.get(deletionTasks, DeletionTaskId)) === undefined) {
      const text = `Deletion task ${DeletionTaskId} cannot be found.`;
      throw new ServiceError('NoSuchEntity', text, { status: 404 });
    }
    return { Status: 'SUCCEEDED' };
  },
};

/** Roles that belong to a service: only the service changes them. */
export const serviceLinkedRoleOperations: readonly AnyOperation[] = [
  createServiceLinkedRole,
  deleteServiceLinkedRole,
  getDeletionStatus,
];
