import { cloudTrailStatements } from './cloudtrail-service-statements.ts';
import { READ_ONLY_STATEMENT } from './read-only-access.ts';
import { INSPECTOR_SERVICE_STATEMENTS } from './inspector-service-statements.ts';
import { MACIE_SERVICE_STATEMENTS } from './macie-service-statements.ts';
import { RDS_SERVICE_STATEMENTS } from './rds-service-statements.ts';

/** A policy of AWS's own, as AWS publishes it. */
export interface Published {
  readonly path: string;
  /** Undefined where AWS's reference does not tell it. */
  readonly id?: string;
  readonly description: string;
  /** `2015-02-06T18:40Z` */
  readonly created: string;
  readonly updated: string;
  /** The number of its default version. */
  readonly version: number;
  /** False for the policies of service-linked roles. */
  readonly attachable?: false;
  readonly statements: readonly object[];
}

const FIRST_PUBLISHED = '2015-02-06T18:40Z';
const SERVICE_ROLE = { path: '/aws-service-role/', attachable: false } as const;

function allow(Action: string | readonly string[]): object {
  return { Effect: 'Allow', Action, Resource: '*' };
}

/**
 * AWS's own policies whose content is known here exactly. Others can't be attached, and say so.
 * Source: AWS Managed Policy Reference Guide.
 */
export const PUBLISHED_POLICIES: ReadonlyMap<string, Published> = new Map<string, Published>([
  [
    'AdministratorAccess',
    {
      path: '/',
      id: 'ANPAIWMBCKSKIEE64ZLYK',
      description: 'Provides full access to AWS services and resources.',
      created: FIRST_PUBLISHED,
      updated: FIRST_PUBLISHED,
      version: 1,
      statements: [allow('*')],
    },
  ],
  [
    'AmazonSQSFullAccess',
    {
      path: '/',
      id: 'ANPAI65L554VRJ33ECQS6',
      description: 'Provides full access to Amazon SQS via the AWS Management Console.',
      created: FIRST_PUBLISHED,
      updated: FIRST_PUBLISHED,
      version: 1,
      statements: [{ Action: ['sqs:*'], Effect: 'Allow', Resource: '*' }],
    },
  ],
  [
    'AWSCloudFormationReadOnlyAccess',
    {
      path: '/',
      description: 'Provides access to AWS CloudFormation via the AWS Management Console.',
      created: '2015-02-06T18:39Z',
      updated: '2026-02-12T18:02Z',
      version: 7,
      statements: [
        allow([
          'cloudformation:Describe*',
          'cloudformation:BatchDescribe*',
          'cloudformation:EstimateTemplateCost',
          'cloudformation:Get*',
          'cloudformation:List*',
          'cloudformation:ValidateTemplate',
          'cloudformation:Detect*',
        ]),
      ],
    },
  ],
  [
    'AWSLambdaBasicExecutionRole',
    {
      path: '/service-role/',
      description: 'Provides write permissions to CloudWatch Logs.',
      created: '2015-04-09T15:03Z',
      updated: '2015-04-09T15:03Z',
      version: 1,
      statements: [allow(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'])],
    },
  ],
  [
    'ReadOnlyAccess',
    {
      path: '/',
      description: 'Provides read-only access to AWS services and resources.',
      created: '2015-02-06T18:39Z',
      updated: '2026-09-15T18:47Z',
      version: 189,
      statements: [READ_ONLY_STATEMENT],
    },
  ],
  [
    'PowerUserAccess',
    {
      path: '/',
      id: 'ANPAJYRXTHIB4FOVS3ZXS',
      description:
        'Provides full access to AWS services and resources, but does not allow management of ' +
        'Users and groups.',
      created: '2015-02-06T18:39Z',
      updated: '2026-02-12T17:59Z',
      version: 12,
      statements: [
        { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*'], Resource: '*' },
        allow([
          'account:GetAccountInformation',
          'account:GetGovCloudAccountInformation',
          'account:GetPrimaryEmail',
          'account:ListRegions',
          'iam:CreateServiceLinkedRole',
          'iam:DeleteServiceLinkedRole',
          'iam:ListRoles',
          'organizations:DescribeEffectivePolicy',
          'organizations:DescribeOrganization',
        ]),
      ],
    },
  ],
  [
    'IAMFullAccess',
    {
      path: '/',
      id: 'ANPAI7XKCFMBPM3QQRRVQ',
      description: 'Provides full access to IAM via the AWS Management Console.',
      created: FIRST_PUBLISHED,
      updated: '2019-06-21T19:40Z',
      version: 2,
      statements: [
        allow([
          'iam:*',
          'organizations:DescribeAccount',
          'organizations:DescribeOrganization',
          'organizations:DescribeOrganizationalUnit',
          'organizations:DescribePolicy',
          'organizations:ListChildren',
          'organizations:ListParents',
          'organizations:ListPoliciesForTarget',
          'organizations:ListRoots',
          'organizations:ListPolicies',
          'organizations:ListTargetsForPolicy',
        ]),
      ],
    },
  ],
  [
    'IAMReadOnlyAccess',
    {
      path: '/',
      id: 'ANPAJKSO7NDY4T57MWDSQ',
      description: 'Provides read only access to IAM via the AWS Management Console.',
      created: FIRST_PUBLISHED,
      updated: '2018-01-25T19:11Z',
      version: 4,
      statements: [
        allow([
          'iam:GenerateCredentialReport',
          'iam:GenerateServiceLastAccessedDetails',
          'iam:Get*',
          'iam:List*',
          'iam:SimulateCustomPolicy',
          'iam:SimulatePrincipalPolicy',
        ]),
      ],
    },
  ],
  [
    'IAMUserChangePassword',
    {
      path: '/',
      description: 'Provides the ability for an IAM user to change their own password.',
      created: '2016-11-15T00:25Z',
      updated: '2026-02-12T17:58Z',
      version: 5,
      statements: [
        {
          Effect: 'Allow',
          Action: ['iam:ChangePassword'],
          Resource: [
            'arn:aws:iam::*:user/${aws:username}',
            'arn:aws:iam::*:user/*/${aws:username}',
          ],
        },
        allow(['iam:GetAccountPasswordPolicy']),
      ],
    },
  ],
  [
    'AWSKeyManagementServicePowerUser',
    {
      path: '/',
      description: 'Provides access to AWS Key Management Service (KMS).',
      created: FIRST_PUBLISHED,
      updated: '2017-03-07T00:55Z',
      version: 2,
      statements: [
        allow([
          'kms:CreateAlias',
          'kms:CreateKey',
          'kms:DeleteAlias',
          'kms:Describe*',
          'kms:GenerateRandom',
          'kms:Get*',
          'kms:List*',
          'kms:TagResource',
          'kms:UntagResource',
          'iam:ListGroups',
          'iam:ListRoles',
          'iam:ListUsers',
        ]),
      ],
    },
  ],
  [
    'AWSOrganizationsServiceTrustPolicy',
    {
      ...SERVICE_ROLE,
      description:
        'A policy to allow AWS Organizations to share trust with other approved AWS services for ' +
        'the purpose of simplifying customer configuration.',
      created: '2017-10-10T23:04Z',
      updated: '2026-03-05T19:12Z',
      version: 3,
      statements: [
        {
          Sid: 'AllowDeletionOfServiceLinkedRoleForOrganizations',
          Effect: 'Allow',
          Action: ['iam:DeleteRole'],
          Resource: ['arn:aws:iam::*:role/aws-service-role/organizations.amazonaws.com/*'],
        },
        {
          Sid: 'AllowCreationOfServiceLinkedRoles',
          Effect: 'Allow',
          Action: ['iam:CreateServiceLinkedRole'],
          Resource: '*',
        },
        {
          Sid: 'ListRolesSLR',
          Effect: 'Allow',
          Action: 'iam:ListRoles',
          Resource: 'arn:aws:iam::*:role/aws-service-role/*',
        },
      ],
    },
  ],
  [
    'AWSKeyManagementServiceMultiRegionKeysServiceRolePolicy',
    {
      ...SERVICE_ROLE,
      description: 'Enables AWS KMS to synchronize the shared properties of multi-Region keys.',
      created: '2021-06-16T15:37Z',
      updated: '2024-11-13T22:53Z',
      version: 2,
      statements: [
        {
          Sid: 'KMSSynchronizeMultiRegionKey',
          Effect: 'Allow',
          Action: ['kms:SynchronizeMultiRegionKey'],
          Resource: '*',
        },
      ],
    },
  ],
  [
    'AWSKeyManagementServiceCustomKeyStoresServiceRolePolicy',
    {
      ...SERVICE_ROLE,
      description:
        'Enables access to AWS services and resources required for AWS KMS custom key stores',
      created: '2018-11-14T20:10Z',
      updated: '2023-11-10T19:03Z',
      version: 2,
      statements: [
        allow([
          'cloudhsm:Describe*',
          'ec2:CreateNetworkInterface',
          'ec2:AuthorizeSecurityGroupIngress',
          'ec2:CreateSecurityGroup',
          'ec2:DescribeSecurityGroups',
          'ec2:RevokeSecurityGroupEgress',
          'ec2:DeleteSecurityGroup',
          'ec2:DescribeVpcs',
          'ec2:DescribeNetworkAcls',
          'ec2:DescribeNetworkInterfaces',
        ]),
      ],
    },
  ],
  [
    'CloudTrailServiceRolePolicy',
    {
      ...SERVICE_ROLE,
      description: 'Permission policy for CloudTrail ServiceLinkedRole',
      created: '2018-10-24T21:21Z',
      updated: '2023-11-27T01:18Z',
      version: 3,
      statements: cloudTrailStatements(),
    },
  ],
  [
    'AmazonInspector2ServiceRolePolicy',
    {
      ...SERVICE_ROLE,
      description:
        'Grants Amazon Inspector access to AWS services needed to perform security assessments',
      created: '2021-11-16T20:27Z',
      updated: '2026-06-16T19:27Z',
      version: 27,
      statements: INSPECTOR_SERVICE_STATEMENTS,
    },
  ],
  [
    'AmazonMacieServiceRolePolicy',
    {
      ...SERVICE_ROLE,
      description: 'Service linked role for Amazon Macie',
      created: '2018-06-19T22:17Z',
      updated: '2022-05-19T19:16Z',
      version: 6,
      statements: MACIE_SERVICE_STATEMENTS,
    },
  ],
  [
    'AWSShieldDRTAccessPolicy',
    {
      path: '/service-role/',
      description:
        'Provides the AWS DDoS Response Team with limited access to your AWS account to assist with ' +
        'DDoS attack mitigation during a high-severity event.',
      created: '2018-06-05T22:29Z',
      updated: '2020-12-15T17:28Z',
      version: 6,
      statements: [
        {
          Sid: 'SRTAccessProtectedResources',
          ...allow([
            'cloudfront:List*',
            'route53:List*',
            'elasticloadbalancing:Describe*',
            'cloudwatch:Describe*',
            'cloudwatch:Get*',
            'cloudwatch:List*',
            'cloudfront:GetDistribution*',
            'globalaccelerator:ListAccelerators',
            'globalaccelerator:DescribeAccelerator',
            'ec2:DescribeRegions',
            'ec2:DescribeAddresses',
          ]),
        },
        {
          Sid: 'SRTManageProtections',
          ...allow([
            'shield:*',
            'waf:*',
            'wafv2:*',
            'waf-regional:*',
            'elasticloadbalancing:SetWebACL',
            'cloudfront:UpdateDistribution',
            'apigateway:SetWebACL',
          ]),
        },
      ],
    },
  ],
  [
    'AmazonRDSServiceRolePolicy',
    {
      ...SERVICE_ROLE,
      description: 'Allows Amazon RDS to manage AWS resources on your behalf.',
      created: '2018-01-08T18:17Z',
      updated: '2024-07-01T22:42Z',
      version: 14,
      statements: RDS_SERVICE_STATEMENTS,
    },
  ],
]);
