import type { FeatureType } from '../../../models/iam/types.ts';
import type { ResourceKind } from '../../contract/resource.ts';
import type { AnyOperation } from '../../contract/service.ts';
import type { Unit } from '../../contract/view.ts';
import { ServiceError } from '../../core/errors.ts';
import { rootArn } from './callers.ts';
import { validationError } from './errors.ts';
import { onAccount } from './operation.ts';
import type { AssumableRoot, OrganizationDirectory, OrganizationStanding } from './port.ts';
import { accountScope, organizationFeatures } from './state.ts';

const ROOT_TASK = 'arn:aws:iam::aws:policy/root-task/';

/** The tasks that each feature opens. Source: IAM User Guide, "Perform a privileged task". */
const TASKS: Readonly<Record<FeatureType, readonly string[]>> = {
  RootCredentialsManagement: [
    'IAMAuditRootUserCredentials',
    'IAMCreateRootUserPassword',
    'IAMDeleteRootUserCredentials',
  ],
  RootSessions: ['S3UnlockBucketPolicy', 'SQSUnlockQueuePolicy'],
};

function refusal(code: string, text: string): ServiceError {
  return new ServiceError(code, `The request was rejected because ${text}`, { status: 400 });
}

/** The caller's organization. Errors: those of every operation on its features. */
async function standingOf(
  directory: OrganizationDirectory,
  unit: Unit,
  account: string,
): Promise<OrganizationStanding> {
  const standing = await directory.standingOf(unit, account);
  if (standing === undefined) {
    throw refusal(
      'OrganizationNotFoundException',
      'no organization is associated with your account.',
    );
  }
  if (account !== standing.managementAccount && !standing.administrators.includes(account)) {
    throw refusal(
      'AccountNotManagementOrDelegatedAdministratorException',
      'the account making the request is not the management account or delegated administrator ' +
        'account for centralized root access.',
    );
  }
  if (!standing.hasAllFeatures) {
    throw refusal(
      'OrganizationNotInAllFeaturesModeException',
      'your organization does not have All features enabled. For more information, see Available ' +
        'feature sets in the AWS Organizations User Guide.',
    );
  }
  if (!standing.trustsIam) {
    throw refusal(
      'ServiceAccessNotEnabledException',
      'trusted access is not enabled for IAM in Organizations. For details, see IAM and AWS ' +
        'Organizations in the AWS Organizations User Guide.',
    );
  }
  return standing;
}

async function featuresOf(
  unit: Unit,
  { id, managementAccount }: OrganizationStanding,
): Promise<readonly FeatureType[]> {
  const kept = await unit.view(accountScope(managementAccount)).get(organizationFeatures, id);
  return kept?.features ?? [];
}

type Switch =
  | 'EnableOrganizationsRootCredentialsManagement'
  | 'DisableOrganizationsRootCredentialsManagement'
  | 'EnableOrganizationsRootSessions'
  | 'DisableOrganizationsRootSessions';

/** How an organization's management looks after the roots of its members. */
export function organizationRootOperations(
  directory: OrganizationDirectory,
): readonly AnyOperation[] {
  const turn = (name: Switch, feature: FeatureType, on: boolean): AnyOperation =>
    onAccount({
      name,
      access: 'write',
      handle: async (_input, view, { unit, call }) => {
        const { account } = call.scope;
        const standing = await standingOf(directory, unit, account);
        if (account !== standing.managementAccount) {
          throw refusal(
            'CallerIsNotManagementAccountException',
            'the account making the request is not the management account for the organization.',
          );
        }
        const others = (await featuresOf(unit, standing)).filter((one) => one !== feature);
        const features = on ? [...others, feature].sort() : others;
        view.put(organizationFeatures, standing.id, { features });
        return { OrganizationId: standing.id, EnabledFeatures: features };
      },
    });
  return [
    turn('EnableOrganizationsRootCredentialsManagement', 'RootCredentialsManagement', true),
    turn('DisableOrganizationsRootCredentialsManagement', 'RootCredentialsManagement', false),
    turn('EnableOrganizationsRootSessions', 'RootSessions', true),
    turn('DisableOrganizationsRootSessions', 'RootSessions', false),
    onAccount({
      name: 'ListOrganizationsFeatures',
      access: 'read',
      handle: async (_input, _view, { unit, call }) => {
        const standing = await standingOf(directory, unit, call.scope.account);
        const EnabledFeatures = await featuresOf(unit, standing);
        return { OrganizationId: standing.id, EnabledFeatures };
      },
    }),
  ];
}

/**
 * The root of a member account, by the account's number or the root's ARN. What the organization has enabled is its
 * resource policy: the management account and IAM's administrators may take it for those tasks, and nobody else.
 * Errors: ValidationError for what names no account.
 */
export function createRootKind(directory: OrganizationDirectory): ResourceKind<AssumableRoot> {
  return {
    name: 'iam:root',
    policyMode: 'required',
    find: async (target, { unit }) => {
      const [, account] = /^(?:arn:aws:iam::)?(\d{12})(?::root)?$/.exec(target) ?? [];
      if (account === undefined) throw validationError(`${target} is invalid`);
      const standing = await directory.standingOf(unit, account);
      const scope = accountScope(account);
      const found = { arn: rootArn(account), scope, id: account };
      if (standing === undefined || account === standing.managementAccount) {
        return { ...found, document: undefined };
      }
      const features = await featuresOf(unit, standing);
      const tasks = features.flatMap((feature) => TASKS[feature]).map((task) => ROOT_TASK + task);
      const keepers = [standing.managementAccount, ...standing.administrators];
      return { ...found, document: { account, tasks, keepers } };
    },
    policy: ({ document }) =>
      document === undefined || document.tasks.length === 0
        ? undefined
        : JSON.stringify({
            Version: '2012-10-17',
            Statement: {
              Effect: 'Allow',
              Principal: { AWS: document.keepers },
              Action: 'sts:AssumeRoot',
              Resource: '*',
              Condition: { StringEquals: { 'sts:TaskPolicyArn': document.tasks } },
            },
          }),
  };
}
