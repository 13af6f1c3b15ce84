/** Of `CloudTrailServiceRolePolicy`. Source: AWS Managed Policy Reference Guide. */
export function cloudTrailStatements(): readonly object[] {
  const ownAccount = { StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } };
  return [
    { Sid: 'CloudTrailFullAccess', Effect: 'Allow', Action: ['cloudtrail:*'], Resource: '*' },
    {
      Sid: 'AwsOrgsAccess',
      Effect: 'Allow',
      Action: [
        'organizations:DescribeAccount',
        'organizations:DescribeOrganization',
        'organizations:ListAccounts',
        'organizations:ListAWSServiceAccessForOrganization',
      ],
      Resource: ['*'],
    },
    {
      Sid: 'AwsOrgsDelegatedAdminAccess',
      Effect: 'Allow',
      Action: 'organizations:ListDelegatedAdministrators',
      Resource: '*',
      Condition: {
        StringEquals: { 'organizations:ServicePrincipal': ['cloudtrail.amazonaws.com'] },
      },
    },
    {
      Sid: 'DeleteTableAccess',
      Effect: 'Allow',
      Action: 'glue:DeleteTable',
      Resource: [
        'arn:*:glue:*:*:catalog',
        'arn:*:glue:*:*:database/aws:cloudtrail',
        'arn:*:glue:*:*:table/aws:cloudtrail/*',
      ],
      Condition: ownAccount,
    },
    {
      Sid: 'DeregisterResourceAccess',
      Effect: 'Allow',
      Action: 'lakeformation:DeregisterResource',
      Resource: '*',
      Condition: ownAccount,
    },
  ];
}
