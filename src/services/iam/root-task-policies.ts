import type { Published } from './aws-managed-documents.ts';

/** What AssumeRoot holds a session to: nobody's attached policy. */
const ROOT_TASK = { path: '/root-task/', attachable: false } as const;

/** AWS's policies of the tasks for which a member account's root may be taken. */
export const ROOT_TASK_POLICIES: ReadonlyMap<string, Published> = new Map<string, Published>([
  [
    'IAMAuditRootUserCredentials',
    {
      ...ROOT_TASK,
      description:
        'Use this policy to scope down permissions when performing the task to audit root user credential status.',
      created: '2024-11-06T22:27Z',
      updated: '2024-11-06T22:27Z',
      version: 1,
      statements: [
        {
          Sid: 'DenyAllOtherActionsOnAnyResource',
          Effect: 'Deny',
          NotAction: [
            'iam:ListAccessKeys',
            'iam:ListSigningCertificates',
            'iam:GetLoginProfile',
            'iam:ListMFADevices',
            'iam:GetAccountSummary',
            'iam:GetUser',
            'iam:GetAccessKeyLastUsed',
          ],
          Resource: '*',
        },
        {
          Sid: 'DenyAuditingCredentialsOnNonRootUserResource',
          Effect: 'Deny',
          Action: [
            'iam:ListAccessKeys',
            'iam:ListSigningCertificates',
            'iam:GetLoginProfile',
            'iam:ListMFADevices',
            'iam:GetUser',
            'iam:GetAccessKeyLastUsed',
          ],
          NotResource: 'arn:aws:iam::*:root',
        },
      ],
    },
  ],
  [
    'IAMCreateRootUserPassword',
    {
      ...ROOT_TASK,
      description:
        'Use this policy to scope down permissions when performing the task to allow password recovery of a root user.',
      created: '2024-11-06T22:32Z',
      updated: '2024-11-06T22:32Z',
      version: 1,
      statements: [
        {
          Sid: 'DenyAllOtherActionsOnAnyResource',
          Effect: 'Deny',
          NotAction: ['iam:CreateLoginProfile', 'iam:GetLoginProfile'],
          Resource: '*',
        },
        {
          Sid: 'DenyCreatingPasswordOnNonRootUserResource',
          Effect: 'Deny',
          Action: ['iam:CreateLoginProfile', 'iam:GetLoginProfile'],
          NotResource: 'arn:aws:iam::*:root',
        },
      ],
    },
  ],
  [
    'IAMDeleteRootUserCredentials',
    {
      ...ROOT_TASK,
      description:
        'Use this policy to scope down permissions when performing the task to delete root user credentials.',
      created: '2024-11-06T22:47Z',
      updated: '2024-11-06T22:47Z',
      version: 1,
      statements: [
        {
          Sid: 'DenyAllOtherActionsOnAnyResource',
          Effect: 'Deny',
          NotAction: [
            'iam:DeleteAccessKey',
            'iam:DeleteSigningCertificate',
            'iam:DeleteLoginProfile',
            'iam:DeactivateMFADevice',
            'iam:DeleteVirtualMFADevice',
            'iam:ListAccessKeys',
            'iam:ListSigningCertificates',
            'iam:GetLoginProfile',
            'iam:ListMFADevices',
            'iam:GetUser',
            'iam:GetAccessKeyLastUsed',
          ],
          Resource: '*',
        },
        {
          Sid: 'DenyDeletingRootUserCredentialsOnNonRootUserResource',
          Effect: 'Deny',
          Action: [
            'iam:DeleteAccessKey',
            'iam:DeleteSigningCertificate',
            'iam:DeleteLoginProfile',
            'iam:DeactivateMFADevice',
            'iam:DeleteVirtualMFADevice',
            'iam:ListAccessKeys',
            'iam:ListSigningCertificates',
            'iam:GetLoginProfile',
            'iam:ListMFADevices',
            'iam:GetUser',
            'iam:GetAccessKeyLastUsed',
          ],
          NotResource: 'arn:aws:iam::*:root',
        },
      ],
    },
  ],
  [
    'S3UnlockBucketPolicy',
    {
      ...ROOT_TASK,
      description:
        'Use this policy to scope down permissions when performing the task to unlock an Amazon S3 bucket policy.',
      created: '2024-11-06T21:55Z',
      updated: '2024-11-06T21:55Z',
      version: 1,
      statements: [
        {
          Sid: 'DenyAllOtherActionsOnAnyResource',
          Effect: 'Deny',
          NotAction: [
            's3:DeleteBucketPolicy',
            's3:PutBucketPolicy',
            's3:GetBucketPolicy',
            's3:ListAllMyBuckets',
          ],
          Resource: '*',
        },
        {
          Sid: 'DenyManagingBucketPolicyForNonRootCallers',
          Effect: 'Deny',
          Action: [
            's3:DeleteBucketPolicy',
            's3:PutBucketPolicy',
            's3:GetBucketPolicy',
            's3:ListAllMyBuckets',
          ],
          Resource: '*',
          Condition: { StringNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } },
        },
      ],
    },
  ],
  [
    'SQSUnlockQueuePolicy',
    {
      ...ROOT_TASK,
      description:
        'Use this policy to scope down permissions when performing the task to unlock an Amazon SQS queue policy.',
      created: '2024-11-06T21:51Z',
      updated: '2024-11-06T21:51Z',
      version: 1,
      statements: [
        {
          Sid: 'DenyAllOtherActionsOnAnyResource',
          Effect: 'Deny',
          NotAction: [
            'sqs:SetQueueAttributes',
            'sqs:GetQueueAttributes',
            'sqs:ListQueues',
            'sqs:GetQueueUrl',
          ],
          Resource: '*',
        },
        {
          Sid: 'DenyGettingQueueAttributesOnNonOwnQueue',
          Effect: 'Deny',
          Action: ['sqs:GetQueueAttributes'],
          Resource: 'arn:aws:sqs:*:*:*',
          Condition: {
            StringNotEqualsIfExists: { 'aws:ResourceAccount': ['${aws:PrincipalAccount}'] },
          },
        },
        {
          Sid: 'DenyActionsForNonRootUser',
          Effect: 'Deny',
          Action: [
            'sqs:SetQueueAttributes',
            'sqs:GetQueueAttributes',
            'sqs:ListQueues',
            'sqs:GetQueueUrl',
          ],
          Resource: '*',
          Condition: { StringNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:root' } },
        },
      ],
    },
  ],
]);
