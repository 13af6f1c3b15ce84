import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { objectOf, picked, removedKeys, textOf, textsOf, without, listOf } from './made.ts';
import type { Changing, Made, ResourceType, Work } from './resource-type.ts';

const NAME_MAX = 64;
const POLICY_NAME_MAX = 128;

/** How IAM's operations name a kind of identity: `Role` in `PutRolePolicy` and `RoleName`. */
type Identity = 'Role' | 'User' | 'Group';

function call(work: Work, operation: string, input: JsonObject): Promise<JsonObject> {
  return work.call('iam', operation, input);
}

/** The inline and managed policies of an identity: those that are wanted are put, those that are not any more go. */
async function setPolicies(
  work: Work,
  identity: Identity,
  name: string,
  { before, after }: { readonly before: JsonObject; readonly after: JsonObject },
): Promise<void> {
  const named = { [`${identity}Name`]: name };
  const inline = (properties: JsonObject): readonly JsonObject[] =>
    listOf(properties['Policies']).map(objectOf);
  for (const policy of inline(after)) {
    const given = picked(policy, 'PolicyName', 'PolicyDocument');
    await call(work, `Put${identity}Policy`, { ...named, ...given });
  }
  const kept = inline(after).map((policy) => String(policy['PolicyName']));
  for (const policy of inline(before)) {
    const PolicyName = String(policy['PolicyName']);
    if (kept.includes(PolicyName)) continue;
    await work.attempt('iam', `Delete${identity}Policy`, { ...named, PolicyName });
  }
  const had = textsOf(before['ManagedPolicyArns']);
  const wanted = textsOf(after['ManagedPolicyArns']);
  for (const PolicyArn of without(wanted, had)) {
    await call(work, `Attach${identity}Policy`, { ...named, PolicyArn });
  }
  for (const PolicyArn of without(had, wanted)) {
    await work.attempt('iam', `Detach${identity}Policy`, { ...named, PolicyArn });
  }
}

const NOTHING: JsonObject = Object.freeze({});

async function setTags(
  work: Work,
  identity: 'Role' | 'User' | 'Policy',
  named: JsonObject,
  { before, properties }: Changing,
): Promise<void> {
  const Tags = work.tags(properties['Tags']);
  const TagKeys = removedKeys(work.tags(before['Tags']), Tags);
  if (Tags.length > 0) await call(work, `Tag${identity}`, { ...named, Tags });
  if (TagKeys.length > 0) await call(work, `Untag${identity}`, { ...named, TagKeys });
}

async function setBoundary(
  work: Work,
  identity: 'Role' | 'User',
  named: JsonObject,
  { properties, changed }: Changing,
): Promise<void> {
  if (!changed.includes('PermissionsBoundary')) return;
  const { PermissionsBoundary } = properties;
  if (PermissionsBoundary === undefined) {
    await call(work, `Delete${identity}PermissionsBoundary`, named);
  } else {
    await call(work, `Put${identity}PermissionsBoundary`, { ...named, PermissionsBoundary });
  }
}

const role: ResourceType = {
  name: 'AWS::IAM::Role',
  needs: 'iam:CreateRole',
  handles:
    'AssumeRolePolicyDocument Description ManagedPolicyArns MaxSessionDuration Path PermissionsBoundary ' +
    'Policies RoleName Tags',
  create: async (work, properties) => {
    const RoleName = textOf(properties['RoleName']) ?? work.name(NAME_MAX);
    const { Role } = await call(work, 'CreateRole', {
      ...picked(properties, 'AssumeRolePolicyDocument', 'Description', 'MaxSessionDuration'),
      ...picked(properties, 'Path', 'PermissionsBoundary'),
      RoleName,
      Tags: work.tags(properties['Tags']),
    });
    const { Arn = '', RoleId = '' } = objectOf(Role);
    work.holds(RoleName, { Arn, RoleId });
    await setPolicies(work, 'Role', RoleName, { before: NOTHING, after: properties });
    return { id: RoleName, attributes: { Arn, RoleId } };
  },
  update: async (work, change) => {
    const { id: RoleName, before, properties, changed, attributes } = change;
    if (changed.includes('AssumeRolePolicyDocument')) {
      const PolicyDocument = properties['AssumeRolePolicyDocument'];
      await call(work, 'UpdateAssumeRolePolicy', { RoleName, PolicyDocument });
    }
    if (changed.includes('Description') || changed.includes('MaxSessionDuration')) {
      await call(work, 'UpdateRole', {
        RoleName,
        Description: textOf(properties['Description']) ?? '',
        MaxSessionDuration: properties['MaxSessionDuration'] ?? 3_600,
      });
    }
    await setBoundary(work, 'Role', { RoleName }, change);
    if (changed.includes('Tags')) await setTags(work, 'Role', { RoleName }, change);
    await setPolicies(work, 'Role', RoleName, { before, after: properties });
    return { id: RoleName, attributes };
  },
  delete: async (work, { id: RoleName, properties }) => {
    await setPolicies(work, 'Role', RoleName, { before: properties, after: NOTHING });
    await work.attempt('iam', 'DeleteRole', { RoleName });
    return undefined;
  },
};

const user: ResourceType = {
  name: 'AWS::IAM::User',
  needs: 'iam:CreateUser',
  handles: 'Groups LoginProfile ManagedPolicyArns Path PermissionsBoundary Policies Tags UserName',
  create: async (work, properties) => {
    const UserName = textOf(properties['UserName']) ?? work.name(NAME_MAX);
    const Tags = work.tags(properties['Tags']);
    const given = picked(properties, 'Path', 'PermissionsBoundary');
    const { User } = await call(work, 'CreateUser', { ...given, UserName, Tags });
    work.holds(UserName);
    await setPolicies(work, 'User', UserName, { before: NOTHING, after: properties });
    await setGroups(work, UserName, { before: NOTHING, after: properties });
    const { LoginProfile } = properties;
    if (LoginProfile !== undefined) {
      await call(work, 'CreateLoginProfile', { UserName, ...objectOf(LoginProfile) });
    }
    return { id: UserName, attributes: { Arn: objectOf(User)['Arn'] } };
  },
  update: async (work, change) => {
    const { id: UserName, before, properties, changed, attributes } = change;
    await setBoundary(work, 'User', { UserName }, change);
    if (changed.includes('Tags')) await setTags(work, 'User', { UserName }, change);
    if (changed.includes('LoginProfile')) await setLogin(work, UserName, change);
    await setPolicies(work, 'User', UserName, { before, after: properties });
    await setGroups(work, UserName, { before, after: properties });
    return { id: UserName, attributes };
  },
  replaces: ({ changed }) => changed.includes('Path'),
  delete: async (work, { id: UserName, properties }) => {
    await setPolicies(work, 'User', UserName, { before: properties, after: NOTHING });
    await setGroups(work, UserName, { before: properties, after: NOTHING });
    if (properties['LoginProfile'] !== undefined) {
      await work.attempt('iam', 'DeleteLoginProfile', { UserName });
    }
    await work.attempt('iam', 'DeleteUser', { UserName });
    return undefined;
  },
};

async function setLogin(work: Work, UserName: string, { before, properties }: Changing) {
  const { LoginProfile } = properties;
  if (LoginProfile === undefined) return call(work, 'DeleteLoginProfile', { UserName });
  const verb = before['LoginProfile'] === undefined ? 'Create' : 'Update';
  return call(work, `${verb}LoginProfile`, { UserName, ...objectOf(LoginProfile) });
}

async function setGroups(
  work: Work,
  UserName: string,
  { before, after }: { readonly before: JsonObject; readonly after: JsonObject },
): Promise<void> {
  const [had, wanted] = [textsOf(before['Groups']), textsOf(after['Groups'])];
  for (const GroupName of without(wanted, had)) {
    await call(work, 'AddUserToGroup', { GroupName, UserName });
  }
  for (const GroupName of without(had, wanted)) {
    await work.attempt('iam', 'RemoveUserFromGroup', { GroupName, UserName });
  }
}

const group: ResourceType = {
  name: 'AWS::IAM::Group',
  needs: 'iam:CreateGroup',
  handles: 'GroupName ManagedPolicyArns Path Policies',
  create: async (work, properties) => {
    const GroupName = textOf(properties['GroupName']) ?? work.name(POLICY_NAME_MAX);
    const { Group } = await call(work, 'CreateGroup', { ...picked(properties, 'Path'), GroupName });
    work.holds(GroupName);
    await setPolicies(work, 'Group', GroupName, { before: NOTHING, after: properties });
    return { id: GroupName, attributes: { Arn: objectOf(Group)['Arn'] } };
  },
  replaces: ({ changed }) => changed.includes('Path'),
  update: async (work, { id, before, properties, attributes }) => {
    await setPolicies(work, 'Group', id, { before, after: properties });
    return { id, attributes };
  },
  delete: async (work, { id: GroupName, properties }) => {
    await setPolicies(work, 'Group', GroupName, { before: properties, after: NOTHING });
    await work.attempt('iam', 'DeleteGroup', { GroupName });
    return undefined;
  },
};

const HOLDERS: readonly Identity[] = ['Role', 'User', 'Group'];

/** Puts an inline policy on those that a template names, and takes it from those it names no more. */
async function setInline(
  work: Work,
  { before, after }: { readonly before: JsonObject; readonly after: JsonObject },
): Promise<void> {
  const { PolicyName, PolicyDocument } = after;
  for (const identity of HOLDERS) {
    const wanted = textsOf(after[`${identity}s`]);
    for (const name of wanted) {
      const named = { [`${identity}Name`]: name };
      await call(work, `Put${identity}Policy`, {
        ...named,
        ...(PolicyName === undefined ? {} : { PolicyName }),
        ...(PolicyDocument === undefined ? {} : { PolicyDocument }),
      });
      work.holds(work.name(POLICY_NAME_MAX));
    }
    const isRenamed = before['PolicyName'] !== undefined && before['PolicyName'] !== PolicyName;
    const had = textsOf(before[`${identity}s`]);
    for (const name of isRenamed ? had : without(had, wanted)) {
      const input = { [`${identity}Name`]: name, PolicyName: String(before['PolicyName']) };
      await work.attempt('iam', `Delete${identity}Policy`, input);
    }
  }
}

const policy: ResourceType = {
  name: 'AWS::IAM::Policy',
  needs: 'iam:PutRolePolicy',
  handles: 'Groups PolicyDocument PolicyName Roles Users',
  create: async (work, properties) => {
    const id = work.name(POLICY_NAME_MAX);
    await setInline(work, { before: NOTHING, after: properties });
    return { id, attributes: { Id: id } };
  },
  update: async (work, { id, before, properties, attributes }) => {
    await setInline(work, { before, after: properties });
    return { id, attributes };
  },
  delete: async (work, { properties }) => {
    await setInline(work, { before: properties, after: NOTHING });
    return undefined;
  },
};

async function setAttachments(
  work: Work,
  PolicyArn: string,
  { before, after }: { readonly before: JsonObject; readonly after: JsonObject },
): Promise<void> {
  for (const identity of HOLDERS) {
    const [had, wanted] = [textsOf(before[`${identity}s`]), textsOf(after[`${identity}s`])];
    for (const name of without(wanted, had)) {
      await call(work, `Attach${identity}Policy`, { PolicyArn, [`${identity}Name`]: name });
    }
    for (const name of without(had, wanted)) {
      await work.attempt('iam', `Detach${identity}Policy`, {
        PolicyArn,
        [`${identity}Name`]: name,
      });
    }
  }
}

/** A policy keeps five versions: the oldest that is not the default makes room. */
async function makeRoom(work: Work, PolicyArn: string): Promise<void> {
  const { Versions } = await call(work, 'ListPolicyVersions', { PolicyArn });
  const versions = listOf(Versions).map(objectOf);
  if (versions.length < 5) return;
  const oldest = versions.filter((one) => one['IsDefaultVersion'] !== true).at(-1);
  await call(work, 'DeletePolicyVersion', { PolicyArn, VersionId: oldest?.['VersionId'] });
}

const managedPolicy: ResourceType = {
  name: 'AWS::IAM::ManagedPolicy',
  needs: 'iam:CreatePolicy',
  handles: 'Description Groups ManagedPolicyName Path PolicyDocument Roles Users',
  create: async (work, properties) => {
    const PolicyName = textOf(properties['ManagedPolicyName']) ?? work.name(POLICY_NAME_MAX);
    const given = picked(properties, 'Description', 'Path', 'PolicyDocument');
    const { Policy } = await call(work, 'CreatePolicy', { ...given, PolicyName });
    const { Arn, PolicyId, DefaultVersionId, CreateDate } = objectOf(Policy);
    const id = String(Arn);
    work.holds(id);
    await setAttachments(work, id, { before: NOTHING, after: properties });
    return { id, attributes: { PolicyArn: id, PolicyId, DefaultVersionId, CreateDate } };
  },
  update: async (work, { id, before, properties, changed, attributes }) => {
    if (changed.includes('PolicyDocument')) {
      await makeRoom(work, id);
      const { PolicyDocument } = properties;
      const input = { PolicyArn: id, PolicyDocument, SetAsDefault: true };
      await call(work, 'CreatePolicyVersion', input);
    }
    await setAttachments(work, id, { before, after: properties });
    return { id, attributes };
  },
  delete: async (work, { id: PolicyArn, properties }) => {
    await setAttachments(work, PolicyArn, { before: properties, after: NOTHING });
    const listed = await work.attempt('iam', 'ListPolicyVersions', { PolicyArn });
    for (const version of listOf(listed?.['Versions']).map(objectOf)) {
      if (version['IsDefaultVersion'] === true) continue;
      await work.attempt('iam', 'DeletePolicyVersion', {
        PolicyArn,
        VersionId: version['VersionId'],
      });
    }
    await work.attempt('iam', 'DeletePolicy', { PolicyArn });
    return undefined;
  },
};

const accessKey: ResourceType = {
  name: 'AWS::IAM::AccessKey',
  needs: 'iam:CreateAccessKey',
  handles: 'Serial Status UserName',
  create: async (work, properties) => {
    const { UserName, Status } = properties;
    const { AccessKey } = await call(work, 'CreateAccessKey', { UserName });
    const { AccessKeyId, SecretAccessKey } = objectOf(AccessKey);
    const id = String(AccessKeyId);
    work.holds(id);
    if (Status !== undefined)
      await call(work, 'UpdateAccessKey', { AccessKeyId: id, UserName, Status });
    return { id, attributes: { Id: id, SecretAccessKey }, isSecret: true };
  },
  update: async (work, { id, properties, attributes }) => {
    const { UserName, Status = 'Active' } = properties;
    await call(work, 'UpdateAccessKey', { AccessKeyId: id, UserName, Status });
    return { id, attributes, isSecret: true };
  },
  delete: async (work, { id: AccessKeyId, properties }) => {
    await work.attempt('iam', 'DeleteAccessKey', { AccessKeyId, UserName: properties['UserName'] });
    return undefined;
  },
};

const instanceProfile: ResourceType = {
  name: 'AWS::IAM::InstanceProfile',
  needs: 'iam:CreateInstanceProfile',
  handles: 'InstanceProfileName Path Roles',
  create: async (work, properties) => {
    const InstanceProfileName =
      textOf(properties['InstanceProfileName']) ?? work.name(POLICY_NAME_MAX);
    const { InstanceProfile } = await call(work, 'CreateInstanceProfile', {
      ...picked(properties, 'Path'),
      InstanceProfileName,
    });
    work.holds(InstanceProfileName);
    await setProfileRoles(work, InstanceProfileName, { before: [], after: properties['Roles'] });
    return { id: InstanceProfileName, attributes: { Arn: objectOf(InstanceProfile)['Arn'] } };
  },
  update: async (work, { id, before, properties, attributes }) => {
    await setProfileRoles(work, id, { before: before['Roles'], after: properties['Roles'] });
    return { id, attributes };
  },
  delete: async (work, { id, properties }) => {
    await setProfileRoles(work, id, { before: properties['Roles'], after: [] });
    await work.attempt('iam', 'DeleteInstanceProfile', { InstanceProfileName: id });
    return undefined;
  },
};

async function setProfileRoles(
  work: Work,
  InstanceProfileName: string,
  change: { readonly before: JsonValue | undefined; readonly after: JsonValue | undefined },
): Promise<void> {
  const [had, wanted] = [textsOf(change.before), textsOf(change.after)];
  for (const RoleName of without(had, wanted)) {
    await work.attempt('iam', 'RemoveRoleFromInstanceProfile', { InstanceProfileName, RoleName });
  }
  for (const RoleName of without(wanted, had)) {
    await call(work, 'AddRoleToInstanceProfile', { InstanceProfileName, RoleName });
  }
}

const serviceLinkedRole: ResourceType = {
  name: 'AWS::IAM::ServiceLinkedRole',
  needs: 'iam:CreateServiceLinkedRole',
  handles: 'AWSServiceName CustomSuffix Description',
  create: async (work, properties) => {
    const given = picked(properties, 'AWSServiceName', 'CustomSuffix', 'Description');
    const { Role } = await call(work, 'CreateServiceLinkedRole', given);
    const id = String(objectOf(Role)['RoleName']);
    return { id, attributes: { RoleName: id } };
  },
  delete: async (work, { id: RoleName }): Promise<Made | undefined> => {
    await work.attempt('iam', 'DeleteServiceLinkedRole', { RoleName });
    return undefined;
  },
};

const userToGroupAddition: ResourceType = {
  name: 'AWS::IAM::UserToGroupAddition',
  needs: 'iam:AddUserToGroup',
  handles: 'GroupName Users',
  create: async (work, properties) => {
    const { GroupName } = properties;
    const id = work.name(POLICY_NAME_MAX);
    for (const UserName of textsOf(properties['Users'])) {
      await call(work, 'AddUserToGroup', { GroupName, UserName });
      work.holds(id);
    }
    return { id, attributes: { Id: id } };
  },
  delete: async (work, { properties }) => {
    const { GroupName } = properties;
    for (const UserName of textsOf(properties['Users'])) {
      await work.attempt('iam', 'RemoveUserFromGroup', { GroupName, UserName });
    }
    return undefined;
  },
};

export const iamTypes: readonly ResourceType[] = [
  role,
  user,
  group,
  policy,
  managedPolicy,
  accessKey,
  instanceProfile,
  serviceLinkedRole,
  userToGroupAddition,
];
