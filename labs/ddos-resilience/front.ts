import { CloudFrontClient, CreateDistributionCommand } from '@aws-sdk/client-cloudfront';
import {
  CreateListenerCommand,
  CreateRuleCommand,
  CreateTargetGroupCommand,
  ElasticLoadBalancingV2Client,
  RegisterTargetsCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { CreateWebACLCommand, WAFV2Client } from '@aws-sdk/client-wafv2';
import type { ClientConfig } from '../clients.ts';
import { newLoadBalancer } from '../load-balancer.ts';
import type { Target } from './targets.ts';

const SECRET = { name: 'X-Origin-Secret', value: 'only-the-edge-knows' };
const METRICS = { SampledRequestsEnabled: true, CloudWatchMetricsEnabled: true };
/** Requests to the login page that an address may make in a minute. */
export const LOGIN_LIMIT = 100;
/** AWS's policy by which nothing is kept: each request reaches the origin. */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';

/** A load balancer before targets. One that is not open to all forwards what bears the secret alone. */
export async function newBalancer(
  config: ClientConfig,
  Name: string,
  targets: readonly Target[],
  isOpen: boolean,
): Promise<string> {
  const elb = new ElasticLoadBalancingV2Client(config);
  const made = await newLoadBalancer(config, Name);
  const { TargetGroups: [group] = [] } = await elb.send(
    new CreateTargetGroupCommand({
      Name,
      Protocol: 'HTTP',
      Port: 80,
      VpcId: made.VpcId,
      TargetType: 'ip',
      HealthCheckPath: '/health',
    }),
  );
  const TargetGroupArn = group?.TargetGroupArn ?? '';
  const Targets = targets.map(({ port }) => ({ Id: '127.0.0.1', Port: port }));
  await elb.send(new RegisterTargetsCommand({ TargetGroupArn, Targets }));
  const forward = { Type: 'forward', TargetGroupArn } as const;
  const refuse = { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '403' } } as const;
  const { Listeners: [listener] = [] } = await elb.send(
    new CreateListenerCommand({
      LoadBalancerArn: made.LoadBalancerArn,
      Protocol: 'HTTP',
      Port: 80,
      DefaultActions: [isOpen ? forward : refuse],
    }),
  );
  if (!isOpen) {
    const HttpHeaderConfig = { HttpHeaderName: SECRET.name, Values: [SECRET.value] };
    await elb.send(
      new CreateRuleCommand({
        ListenerArn: listener?.ListenerArn,
        Priority: 1,
        Conditions: [{ Field: 'http-header', HttpHeaderConfig }],
        Actions: [forward],
      }),
    );
  }
  return made.DNSName ?? '';
}

/** A web ACL for distributions, that limits who asks the login page too often. */
export async function newWebAcl(config: ClientConfig): Promise<string> {
  const login = {
    ByteMatchStatement: {
      SearchString: Buffer.from('/login'),
      FieldToMatch: { UriPath: {} },
      TextTransformations: [{ Priority: 0, Type: 'NONE' as const }],
      PositionalConstraint: 'EXACTLY' as const,
    },
  };
  const { Summary } = await new WAFV2Client(config).send(
    new CreateWebACLCommand({
      Name: 'front',
      Scope: 'CLOUDFRONT',
      DefaultAction: { Allow: {} },
      VisibilityConfig: { ...METRICS, MetricName: 'front' },
      Rules: [
        {
          Name: 'logins',
          Priority: 0,
          Statement: {
            RateBasedStatement: {
              Limit: LOGIN_LIMIT,
              EvaluationWindowSec: 60,
              AggregateKeyType: 'IP',
              ScopeDownStatement: login,
            },
          },
          Action: { Block: {} },
          VisibilityConfig: { ...METRICS, MetricName: 'logins' },
        },
      ],
    }),
  );
  return Summary?.ARN ?? '';
}

/** A distribution before a load balancer, which it shows the secret; a web ACL before it. */
export async function newDistribution(config: ClientConfig, origin: string, WebACLId: string) {
  const { Distribution } = await new CloudFrontClient(config).send(
    new CreateDistributionCommand({
      DistributionConfig: {
        CallerReference: 'front',
        Comment: '',
        Enabled: true,
        WebACLId,
        Origins: {
          Quantity: 1,
          Items: [
            {
              Id: 'application',
              DomainName: origin,
              CustomHeaders: {
                Quantity: 1,
                Items: [{ HeaderName: SECRET.name, HeaderValue: SECRET.value }],
              },
              CustomOriginConfig: {
                HTTPPort: 80,
                HTTPSPort: 443,
                OriginProtocolPolicy: 'http-only',
              },
            },
          ],
        },
        DefaultCacheBehavior: {
          TargetOriginId: 'application',
          ViewerProtocolPolicy: 'allow-all',
          CachePolicyId: CACHING_DISABLED,
        },
      },
    }),
  );
  return { arn: Distribution?.ARN ?? '', host: Distribution?.DomainName ?? '' };
}
