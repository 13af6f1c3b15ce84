import { GetHostedZoneCommand, Route53Client } from '@aws-sdk/client-route-53';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolveName } from '../../../src/services/route53/port.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { change, changing, zone } from './changes.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const resolved = (name: string, type: 'A' | 'CNAME' | 'TXT') =>
  server.platform.engine().store.run((unit) => resolveName(unit, name, type));

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

/** A zone that is a second younger than all before it. */
async function laterZone(route53: Route53Client, name: string): Promise<string> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + 1_000);
  return zone(route53, name);
}

const client = () => new Route53Client(server.client(freshAccount()));

/** Has a zone say of a name whose it is. */
async function says(route53: Route53Client, id: string, name: string, who: string): Promise<void> {
  await changing(route53, id, change('UPSERT', name, 'TXT', `"${who}"`));
}

async function serversOf(route53: Route53Client, Id: string): Promise<readonly string[]> {
  const { DelegationSet } = await route53.send(new GetHostedZoneCommand({ Id }));
  return DelegationSet?.NameServers ?? [];
}

test('names: a later zone above does not take over an older one of another account, nor anything below it', async () => {
  const owner = client();
  const other = client();
  const own = await laterZone(owner, 'app.above.test');
  await says(owner, own, 'www.app.above.test', 'owner');
  const above = await laterZone(other, 'above.test');
  await says(other, above, 'www.app.above.test', 'other');
  await says(other, above, 'free.above.test', 'other');
  expect(await resolved('www.app.above.test', 'TXT')).toEqual(['"owner"']);
  expect(await resolved('free.above.test', 'TXT')).toEqual(['"other"']);
  // Nor by naming the servers of one more zone of its own.
  const beside = await laterZone(other, 'app.above.test');
  await says(other, beside, 'www.app.above.test', 'other');
  const servers = await serversOf(other, beside);
  await changing(other, above, change('CREATE', 'app.above.test', 'NS', ...servers));
  expect(await resolved('www.app.above.test', 'TXT')).toEqual(['"owner"']);
  const below = await laterZone(other, 'deep.app.above.test');
  await says(other, below, 'a.deep.app.above.test', 'other');
  expect(await resolved('a.deep.app.above.test', 'TXT')).toEqual([]);
  const later = await laterZone(owner, 'deep.app.above.test');
  await says(owner, later, 'a.deep.app.above.test', 'owner');
  expect(await resolved('a.deep.app.above.test', 'TXT')).toEqual(['"owner"']);
});

test('names: an own later zone below speaks, and what another account made between the two does not', async () => {
  const owner = client();
  const other = client();
  await laterZone(owner, 'between.test');
  const shadow = await laterZone(other, 'sub.between.test');
  const deep = await laterZone(other, 'deep.sub.between.test');
  await says(other, shadow, 'a.sub.between.test', 'other');
  await says(other, deep, 'a.deep.sub.between.test', 'other');
  expect(await resolved('a.sub.between.test', 'TXT')).toEqual([]);
  const sub = await laterZone(owner, 'sub.between.test');
  await says(owner, sub, 'a.sub.between.test', 'owner');
  expect(await resolved('a.sub.between.test', 'TXT')).toEqual(['"owner"']);
  // Older than the zone above it, but not than all above that.
  expect(await resolved('a.deep.sub.between.test', 'TXT')).toEqual([]);
});

test('names: a zone is delegated to by all of its name servers, however they are spelled, and not by some', async () => {
  const owner = client();
  const other = client();
  const Id = await laterZone(owner, 'whole.test');
  const below = await laterZone(other, 'sub.whole.test');
  await says(other, below, 'a.sub.whole.test', 'other');
  const servers = await serversOf(other, below);
  expect(servers).toHaveLength(4);
  await changing(owner, Id, change('UPSERT', 'sub.whole.test', 'NS', ...servers.slice(0, 3)));
  expect(await resolved('a.sub.whole.test', 'TXT')).toEqual([]);
  const spelled = servers.map((name, index) => (index % 2 === 0 ? name.toUpperCase() : `${name}.`));
  await changing(owner, Id, change('UPSERT', 'sub.whole.test', 'NS', ...spelled));
  expect(await resolved('a.sub.whole.test', 'TXT')).toEqual(['"other"']);
});
