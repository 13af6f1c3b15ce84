import * as analyzer from '@aws-sdk/client-accessanalyzer';
import * as acm from '@aws-sdk/client-acm';
import * as authorities from '@aws-sdk/client-acm-pca';
import * as apis from '@aws-sdk/client-api-gateway';
import * as httpApis from '@aws-sdk/client-apigatewayv2';
import * as stacks from '@aws-sdk/client-cloudformation';
import * as distributions from '@aws-sdk/client-cloudfront';
import * as cloudtrail from '@aws-sdk/client-cloudtrail';
import * as cloudwatch from '@aws-sdk/client-cloudwatch';
import * as logs from '@aws-sdk/client-cloudwatch-logs';
import * as configuration from '@aws-sdk/client-config-service';
import * as costs from '@aws-sdk/client-cost-explorer';
import * as dynamodb from '@aws-sdk/client-dynamodb';
import * as streams from '@aws-sdk/client-dynamodb-streams';
import * as ebs from '@aws-sdk/client-ebs';
import * as ec2 from '@aws-sdk/client-ec2';
import * as ecr from '@aws-sdk/client-ecr';
import * as balancers from '@aws-sdk/client-elastic-load-balancing-v2';
import * as events from '@aws-sdk/client-eventbridge';
import * as fms from '@aws-sdk/client-fms';
import * as guardduty from '@aws-sdk/client-guardduty';
import * as iam from '@aws-sdk/client-iam';
import * as inspector from '@aws-sdk/client-inspector2';
import * as kms from '@aws-sdk/client-kms';
import * as lambda from '@aws-sdk/client-lambda';
import * as macie from '@aws-sdk/client-macie2';
import * as organizations from '@aws-sdk/client-organizations';
import * as rds from '@aws-sdk/client-rds';
import * as zones from '@aws-sdk/client-route-53';
import * as s3 from '@aws-sdk/client-s3';
import * as scheduler from '@aws-sdk/client-scheduler';
import * as secrets from '@aws-sdk/client-secrets-manager';
import * as hub from '@aws-sdk/client-securityhub';
import * as quotas from '@aws-sdk/client-service-quotas';
import * as shield from '@aws-sdk/client-shield';
import * as sns from '@aws-sdk/client-sns';
import * as sqs from '@aws-sdk/client-sqs';
import * as ssm from '@aws-sdk/client-ssm';
import * as sts from '@aws-sdk/client-sts';
import * as waf from '@aws-sdk/client-wafv2';
import { loadModel } from '../../src/model/load.ts';
import type { ClientConfig, TestServer } from '../server.ts';

interface SdkClient {
  send(command: unknown): Promise<object>;
}
type ClientClass = new (config: ClientConfig) => SdkClient;
type CommandClass = new (input: object) => object;

const SDKS: ReadonlyMap<string, { readonly client: unknown; readonly module: object }> = new Map([
  ['access-analyzer', { client: analyzer.AccessAnalyzerClient, module: analyzer }],
  ['acm', { client: acm.ACMClient, module: acm }],
  ['acm-pca', { client: authorities.ACMPCAClient, module: authorities }],
  ['apigateway', { client: apis.APIGatewayClient, module: apis }],
  ['apigatewayv2', { client: httpApis.ApiGatewayV2Client, module: httpApis }],
  ['cloudformation', { client: stacks.CloudFormationClient, module: stacks }],
  ['cloudfront', { client: distributions.CloudFrontClient, module: distributions }],
  ['cloudtrail', { client: cloudtrail.CloudTrailClient, module: cloudtrail }],
  ['cloudwatch', { client: cloudwatch.CloudWatchClient, module: cloudwatch }],
  ['config-service', { client: configuration.ConfigServiceClient, module: configuration }],
  ['cost-explorer', { client: costs.CostExplorerClient, module: costs }],
  ['dynamodb', { client: dynamodb.DynamoDBClient, module: dynamodb }],
  ['dynamodb-streams', { client: streams.DynamoDBStreamsClient, module: streams }],
  ['ebs', { client: ebs.EBSClient, module: ebs }],
  ['ec2', { client: ec2.EC2Client, module: ec2 }],
  ['ecr', { client: ecr.ECRClient, module: ecr }],
  ['elbv2', { client: balancers.ElasticLoadBalancingV2Client, module: balancers }],
  ['events', { client: events.EventBridgeClient, module: events }],
  ['fms', { client: fms.FMSClient, module: fms }],
  ['guardduty', { client: guardduty.GuardDutyClient, module: guardduty }],
  ['iam', { client: iam.IAMClient, module: iam }],
  ['inspector2', { client: inspector.Inspector2Client, module: inspector }],
  ['kms', { client: kms.KMSClient, module: kms }],
  ['lambda', { client: lambda.LambdaClient, module: lambda }],
  ['macie2', { client: macie.Macie2Client, module: macie }],
  ['logs', { client: logs.CloudWatchLogsClient, module: logs }],
  ['organizations', { client: organizations.OrganizationsClient, module: organizations }],
  ['rds', { client: rds.RDSClient, module: rds }],
  ['route53', { client: zones.Route53Client, module: zones }],
  ['s3', { client: s3.S3Client, module: s3 }],
  ['scheduler', { client: scheduler.SchedulerClient, module: scheduler }],
  ['secretsmanager', { client: secrets.SecretsManagerClient, module: secrets }],
  ['securityhub', { client: hub.SecurityHubClient, module: hub }],
  ['service-quotas', { client: quotas.ServiceQuotasClient, module: quotas }],
  ['shield', { client: shield.ShieldClient, module: shield }],
  ['sns', { client: sns.SNSClient, module: sns }],
  ['sqs', { client: sqs.SQSClient, module: sqs }],
  ['ssm', { client: ssm.SSMClient, module: ssm }],
  ['sts', { client: sts.STSClient, module: sts }],
  ['wafv2', { client: waf.WAFV2Client, module: waf }],
]);

function isClass<T>(value: unknown): value is T {
  return typeof value === 'function';
}

export interface Operation {
  readonly service: string;
  readonly name: string;
}

/** Every operation that is built. */
export function operationsOf(server: TestServer): readonly Operation[] {
  return server.platform
    .engine()
    .declared.flatMap((service) =>
      service.operations.map(({ name }) => ({ service: service.id, name })),
    );
}

const models = new Map<string, ReturnType<typeof loadModel>>();

export function membersOf({ service, name }: Operation) {
  const model = models.get(service) ?? loadModel(service);
  models.set(service, model);
  return model.operations.get(name)?.input.members ?? [];
}

export interface Answer {
  readonly ok: boolean;
  /** What the caller was told, as text. */
  readonly text: string;
  readonly output: object;
}

// Making a client costs more than its calls.
const clients = new WeakMap<ClientConfig, Map<string, SdkClient>>();

function clientOf(config: ClientConfig, service: string, made: ClientClass): SdkClient {
  const known = clients.get(config) ?? new Map<string, SdkClient>();
  clients.set(config, known);
  const client = known.get(service) ?? new made(config);
  known.set(service, client);
  return client;
}

/** Calls any operation through AWS's own client of the service. */
export async function call(
  config: ClientConfig,
  { service, name }: Operation,
  input: object,
): Promise<Answer> {
  const sdk = SDKS.get(service);
  if (sdk === undefined) throw new Error(`the isolation test knows no client of ${service}`);
  const found: unknown = Object.entries(sdk.module).find(([key]) => key === `${name}Command`)?.[1];
  if (!isClass<ClientClass>(sdk.client) || !isClass<CommandClass>(found)) {
    throw new Error(`${service} has no ${name}`);
  }
  const client = clientOf(config, service, sdk.client);
  try {
    const { $metadata: _metadata, ...output } = {
      $metadata: {},
      ...(await client.send(new found(input))),
    };
    return { ok: true, text: textOf(output), output };
  } catch (error) {
    const told = error instanceof Error ? { name: error.name, message: error.message } : {};
    return { ok: false, text: textOf(told), output: told };
  }
}

export function textOf(value: object): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    one instanceof Uint8Array ? Buffer.from(one).toString('base64') : one,
  );
}
