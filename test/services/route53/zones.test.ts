import {
  ChangeTagsForResourceCommand,
  CreateHostedZoneCommand,
  DeleteHostedZoneCommand,
  GetChangeCommand,
  GetHostedZoneCommand,
  GetHostedZoneCountCommand,
  ListHostedZonesByNameCommand,
  ListHostedZonesCommand,
  ListResourceRecordSetsCommand,
  ListTagsForResourceCommand,
  Route53Client,
  type Change,
  type ResourceRecordSet,
} from '@aws-sdk/client-route-53';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { change, changing, zone } from './changes.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('CreateHostedZone: a zone has its name servers and start of authority, and goes when it has no more', async () => {
  const route53 = new Route53Client(server.client(freshAccount()));
  const made = await route53.send(
    new CreateHostedZoneCommand({ Name: 'Zone-A.test', CallerReference: 'one' }),
  );
  const Id = made.HostedZone?.Id ?? '';
  expect(Id).toMatch(/^\/hostedzone\/Z[A-Z0-9]+$/);
  expect(made.HostedZone?.Name).toBe('zone-a.test.');
  expect(made.DelegationSet?.NameServers).toHaveLength(4);
  expect(made.ChangeInfo?.Status).toBe('PENDING');
  await expect(
    route53.send(new CreateHostedZoneCommand({ Name: 'zone-a.test', CallerReference: 'one' })),
  ).rejects.toMatchObject({
    name: 'HostedZoneAlreadyExists',
    message: 'A hosted zone has already been created with the specified caller reference.',
  });
  const { ResourceRecordSets } = await route53.send(
    new ListResourceRecordSetsCommand({ HostedZoneId: Id }),
  );
  expect(ResourceRecordSets?.map(({ Type }) => Type)).toEqual(['NS', 'SOA']);
  await changing(route53, Id, change('CREATE', 'www.zone-a.test', 'A', '192.0.2.1'));
  await expect(route53.send(new DeleteHostedZoneCommand({ Id }))).rejects.toMatchObject({
    name: 'HostedZoneNotEmpty',
    message:
      'The specified hosted zone contains non-required resource record sets and so cannot be deleted.',
  });
  await changing(route53, Id, change('DELETE', 'www.zone-a.test', 'A', '192.0.2.1'));
  await route53.send(new DeleteHostedZoneCommand({ Id }));
  await expect(route53.send(new GetHostedZoneCommand({ Id }))).rejects.toMatchObject({
    name: 'NoSuchHostedZone',
    message: `No hosted zone found with ID: ${Id.slice('/hostedzone/'.length)}`,
  });
});

test('ChangeResourceRecordSets: a batch is done as a whole or not at all, and every fault is named', async () => {
  const route53 = new Route53Client(server.client(freshAccount()));
  const Id = await zone(route53, 'batch.test');
  await changing(route53, Id, change('CREATE', 'a.batch.test', 'A', '192.0.2.1'));
  const cases: readonly (readonly [Change, string])[] = [
    [
      change('CREATE', 'a.batch.test', 'A', '192.0.2.2'),
      "Tried to create resource record set [name='a.batch.test.', type='A'] but it already exists",
    ],
    [
      change('DELETE', 'b.batch.test', 'A', '192.0.2.2'),
      "Tried to delete resource record set [name='b.batch.test.', type='A'] but it was not found",
    ],
    [
      change('DELETE', 'a.batch.test', 'A', '192.0.2.9'),
      "Tried to delete resource record set [name='a.batch.test.', type='A'] but the values provided do not match the current values",
    ],
    [
      change('UPSERT', 'a.other.test', 'A', '192.0.2.1'),
      'RRSet with DNS name a.other.test. is not permitted in zone batch.test.',
    ],
    [
      change('UPSERT', 'batch.test', 'CNAME', 'a.other.test'),
      'RRSet of type CNAME with DNS name batch.test. is not permitted at apex in zone batch.test.',
    ],
    [
      change('UPSERT', 'a.batch.test', 'CNAME', 'b.batch.test'),
      'RRSet of type CNAME with DNS name a.batch.test. is not permitted as it conflicts with other records with the same DNS name in zone batch.test.',
    ],
    [
      change('UPSERT', 'c.batch.test', 'A', 'abc'),
      "Invalid Resource Record: 'FATAL problem: ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address) encountered with 'abc''",
    ],
    [
      change('UPSERT', 'c.batch.test', 'TXT', 'abc'),
      "Invalid Resource Record: 'FATAL problem: InvalidCharacterString (Value should be enclosed in quotation marks) encountered with 'abc''",
    ],
  ];
  let ran = 0;
  for (const [one, message] of cases) {
    const added = change('CREATE', 'good.batch.test', 'A', '192.0.2.7');
    await expect(changing(route53, Id, added, one), message).rejects.toMatchObject({
      name: 'InvalidChangeBatch',
      message: `[${message}]`,
    });
    ran += 1;
  }
  expect(ran).toBe(8);
  const { ResourceRecordSets } = await route53.send(
    new ListResourceRecordSetsCommand({ HostedZoneId: Id }),
  );
  expect(ResourceRecordSets?.map(({ Name }) => Name)).not.toContain('good.batch.test.');
  await expect(
    changing(route53, Id, {
      Action: 'CREATE',
      ResourceRecordSet: { Name: 'x.batch.test', Type: 'A' },
    }),
  ).rejects.toMatchObject({
    name: 'InvalidInput',
    message:
      'Invalid request: Expected exactly one of [AliasTarget, all of [TTL, and ResourceRecords], or TrafficPolicyInstanceId], but found none in Change with [Action=CREATE, Name=x.batch.test, Type=A, SetIdentifier=null]',
  });
});

test('GetChange: a change is pending, and in sync half a minute later', async () => {
  const own = await startServer();
  try {
    const route53 = new Route53Client(own.client(freshAccount()));
    const Id = await zone(route53, 'sync.test');
    const { ChangeInfo } = await changing(
      route53,
      Id,
      change('CREATE', 'a.sync.test', 'A', '192.0.2.1'),
    );
    const asked = () => route53.send(new GetChangeCommand({ Id: ChangeInfo?.Id ?? '' }));
    expect((await asked()).ChangeInfo?.Status).toBe('PENDING');
    const engine = own.platform.engine();
    await engine.advanceTo(engine.clock.serviceTime() + 31_000);
    expect((await asked()).ChangeInfo?.Status).toBe('INSYNC');
    await expect(route53.send(new GetChangeCommand({ Id: 'C123' }))).rejects.toMatchObject({
      name: 'NoSuchChange',
      message: 'Could not find resource with ID: C123',
    });
  } finally {
    await own.close();
  }
});

test('ListResourceRecordSets: names sort by their labels from the right, and pages go on where they ended', async () => {
  const route53 = new Route53Client(server.client(freshAccount()));
  const Id = await zone(route53, 'pages.test');
  const names = ['b.pages.test', 'a.b.pages.test', '*.pages.test', 'c.pages.test'];
  await changing(route53, Id, ...names.map((name) => change('UPSERT', name, 'A', '192.0.2.1')));
  const found: string[] = [];
  let start: { readonly name: string; readonly type: 'A' } | undefined;
  let pages = 0;
  do {
    const page = await route53.send(
      new ListResourceRecordSetsCommand({
        HostedZoneId: Id,
        MaxItems: 2,
        ...(start === undefined
          ? {}
          : { StartRecordName: start.name, StartRecordType: start.type }),
      }),
    );
    found.push(...(page.ResourceRecordSets ?? []).map(({ Name, Type }) => `${Name} ${Type}`));
    start =
      page.NextRecordName === undefined ? undefined : { name: page.NextRecordName, type: 'A' };
    pages += 1;
  } while (start !== undefined && pages < 10);
  expect(found).toEqual([
    'pages.test. NS',
    'pages.test. SOA',
    '\\052.pages.test. A',
    'b.pages.test. A',
    'a.b.pages.test. A',
    'c.pages.test. A',
  ]);
  expect(pages).toBe(3);
});

test('ChangeResourceRecordSets: records of another routing policy are refused, and not taken for simple ones', async () => {
  const route53 = new Route53Client(server.client(freshAccount()));
  const Id = await zone(route53, 'policies.test');
  const cases: readonly Partial<ResourceRecordSet>[] = [
    { SetIdentifier: 'one' },
    { Weight: 10 },
    { Region: 'us-east-1' },
    { GeoLocation: { CountryCode: 'DE' } },
    { GeoProximityLocation: { AWSRegion: 'us-east-1' } },
    { CidrRoutingConfig: { CollectionId: crypto.randomUUID(), LocationName: 'here' } },
    { Failover: 'PRIMARY' },
    { MultiValueAnswer: true },
    { HealthCheckId: 'check' },
    { TrafficPolicyInstanceId: 'instance' },
  ];
  let ran = 0;
  for (const policy of cases) {
    const simple = change('CREATE', 'a.policies.test', 'A', '192.0.2.1');
    const ResourceRecordSet = {
      Name: '',
      Type: 'A',
      ...simple.ResourceRecordSet,
      ...policy,
    } as const;
    await expect(
      changing(route53, Id, { Action: 'CREATE', ResourceRecordSet }),
      JSON.stringify(policy),
    ).rejects.toMatchObject({
      $metadata: { httpStatusCode: 501 },
      message:
        'route53:ChangeResourceRecordSets is not implemented for routing policies other than simple routing',
    });
    ran += 1;
  }
  expect(ran).toBe(10);
});

test('ListHostedZones: those of a reusable delegation set are not built', async () => {
  const route53 = new Route53Client(server.client(freshAccount()));
  await expect(
    route53.send(new ListHostedZonesCommand({ DelegationSetId: 'N1' })),
  ).rejects.toMatchObject({
    $metadata: { httpStatusCode: 501 },
    message: 'route53:ListHostedZones is not implemented for reusable delegation sets',
  });
});

test('ListHostedZones: an account sees its own zones, by page and by name, with their tags', async () => {
  const route53 = new Route53Client(server.client(freshAccount()));
  const ids = [await zone(route53, 'b.list.test'), await zone(route53, 'a.list.test')];
  const first = await route53.send(new ListHostedZonesCommand({ MaxItems: 1 }));
  expect(first.IsTruncated).toBe(true);
  const second = await route53.send(
    new ListHostedZonesCommand({ MaxItems: 1, Marker: first.NextMarker }),
  );
  const seen = [...(first.HostedZones ?? []), ...(second.HostedZones ?? [])].map(({ Id }) =>
    String(Id),
  );
  expect(seen.toSorted()).toEqual(ids.toSorted());
  expect(second.IsTruncated).toBe(false);
  const named = await route53.send(new ListHostedZonesByNameCommand({ DNSName: 'b.list.test' }));
  expect(named.HostedZones?.map(({ Name }) => Name)).toEqual(['b.list.test.']);
  const { HostedZoneCount } = await route53.send(new GetHostedZoneCountCommand({}));
  expect(HostedZoneCount).toBe(2);
  const ResourceId = (ids[0] ?? '').slice('/hostedzone/'.length);
  const of = { ResourceType: 'hostedzone', ResourceId } as const;
  await route53.send(
    new ChangeTagsForResourceCommand({ ...of, AddTags: [{ Key: 'team', Value: 'blue' }] }),
  );
  const told = await route53.send(new ListTagsForResourceCommand(of));
  expect(told.ResourceTagSet?.Tags).toEqual([{ Key: 'team', Value: 'blue' }]);
});

test('ChangeResourceRecordSets: a policy may name records, and whoever has none is denied', async () => {
  const account = freshAccount();
  const Id = await zone(new Route53Client(server.client(account)), 'allowed.test');
  const arn = `arn:aws:route53:::hostedzone/${Id.slice('/hostedzone/'.length)}`;
  const config = await newUser(server, account, 'dns', {
    allow: [
      {
        Effect: 'Allow',
        Action: 'route53:ChangeResourceRecordSets',
        Resource: arn,
        Condition: {
          'ForAllValues:StringEquals': {
            'route53:ChangeResourceRecordSetsNormalizedRecordNames': ['good.allowed.test'],
          },
        },
      },
    ],
  });
  const user = new Route53Client(config);
  await changing(user, Id, change('CREATE', 'good.allowed.test', 'A', '192.0.2.1'));
  await expect(
    changing(user, Id, change('CREATE', 'bad.allowed.test', 'A', '192.0.2.1')),
  ).rejects.toMatchObject({
    name: 'AccessDenied',
    message: `User: arn:aws:iam::${account}:user/dns is not authorized to perform: route53:ChangeResourceRecordSets on resource: ${arn} because no identity-based policy allows the route53:ChangeResourceRecordSets action`,
  });
});
