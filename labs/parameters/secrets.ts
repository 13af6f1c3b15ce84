import {
  buildClient,
  CommitmentPolicy,
  KmsKeyringNode,
  type KmsKeyringNodeInput,
} from '@aws-crypto/client-node';
import {
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
} from '@aws-sdk/client-kms';
import { GetParameterCommand, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { ACCOUNT, type DevServer } from '../dev-server.ts';
import { keyringClient } from '../keyring-client.ts';
import type { Narrator } from '../narration.ts';
import { mustRefuse } from '../refusal.ts';

const SECRET = 'correct horse battery staple';

export async function secrets(narrator: Narrator, server: DevServer): Promise<void> {
  const config = server.root(ACCOUNT);
  const ssm = new SSMClient(config);
  const kms = server.kms(ACCOUNT);
  const put = (Name: string, more: object = {}) =>
    ssm.send(new PutParameterCommand({ Name, Value: SECRET, Type: 'SecureString', ...more }));
  const get = async (Name: string, WithDecryption: boolean) =>
    (await ssm.send(new GetParameterCommand({ Name, WithDecryption }))).Parameter?.Value ?? '';
  const arnOf = (id: string) => `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/${id}`;

  narrator.step('Under the account’s own key for Parameter Store');
  await put('/shop/prod/password');
  const { KeyMetadata: own } = await kms.send(new DescribeKeyCommand({ KeyId: 'alias/aws/ssm' }));
  narrator.check('it was made on first use', own?.KeyManager === 'AWS');
  narrator.show('stored', await get('/shop/prod/password', false));
  narrator.check(
    'without decryption one gets the ciphertext, with it the value',
    !(await get('/shop/prod/password', false)).includes(SECRET) &&
      (await get('/shop/prod/password', true)) === SECRET,
  );

  narrator.step('Standard tier, under a key of one’s own: KMS opens it directly');
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const KeyId = KeyMetadata?.Arn ?? '';
  await put('/shop/prod/token', { KeyId });
  const CiphertextBlob = Buffer.from(await get('/shop/prod/token', false), 'base64');
  const EncryptionContext = { PARAMETER_ARN: arnOf('shop/prod/token') };
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
  narrator.check(
    'kms decrypt with the parameter’s ARN as context',
    Buffer.from(opened.Plaintext ?? []).toString() === SECRET,
  );
  const wrong = { PARAMETER_ARN: arnOf('shop/prod/other') };
  await mustRefuse(
    narrator,
    'bound to its parameter: under another’s ARN it does not open',
    kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: wrong })),
    { code: 'InvalidCiphertextException' },
  );

  narrator.step('Advanced tier: a message of the AWS Encryption SDK');
  await put('/shop/prod/token', { KeyId, Tier: 'Advanced', Overwrite: true });
  const message = Buffer.from(await get('/shop/prod/token', false), 'base64');
  narrator.show('message', message.subarray(0, 48).toString('hex'));
  const input: KmsKeyringNodeInput = {
    keyIds: [KeyId],
    clientProvider: (region) => keyringClient(config, region),
  };
  const client = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);
  const decrypted = await client.decrypt(new KmsKeyringNode(input), message);
  narrator.check(
    'the unmodified library opens it, under its strictest policy',
    decrypted.plaintext.toString() === SECRET,
  );
  narrator.check(
    'and finds the parameter’s ARN in it',
    decrypted.messageHeader.encryptionContext['PARAMETER_ARN'] === arnOf('shop/prod/token'),
  );

  narrator.step('A key that is disabled');
  await kms.send(new DisableKeyCommand({ KeyId }));
  await mustRefuse(narrator, 'opens nothing, and says why', get('/shop/prod/token', true), {
    code: 'InvalidKeyId',
    text: `${KeyId} is disabled.`,
  });

  narrator.step('The audit trail');
  const records = await server.records(ACCOUNT, 'PutParameter');
  narrator.check(
    'has every change, and no value',
    records.length > 0 && records.every((text) => !text.includes(SECRET)),
  );
  const uses = await server.records(ACCOUNT, 'Decrypt');
  narrator.check(
    'and each use of a key, by Parameter Store for its caller',
    uses.some(
      (text) => text.includes('"invokedBy":"ssm.amazonaws.com"') && text.includes('PARAMETER_ARN'),
    ),
  );
}
