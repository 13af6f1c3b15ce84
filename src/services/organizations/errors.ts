import { ServiceError } from '../../core/errors.ts';

/** The reasons given here, of those the model lists. */
export type ConstraintReason =
  | 'ACCOUNT_CANNOT_LEAVE_ORGANIZATION'
  | 'ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED'
  | 'ACCOUNT_NUMBER_LIMIT_EXCEEDED'
  | 'CANNOT_CLOSE_MANAGEMENT_ACCOUNT'
  | 'CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR'
  | 'CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR'
  | 'CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG'
  | 'CLOSE_ACCOUNT_QUOTA_EXCEEDED'
  | 'CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED'
  | 'MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED'
  | 'MAX_TAG_LIMIT_EXCEEDED'
  | 'MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED'
  | 'ORGANIZATION_NOT_IN_ALL_FEATURES_MODE'
  | 'OU_DEPTH_LIMIT_EXCEEDED'
  | 'OU_NUMBER_LIMIT_EXCEEDED'
  | 'POLICY_CONTENT_LIMIT_EXCEEDED'
  | 'POLICY_NUMBER_LIMIT_EXCEEDED'
  | 'SERVICE_ACCESS_NOT_ENABLED'
  | 'WAIT_PERIOD_ACTIVE';

export type HandshakeReason =
  | 'ACCOUNT_NUMBER_LIMIT_EXCEEDED'
  | 'ALREADY_IN_AN_ORGANIZATION'
  | 'ORGANIZATION_ALREADY_HAS_ALL_FEATURES'
  | 'ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION';

export type InputReason =
  | 'DUPLICATE_TAG_KEY'
  | 'IMMUTABLE_POLICY'
  | 'INVALID_EMAIL_ADDRESS_TARGET'
  | 'INVALID_NEXT_TOKEN'
  | 'INVALID_PARTY_TYPE_TARGET'
  | 'INVALID_PRINCIPAL'
  | 'INVALID_RESOURCE_POLICY_JSON'
  | 'INVALID_SYSTEM_TAGS_PARAMETER'
  | 'NON_DETACHABLE_POLICY'
  | 'TARGET_NOT_SUPPORTED'
  | 'UNRECOGNIZED_SERVICE_PRINCIPAL'
  | 'UNSUPPORTED_ACTION_IN_RESOURCE_POLICY';

/** What AWS says where an error needs no more than its code. Sources: Organizations API Reference, recorded answers. */
const TEXTS = {
  AWSOrganizationsNotInUseException: 'Your account is not a member of an organization.',
  AccessDeniedException: "You don't have permissions to access this resource.",
  AccountAlreadyClosedException: 'The provided account is already closed.',
  AccountAlreadyRegisteredException:
    'The provided account is already a delegated administrator for your organization.',
  AccountNotFoundException: "You specified an account that doesn't exist.",
  AccountNotRegisteredException:
    'The provided account is not a registered delegated administrator for your organization.',
  AlreadyInOrganizationException: 'The AWS account is already a member of an organization.',
  ChildNotFoundException: "You specified a child that doesn't exist.",
  ConflictException:
    'The request failed because it conflicts with the current state of the specified resource.',
  CreateAccountStatusNotFoundException:
    "We can't find an create account request with the CreateAccountRequestId that you specified.",
  DestinationParentNotFoundException:
    "We can't find the destination container (a root or OU) with the ParentId that you specified.",
  DuplicateAccountException: 'That account is already present in the specified destination.',
  DuplicateHandshakeException:
    'A handshake with the same action and target already exists. For example, if you invited an ' +
    'account to join your organization, the invited account might already have a pending ' +
    'invitation from this organization.',
  DuplicateOrganizationalUnitException: 'An OU with the same name already exists.',
  DuplicatePolicyAttachmentException:
    'The selected policy is already attached to the specified target.',
  DuplicatePolicyException: 'A policy with the same name already exists.',
  EffectivePolicyNotFoundException:
    'If you ran this action on the management account, this policy type is not enabled. If you ran ' +
    "the action on a member account, the account doesn't have an effective policy of this type. " +
    'Contact the administrator of your organization about attaching a policy of this type to the ' +
    'account.',
  HandshakeAlreadyInStateException: 'The specified handshake is already in the requested state.',
  HandshakeNotFoundException: "We can't find a handshake with the HandshakeId that you specified.",
  InvalidHandshakeTransitionException:
    "You can't perform the operation on the handshake in its current state.",
  MalformedPolicyDocumentException:
    'The provided policy document does not meet the requirements of the specified policy type.',
  MasterCannotLeaveOrganizationException:
    "You can't remove a management account from an organization.",
  OrganizationNotEmptyException:
    'To delete an organization you must first remove all member accounts (except the master).',
  OrganizationalUnitNotEmptyException:
    'The specified OU is not empty. Move all accounts to another root or to other OUs, remove all ' +
    'child OUs, and try the operation again.',
  OrganizationalUnitNotFoundException: "You specified an organizational unit that doesn't exist.",
  ParentNotFoundException: "You specified parent that doesn't exist.",
  PolicyInUseException:
    'The policy is attached to one or more entities. You must detach it from all roots, OUs, and ' +
    'accounts before performing this operation.',
  PolicyNotAttachedException:
    "The policy isn't attached to the specified target in the specified root.",
  PolicyNotFoundException: "You specified a policy that doesn't exist.",
  PolicyTypeAlreadyEnabledException: 'The specified policy type is already enabled.',
  PolicyTypeNotAvailableForOrganizationException:
    "You can't use the specified policy type with the feature set currently enabled for this " +
    'organization.',
  PolicyTypeNotEnabledException: 'This operation can be performed only for enabled policy types.',
  ResourcePolicyNotFoundException:
    "We can't find a resource policy request with the parameter that you specified.",
  RootNotFoundException: "You specified a root that doesn't exist.",
  SourceParentNotFoundException:
    "We can't find a source root or OU with the ParentId that you specified.",
  TargetNotFoundException: "You specified a target that doesn't exist.",
} as const;

export function organizationsError(code: keyof typeof TEXTS): ServiceError {
  return new ServiceError(code, TEXTS[code]);
}

export const MEMBER_DENIAL = TEXTS.AccessDeniedException;

export function constraintViolation(reason: ConstraintReason, text: string): ServiceError {
  return new ServiceError('ConstraintViolationException', text, { members: { Reason: reason } });
}

export function handshakeViolation(reason: HandshakeReason, text: string): ServiceError {
  const members = { Reason: reason };
  return new ServiceError('HandshakeConstraintViolationException', text, { members });
}

export function invalidInput(reason: InputReason, text: string): ServiceError {
  return new ServiceError('InvalidInputException', text, { members: { Reason: reason } });
}
