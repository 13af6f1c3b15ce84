import {
  AcceptHandshakeCommand,
  CancelHandshakeCommand,
  CreateOrganizationCommand,
  DeclineHandshakeCommand,
  DescribeHandshakeCommand,
  DescribeOrganizationCommand,
  EnableAllFeaturesCommand,
  InviteAccountToOrganizationCommand,
  ListAccountsCommand,
  ListHandshakesForAccountCommand,
  ListHandshakesForOrganizationCommand,
  ListRootsCommand,
  ListTagsForResourceCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { KMSClient, ListKeysCommand } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../src/core/time.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { attachNew, newMember, newOrganization, settle, type TestOrganization } from './fixture.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const clientOf = (account: string) => new OrganizationsClient(server.client(account));

async function invite({ client }: Pick<TestOrganization, 'client'>, account: string) {
  const Target = { Id: account, Type: 'ACCOUNT' } as const;
  const Tags = [{ Key: 'from', Value: 'invitation' }];
  const { Handshake } = await client.send(new InviteAccountToOrganizationCommand({ Target, Tags }));
  return Handshake?.Id ?? '';
}

test('an invitation: seen by both parties and nobody else, accepted by the one it is for', async () => {
  const organization = await newOrganization(server);
  const { client, management, id } = organization;
  await attachNew(organization, 'SERVICE_CONTROL_POLICY', organization.rootId, {
    Effect: 'Deny',
    Action: 'kms:ListKeys',
    Resource: '*',
  });
  const guest = freshAccount();
  const own = clientOf(guest);
  const HandshakeId = await invite(organization, guest);
  const { Handshakes } = await own.send(new ListHandshakesForAccountCommand({}));
  expect(Handshakes).toMatchObject([
    {
      Id: HandshakeId,
      Arn: `arn:aws:organizations::${management}:handshake/${id}/invite/${HandshakeId}`,
      State: 'OPEN',
      Action: 'INVITE',
      Parties: [
        { Id: id.slice(2), Type: 'ORGANIZATION' },
        { Id: guest, Type: 'ACCOUNT' },
      ],
    },
  ]);
  await expect(invite(organization, guest)).rejects.toMatchObject({
    name: 'DuplicateHandshakeException',
  });
  await expect(
    clientOf(freshAccount()).send(new AcceptHandshakeCommand({ HandshakeId })),
  ).rejects.toMatchObject({ name: 'HandshakeNotFoundException' });
  await expect(client.send(new AcceptHandshakeCommand({ HandshakeId }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  await expect(own.send(new CancelHandshakeCommand({ HandshakeId }))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  const kms = new KMSClient(server.client(guest));
  await kms.send(new ListKeysCommand({}));
  await own.send(new AcceptHandshakeCommand({ HandshakeId }));
  await expect(kms.send(new ListKeysCommand({}))).rejects.toMatchObject({
    name: 'AccessDeniedException',
  });
  const { Accounts } = await client.send(new ListAccountsCommand({}));
  expect(Accounts?.find(({ Id }) => Id === guest)).toMatchObject({ JoinedMethod: 'INVITED' });
  const { Tags } = await client.send(new ListTagsForResourceCommand({ ResourceId: guest }));
  expect(Tags).toEqual([{ Key: 'from', Value: 'invitation' }]);
  await expect(own.send(new AcceptHandshakeCommand({ HandshakeId }))).rejects.toMatchObject({
    name: 'HandshakeAlreadyInStateException',
  });
  await expect(invite(organization, guest)).rejects.toMatchObject({
    name: 'HandshakeConstraintViolationException',
    Reason: 'ALREADY_IN_AN_ORGANIZATION',
  });
});

test('an invitation: declined, canceled, or expired after 15 days; forgotten 30 days later', async () => {
  const organization = await newOrganization(server);
  const { client } = organization;
  const [one, two, three] = [freshAccount(), freshAccount(), freshAccount()];
  const declined = await invite(organization, one);
  await clientOf(one).send(new DeclineHandshakeCommand({ HandshakeId: declined }));
  const canceled = await invite(organization, two);
  await client.send(new CancelHandshakeCommand({ HandshakeId: canceled }));
  await expect(
    clientOf(two).send(new AcceptHandshakeCommand({ HandshakeId: canceled })),
  ).rejects.toMatchObject({ name: 'InvalidHandshakeTransitionException' });
  const late = await invite(organization, three);
  await settle(server, 15 * DAY_MS);
  await expect(
    clientOf(three).send(new AcceptHandshakeCommand({ HandshakeId: late })),
  ).rejects.toMatchObject({ name: 'InvalidHandshakeTransitionException' });
  const { Handshakes } = await client.send(new ListHandshakesForOrganizationCommand({}));
  const states = new Map(Handshakes?.map(({ Id, State }) => [Id, State]));
  expect(states.get(declined)).toBe('DECLINED');
  expect(states.get(canceled)).toBe('CANCELED');
  expect(states.get(late)).toBe('EXPIRED');
  await settle(server, 30 * DAY_MS);
  await expect(
    client.send(new DescribeHandshakeCommand({ HandshakeId: late })),
  ).rejects.toMatchObject({ name: 'HandshakeNotFoundException' });
});

test('EnableAllFeatures: invited accounts agree first, made ones are not asked', async () => {
  const management = freshAccount();
  const client = clientOf(management);
  await client.send(new CreateOrganizationCommand({ FeatureSet: 'CONSOLIDATED_BILLING' }));
  await newMember(server, { client });
  const guest = freshAccount();
  const HandshakeId = await invite({ client }, guest);
  await clientOf(guest).send(new AcceptHandshakeCommand({ HandshakeId }));
  const started = await client.send(new EnableAllFeaturesCommand({}));
  const parent = started.Handshake?.Id ?? '';
  expect(started.Handshake).toMatchObject({ Action: 'ENABLE_ALL_FEATURES', State: 'REQUESTED' });
  await expect(client.send(new EnableAllFeaturesCommand({}))).rejects.toMatchObject({
    Reason: 'ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION',
  });
  await expect(
    client.send(new AcceptHandshakeCommand({ HandshakeId: parent })),
  ).rejects.toMatchObject({ name: 'InvalidHandshakeTransitionException' });
  const asked = await client.send(
    new ListHandshakesForOrganizationCommand({ Filter: { ParentHandshakeId: parent } }),
  );
  expect(asked.Handshakes).toHaveLength(1);
  await clientOf(guest).send(
    new AcceptHandshakeCommand({ HandshakeId: asked.Handshakes?.[0]?.Id ?? '' }),
  );
  await client.send(new AcceptHandshakeCommand({ HandshakeId: parent }));
  const { Organization } = await client.send(new DescribeOrganizationCommand({}));
  expect(Organization?.FeatureSet).toBe('ALL');
  const { Roots } = await client.send(new ListRootsCommand({}));
  expect(Roots?.[0]?.PolicyTypes).toEqual([{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }]);
  await expect(client.send(new EnableAllFeaturesCommand({}))).rejects.toMatchObject({
    Reason: 'ORGANIZATION_ALREADY_HAS_ALL_FEATURES',
  });
});
