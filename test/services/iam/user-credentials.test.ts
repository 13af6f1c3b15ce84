import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import {
  CreateServiceSpecificCredentialCommand,
  CreateUserCommand,
  DeleteServiceSpecificCredentialCommand,
  DeleteSigningCertificateCommand,
  DeleteSSHPublicKeyCommand,
  DeleteUserCommand,
  GetSSHPublicKeyCommand,
  IAMClient,
  ListServiceSpecificCredentialsCommand,
  ListSigningCertificatesCommand,
  ListSSHPublicKeysCommand,
  ResetServiceSpecificCredentialCommand,
  UpdateServiceSpecificCredentialCommand,
  UpdateSigningCertificateCommand,
  UpdateSSHPublicKeyCommand,
  UpdateUserCommand,
  UploadSigningCertificateCommand,
  UploadSSHPublicKeyCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serviceCredentials } from '../../../src/services/iam/credential-state.ts';
import { accountScope } from '../../../src/services/iam/state.ts';
import { newCertificate } from '../../certificates.ts';
import { newUser } from '../../identities.ts';
import { newRole, sessionOf } from '../../roles.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function withAnn() {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  await iam.send(new CreateUserCommand({ UserName: 'ann' }));
  return { account, iam };
}

/** A public key of `ssh-keygen`, with the fingerprint that `ssh-keygen -l -E md5` shows of it. */
const KNOWN = {
  body:
    'ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCxf4EN1X6ZU2ZQzA4aO6FvoASt4gD8fVzls/9a+YU0' +
    '9zdM5GxNjcOw0beyfexXDDpEEoqPgLzvAu8xU5DCqP81eKegZ85eiC/HXG2oW3k5IuoMfAdTPLu7Sw9B' +
    'iGQNjL53Trzb2Utssn8je/5wEeBZtLwvSuQCkxmxL2EYGMknLMuzhr7SqbjP9M0HxAMkTX0nJqKl7gw7' +
    '8chWCRTRcMiiIYl/jRo/aHEB9yIqsSOuxhLrG0lnxNztery66pFoqGoM3YzCnxKdJv5bu8NPK72/NM2o' +
    'Q2stPiHmZecPHXqdoXAyKe3IrG1r068vlS9pfARMQpsB5oecKZtGHmDg4t1r',
  fingerprint: 'd1:af:9c:f3:d6:6a:31:37:3e:9a:6e:ef:19:66:73:b9',
};

function newSshKey(bits = 2_048) {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
  const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
  const { e = '', n = '' } = publicKey.export({ format: 'jwk' });
  const part = (bytes: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const modulus = Buffer.concat([Buffer.from([0]), Buffer.from(n, 'base64url')]);
  const blob = Buffer.concat([
    part(Buffer.from('ssh-rsa')),
    part(Buffer.from(e, 'base64url')),
    part(modulus),
  ]);
  return { pem, ssh: `ssh-rsa ${blob.toString('base64')}` };
}

test('UploadSSHPublicKey: takes SSH and PEM, and gives back either', async () => {
  const { iam } = await withAnn();
  const { pem, ssh } = newSshKey();
  const { SSHPublicKey: made } = await iam.send(
    new UploadSSHPublicKeyCommand({ UserName: 'ann', SSHPublicKeyBody: `${ssh} ann@example.com` }),
  );
  expect(made).toEqual({
    UserName: 'ann',
    SSHPublicKeyId: expect.stringMatching(/^APKA[A-Z2-7]{17}$/),
    Fingerprint: expect.stringMatching(/^([0-9a-f]{2}:){15}[0-9a-f]{2}$/),
    SSHPublicKeyBody: ssh,
    Status: 'Active',
    UploadDate: expect.any(Date),
  });
  const SSHPublicKeyId = made?.SSHPublicKeyId;
  const get = (Encoding: 'SSH' | 'PEM') =>
    iam.send(new GetSSHPublicKeyCommand({ UserName: 'ann', SSHPublicKeyId, Encoding }));
  expect((await get('PEM')).SSHPublicKey?.SSHPublicKeyBody).toBe(pem);
  expect((await get('SSH')).SSHPublicKey?.SSHPublicKeyBody).toBe(ssh);
  expect(createPublicKey(pem).asymmetricKeyType).toBe('rsa');
  await expect(
    iam.send(new UploadSSHPublicKeyCommand({ UserName: 'ann', SSHPublicKeyBody: pem })),
  ).rejects.toMatchObject({ name: 'DuplicateSSHPublicKeyException' });
  await iam.send(
    new UpdateSSHPublicKeyCommand({ UserName: 'ann', SSHPublicKeyId, Status: 'Inactive' }),
  );
  const { SSHPublicKeys } = await iam.send(new ListSSHPublicKeysCommand({ UserName: 'ann' }));
  expect(SSHPublicKeys).toMatchObject([{ SSHPublicKeyId, Status: 'Inactive' }]);
});

test('UploadSSHPublicKey: the fingerprint is the one that ssh-keygen shows', async () => {
  const { iam } = await withAnn();
  const { SSHPublicKey } = await iam.send(
    new UploadSSHPublicKeyCommand({ UserName: 'ann', SSHPublicKeyBody: KNOWN.body }),
  );
  expect(SSHPublicKey?.Fingerprint).toBe(KNOWN.fingerprint);
});

test('UploadSSHPublicKey: refuses what is no RSA key of 2,048 bits, and a sixth', async () => {
  const { iam } = await withAnn();
  const upload = (SSHPublicKeyBody: string) =>
    iam.send(new UploadSSHPublicKeyCommand({ UserName: 'ann', SSHPublicKeyBody }));
  const bad = ['hello', 'ssh-rsa AAAA', `${newSshKey().ssh.slice(0, -30)}`, newSshKey(1_024).ssh];
  let ran = 0;
  for (const body of bad) {
    await expect(upload(body)).rejects.toMatchObject({
      name: 'InvalidPublicKeyException',
      message: 'The public key is invalid.',
    });
    ran += 1;
  }
  expect(ran).toBe(4);
  for (let made = 0; made < 5; made += 1) await upload(newSshKey().ssh);
  await expect(upload(newSshKey().ssh)).rejects.toMatchObject({
    name: 'LimitExceededException',
    message: 'Cannot exceed quota for SSHPublicKeysPerUser: 5',
  });
});

test('UploadSigningCertificate: a user has two at most, each once', async () => {
  const { iam } = await withAnn();
  const upload = (CertificateBody: string) =>
    iam.send(new UploadSigningCertificateCommand({ UserName: 'ann', CertificateBody }));
  const [first, second, third] = await Promise.all(
    ['1', '2', '3'].map((name) => newCertificate({ name })),
  );
  const { Certificate } = await upload(first?.pem ?? '');
  expect(Certificate).toMatchObject({
    UserName: 'ann',
    CertificateId: expect.stringMatching(/^[A-Z2-7]{32}$/),
    CertificateBody: first?.pem,
    Status: 'Active',
  });
  await expect(upload(first?.pem ?? '')).rejects.toMatchObject({
    name: 'DuplicateCertificateException',
  });
  await expect(upload('none')).rejects.toMatchObject({
    name: 'MalformedCertificateException',
    message: 'Unable to parse certificate. Please ensure the certificate is in PEM format.',
  });
  const old = await newCertificate({ name: 'old', notAfter: new Date(Date.now() - 1_000) });
  await expect(upload(old.pem)).rejects.toMatchObject({ name: 'InvalidCertificateException' });
  await upload(second?.pem ?? '');
  await expect(upload(third?.pem ?? '')).rejects.toMatchObject({
    name: 'LimitExceededException',
    message: 'Cannot exceed quota for CertificatesPerUser: 2',
  });
  const CertificateId = Certificate?.CertificateId ?? '';
  await iam.send(
    new UpdateSigningCertificateCommand({ UserName: 'ann', CertificateId, Status: 'Inactive' }),
  );
  const list = () => iam.send(new ListSigningCertificatesCommand({ UserName: 'ann' }));
  const { Certificates } = await list();
  const shown = Certificates?.find((one) => one.CertificateId === CertificateId);
  expect(shown?.Status).toBe('Inactive');
  await iam.send(new DeleteSigningCertificateCommand({ UserName: 'ann', CertificateId }));
  expect((await list()).Certificates).toHaveLength(1);
  await expect(
    iam.send(new DeleteSigningCertificateCommand({ UserName: 'ann', CertificateId })),
  ).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    message: `The Certificate with id ${CertificateId} cannot be found.`,
  });
});

test('CreateServiceSpecificCredential: tells the password once, and keeps a hash', async () => {
  const { account, iam } = await withAnn();
  const create = () =>
    iam.send(
      new CreateServiceSpecificCredentialCommand({
        UserName: 'ann',
        ServiceName: 'codecommit.amazonaws.com',
      }),
    );
  const { ServiceSpecificCredential: made } = await create();
  expect(made).toEqual({
    CreateDate: expect.any(Date),
    ServiceName: 'codecommit.amazonaws.com',
    ServiceUserName: `ann-at-${account}`,
    ServicePassword: expect.stringMatching(/^.{44}$/),
    ServiceSpecificCredentialId: expect.stringMatching(/^ACCA[A-Z2-7]{17}$/),
    UserName: 'ann',
    Status: 'Active',
  });
  expect((await create()).ServiceSpecificCredential?.ServiceUserName).toBe(`ann+1-at-${account}`);
  await expect(create()).rejects.toMatchObject({
    name: 'LimitExceededException',
    message: 'Cannot exceed quota for ServiceSpecificCredentialsPerUser: 2',
  });
  const ServiceSpecificCredentialId = made?.ServiceSpecificCredentialId ?? '';
  const kept = await server.platform
    .engine()
    .store.run((unit) =>
      unit.view(accountScope(account)).get(serviceCredentials, ServiceSpecificCredentialId),
    );
  expect(kept?.hash).toMatch(/^scrypt\$/);
  expect(JSON.stringify(kept)).not.toContain(made?.ServicePassword);
  const { ServiceSpecificCredential: reset } = await iam.send(
    new ResetServiceSpecificCredentialCommand({ UserName: 'ann', ServiceSpecificCredentialId }),
  );
  expect(reset?.ServiceUserName).toBe(made?.ServiceUserName);
  expect(reset?.ServicePassword).not.toBe(made?.ServicePassword);
  await iam.send(
    new UpdateServiceSpecificCredentialCommand({
      UserName: 'ann',
      ServiceSpecificCredentialId,
      Status: 'Inactive',
    }),
  );
  const listed = await iam.send(new ListServiceSpecificCredentialsCommand({ UserName: 'ann' }));
  expect(listed.ServiceSpecificCredentials).toHaveLength(2);
  expect(JSON.stringify(listed)).not.toContain('ServicePassword');
  await iam.send(
    new DeleteServiceSpecificCredentialCommand({ UserName: 'ann', ServiceSpecificCredentialId }),
  );
});

test('CreateServiceSpecificCredential: API keys of Bedrock expire in service time', async () => {
  const { iam } = await withAnn();
  const { ServiceSpecificCredential: made } = await iam.send(
    new CreateServiceSpecificCredentialCommand({
      UserName: 'ann',
      ServiceName: 'bedrock.amazonaws.com',
      CredentialAgeDays: 30,
    }),
  );
  expect(made).toMatchObject({
    ServiceCredentialSecret: expect.stringMatching(/^ABSK/),
    ExpirationDate: new Date((made?.CreateDate?.getTime() ?? 0) + 30 * 86_400_000),
  });
  expect(made).not.toHaveProperty('ServicePassword');
  const engine = server.platform.engine();
  await engine.advanceTo(engine.clock.serviceTime() + 31 * 86_400_000);
  const listed = await iam.send(new ListServiceSpecificCredentialsCommand({ UserName: 'ann' }));
  expect(listed.ServiceSpecificCredentials).toMatchObject([{ Status: 'Expired' }]);
  await expect(
    iam.send(new CreateServiceSpecificCredentialCommand({ UserName: 'ann', ServiceName: 's3' })),
  ).rejects.toMatchObject({ name: 'ServiceNotSupportedException' });
});

test('credentials of a user: follow a new name, and keep the user from being deleted', async () => {
  const { iam } = await withAnn();
  const { SSHPublicKey } = await iam.send(
    new UploadSSHPublicKeyCommand({ UserName: 'ann', SSHPublicKeyBody: newSshKey().ssh }),
  );
  await iam.send(new UpdateUserCommand({ UserName: 'ann', NewUserName: 'anna' }));
  const { SSHPublicKeys } = await iam.send(new ListSSHPublicKeysCommand({ UserName: 'anna' }));
  expect(SSHPublicKeys).toMatchObject([{ UserName: 'anna' }]);
  await expect(iam.send(new DeleteUserCommand({ UserName: 'anna' }))).rejects.toMatchObject({
    name: 'DeleteConflictException',
    message: 'Cannot delete entity, must delete SSH public keys first.',
  });
  const { SSHPublicKeyId } = SSHPublicKey ?? {};
  await iam.send(new DeleteSSHPublicKeyCommand({ UserName: 'anna', SSHPublicKeyId }));
  await iam.send(new DeleteUserCommand({ UserName: 'anna' }));
});

test("credentials of a user: are the caller's own when nobody is named, and a role has none", async () => {
  const account = freshAccount();
  const own = { Effect: 'Allow', Action: 'iam:*', Resource: '*' } as const;
  const ann = new IAMClient(await newUser(server, account, 'ann', { allow: [own] }));
  const { pem } = await newCertificate({ name: 'ann' });
  const { Certificate } = await ann.send(
    new UploadSigningCertificateCommand({ CertificateBody: pem }),
  );
  expect(Certificate?.UserName).toBe('ann');
  const role = await newRole(server, account, 'plain');
  const session = new IAMClient(await sessionOf(server, account, role, 'work'));
  await expect(session.send(new ListSigningCertificatesCommand({}))).rejects.toMatchObject({
    name: 'ValidationError',
    message: 'Must specify userName when calling with non-User credentials',
  });
  const plain = new IAMClient(await newUser(server, account, 'bob'));
  await expect(
    plain.send(new ListSigningCertificatesCommand({ UserName: 'ann' })),
  ).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${account}:user/bob is not authorized to perform: ` +
      `iam:ListSigningCertificates on resource: arn:aws:iam::${account}:user/ann because no ` +
      'identity-based policy allows the iam:ListSigningCertificates action',
  });
});
