import type { IamOperations } from '../../../../../models/iam/types.ts';
import {
  type Ask,
  camel,
  type Everything,
  everyPage,
  listingOf,
  type Reference,
  tagsOf,
} from '../asking.ts';
import type { Listed, RecordedType } from '../recorded-type.ts';

type Details = IamOperations['GetAccountAuthorizationDetails'];
type Entity = NonNullable<NonNullable<Details['input']['Filter']>[number]>;

const details: Reference<Details> = {
  service: 'iam',
  operation: 'GetAccountAuthorizationDetails',
};
const listKeys: Reference<IamOperations['ListAccessKeys']> = {
  service: 'iam',
  operation: 'ListAccessKeys',
};
const listDevices: Reference<IamOperations['ListMFADevices']> = {
  service: 'iam',
  operation: 'ListMFADevices',
};

const policyTags: Reference<IamOperations['ListPolicyTags']> = {
  service: 'iam',
  operation: 'ListPolicyTags',
};

/** Items hold policy documents as IAM answers with them: percent-encoded. */
function every<T>(
  ask: Ask,
  kind: Entity,
  items: (page: Details['output']) => readonly T[] | undefined,
): Promise<Everything<T>> {
  return everyPage({
    fetch: (Marker) =>
      ask(details, { Filter: [kind], ...(Marker === undefined ? {} : { Marker }) }),
    items,
    next: ({ Marker }) => Marker,
  });
}

const global = { source: 'iam.amazonaws.com', isGlobal: true } as const;

export const iamUsers: RecordedType = {
  ...global,
  type: 'AWS::IAM::User',
  list: async (ask) => {
    const users = await every(ask, 'User', ({ UserDetailList }) => UserDetailList);
    return listingOf(users, (user): Listed => {
      const { UserName = '', UserId = '', Arn, Tags, CreateDate } = user;
      return {
        id: UserId,
        name: UserName,
        arn: Arn,
        describe: async () => {
          const { AccessKeyMetadata } = await ask(listKeys, { UserName });
          const { MFADevices } = await ask(listDevices, { UserName });
          return {
            configuration: camel(user),
            supplementary: {
              AccessKeys: AccessKeyMetadata.map((key) => camel(key)),
              MFADevices: MFADevices.map((device) => camel(device)),
            },
            tags: tagsOf(Tags),
            created: CreateDate,
          };
        },
      };
    });
  },
};

export const iamRoles: RecordedType = {
  ...global,
  type: 'AWS::IAM::Role',
  list: async (ask) => {
    const roles = await every(ask, 'Role', ({ RoleDetailList }) => RoleDetailList);
    return listingOf(roles, (role): Listed => {
      // Use is no configuration: it would make an item of every look.
      const { RoleLastUsed: _used, ...kept } = role;
      return {
        id: role.RoleId ?? '',
        name: role.RoleName,
        arn: role.Arn,
        describe: async () => ({
          configuration: camel(kept),
          tags: tagsOf(role.Tags),
          created: role.CreateDate,
        }),
      };
    });
  },
};

export const iamGroups: RecordedType = {
  ...global,
  type: 'AWS::IAM::Group',
  isUntaggable: true,
  list: async (ask) => {
    const groups = await every(ask, 'Group', ({ GroupDetailList }) => GroupDetailList);
    return listingOf(
      groups,
      (group): Listed => ({
        id: group.GroupId ?? '',
        name: group.GroupName,
        arn: group.Arn,
        describe: async () => ({ configuration: camel(group) }),
      }),
    );
  },
};

export const iamPolicies: RecordedType = {
  ...global,
  type: 'AWS::IAM::Policy',
  list: async (ask) => {
    const policies = await every(ask, 'LocalManagedPolicy', ({ Policies }) => Policies);
    return listingOf(
      policies,
      (policy): Listed => ({
        id: policy.PolicyId ?? '',
        name: policy.PolicyName,
        arn: policy.Arn,
        describe: async () => {
          const { Tags } = await ask(policyTags, { PolicyArn: policy.Arn ?? '' });
          return { configuration: camel(policy), tags: tagsOf(Tags), created: policy.CreateDate };
        },
      }),
    );
  },
};
