const OF_RDS = { 'secretsmanager:ResourceTag/aws:secretsmanager:owningService': 'rds' };
const SECRETS = 'arn:aws:secretsmanager:*:*:secret:rds!*';

const EC2_ACTIONS = [
  'AllocateAddress',
  'AssociateAddress',
  'AuthorizeSecurityGroupIngress',
  'CreateCoipPoolPermission',
  'CreateLocalGatewayRouteTablePermission',
  'CreateNetworkInterface',
  'CreateSecurityGroup',
  'DeleteCoipPoolPermission',
  'DeleteLocalGatewayRouteTablePermission',
  'DeleteNetworkInterface',
  'DeleteSecurityGroup',
  'DescribeAddresses',
  'DescribeAvailabilityZones',
  'DescribeCoipPools',
  'DescribeInternetGateways',
  'DescribeLocalGatewayRouteTablePermissions',
  'DescribeLocalGatewayRouteTables',
  'DescribeLocalGatewayRouteTableVpcAssociations',
  'DescribeLocalGateways',
  'DescribeSecurityGroups',
  'DescribeSubnets',
  'DescribeVpcAttribute',
  'DescribeVpcs',
  'DisassociateAddress',
  'ModifyNetworkInterfaceAttribute',
  'ModifyVpcEndpoint',
  'ReleaseAddress',
  'RevokeSecurityGroupIngress',
  'CreateVpcEndpoint',
  'DescribeVpcEndpoints',
  'DeleteVpcEndpoints',
  'AssignPrivateIpAddresses',
  'UnassignPrivateIpAddresses',
].map((name) => `ec2:${name}`);

function logGroups(suffix: string): readonly string[] {
  return ['rds', 'docdb', 'neptune'].map(
    (service) => `arn:aws:logs:*:*:log-group:/aws/${service}/*${suffix}`,
  );
}

function statement(Sid: string, Action: unknown, Resource: unknown, Condition?: object): object {
  const made = { Sid, Effect: 'Allow', Action, Resource };
  return Condition === undefined ? made : { ...made, Condition };
}

/** What `AmazonRDSServiceRolePolicy` lets RDS do. */
export const RDS_SERVICE_STATEMENTS: readonly object[] = [
  statement('CrossRegionCommunication', ['rds:CrossRegionCommunication'], '*'),
  statement('Ec2', EC2_ACTIONS, '*'),
  statement('CloudWatchLogs', ['logs:CreateLogGroup'], logGroups('')),
  statement(
    'CloudWatchStreams',
    ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
    logGroups(':log-stream:*'),
  ),
  statement(
    'Kinesis',
    [
      'kinesis:CreateStream',
      'kinesis:PutRecord',
      'kinesis:PutRecords',
      'kinesis:DescribeStream',
      'kinesis:SplitShard',
      'kinesis:MergeShards',
      'kinesis:DeleteStream',
      'kinesis:UpdateShardCount',
    ],
    ['arn:aws:kinesis:*:*:stream/aws-rds-das-*'],
  ),
  statement('CloudWatch', ['cloudwatch:PutMetricData'], '*', {
    StringEquals: {
      'cloudwatch:namespace': ['AWS/DocDB', 'AWS/Neptune', 'AWS/RDS', 'AWS/Usage'],
    },
  }),
  statement('SecretsManagerPassword', ['secretsmanager:GetRandomPassword'], '*'),
  statement(
    'SecretsManagerSecret',
    [
      'secretsmanager:DeleteSecret',
      'secretsmanager:DescribeSecret',
      'secretsmanager:PutSecretValue',
      'secretsmanager:RotateSecret',
      'secretsmanager:UpdateSecret',
      'secretsmanager:UpdateSecretVersionStage',
      'secretsmanager:ListSecretVersionIds',
    ],
    [SECRETS],
    { StringLike: OF_RDS },
  ),
  statement('SecretsManagerTags', 'secretsmanager:TagResource', SECRETS, {
    'ForAllValues:StringEquals': {
      'aws:TagKeys': ['aws:rds:primaryDBInstanceArn', 'aws:rds:primaryDBClusterArn'],
    },
    StringLike: OF_RDS,
  }),
];
