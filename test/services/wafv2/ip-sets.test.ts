import {
  CreateIPSetCommand,
  DeleteIPSetCommand,
  GetIPSetCommand,
  ListIPSetsCommand,
  UpdateIPSetCommand,
  WAFV2Client,
} from '@aws-sdk/client-wafv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { blocking, newIpSet, newTenant, newWebAcl } from './web-acls.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const set = (Addresses: string[], more = {}) =>
  new CreateIPSetCommand({
    Name: 'set',
    Scope: 'REGIONAL',
    IPAddressVersion: 'IPV4',
    Addresses,
    ...more,
  });

test('CreateIPSet: gives a summary that GetIPSet agrees with', async () => {
  const { waf, account } = newTenant(server, 'eu-west-1');
  const { Summary } = await waf.send(set(['10.0.0.0/8', '10.0.0.0/8'], { Description: 'a set' }));
  const { Id = '', LockToken } = Summary ?? {};
  const ARN = `arn:aws:wafv2:eu-west-1:${account}:regional/ipset/set/${Id}`;
  expect(Summary).toEqual({ Name: 'set', Id, Description: 'a set', LockToken, ARN });
  const got = await waf.send(new GetIPSetCommand({ Name: 'set', Scope: 'REGIONAL', Id }));
  expect(got.LockToken).toBe(LockToken);
  expect(got.IPSet).toEqual({
    Name: 'set',
    Id,
    ARN,
    Description: 'a set',
    IPAddressVersion: 'IPV4',
    Addresses: ['10.0.0.0/8'],
  });
});

test('CreateIPSet: shows IPv6 addresses in full', async () => {
  const { waf } = newTenant(server);
  const Addresses = ['2001:DB8::/32', '::ffff:10.0.0.1/128', '::/1'];
  const { Summary } = await waf.send(set(Addresses, { IPAddressVersion: 'IPV6' }));
  const Id = Summary?.Id ?? '';
  const { IPSet } = await waf.send(new GetIPSetCommand({ Name: 'set', Scope: 'REGIONAL', Id }));
  expect(IPSet?.Addresses).toEqual([
    '2001:0db8:0000:0000:0000:0000:0000:0000/32',
    '0000:0000:0000:0000:0000:ffff:0a00:0001/128',
    '0000:0000:0000:0000:0000:0000:0000:0000/1',
  ]);
});

test('CreateIPSet: a name is taken once in each scope', async () => {
  const { waf } = newTenant(server);
  await newIpSet(waf, []);
  await expect(waf.send(set([]))).rejects.toMatchObject({
    name: 'WAFDuplicateItemException',
    message:
      'AWS WAF couldn’t perform the operation because some resource in your request is a ' +
      'duplicate of an existing one.',
  });
  await waf.send(set([], { Scope: 'CLOUDFRONT' }));
});

test('check 17: an IP set holds 10,000 ranges, and none of them is everything', async () => {
  const { waf } = newTenant(server);
  const ranges = (count: number) =>
    Array.from({ length: count }, (_, at) => `10.${at >> 8}.${at & 255}.0/24`);
  const cases = [
    [ranges(10_001), 'WAFLimitsExceededException'],
    [['0.0.0.0/0'], 'WAFInvalidParameterException'],
    [['10.0.0.0/33'], 'WAFInvalidParameterException'],
    [['10.0.0.0'], 'WAFInvalidParameterException'],
    [['2001:db8::/32'], 'WAFInvalidParameterException'],
  ] as const;
  let ran = 0;
  for (const [addresses, name] of cases) {
    await expect(waf.send(set([...addresses]))).rejects.toMatchObject({ name });
    ran += 1;
  }
  expect(ran).toBe(5);
  await expect(waf.send(set(['0.0.0.0/0']))).rejects.toMatchObject({
    message:
      'Error reason: The parameter contains formatting that is not valid., field: IP_ADDRESS, ' +
      'parameter: 0.0.0.0/0',
    Field: 'IP_ADDRESS',
    Parameter: '0.0.0.0/0',
    Reason: 'The parameter contains formatting that is not valid.',
  });
  await waf.send(set([...ranges(9_999), '0.0.0.0/1']));
});

test('check 18: UpdateIPSet takes each lock token once', async () => {
  const { waf } = newTenant(server);
  const { name, token: LockToken } = await newIpSet(waf, ['10.0.0.0/8']);
  const update = (token: string) =>
    waf.send(new UpdateIPSetCommand({ ...name, Addresses: ['10.1.0.0/16'], LockToken: token }));
  const { NextLockToken = '' } = await update(LockToken);
  await expect(update(LockToken)).rejects.toMatchObject({
    name: 'WAFOptimisticLockException',
    message:
      'AWS WAF couldn’t save your changes because someone changed the resource after you ' +
      'started to edit it. Re-apply your changes.',
  });
  const { IPSet, LockToken: current } = await waf.send(new GetIPSetCommand(name));
  expect(IPSet?.Addresses).toEqual(['10.1.0.0/16']);
  expect(current).toBe(NextLockToken);
});

test('DeleteIPSet: refuses while a web ACL refers to it', async () => {
  const { waf } = newTenant(server);
  const { name, arn, token: LockToken } = await newIpSet(waf, ['10.0.0.0/8']);
  await newWebAcl(waf, [blocking(0, { IPSetReferenceStatement: { ARN: arn } })]);
  const deletion = waf.send(new DeleteIPSetCommand({ ...name, LockToken }));
  await expect(deletion).rejects.toMatchObject({
    name: 'WAFAssociatedItemException',
    message:
      'AWS WAF couldn’t perform the operation because your resource is being used by another ' +
      'resource or it’s associated with another resource.',
  });
  const free = await newIpSet(waf, [], 'free');
  await waf.send(new DeleteIPSetCommand({ ...free.name, LockToken: free.token }));
  await expect(waf.send(new GetIPSetCommand(free.name))).rejects.toMatchObject({
    name: 'WAFNonexistentItemException',
    message: 'AWS WAF couldn’t perform the operation because your resource doesn’t exist.',
  });
});

test('ListIPSets: goes on where a page ended, by name', async () => {
  const { waf } = newTenant(server);
  const long = 'x'.repeat(128);
  for (const name of [long, 'b', 'a']) await newIpSet(waf, [], name);
  const names: (string | undefined)[] = [];
  let NextMarker: string | undefined;
  do {
    const page = await waf.send(
      new ListIPSetsCommand({ Scope: 'REGIONAL', Limit: 1, ...(NextMarker && { NextMarker }) }),
    );
    names.push(...(page.IPSets ?? []).map(({ Name }) => Name));
    NextMarker = page.NextMarker;
  } while (NextMarker !== undefined);
  expect(names).toEqual(['a', 'b', long]);
});

test('GetIPSet: a user without permission is denied', async () => {
  const { waf, account } = newTenant(server);
  const { name, arn } = await newIpSet(waf, []);
  const user = await newUser(server, account, 'nobody', {
    allow: [{ Effect: 'Allow', Action: 'wafv2:ListIPSets', Resource: '*' }],
  });
  const own = new WAFV2Client(user);
  await expect(own.send(new GetIPSetCommand(name))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message:
      `User: arn:aws:iam::${account}:user/nobody is not authorized to perform: wafv2:GetIPSet ` +
      `on resource: ${arn} because no identity-based policy allows the wafv2:GetIPSet action`,
  });
  await own.send(new ListIPSetsCommand({ Scope: 'REGIONAL' }));
});
