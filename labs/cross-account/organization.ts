import {
  CreateKeyCommand,
  EncryptCommand,
  KMSClient,
  ListKeysCommand,
  PutKeyPolicyCommand,
} from '@aws-sdk/client-kms';
import {
  AttachPolicyCommand,
  CreateAccountCommand,
  CreateOrganizationCommand,
  CreatePolicyCommand,
  DescribeCreateAccountStatusCommand,
  EnablePolicyTypeCommand,
  ListRootsCommand,
  OrganizationsClient,
  type PolicyType,
  UpdatePolicyCommand,
} from '@aws-sdk/client-organizations';
import { type DevServer, policyText } from '../dev-server.ts';
import type { Narrator } from '../narration.ts';
import { mustRefuse } from '../refusal.ts';
import { HIDDEN } from './both-sides.ts';

const MANAGEMENT = '777788889999';
const OUTSIDER = '999900001111';
const code = 'AccessDeniedException';
const all = { Effect: 'Allow', Action: 'kms:*', Resource: '*' } as const;

interface Organization {
  readonly client: OrganizationsClient;
  readonly id: string;
  readonly rootId: string;
}

/** Part 2: policies of an organization allow nothing, and take away from everybody in it, its roots too. */
export async function organization(narrator: Narrator, server: DevServer): Promise<void> {
  narrator.step('An organization with two accounts');
  const client = new OrganizationsClient(server.root(MANAGEMENT));
  const made = await client.send(new CreateOrganizationCommand({}));
  const rootId = (await client.send(new ListRootsCommand({}))).Roots?.[0]?.Id ?? '';
  const its: Organization = { client, id: made.Organization?.Id ?? '', rootId };
  const enable = (PolicyType: PolicyType) =>
    client.send(new EnablePolicyTypeCommand({ RootId: rootId, PolicyType }));
  await enable('RESOURCE_CONTROL_POLICY');
  const owner = await newMember(server, client, 'owner');
  const sibling = await newMember(server, client, 'sibling');
  narrator.show('members', `${owner}, ${sibling}`);
  narrator.check('both are made', /^\d{12} \d{12}$/.test(`${owner} ${sibling}`));
  await serviceControl(narrator, server, its, owner);
  await resourceControl(narrator, server, its, { owner, sibling });
}

async function newMember(
  server: DevServer,
  client: OrganizationsClient,
  name: string,
): Promise<string> {
  const Email = `${name}@example.com`;
  const asked = await client.send(new CreateAccountCommand({ AccountName: name, Email }));
  // Accounts are made in the background.
  await server.advance('PT1M');
  const CreateAccountRequestId = asked.CreateAccountStatus?.Id;
  const told = await client.send(
    new DescribeCreateAccountStatusCommand({ CreateAccountRequestId }),
  );
  return told.CreateAccountStatus?.AccountId ?? '';
}

async function attach(
  { client }: Organization,
  Type: PolicyType,
  TargetId: string,
  statement: object,
): Promise<string> {
  const { Policy } = await client.send(
    new CreatePolicyCommand({
      Name: `lab-${Type}`,
      Description: '',
      Type,
      Content: policyText(statement),
    }),
  );
  const PolicyId = Policy?.PolicySummary?.Id ?? '';
  await client.send(new AttachPolicyCommand({ PolicyId, TargetId }));
  return PolicyId;
}

async function serviceControl(
  narrator: Narrator,
  server: DevServer,
  its: Organization,
  member: string,
): Promise<void> {
  narrator.step('A service control policy binds the account’s callers');
  const list = () => server.kms(member).send(new ListKeysCommand({}));
  await list();
  const id = await attach(its, 'SERVICE_CONTROL_POLICY', member, {
    Effect: 'Deny',
    Action: 'kms:ListKeys',
    Resource: '*',
  });
  const arn = `arn:aws:organizations::${MANAGEMENT}:policy/${its.id}/service_control_policy/${id}`;
  await mustRefuse(narrator, 'even its root user, and the denial names the policy', list(), {
    code,
    text: `kms:ListKeys with an explicit deny in a service control policy: ${arn}`,
  });
}

interface Members {
  readonly owner: string;
  readonly sibling: string;
}

async function resourceControl(
  narrator: Narrator,
  server: DevServer,
  its: Organization,
  { owner, sibling }: Members,
): Promise<void> {
  narrator.step('A resource control policy is a fence around the organization’s keys');
  const kms = server.kms(owner);
  const KeyId = (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? '';
  const Policy = policyText(
    { ...all, Principal: { AWS: `arn:aws:iam::${owner}:root` } },
    { ...all, Action: 'kms:Encrypt', Principal: '*' },
  );
  await kms.send(new PutKeyPolicyCommand({ KeyId, Policy }));
  const outsider = new KMSClient(await server.user(OUTSIDER, 'outsider', all));
  const by = (client: KMSClient) =>
    client.send(new EncryptCommand({ KeyId, Plaintext: Buffer.from('x') }));
  await by(outsider);
  narrator.say('The key policy is careless: it lets everybody encrypt, in whatever account.');
  const fence = {
    Effect: 'Deny',
    Principal: '*',
    Action: 'kms:*',
    Resource: '*',
    Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': its.id } },
  };
  const PolicyId = await attach(its, 'RESOURCE_CONTROL_POLICY', its.rootId, fence);
  await mustRefuse(narrator, 'who is outside is kept out, and is told nothing', by(outsider), {
    code,
    text: HIDDEN,
  });
  const inside = await by(server.kms(sibling));
  narrator.check('who is inside is not', inside.KeyId === KeyId);
  narrator.step('And it can take from those inside');
  const Content = policyText({ ...fence, Action: 'kms:Encrypt', Condition: {} });
  await its.client.send(new UpdatePolicyCommand({ PolicyId, Content }));
  const arn = `arn:aws:organizations::${MANAGEMENT}:policy/${its.id}/resource_control_policy/${PolicyId}`;
  await mustRefuse(narrator, 'the key’s own account is told which policy denied', by(kms), {
    code,
    text: `with an explicit deny in a resource control policy: ${arn}`,
  });
}
