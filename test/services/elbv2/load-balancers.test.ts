import {
  CreateListenerCommand,
  CreateLoadBalancerCommand,
  CreateRuleCommand,
  DeleteLoadBalancerCommand,
  DeleteRuleCommand,
  DeleteTargetGroupCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeSSLPoliciesCommand,
  DescribeTagsCommand,
  AddTagsCommand,
  ElasticLoadBalancingV2Client,
  ModifyLoadBalancerAttributesCommand,
  RegisterTargetsCommand,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import {
  DescribeCertificateCommand,
  ACMClient,
  ImportCertificateCommand,
} from '@aws-sdk/client-acm';
import { once } from 'node:events';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { certificateFor } from '../../edge/rig.ts';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { newGroup, newListener, newLoadBalancer, newTenant } from './rig.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function imported(account: string): Promise<string> {
  const acm = new ACMClient(server.client(account));
  const { certificate, privateKey } = certificateFor('', ['app.example.test']);
  const { CertificateArn = '' } = await acm.send(
    new ImportCertificateCommand({
      Certificate: Buffer.from(certificate),
      PrivateKey: Buffer.from(privateKey),
    }),
  );
  return CertificateArn;
}

const OK = { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } } as const;

describe('load balancers', () => {
  test('one is made with its name, its ARN and its zones, and made again it is the same', async () => {
    const tenant = await newTenant(server);
    const input = { Name: 'web', Subnets: tenant.subnets };
    const { LoadBalancers: [made] = [] } = await tenant.elb.send(
      new CreateLoadBalancerCommand(input),
    );
    expect(made).toMatchObject({
      LoadBalancerName: 'web',
      LoadBalancerArn: expect.stringMatching(
        new RegExp(
          `^arn:aws:elasticloadbalancing:us-east-1:${tenant.account}:loadbalancer/app/web/[0-9a-f]{16}$`,
        ),
      ),
      DNSName: expect.stringMatching(/^web-\d{9,10}\.us-east-1\.elb\.amazonaws\.com$/),
      Scheme: 'internet-facing',
      State: { Code: 'active' },
      Type: 'application',
      VpcId: tenant.vpcId,
      SecurityGroups: [expect.stringMatching(/^sg-/)],
    });
    const again = await tenant.elb.send(new CreateLoadBalancerCommand(input));
    expect(again.LoadBalancers?.[0]?.LoadBalancerArn).toBe(made?.LoadBalancerArn);
    await expect(
      tenant.elb.send(new CreateLoadBalancerCommand({ ...input, Scheme: 'internal' })),
    ).rejects.toMatchObject({
      name: 'DuplicateLoadBalancerNameException',
      message: "A load balancer with the same name 'web' exists, but with different settings",
    });
  });

  test('what is wrong is told in AWS words', async () => {
    const tenant = await newTenant(server);
    const [one = ''] = tenant.subnets;
    const cases = [
      [{ Subnets: [one] }, 'At least two subnets in two different Availability Zones must be specified'],
      [{ Subnets: ['subnet-00000000000000000'] }, "The subnet ID 'subnet-00000000000000000' is not valid"],
      [{ SecurityGroups: ['sg-00000000000000000'] }, "The security group 'sg-00000000000000000' is not valid"],
      [{ Name: 'internal-x' }, "The load balancer name 'internal-x' cannot begin with 'internal-'"],
      [{ Name: '-x' }, "The load balancer name '-x' cannot begin or end with a hyphen(-)"],
      [{ Name: 'x'.repeat(33) }, `The load balancer name '${'x'.repeat(33)}' cannot be longer than '32' characters`],
    ] as const; // biome-ignore format: one case a line
    for (const [more, message] of cases) {
      const input = { Name: 'web', Subnets: tenant.subnets, ...more };
      const sent = tenant.elb.send(
        new CreateLoadBalancerCommand({
          ...input,
          Subnets: [...input.Subnets],
          SecurityGroups: [...('SecurityGroups' in more ? more.SecurityGroups : [])],
        }),
      );
      await expect(sent).rejects.toMatchObject({ message });
    }
    expect(cases).toHaveLength(6);
    await expect(
      tenant.elb.send(new DescribeLoadBalancersCommand({ Names: ['none'] })),
    ).rejects.toMatchObject({
      name: 'LoadBalancerNotFoundException',
      message: "Load balancers '[none]' not found",
    });
  });

  test('a protected one stays, and its groups stay while they are used', async () => {
    const tenant = await newTenant(server);
    const { arn } = await newLoadBalancer(tenant);
    const TargetGroupArn = await newGroup(tenant, 'used', []);
    await newListener(tenant, arn, { Type: 'forward', TargetGroupArn });
    const protect = (Value: string) =>
      tenant.elb.send(
        new ModifyLoadBalancerAttributesCommand({
          LoadBalancerArn: arn,
          Attributes: [{ Key: 'deletion_protection.enabled', Value }],
        }),
      );
    await protect('true');
    const remove = () => tenant.elb.send(new DeleteLoadBalancerCommand({ LoadBalancerArn: arn }));
    await expect(remove()).rejects.toMatchObject({
      name: 'OperationNotPermittedException',
      message: `Load balancer '${arn}' cannot be deleted because deletion protection is enabled`,
    });
    const removeGroup = () => tenant.elb.send(new DeleteTargetGroupCommand({ TargetGroupArn }));
    await expect(removeGroup()).rejects.toMatchObject({
      name: 'ResourceInUseException',
      message: `Target group '${TargetGroupArn}' is currently in use by a listener or a rule`,
    });
    await protect('false');
    await remove();
    await removeGroup();
  });
});

describe('listeners and rules', () => {
  test('a listener opens by itself, and shuts with its load balancer', async () => {
    const tenant = await newTenant(server);
    const { edge } = server.platform.engine();
    const { arn, host } = await newLoadBalancer(tenant);
    await newListener(tenant, arn, OK, { Port: 8081 });
    await expect.poll(() => edge.listenerOf(host)?.port).toBe(8081);
    await tenant.elb.send(new DeleteLoadBalancerCommand({ LoadBalancerArn: arn }));
    await expect.poll(() => edge.listenerOf(host)).toBeUndefined();
  });

  test('what is not built is named', async () => {
    const tenant = await newTenant(server);
    const { arn } = await newLoadBalancer(tenant);
    await expect(
      tenant.elb.send(
        new CreateLoadBalancerCommand({
          Name: 'both',
          Subnets: tenant.subnets,
          IpAddressType: 'dualstack',
        }),
      ),
    ).rejects.toMatchObject({
      message:
        'elasticloadbalancing:CreateLoadBalancer is not implemented for addresses of type dualstack',
    });
    await expect(
      newListener(tenant, arn, OK, {
        Protocol: 'HTTPS',
        MutualAuthentication: { Mode: 'verify', TrustStoreArn: 'a' },
        Certificates: [{ CertificateArn: await imported(tenant.account) }],
      }),
    ).rejects.toMatchObject({
      message: 'elasticloadbalancing:CreateListener is not implemented for trust stores',
    });
  });

  test('a port is taken once, a priority too, and the default rule stays', async () => {
    const tenant = await newTenant(server);
    const { arn } = await newLoadBalancer(tenant);
    const ListenerArn = await newListener(tenant, arn, OK);
    await expect(newListener(tenant, arn, OK)).rejects.toMatchObject({
      name: 'DuplicateListenerException',
      message: `A listener already exists on this port for this load balancer '${arn}'`,
    });
    const rule = () =>
      tenant.elb.send(
        new CreateRuleCommand({
          ListenerArn,
          Priority: 5,
          Conditions: [{ Field: 'path-pattern', Values: ['/a'] }],
          Actions: [OK],
        }),
      );
    await rule();
    await expect(rule()).rejects.toMatchObject({
      name: 'PriorityInUseException',
      message: "Priority '5' is currently in use",
    });
    const { Rules = [] } = await tenant.elb.send(new DescribeRulesCommand({ ListenerArn }));
    expect(Rules.map(({ Priority, IsDefault }) => [Priority, IsDefault])).toEqual([
      ['5', false],
      ['default', true],
    ]);
    const RuleArn = Rules[1]?.RuleArn ?? '';
    await expect(tenant.elb.send(new DeleteRuleCommand({ RuleArn }))).rejects.toMatchObject({
      name: 'OperationNotPermittedException',
      message: `Default rule '${RuleArn}' cannot be deleted`,
    });
    await expect(
      tenant.elb.send(
        new CreateListenerCommand({
          LoadBalancerArn: arn,
          Protocol: 'HTTP',
          Port: 81,
          DefaultActions: [OK],
          AlpnPolicy: ['HTTP2Only'],
        }),
      ),
    ).rejects.toMatchObject({
      message: "You cannot set ALPN policy on load balancers of type 'application'",
    });
  });

  test('check 40: a listener speaks what its policy says, with its certificate of ACM, which is in use then', async () => {
    const tenant = await newTenant(server);
    const { arn, host } = await newLoadBalancer(tenant);
    const acm = new ACMClient(server.client(tenant.account));
    const CertificateArn = await imported(tenant.account);
    await newListener(tenant, arn, OK, {
      Protocol: 'HTTPS',
      Port: 443,
      SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      Certificates: [{ CertificateArn }],
    });
    const shown = await acm.send(new DescribeCertificateCommand({ CertificateArn }));
    expect(shown.Certificate?.InUseBy).toEqual([arn]);
    const open = await server.platform.engine().edge.listeners();
    const listener = open.find(({ port }) => port === 443);
    const shake = async (servername: string, more: object) => {
      const options = { host: '127.0.0.1', port: listener?.localPort ?? 0, servername };
      const socket = connect({ ...options, rejectUnauthorized: false, ...more });
      try {
        await once(socket, 'secureConnect');
        return `${socket.getProtocol()} ${socket.getCipher().name}`;
      } catch (error) {
        return error instanceof Error && 'code' in error ? String(error.code) : String(error);
      } finally {
        socket.destroy();
      }
    };
    expect(await shake('app.example.test', {})).toBe('TLSv1.3 TLS_AES_128_GCM_SHA256');
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' };
    expect(await shake(host, old)).toBe('ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION');
    const weak = { maxVersion: 'TLSv1.2', ciphers: 'AES128-SHA:@SECLEVEL=0' };
    expect(await shake(host, weak)).toBe('ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE');
    const strong = { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES256-SHA384' };
    expect(await shake(host, strong)).toBe('TLSv1.2 ECDHE-ECDSA-AES256-SHA384');
  });

  test('check 40: the table of security policies', async () => {
    const tenant = await newTenant(server);
    const { SslPolicies = [] } = await tenant.elb.send(new DescribeSSLPoliciesCommand({}));
    const table = SslPolicies.map(({ Name, SslProtocols, Ciphers }) => [
      Name?.replace('ELBSecurityPolicy-', ''),
      SslProtocols?.map((one) => one.replace('TLSv', '')).join(' '),
      Ciphers?.length,
    ]);
    expect(table).toEqual([
      ['2016-08', '1 1.1 1.2', 18],
      ['FS-1-2-Res-2020-10', '1.2', 4],
      ['TLS-1-1-2017-01', '1.1 1.2', 18],
      ['TLS-1-2-2017-01', '1.2', 12],
      ['TLS-1-2-Ext-2018-06', '1.2', 18],
      ['TLS13-1-0-2021-06', '1 1.1 1.2 1.3', 21],
      ['TLS13-1-1-2021-06', '1.1 1.2 1.3', 21],
      ['TLS13-1-2-2021-06', '1.2 1.3', 11],
      ['TLS13-1-2-Ext1-2021-06', '1.2 1.3', 15],
      ['TLS13-1-2-Ext2-2021-06', '1.2 1.3', 21],
      ['TLS13-1-2-Res-2021-06', '1.2 1.3', 7],
      ['TLS13-1-3-2021-06', '1.3', 3],
    ]);
    const gcm = SslPolicies.find(({ Name }) => Name === 'ELBSecurityPolicy-FS-1-2-Res-2020-10');
    expect(gcm?.Ciphers).toEqual([
      { Name: 'ECDHE-ECDSA-AES128-GCM-SHA256', Priority: 1 },
      { Name: 'ECDHE-RSA-AES128-GCM-SHA256', Priority: 2 },
      { Name: 'ECDHE-ECDSA-AES256-GCM-SHA384', Priority: 3 },
      { Name: 'ECDHE-RSA-AES256-GCM-SHA384', Priority: 4 },
    ]);
    await expect(
      tenant.elb.send(new DescribeSSLPoliciesCommand({ Names: ['none'] })),
    ).rejects.toMatchObject({ message: "SSL policy 'none' not found" });
  });
});

describe('targets', () => {
  test('nothing on the internet, and no instance that is not there', async () => {
    const tenant = await newTenant(server);
    const ip = await newGroup(tenant, 'ip', []);
    const register = (TargetGroupArn: string, Id: string) =>
      tenant.elb.send(new RegisterTargetsCommand({ TargetGroupArn, Targets: [{ Id, Port: 80 }] }));
    await expect(register(ip, '8.8.8.8')).rejects.toMatchObject({
      message:
        "The IP address '8.8.8.8' is not a valid IPv4 address within the VPC or a private range",
    });
    const instances = await newGroup(tenant, 'instances', [], { TargetType: 'instance' });
    await expect(register(instances, 'i-00000000000000000')).rejects.toMatchObject({
      name: 'InvalidTargetException',
      message: "The following targets are not valid instances: 'i-00000000000000000'",
    });
  });
});

test('authorization: by the ARN and its tags', async () => {
  const tenant = await newTenant(server);
  const { arn } = await newLoadBalancer(tenant);
  await tenant.elb.send(
    new AddTagsCommand({ ResourceArns: [arn], Tags: [{ Key: 'team', Value: 'blue' }] }),
  );
  const user = await newUser(server, tenant.account, 'blue', {
    allow: [
      {
        Effect: 'Allow',
        Action: 'elasticloadbalancing:DescribeTags',
        Resource: '*',
        Condition: { StringEquals: { 'aws:ResourceTag/team': 'blue' } },
      },
    ],
  });
  const elb = new ElasticLoadBalancingV2Client(user);
  const { TagDescriptions } = await elb.send(new DescribeTagsCommand({ ResourceArns: [arn] }));
  expect(TagDescriptions).toEqual([{ ResourceArn: arn, Tags: [{ Key: 'team', Value: 'blue' }] }]);
  await expect(
    elb.send(new DeleteLoadBalancerCommand({ LoadBalancerArn: arn })),
  ).rejects.toMatchObject({
    name: 'AccessDenied',
    message: `User: arn:aws:iam::${tenant.account}:user/blue is not authorized to perform: elasticloadbalancing:DeleteLoadBalancer on resource: ${arn} because no identity-based policy allows the elasticloadbalancing:DeleteLoadBalancer action`,
  });
});
