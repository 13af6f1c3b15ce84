import {
  CloudFrontClient,
  GetDistributionConfigCommand,
  GetOriginAccessControlCommand,
  ListTagsForResourceCommand,
} from '@aws-sdk/client-cloudfront';
import {
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTagsCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { issuedCertificate } from '../acm/certificates.ts';
import { newTenant } from '../elbv2/rig.ts';
import { deployed, failuresOf, outputOf, removed, stacksOf } from './stack-clients.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

interface Site {
  readonly subnets: readonly string[];
  readonly vpcId: string;
  readonly certificate: string;
  readonly further: string;
  readonly path?: string;
  readonly port?: number;
  readonly priority?: number;
  readonly address?: string;
  readonly more?: string;
}

function site(given: Site): string {
  const {
    subnets,
    vpcId,
    certificate,
    further,
    path = '/health',
    port = 8080,
    priority = 5,
  } = given;
  const { address = '127.0.0.1', more = '' } = given;
  return `
Resources:
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Subnets: [${subnets.join(', ')}]
      LoadBalancerAttributes: [{Key: idle_timeout.timeout_seconds, Value: "30"}]
      Tags: [{Key: path, Value: ${path}}]
  Group:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      {Protocol: HTTP, Port: ${port}, VpcId: ${vpcId}, TargetType: ip, HealthCheckPath: ${path}, Targets: [{Id: ${address}, Port: 9}]}
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Balancer
      Protocol: HTTPS
      Port: 443
      Certificates: [{CertificateArn: ${certificate}}]
      DefaultActions: [{Type: fixed-response, FixedResponseConfig: {StatusCode: "404"}}]
  More:
    Type: AWS::ElasticLoadBalancingV2::ListenerCertificate
    Properties: {ListenerArn: !Ref Listener, Certificates: [{CertificateArn: ${further}}]}
  Rule:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !GetAtt Listener.ListenerArn
      Priority: ${priority}
      Conditions: [{Field: path-pattern, Values: ["${path}/*"]}]
      Actions: [{Type: forward, TargetGroupArn: !Ref Group}]
${more}
Outputs:
  Arn: {Value: !Ref Balancer}
  Name: {Value: !GetAtt Balancer.LoadBalancerName}
  FullName: {Value: !GetAtt Balancer.LoadBalancerFullName}
  Host: {Value: !GetAtt Balancer.DNSName}
  Zone: {Value: !GetAtt Balancer.CanonicalHostedZoneID}
  Group: {Value: !Ref Group}
  GroupName: {Value: !GetAtt Group.TargetGroupFullName}
  Listener: {Value: !Ref Listener}
  Rule: {Value: !GetAtt Rule.RuleArn}
`;
}

test('AWS::ElasticLoadBalancingV2: a load balancer with listeners, rules and targets is made, changed in place, replaced, and taken away', async () => {
  const tenant = await newTenant(server);
  const { account, elb, subnets, vpcId } = tenant;
  const certificate = await issuedCertificate(server, account, { DomainName: 'balanced.test' });
  const client = stacksOf(server.client(account));
  const further = await issuedCertificate(server, account, { DomainName: 'more.test' });
  const base = { subnets, vpcId, certificate, further };
  const made = await deployed(client, 'site', site(base));
  expect(made.StackStatus, JSON.stringify(await failuresOf(client, 'site'))).toBe(
    'CREATE_COMPLETE',
  );
  const arn = outputOf(made, 'Arn');
  expect(outputOf(made, 'Name')).toMatch(/^site-Balancer-[A-Z0-9]{12}$/);
  expect(arn.endsWith(`:loadbalancer/${outputOf(made, 'FullName')}`)).toBe(true);
  expect(outputOf(made, 'GroupName')).toMatch(/^targetgroup\/site-Group-/);
  const { LoadBalancers } = await elb.send(new DescribeLoadBalancersCommand({}));
  expect(LoadBalancers?.map((one) => [one.DNSName, one.CanonicalHostedZoneId])).toEqual([
    [outputOf(made, 'Host'), outputOf(made, 'Zone')],
  ]);

  const changes = { path: '/other', priority: 9, address: '127.0.0.2' };
  const changed = await deployed(client, 'site', site({ ...base, ...changes }));
  expect(changed.StackStatus, JSON.stringify(await failuresOf(client, 'site'))).toBe(
    'UPDATE_COMPLETE',
  );
  for (const key of ['Arn', 'Group', 'Listener', 'Rule']) {
    expect(outputOf(changed, key), key).toBe(outputOf(made, key));
  }
  const TargetGroupArn = outputOf(made, 'Group');
  const { TargetGroups } = await elb.send(
    new DescribeTargetGroupsCommand({ TargetGroupArns: [TargetGroupArn] }),
  );
  expect(TargetGroups?.[0]?.HealthCheckPath).toBe('/other');
  const health = await elb.send(new DescribeTargetHealthCommand({ TargetGroupArn }));
  const states = health.TargetHealthDescriptions?.filter(
    ({ TargetHealth }) => TargetHealth?.State !== 'draining',
  );
  expect(states?.map(({ Target }) => Target?.Id)).toEqual(['127.0.0.2']);
  const rules = await elb.send(
    new DescribeRulesCommand({ ListenerArn: outputOf(made, 'Listener') }),
  );
  expect(rules.Rules?.map((rule) => rule.Priority)).toEqual(['9', 'default']);
  const tags = await elb.send(new DescribeTagsCommand({ ResourceArns: [arn] }));
  expect(tags.TagDescriptions?.[0]?.Tags).toEqual([{ Key: 'path', Value: '/other' }]);

  const replaced = await deployed(client, 'site', site({ ...base, ...changes, port: 8081 }));
  expect(replaced.StackStatus).toBe('UPDATE_COMPLETE');
  expect(outputOf(replaced, 'Group')).not.toBe(TargetGroupArn);
  const gone = await removed(client, made);
  expect(gone.StackStatus, gone.StackStatusReason).toBe('DELETE_COMPLETE');
  expect((await elb.send(new DescribeLoadBalancersCommand({}))).LoadBalancers).toEqual([]);
  expect((await elb.send(new DescribeTargetGroupsCommand({}))).TargetGroups).toEqual([]);
});

test('AWS::ElasticLoadBalancingV2: what is not built fails an update, which goes back', async () => {
  const { account, subnets, vpcId, elb } = await newTenant(server);
  const certificate = await issuedCertificate(server, account, { DomainName: 'back.test' });
  const client = stacksOf(server.client(account));
  const further = await issuedCertificate(server, account, { DomainName: 'much.test' });
  const base = { subnets, vpcId, certificate, further };
  const made = await deployed(client, 'back', site(base));
  const more = `  Network: {Type: AWS::ElasticLoadBalancingV2::LoadBalancer, DependsOn: Rule, Properties: {Type: network, Subnets: [${subnets.join(', ')}]}}`;
  const back = await deployed(client, 'back', site({ ...base, path: '/other', more }));
  expect(back.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect(await failuresOf(client, 'back')).toContainEqual(
    expect.stringContaining('HandlerErrorCode: GeneralServiceException'),
  );
  const { TargetGroups } = await elb.send(
    new DescribeTargetGroupsCommand({ TargetGroupArns: [outputOf(made, 'Group')] }),
  );
  expect(TargetGroups?.[0]?.HealthCheckPath).toBe('/health');
});

const OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';

function distribution({ enabled = true, comment = 'one', more = '' } = {}): string {
  return `
Resources:
  Bucket: {Type: AWS::S3::Bucket}
  Control:
    Type: AWS::CloudFront::OriginAccessControl
    Properties:
      OriginAccessControlConfig:
        {Name: control-${comment}, OriginAccessControlOriginType: s3, SigningBehavior: always, SigningProtocol: sigv4}
  Distribution:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Enabled: ${enabled}
        Comment: ${comment}
        IPV6Enabled: true
        Origins:
          - Id: bucket
            DomainName: !GetAtt Bucket.RegionalDomainName
            S3OriginConfig: {}
            OriginAccessControlId: !GetAtt Control.Id
          - Id: web
            DomainName: 127.0.0.1
            OriginCustomHeaders: [{HeaderName: x-from, HeaderValue: edge}]
            CustomOriginConfig: {OriginProtocolPolicy: http-only, OriginSSLProtocols: [TLSv1.2]}
        DefaultCacheBehavior:
          {TargetOriginId: bucket, ViewerProtocolPolicy: allow-all, CachePolicyId: ${OPTIMIZED}, AllowedMethods: [GET, HEAD, OPTIONS]}
        CacheBehaviors:
          - PathPattern: /api/*
            TargetOriginId: web
            ViewerProtocolPolicy: https-only
            ForwardedValues: {QueryString: true}
${more}
      Tags: [{Key: comment, Value: ${comment}}]
Outputs:
  Id: {Value: !Ref Distribution}
  Host: {Value: !GetAtt Distribution.DomainName}
  Control: {Value: !Ref Control}
`;
}

test('AWS::CloudFront: distributions are made of lists without lengths, changed in place, and disabled before they go', async () => {
  const account = freshAccount();
  const client = stacksOf(server.client(account));
  const cloudfront = new CloudFrontClient(server.client(account));
  const made = await deployed(client, 'edge', distribution());
  expect(made.StackStatus, JSON.stringify(await failuresOf(client, 'edge'))).toBe(
    'CREATE_COMPLETE',
  );
  const Id = outputOf(made, 'Id');
  expect(outputOf(made, 'Host')).toMatch(/^d[a-z0-9]+\.cloudfront\.net$/);
  const { DistributionConfig } = await cloudfront.send(new GetDistributionConfigCommand({ Id }));
  expect(DistributionConfig).toMatchObject({
    Comment: 'one',
    Origins: {
      Quantity: 2,
      Items: [
        { OriginAccessControlId: outputOf(made, 'Control') },
        {
          CustomHeaders: { Quantity: 1, Items: [{ HeaderName: 'x-from', HeaderValue: 'edge' }] },
          CustomOriginConfig: { HTTPPort: 80, OriginSslProtocols: { Items: ['TLSv1.2'] } },
        },
      ],
    },
    DefaultCacheBehavior: { AllowedMethods: { Quantity: 3 } },
    CacheBehaviors: { Quantity: 1, Items: [{ ForwardedValues: { Cookies: { Forward: 'none' } } }] },
  });

  const changed = await deployed(client, 'edge', distribution({ comment: 'two' }));
  const failures = JSON.stringify(await failuresOf(client, 'edge'));
  expect([changed.StackStatus, outputOf(changed, 'Id')], failures).toEqual(['UPDATE_COMPLETE', Id]);
  const control = new GetOriginAccessControlCommand({ Id: outputOf(changed, 'Control') });
  const { OriginAccessControl } = await cloudfront.send(control);
  expect(OriginAccessControl?.OriginAccessControlConfig?.Name).toBe('control-two');
  const Resource = `arn:aws:cloudfront::${account}:distribution/${Id}`;
  const { Tags } = await cloudfront.send(new ListTagsForResourceCommand({ Resource }));
  expect(Tags?.Items).toEqual([{ Key: 'comment', Value: 'two' }]);

  const more =
    '        Restrictions: {GeoRestriction: {RestrictionType: whitelist, Locations: [DE]}}';
  const back = await deployed(client, 'edge', distribution({ comment: 'three', more }));
  expect(back.StackStatus).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect(await failuresOf(client, 'edge')).toContainEqual(
    expect.stringMatching(/geo restrictions.*HandlerErrorCode: GeneralServiceException/),
  );
  expect((await removed(client, made)).StackStatus).toBe('DELETE_COMPLETE');
  await expect(cloudfront.send(new GetDistributionConfigCommand({ Id }))).rejects.toThrow(
    'The specified distribution does not exist.',
  );
});
