import {
  ChangeResourceRecordSetsCommand,
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
} from '@aws-sdk/client-route-53';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolveName } from '../../../src/services/route53/port.ts';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function zone(route53: Route53Client, Name: string): Promise<string> {
  const CallerReference = `${Name} ${Math.random()}`;
  const made = await route53.send(new CreateHostedZoneCommand({ Name, CallerReference }));
  return made.HostedZone?.Id ?? '';
}

function change(
  Action: 'CREATE' | 'DELETE' | 'UPSERT',
  Name: string,
  Type: 'A' | 'CNAME' | 'TXT' | 'NS',
  ...values: readonly string[]
): Change {
  const ResourceRecords = values.map((Value) => ({ Value }));
  return { Action, ResourceRecordSet: { Name, Type, TTL: 60, ResourceRecords } };
}

function changing(route53: Route53Client, HostedZoneId: string, ...Changes: readonly Change[]) {
  const ChangeBatch = { Changes: [...Changes] };
  return route53.send(new ChangeResourceRecordSetsCommand({ HostedZoneId, ChangeBatch }));
}

const resolved = (name: string, type: 'A' | 'CNAME' | 'TXT') =>
  server.platform.engine().store.run((unit) => resolveName(unit, name, type));

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

test('names: aliases and names for others are followed, stars stand in, and no account answers for a domain of another', async () => {
  const owner = new Route53Client(server.client(freshAccount()));
  const other = new Route53Client(server.client(freshAccount()));
  const Id = await zone(owner, 'names.test');
  await changing(
    owner,
    Id,
    change('CREATE', 'target.names.test', 'A', '192.0.2.1'),
    change('CREATE', 'alias.names.test', 'CNAME', 'target.names.test'),
    change('CREATE', '*.star.names.test', 'TXT', '"starred"'),
  );
  const AliasTarget = {
    HostedZoneId: Id.slice('/hostedzone/'.length),
    DNSName: 'target.names.test',
    EvaluateTargetHealth: false,
  };
  const ResourceRecordSet = { Name: 'names.test', Type: 'A', AliasTarget } as const;
  await changing(owner, Id, { Action: 'CREATE', ResourceRecordSet });
  expect(await resolved('alias.names.test', 'A')).toEqual(['192.0.2.1']);
  expect(await resolved('names.test', 'A')).toEqual(['192.0.2.1']);
  expect(await resolved('x.star.names.test', 'TXT')).toEqual(['"starred"']);
  const shadow = await zone(other, 'names.test');
  await changing(other, shadow, change('CREATE', 'new.names.test', 'TXT', '"shadow"'));
  const below = await zone(other, 'sub.names.test');
  await changing(other, below, change('CREATE', 'a.sub.names.test', 'TXT', '"below"'));
  expect(await resolved('new.names.test', 'TXT')).toEqual([]);
  expect(await resolved('a.sub.names.test', 'TXT')).toEqual([]);
  const { DelegationSet } = await other.send(new GetHostedZoneCommand({ Id: below }));
  const servers = (DelegationSet?.NameServers ?? []).map((server) => `${server}.`);
  await changing(owner, Id, change('CREATE', 'sub.names.test', 'NS', ...servers));
  expect(await resolved('a.sub.names.test', 'TXT')).toEqual(['"below"']);
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
