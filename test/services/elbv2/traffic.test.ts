import {
  CreateRuleCommand,
  DeleteLoadBalancerCommand,
  DescribeTargetHealthCommand,
  ModifyListenerAttributesCommand,
  ModifyLoadBalancerAttributesCommand,
  ModifyTargetGroupAttributesCommand,
  type RuleCondition,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../server.ts';
import {
  ask,
  newGroup,
  newListener,
  newLoadBalancer,
  newTenant,
  startTarget,
  type WebServer,
} from './rig.ts';

let server: TestServer;
let one: WebServer;
let two: WebServer;
beforeAll(async () => {
  server = await startServer();
  one = await startTarget('one', { Server: 'target' });
  two = await startTarget('two');
});
afterAll(async () => {
  await server.close();
  await Promise.all([one.close(), two.close()]);
});

const OK = {
  Type: 'fixed-response',
  FixedResponseConfig: { StatusCode: '200', MessageBody: 'ok' },
} as const;

test('targets take turns, and get what the client sent with who it was', async () => {
  const tenant = await newTenant(server);
  const { arn, host } = await newLoadBalancer(tenant);
  const group = await newGroup(tenant, 'both', [one.port, two.port]);
  await newListener(tenant, arn, { Type: 'forward', TargetGroupArn: group });
  const asked = {
    path: '/a%2Fb?x=1',
    method: 'POST',
    body: 'hello',
    headers: {
      'X-Forwarded-For': '203.0.113.7',
      'X-Own': 'kept',
      'X-Amzn-Mtls-Clientcert': 'forged',
    },
  };
  const answers = [await ask(server, host, asked), await ask(server, host, asked)];
  expect(answers.map(({ status, body }) => `${status} ${body}`).sort()).toEqual([
    '200 one',
    '200 two',
  ]);
  const [heard] = one.heard.splice(0);
  expect(heard?.method).toBe('POST');
  expect(heard?.url).toBe('/a%2Fb?x=1');
  expect(heard?.headers).toMatchObject({
    host,
    'x-own': 'kept',
    'x-forwarded-for': '203.0.113.7, 127.0.0.1',
    'x-forwarded-proto': 'http',
    'x-forwarded-port': '80',
    'content-length': '5',
    'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
  });
  expect(heard?.headers['x-amzn-mtls-clientcert']).toBeUndefined();
});

test('rules: the first by priority whose conditions are all met decides', async () => {
  const tenant = await newTenant(server);
  const { arn, host } = await newLoadBalancer(tenant);
  const listener = await newListener(tenant, arn, OK);
  const conditions: readonly (readonly [RuleCondition, object, object])[] = [
    [{ Field: 'path-pattern', Values: ['/img/*.png'] }, { path: '/img/a/b.png' }, { path: '/IMG/a.png' }],
    [{ Field: 'host-header', Values: ['*.EXAMPLE.com'] }, { headers: { host: 'a.example.com' } }, {}],
    [{ Field: 'http-request-method', HttpRequestMethodConfig: { Values: ['PUT'] } }, { method: 'PUT' }, { method: 'POST' }],
    [
      { Field: 'http-header', HttpHeaderConfig: { HttpHeaderName: 'User-Agent', Values: ['*Bot?'] } },
      { headers: { 'user-agent': 'some bot1' } },
      { headers: { 'user-agent': 'bot' } },
    ],
    [
      { Field: 'query-string', QueryStringConfig: { Values: [{ Key: 'v', Value: '1*' }] } },
      { path: '/?a=b&v=1%32' },
      { path: '/?v=2' },
    ],
    [{ Field: 'source-ip', SourceIpConfig: { Values: ['127.0.0.0/8'] } }, { path: '/last' }, { path: '/last', isOver: true }],
  ]; // biome-ignore format: one case a line
  for (const [at, [condition]] of conditions.entries()) {
    await tenant.elb.send(
      new CreateRuleCommand({
        ListenerArn: listener,
        Priority: at + 1,
        Conditions: [condition],
        Actions: [
          {
            Type: 'fixed-response',
            FixedResponseConfig: { StatusCode: '200', MessageBody: String(at) },
          },
        ],
      }),
    );
  }
  for (const [at, [, met, unmet]] of conditions.entries()) {
    expect((await ask(server, host, met)).body, `${at} met`).toBe(String(at));
    const last = conditions.length - 1;
    expect((await ask(server, host, unmet)).body, `${at} unmet`).toBe(String(last));
  }
  expect(conditions).toHaveLength(6);
});

test('a name that leads to a load balancer stays with the account that had it first at that port', async () => {
  const says = async (MessageBody: string, names: readonly string[]) => {
    const tenant = await newTenant(server);
    const { arn } = await newLoadBalancer(tenant);
    const ListenerArn = await newListener(tenant, arn, OK);
    await tenant.elb.send(
      new CreateRuleCommand({
        ListenerArn,
        Priority: 1,
        Conditions: [{ Field: 'host-header', Values: [...names] }],
        Actions: [
          { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200', MessageBody } },
        ],
      }),
    );
    return { ...tenant, arn };
  };
  const first = await says('first', ['www.claimed.test', '*.below.test']);
  await says('second', ['www.claimed.test', '*.below.test', 'own.second.test']);
  const answer = async (name: string) => (await ask(server, name)).body;
  expect(await answer('www.claimed.test')).toBe('first');
  expect(await answer('a.b.below.test')).toBe('first');
  expect(await answer('own.second.test')).toBe('second');
  expect((await ask(server, 'below.test')).status).toBe(404);
  await first.elb.send(new DeleteLoadBalancerCommand({ LoadBalancerArn: first.arn }));
  expect((await ask(server, 'www.claimed.test')).status).toBe(404);
  await says('third', ['www.claimed.test']);
  expect(await answer('www.claimed.test')).toBe('third');
});

test('redirects keep what they do not change', async () => {
  const tenant = await newTenant(server);
  const { arn, host } = await newLoadBalancer(tenant);
  await newListener(tenant, arn, {
    Type: 'redirect',
    RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' },
  });
  const answer = await ask(server, host, { path: '/a%20b?c=d' });
  expect(answer.status).toBe(301);
  expect(answer.headers['location']).toBe(`https://${host}:443/a%20b?c=d`);
  expect(answer.headers['server']).toBe('awselb/2.0');
});

test('a target that is not there, one that is slow, and no target at all: 502, 504 and 503', async () => {
  const tenant = await newTenant(server);
  const { arn, host } = await newLoadBalancer(tenant);
  const empty = await newGroup(tenant, 'empty', []);
  const broken = await newGroup(tenant, 'broken', [1]);
  const listener = await newListener(tenant, arn, { Type: 'forward', TargetGroupArn: empty });
  await tenant.elb.send(
    new CreateRuleCommand({
      ListenerArn: listener,
      Priority: 1,
      Conditions: [{ Field: 'path-pattern', Values: ['/broken'] }],
      Actions: [{ Type: 'forward', TargetGroupArn: broken }],
    }),
  );
  const none = await ask(server, host);
  expect(none.status).toBe(503);
  expect(none.body).toBe(
    '<html>\r\n<head><title>503 Service Temporarily Unavailable</title></head>\r\n<body>\r\n' +
      '<center><h1>503 Service Temporarily Unavailable</h1></center>\r\n</body>\r\n</html>\r\n',
  );
  expect((await ask(server, host, { path: '/broken' })).status).toBe(502);
});

test('health checks: a target that fails is left out after two, and comes back', async () => {
  const tenant = await newTenant(server);
  const { arn, host } = await newLoadBalancer(tenant);
  const ill = await startTarget('ill');
  const group = await newGroup(tenant, 'checked', [one.port, ill.port], {
    HealthyThresholdCount: 2,
  });
  await newListener(tenant, arn, { Type: 'forward', TargetGroupArn: group });
  const states = async () => {
    const { TargetHealthDescriptions = [] } = await tenant.elb.send(
      new DescribeTargetHealthCommand({ TargetGroupArn: group }),
    );
    return TargetHealthDescriptions.map(({ TargetHealth }) => TargetHealth);
  };
  const pass = async () => {
    const { clock, advanceTo } = server.platform.engine();
    await advanceTo(clock.serviceTime() + 30_000);
  };
  await expect.poll(states).toEqual([{ State: 'healthy' }, { State: 'healthy' }]);
  ill.status = 500;
  await pass();
  await pass();
  expect(await states()).toEqual([
    { State: 'healthy' },
    {
      State: 'unhealthy',
      Reason: 'Target.ResponseCodeMismatch',
      Description: 'Health checks failed with these codes: [500]',
    },
  ]);
  for (let i = 0; i < 4; i += 1) expect((await ask(server, host)).body).toBe('one');
  ill.status = 200;
  await pass();
  expect((await states())[1]?.State).toBe('unhealthy');
  await pass();
  expect(await states()).toEqual([{ State: 'healthy' }, { State: 'healthy' }]);
  await ill.close();
});

test('health checks: a year that is skipped does not ask a million times', async () => {
  const tenant = await newTenant(server);
  const { arn } = await newLoadBalancer(tenant);
  const group = await newGroup(tenant, 'rested', [one.port]);
  await newListener(tenant, arn, { Type: 'forward', TargetGroupArn: group });
  const { clock, advanceTo } = server.platform.engine();
  const { jobs } = await advanceTo(clock.serviceTime() + 365 * 86_400_000);
  expect(jobs).toBeLessThan(100);
});

test('stickiness: a client with its cookie comes back to its target', async () => {
  const tenant = await newTenant(server);
  const { arn, host } = await newLoadBalancer(tenant);
  const TargetGroupArn = await newGroup(tenant, 'sticky', [one.port, two.port]);
  await newListener(tenant, arn, { Type: 'forward', TargetGroupArn });
  await tenant.elb.send(
    new ModifyTargetGroupAttributesCommand({
      TargetGroupArn,
      Attributes: [{ Key: 'stickiness.enabled', Value: 'true' }],
    }),
  );
  const first = await ask(server, host);
  const [own = '', other = ''] = [first.headers['set-cookie'] ?? []].flat();
  expect(own).toMatch(/^AWSALB=[\w-]{43}; Expires=[^;]+ GMT; Path=\/$/);
  expect(other).toMatch(
    /^AWSALBCORS=[\w-]{43}; Expires=[^;]+ GMT; Path=\/; SameSite=None; Secure$/,
  );
  const cookie = own.split(';')[0] ?? '';
  for (let i = 0; i < 3; i += 1) {
    expect((await ask(server, host, { headers: { cookie } })).body).toBe(first.body);
  }
});

test('weights: a group of weight 0 gets nothing', async () => {
  const tenant = await newTenant(server);
  const { arn, host } = await newLoadBalancer(tenant);
  const none = await newGroup(tenant, 'none', [one.port]);
  const all = await newGroup(tenant, 'all', [two.port]);
  await newListener(tenant, arn, {
    Type: 'forward',
    ForwardConfig: {
      TargetGroups: [
        { TargetGroupArn: none, Weight: 0 },
        { TargetGroupArn: all, Weight: 5 },
      ],
    },
  });
  for (let i = 0; i < 5; i += 1) expect((await ask(server, host)).body).toBe('two');
});

test('attributes: header names that are no names are dropped, and the listener puts headers in', async () => {
  const tenant = await newTenant(server);
  const { arn, host } = await newLoadBalancer(tenant);
  const TargetGroupArn = await newGroup(tenant, 'headers', [one.port]);
  const listener = await newListener(tenant, arn, { Type: 'forward', TargetGroupArn });
  await tenant.elb.send(
    new ModifyLoadBalancerAttributesCommand({
      LoadBalancerArn: arn,
      Attributes: [
        { Key: 'routing.http.drop_invalid_header_fields.enabled', Value: 'true' },
        { Key: 'routing.http.xff_client_port.enabled', Value: 'true' },
      ],
    }),
  );
  const prefix = 'routing.http.response.';
  await tenant.elb.send(
    new ModifyListenerAttributesCommand({
      ListenerArn: listener,
      Attributes: [
        { Key: `${prefix}server.enabled`, Value: 'false' },
        { Key: `${prefix}x_frame_options.header_value`, Value: 'DENY' },
      ],
    }),
  );
  one.heard.splice(0);
  const answer = await ask(server, host, { headers: { a_b: '1', 'a-b': '2' } });
  expect(answer.headers['x-frame-options']).toBe('DENY');
  expect(answer.headers['server']).toBeUndefined();
  expect(one.heard[0]?.headers).toMatchObject({
    'a-b': '2',
    'x-forwarded-for': expect.stringMatching(/^127\.0\.0\.1:\d+$/),
  });
  expect(one.heard[0]?.headers['a_b']).toBeUndefined();
});
