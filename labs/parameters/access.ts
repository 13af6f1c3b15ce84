import { CreateKeyCommand } from '@aws-sdk/client-kms';
import {
  DescribeParametersCommand,
  GetParameterCommand,
  GetParametersByPathCommand,
  PutParameterCommand,
  PutResourcePolicyCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { ACCOUNT, type DevServer, policyText } from '../dev-server.ts';
import type { Narrator } from '../narration.ts';
import { mustRefuse } from '../refusal.ts';

const FRIEND = '444455556666';

export async function access(narrator: Narrator, server: DevServer): Promise<void> {
  const ssm = new SSMClient(server.root(ACCOUNT));
  const arnOf = (id: string) => `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/${id}`;
  const put = (Name: string, Value: string, more: object = {}) =>
    ssm.send(new PutParameterCommand({ Name, Value, Type: 'String', ...more }));
  const get = (client: SSMClient, Name: string, WithDecryption = false) =>
    client.send(new GetParameterCommand({ Name, WithDecryption }));

  narrator.step('A path is authorized as it is asked for');
  await put('/team/plain', 'a');
  await put('/team/private/key', 'b');
  const reader = new SSMClient(
    await server.user(
      ACCOUNT,
      'reader',
      { Effect: 'Allow', Action: 'ssm:GetParameter*', Resource: `${arnOf('team')}*` },
      { Effect: 'Deny', Action: 'ssm:GetParameter*', Resource: arnOf('team/private/*') },
    ),
  );
  const requestId = await mustRefuse(
    narrator,
    'by its name the private one is denied',
    get(reader, '/team/private/key'),
    { code: 'AccessDeniedException', text: 'with an explicit deny in an identity-based policy' },
  );
  narrator.check('holdfast explain tells why', server.explain(requestId).includes('Deny'));
  const byPath = { Path: '/team', Recursive: true };
  const { Parameters = [] } = await reader.send(new GetParametersByPathCommand(byPath));
  narrator.show('/team', Parameters.map(({ Name }) => Name).join(' '));
  narrator.say(
    'As at AWS: who may read a path reads all below it. Deny GetParametersByPath above what is private.',
  );
  narrator.check('by a path above it, it is read all the same', Parameters.length === 2);

  narrator.step('Reading is one thing, decrypting another');
  const { KeyMetadata } = await server.kms(ACCOUNT).send(new CreateKeyCommand({}));
  await put('/team/secret', 's', { Type: 'SecureString', KeyId: KeyMetadata?.Arn });
  const sealed = await get(reader, '/team/secret');
  narrator.check('the ciphertext is read', (sealed.Parameter?.Value ?? '').length > 100);
  await mustRefuse(
    narrator,
    'the value is not, without kms:Decrypt',
    get(reader, '/team/secret', true),
    { code: 'AccessDeniedException', text: 'is not authorized to perform: kms:Decrypt' },
  );

  narrator.step('Another account');
  await put('/shared/endpoint', 'https://example.com', { Tier: 'Advanced' });
  const friend = new SSMClient(server.root(FRIEND));
  const ResourceArn = arnOf('shared/endpoint');
  await mustRefuse(narrator, 'reads nothing by itself', get(friend, ResourceArn), {
    code: 'AccessDeniedException',
  });
  const Principal = { AWS: `arn:aws:iam::${FRIEND}:root` };
  const Policy = policyText({
    Effect: 'Allow',
    Principal,
    Action: ['ssm:GetParameter', 'ssm:DescribeParameters'],
    Resource: ResourceArn,
  });
  await ssm.send(new PutResourcePolicyCommand({ ResourceArn, Policy }));
  const shared = await get(friend, ResourceArn);
  narrator.check(
    'reads what a policy of the parameter shares, by its ARN',
    shared.Parameter?.Value === 'https://example.com',
  );
  const listed = await friend.send(new DescribeParametersCommand({ Shared: true }));
  narrator.check('and finds it listed', listed.Parameters?.[0]?.ARN === ResourceArn);
}
