import type { IamOperations } from '../../../../models/iam/types.ts';
import { DAY_MS } from '../../../core/time.ts';
import {
  type AccountRule,
  judged,
  type ManagedRule,
  violation,
} from '../evaluating/managed-rule.ts';
import { hasAdministratorStatement } from '../evaluating/policy-questions.ts';
import { instantAt, objectsAt, textAt } from '../evaluating/reading.ts';
import { type Reference, unless } from '../recording/asking.ts';

const passwordPolicy: Reference<IamOperations['GetAccountPasswordPolicy']> = {
  service: 'iam',
  operation: 'GetAccountPasswordPolicy',
};
const accountSummary: Reference<IamOperations['GetAccountSummary']> = {
  service: 'iam',
  operation: 'GetAccountSummary',
};
const asks = ['iam.amazonaws.com'];
const yes = { kind: 'boolean', default: 'true' } as const;

const iamPasswordPolicy: AccountRule = {
  kind: 'account',
  identifier: 'IAM_PASSWORD_POLICY',
  asks,
  parameters: {
    RequireUppercaseCharacters: yes,
    RequireLowercaseCharacters: yes,
    RequireSymbols: yes,
    RequireNumbers: yes,
    MinimumPasswordLength: { kind: 'int', default: '14' },
    PasswordReusePrevention: { kind: 'int', default: '24' },
    MaxPasswordAge: { kind: 'int', default: '90' },
  },
  judge: async (ask, settings) => {
    const policy = (await unless(['NoSuchEntity'], ask(passwordPolicy, {})))?.PasswordPolicy;
    if (policy === undefined) return violation('The account has no password policy.');
    const wants = (name: string) => settings[name] === 'true';
    const most = (name: string) => Number(settings[name]);
    const missing = [
      wants('RequireUppercaseCharacters') && policy.RequireUppercaseCharacters !== true,
      wants('RequireLowercaseCharacters') && policy.RequireLowercaseCharacters !== true,
      wants('RequireSymbols') && policy.RequireSymbols !== true,
      wants('RequireNumbers') && policy.RequireNumbers !== true,
      (policy.MinimumPasswordLength ?? 0) < most('MinimumPasswordLength'),
      (policy.PasswordReusePrevention ?? 0) < most('PasswordReusePrevention'),
      (policy.MaxPasswordAge ?? Number.POSITIVE_INFINITY) > most('MaxPasswordAge'),
    ];
    return judged(!missing.includes(true), 'The password policy asks for less than it should.');
  },
};

/** A rule about one number of the account's summary. */
function summaryRule(
  identifier: string,
  name: string,
  wanted: number,
  annotation: string,
): AccountRule {
  return {
    kind: 'account',
    identifier,
    asks,
    judge: async (ask) => {
      const { SummaryMap } = await ask(accountSummary, {});
      return judged(SummaryMap?.[name] === wanted, annotation);
    },
  };
}

const users = { types: ['AWS::IAM::User'] } as const;

/** Documents stand in items as IAM answers with them. */
function isAdministrator(document: string | undefined): boolean {
  return document !== undefined && hasAdministratorStatement(decodeURIComponent(document));
}

export const identityRules: readonly ManagedRule[] = [
  iamPasswordPolicy,
  summaryRule(
    'ROOT_ACCOUNT_MFA_ENABLED',
    'AccountMFAEnabled',
    1,
    'The root user has no MFA device.',
  ),
  summaryRule(
    'IAM_ROOT_ACCESS_KEY_CHECK',
    'AccountAccessKeysPresent',
    0,
    'The root user has an access key.',
  ),
  {
    ...users,
    kind: 'resource',
    identifier: 'IAM_USER_MFA_ENABLED',
    trigger: 'periodic',
    judge: ({ supplementary }) =>
      judged(objectsAt(supplementary, 'MFADevices').length > 0, 'The user has no MFA device.'),
  },
  {
    ...users,
    kind: 'resource',
    identifier: 'ACCESS_KEYS_ROTATED',
    trigger: 'periodic',
    parameters: { maxAccessKeyAge: { kind: 'int', isRequired: true, default: '90' } },
    judge: ({ supplementary }, { maxAccessKeyAge }, now) => {
      const active = objectsAt(supplementary, 'AccessKeys').filter(
        (key) => textAt(key, 'status') === 'Active',
      );
      if (active.length === 0) return undefined;
      const oldest = now - Number(maxAccessKeyAge) * DAY_MS;
      const isYoung = active.every((key) => (instantAt(key, 'createDate') ?? 0) >= oldest);
      return judged(isYoung, `An access key is older than ${maxAccessKeyAge} days.`);
    },
  },
  {
    ...users,
    kind: 'resource',
    identifier: 'IAM_USER_NO_POLICIES_CHECK',
    trigger: 'change',
    judge: ({ configuration }) => {
      const own = ['userPolicyList', 'attachedManagedPolicies'].flatMap((member) =>
        objectsAt(configuration, member),
      );
      return judged(own.length === 0, 'The user has policies of its own.');
    },
  },
  {
    kind: 'resource',
    identifier: 'IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS',
    types: ['AWS::IAM::Policy'],
    trigger: 'change',
    judge: ({ configuration }) => {
      const standard = textAt(configuration, 'defaultVersionId');
      const version = objectsAt(configuration, 'policyVersionList').find(
        (one) => textAt(one, 'versionId') === standard,
      );
      return judged(
        !isAdministrator(textAt(version, 'document')),
        'The policy allows every action on every resource.',
      );
    },
  },
];
