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
} from '@aws-sdk/client-organizations';
import { policyText, type Statement } from '../../identities.ts';
import { freshAccount, type TestServer } from '../../server.ts';

export interface TestOrganization {
  readonly management: string;
  /** A client of the management account's root. */
  readonly client: OrganizationsClient;
  readonly id: string;
  readonly rootId: string;
}

/** An organization with all features, in a management account of its own. */
export async function newOrganization(server: TestServer): Promise<TestOrganization> {
  const management = freshAccount();
  const client = new OrganizationsClient(server.client(management));
  const { Organization } = await client.send(new CreateOrganizationCommand({}));
  const { Roots } = await client.send(new ListRootsCommand({}));
  return { management, client, id: Organization?.Id ?? '', rootId: Roots?.[0]?.Id ?? '' };
}

let nextMember = 0;

/** Runs what is due: accounts are made and closed by jobs. */
export async function settle(server: TestServer, aheadMs = 0): Promise<void> {
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + aheadMs);
}

/** An account made by CreateAccount. */
export async function newMember(
  server: TestServer,
  { client }: Pick<TestOrganization, 'client'>,
): Promise<string> {
  nextMember += 1;
  const Email = `member-${nextMember}-${freshAccount()}@example.com`;
  const asked = await client.send(
    new CreateAccountCommand({ AccountName: `Member ${nextMember}`, Email }),
  );
  await settle(server);
  const CreateAccountRequestId = asked.CreateAccountStatus?.Id;
  const told = await client.send(
    new DescribeCreateAccountStatusCommand({ CreateAccountRequestId }),
  );
  return told.CreateAccountStatus?.AccountId ?? '';
}

let nextPolicy = 0;

/** Makes a policy and attaches it; gives its id. */
export async function attachNew(
  { client }: Pick<TestOrganization, 'client'>,
  type: PolicyType,
  target: string,
  ...statements: readonly Statement[]
): Promise<string> {
  nextPolicy += 1;
  const { Policy } = await client.send(
    new CreatePolicyCommand({
      Name: `policy-${nextPolicy}`,
      Description: '',
      Type: type,
      Content: policyText(...statements),
    }),
  );
  const PolicyId = Policy?.PolicySummary?.Id ?? '';
  await client.send(new AttachPolicyCommand({ PolicyId, TargetId: target }));
  return PolicyId;
}

export function enable(
  { client, rootId }: Pick<TestOrganization, 'client' | 'rootId'>,
  type: PolicyType,
) {
  return client.send(new EnablePolicyTypeCommand({ RootId: rootId, PolicyType: type }));
}
