import { expect, test } from 'vitest';
import type { EdgeContext, EdgeRequest } from '../../../src/contract/edge.ts';
import type { ListenerDocument, LoadBalancerDocument } from '../../../src/services/elbv2/state.ts';
import { answerAt } from '../../../src/services/elbv2/traffic/answer.ts';
import { Balance } from '../../../src/services/elbv2/traffic/balance.ts';
import { headersFor } from '../../../src/services/elbv2/traffic/request-headers.ts';

const scope = { account: '111122223333', region: 'us-east-1' };

function owner(attributes: Readonly<Record<string, string>> = {}): LoadBalancerDocument {
  return {
    name: 'web',
    arn: '',
    id: '',
    scope,
    scheme: 'internet-facing',
    dnsName: 'web.test',
    created: 0,
    vpcId: '',
    zones: [],
    securityGroups: [],
    attributes,
    tags: {},
  };
}

function listener(attributes: Readonly<Record<string, string>> = {}): ListenerDocument {
  return {
    arn: '',
    id: '',
    loadBalancerArn: '',
    loadBalancerName: 'web',
    port: 443,
    protocol: 'HTTPS',
    certificates: [],
    sslPolicy: undefined,
    mutualAuthentication: undefined,
    defaultRuleArn: '',
    defaultActions: [],
    rules: [],
    attributes,
    tags: {},
  };
}

function request(headers: readonly string[], more: Partial<EdgeRequest> = {}): EdgeRequest {
  return {
    method: 'GET',
    target: '/',
    httpVersion: '1.1',
    headers,
    host: 'web.test',
    port: 443,
    sourceIp: '192.0.2.1',
    sourcePort: 1_234,
    tls: { version: 'TLSv1.3', cipher: 'TLS_AES_128_GCM_SHA256', clientChain: [] },
    arrived: 0,
    id: '0'.repeat(32),
    ...more,
  };
}

function headersOf(list: readonly string[]): ReadonlyMap<string, string> {
  const pairs = list.flatMap((name, at) =>
    at % 2 === 0 ? [[name.toLowerCase(), list[at + 1] ?? ''] as const] : [],
  );
  expect(new Map(pairs).size).toBe(pairs.length);
  return new Map(pairs);
}

test('what a listener says of TLS under names of its own is not believed of clients, said now or not', () => {
  const key = (name: string) => `routing.http.request.${name}.header_name`;
  const renamed = listener({
    [key('x_amzn_mtls_clientcert_subject')]: 'X-Subject',
    [key('x_amzn_mtls_clientcert')]: 'x-client-cert',
    [key('x_amzn_tls_version')]: 'X-Version',
  });
  const forged = [
    'X-SUBJECT',
    'CN=admin',
    'X-Client-Cert',
    'a',
    'x-version',
    'SSLv2',
    'X-Own',
    'b',
  ];
  const own = ['X-Amzn-Mtls-Clientcert-Subject', 'CN=admin', 'X-Amzn-Tls-Version', 'SSLv2'];
  const silent = headersOf(headersFor(owner(), renamed, request([...forged, ...own])));
  expect([...silent.keys()].sort()).toEqual([
    'x-amzn-trace-id',
    'x-forwarded-for',
    'x-forwarded-port',
    'x-forwarded-proto',
    'x-own',
  ]);
  const telling = owner({ 'routing.http.x_amzn_tls_version_and_cipher_suite.enabled': 'true' });
  const told = headersOf(headersFor(telling, renamed, request(forged)));
  expect(told.get('x-version')).toBe('TLSv1.3');
  expect(told.get('x-amzn-tls-cipher-suite')).toBe('TLS_AES_128_GCM_SHA256');
});

test('the host has the port of the listener where it is not the usual one, unless it is kept', () => {
  const cases = [
    ['web.test:10443', 443, {}, 'web.test'],
    ['Web.test', 80, {}, 'Web.test'],
    ['web.test', 8080, {}, 'web.test:8080'],
    ['web.test:18080', 8080, {}, 'web.test:18080'],
    [
      'web.test:10443',
      443,
      { 'routing.http.preserve_host_header.enabled': 'true' },
      'web.test:10443',
    ],
  ] as const;
  for (const [given, port, attributes, host] of cases) {
    const got = headersFor(owner(attributes), listener(), request(['host', given], { port }));
    expect(headersOf(got).get('host'), given).toBe(host);
  }
  expect(cases).toHaveLength(5);
});

test('a connection has its time, and one more request', async () => {
  const unused = () => Promise.reject(new Error('nothing is asked'));
  const context: EdgeContext = {
    read: unused,
    write: unused,
    signer: unused,
    assertPermitted: unused,
    call: unused,
    forward: unused,
    signal: new AbortController().signal,
  };
  const fixed = { Type: 'fixed-response', FixedResponseConfig: { StatusCode: '200' } } as const;
  const nothing = { [Symbol.asyncIterator]: async function* () {} };
  const ends = async (seconds: number) => {
    const balancer = {
      owner: owner({ 'client_keep_alive.seconds': '60' }),
      listener: { ...listener(), defaultActions: [fixed] },
      balance: new Balance(),
    };
    const asked = request([], { connected: 0, arrived: seconds * 1_000 });
    return (await answerAt(balancer, asked, nothing, context)).endsConnection ?? false;
  };
  expect([await ends(59), await ends(60)]).toEqual([false, true]);
});
