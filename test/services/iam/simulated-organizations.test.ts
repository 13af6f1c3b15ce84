import {
  CreateServiceLinkedRoleCommand,
  type EvaluationResult,
  IAMClient,
  SimulateCustomPolicyCommand,
  SimulatePrincipalPolicyCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, policyText } from '../../identities.ts';
import { startServer, type TestServer } from '../../server.ts';
import { attachNew, enable, newMember, newOrganization } from '../organizations/fixture.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const ADMIN = 'arn:aws:iam::aws:policy/AdministratorAccess';
const ALL = policyText({ Effect: 'Allow', Action: '*', Resource: '*' });

async function ofPrincipal(
  account: string,
  PolicySourceArn: string,
  ...ActionNames: string[]
): Promise<readonly EvaluationResult[]> {
  const iam = new IAMClient(server.client(account));
  const command = new SimulatePrincipalPolicyCommand({ PolicySourceArn, ActionNames });
  return (await iam.send(command)).EvaluationResults ?? [];
}

/** A member of an organization whose user `admin` may do everything, as far as IAM says. */
async function memberWithAdmin() {
  const organization = await newOrganization(server);
  await enable(organization, 'RESOURCE_CONTROL_POLICY');
  const member = await newMember(server, organization);
  await newUser(server, member, 'admin', { attached: [ADMIN] });
  return { organization, member, admin: `arn:aws:iam::${member}:user/admin` };
}

test('SimulatePrincipalPolicy: the SCPs of the account decide, and the answer tells so', async () => {
  const { organization, member, admin } = await memberWithAdmin();
  const [before] = await ofPrincipal(member, admin, 'kms:ListKeys');
  expect(before).toMatchObject({
    EvalDecision: 'allowed',
    OrganizationsDecisionDetail: { AllowedByOrganizations: true },
  });
  await attachNew(organization, 'SERVICE_CONTROL_POLICY', member, {
    Effect: 'Deny',
    Action: 'kms:ListKeys',
    Resource: '*',
  });
  const [denied, other] = await ofPrincipal(member, admin, 'kms:ListKeys', 'kms:ListAliases');
  expect(denied).toMatchObject({
    EvalDecision: 'explicitDeny',
    MatchedStatements: [],
    OrganizationsDecisionDetail: { AllowedByOrganizations: false },
  });
  expect(other).toMatchObject({
    EvalDecision: 'allowed',
    OrganizationsDecisionDetail: { AllowedByOrganizations: true },
  });
});

test('SimulatePrincipalPolicy: conditions of SCPs count, and what they lack is named', async () => {
  const { organization, member, admin } = await memberWithAdmin();
  await attachNew(organization, 'SERVICE_CONTROL_POLICY', organization.rootId, {
    Effect: 'Deny',
    Action: 's3:*',
    Resource: '*',
    Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
  });
  const simulate = (region: string | undefined) =>
    new IAMClient(server.client(member)).send(
      new SimulatePrincipalPolicyCommand({
        PolicySourceArn: admin,
        ActionNames: ['s3:CreateBucket'],
        ContextEntries:
          region === undefined
            ? []
            : [
                {
                  ContextKeyName: 'aws:RequestedRegion',
                  ContextKeyType: 'string',
                  ContextKeyValues: [region],
                },
              ],
      }),
    );
  expect((await simulate('eu-west-1')).EvaluationResults).toMatchObject([
    { EvalDecision: 'allowed', MissingContextValues: [] },
  ]);
  expect((await simulate('us-east-1')).EvaluationResults).toMatchObject([
    { EvalDecision: 'explicitDeny', MissingContextValues: [] },
  ]);
  expect((await simulate(undefined)).EvaluationResults).toMatchObject([
    { EvalDecision: 'explicitDeny', MissingContextValues: ['aws:RequestedRegion'] },
  ]);
});

test('SimulatePrincipalPolicy: management accounts and service-linked roles are bound by none', async () => {
  const { organization, member } = await memberWithAdmin();
  await attachNew(organization, 'SERVICE_CONTROL_POLICY', organization.rootId, {
    Effect: 'Deny',
    Action: ['kms:*', 'iam:DeleteRole'],
    Resource: '*',
  });
  await newUser(server, organization.management, 'boss', { attached: [ADMIN] });
  const boss = `arn:aws:iam::${organization.management}:user/boss`;
  const [free] = await ofPrincipal(organization.management, boss, 'kms:ListKeys');
  expect(free?.EvalDecision).toBe('allowed');
  expect(free).not.toHaveProperty('OrganizationsDecisionDetail');
  const iam = new IAMClient(server.client(member));
  const { Role } = await iam.send(
    new CreateServiceLinkedRoleCommand({ AWSServiceName: 'organizations.amazonaws.com' }),
  );
  const linked = Role?.Arn ?? '';
  const results = await ofPrincipal(member, linked, 'iam:DeleteRole');
  expect(results[0]).not.toHaveProperty('OrganizationsDecisionDetail');
});

test('SimulateCustomPolicy: the SCPs of the own account count, those of another are not told', async () => {
  const { organization, member, admin } = await memberWithAdmin();
  await attachNew(organization, 'SERVICE_CONTROL_POLICY', member, {
    Effect: 'Deny',
    Action: 'kms:ListKeys',
    Resource: '*',
  });
  const simulate = async (account: string, CallerArn: string) => {
    const { EvaluationResults: results } = await new IAMClient(server.client(account)).send(
      new SimulateCustomPolicyCommand({
        PolicyInputList: [ALL],
        ActionNames: ['kms:ListKeys'],
        CallerArn,
      }),
    );
    return results?.[0];
  };
  expect(await simulate(member, admin)).toMatchObject({
    EvalDecision: 'explicitDeny',
    OrganizationsDecisionDetail: { AllowedByOrganizations: false },
  });
  const foreign = await simulate(organization.management, admin);
  expect(foreign?.EvalDecision).toBe('allowed');
  expect(foreign).not.toHaveProperty('OrganizationsDecisionDetail');
});
