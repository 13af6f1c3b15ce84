import {
  DeleteServerCertificateCommand,
  GetAccountSummaryCommand,
  GetServerCertificateCommand,
  IAMClient,
  ListServerCertificatesCommand,
  ListServerCertificateTagsCommand,
  TagServerCertificateCommand,
  UntagServerCertificateCommand,
  UpdateServerCertificateCommand,
  UploadServerCertificateCommand,
  type UploadServerCertificateCommandInput,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serverCertificates } from '../../../src/services/iam/credential-state.ts';
import { type IssuedCertificate, newCertificate } from '../../certificates.ts';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
let root: IssuedCertificate;
let middle: IssuedCertificate;
let leaf: IssuedCertificate;
beforeAll(async () => {
  server = await startServer();
  root = await newCertificate({ name: 'Root', isAuthority: true });
  middle = await newCertificate({ name: 'Middle', isAuthority: true, issuer: root });
  leaf = await newCertificate({ name: 'www.example.com', issuer: middle });
});
afterAll(() => server.close());

function upload(iam: IAMClient, more: Partial<UploadServerCertificateCommandInput> = {}) {
  return iam.send(
    new UploadServerCertificateCommand({
      ServerCertificateName: 'www',
      CertificateBody: leaf.pem,
      PrivateKey: leaf.privateKey,
      CertificateChain: `${middle.pem}\n${root.pem}`,
      ...more,
    }),
  );
}

test('UploadServerCertificate: keeps certificate and chain, and never shows the key', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const made = await upload(iam, { Path: '/cloudfront/', Tags: [{ Key: 'a', Value: 'b' }] });
  const arn = `arn:aws:iam::${account}:server-certificate/cloudfront/www`;
  const metadata = {
    Path: '/cloudfront/',
    ServerCertificateName: 'www',
    ServerCertificateId: expect.stringMatching(/^ASCA[A-Z2-7]{17}$/),
    Arn: arn,
    UploadDate: expect.any(Date),
    Expiration: leaf.certificate.notAfter,
  };
  expect(made).toMatchObject({
    ServerCertificateMetadata: metadata,
    Tags: [{ Key: 'a', Value: 'b' }],
  });
  const { ServerCertificate } = await iam.send(
    new GetServerCertificateCommand({ ServerCertificateName: 'WWW' }),
  );
  expect(ServerCertificate).toEqual({
    ServerCertificateMetadata: metadata,
    CertificateBody: leaf.pem,
    CertificateChain: `${middle.pem}\n${root.pem}`,
    Tags: [{ Key: 'a', Value: 'b' }],
  });
  expect(JSON.stringify(ServerCertificate)).not.toContain('PRIVATE KEY');
  expect(serverCertificates.sealed).toBe(true);
  const { SummaryMap } = await iam.send(new GetAccountSummaryCommand({}));
  expect(SummaryMap?.['ServerCertificates']).toBe(1);
});

test('UploadServerCertificate: refuses what is no certificate, no chain, or no key of it', async () => {
  const iam = new IAMClient(server.client(freshAccount()));
  const notPem = {
    name: 'MalformedCertificateException',
    message: 'Unable to parse certificate. Please ensure the certificate is in PEM format.',
  };
  const chainBroken = (index: number) => ({
    name: 'MalformedCertificateException',
    message:
      'Unable to validate certificate chain. The certificate chain must start with the ' +
      'immediate signing certificate, followed by any intermediaries in order. The index within ' +
      `the chain of the invalid certificate is: ${index}`,
  });
  const other = await newCertificate({ name: 'other' });
  const impostor = await newCertificate({ name: 'Middle', isAuthority: true });
  const cases: readonly [Partial<UploadServerCertificateCommandInput>, object][] = [
    [{ CertificateBody: 'file.pem' }, notPem],
    [{ CertificateBody: `${leaf.pem}\n${middle.pem}` }, notPem],
    [{ CertificateBody: leaf.pem.replace('MII', 'AAA') }, notPem],
    [{ CertificateChain: root.pem }, chainBroken(-1)],
    [{ CertificateChain: `${root.pem}\n${middle.pem}` }, chainBroken(-1)],
    [{ CertificateChain: `${middle.pem}\n${other.pem}` }, chainBroken(0)],
    [{ CertificateChain: impostor.pem }, chainBroken(-1)],
    [{ CertificateChain: `subject=Middle\n${middle.pem}` }, chainBroken(-1)],
    [
      { PrivateKey: 'secret' },
      { name: 'MalformedCertificateException', message: 'Invalid Private Key.' },
    ],
    [
      { PrivateKey: other.privateKey },
      {
        name: 'KeyPairMismatchException',
        message: 'Unable to validate the private key: it does not match the certificate.',
      },
    ],
  ];
  let ran = 0;
  for (const [more, error] of cases) {
    await expect(upload(iam, more)).rejects.toMatchObject(error);
    ran += 1;
  }
  expect(ran).toBe(10);
  await upload(iam, { CertificateChain: undefined });
  await expect(upload(iam)).rejects.toMatchObject({
    name: 'EntityAlreadyExistsException',
    message: 'The Server Certificate with name www already exists.',
  });
});

test('UpdateServerCertificate: gives another name and path; lists go by path', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  await upload(iam);
  await upload(iam, { ServerCertificateName: 'api', Path: '/elb/' });
  await iam.send(
    new UpdateServerCertificateCommand({
      ServerCertificateName: 'www',
      NewServerCertificateName: 'web',
      NewPath: '/cloudfront/',
    }),
  );
  const names = async (PathPrefix?: string) => {
    const listed = await iam.send(new ListServerCertificatesCommand({ PathPrefix }));
    return listed.ServerCertificateMetadataList?.map((one) => one.Arn);
  };
  const arn = (rest: string) => `arn:aws:iam::${account}:server-certificate${rest}`;
  expect(await names()).toEqual([arn('/elb/api'), arn('/cloudfront/web')]);
  expect(await names('/cloudfront/')).toEqual([arn('/cloudfront/web')]);
  await expect(
    iam.send(new GetServerCertificateCommand({ ServerCertificateName: 'www' })),
  ).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    message: 'The Server Certificate with name www cannot be found.',
  });
  await iam.send(new DeleteServerCertificateCommand({ ServerCertificateName: 'web' }));
  expect(await names()).toEqual([arn('/elb/api')]);
});

test('TagServerCertificate: tags count, and policies see them', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  await upload(iam);
  const ServerCertificateName = 'www';
  const Tags = [
    { Key: 'team', Value: 'red' },
    { Key: 'stage', Value: 'test' },
  ];
  await iam.send(new TagServerCertificateCommand({ ServerCertificateName, Tags }));
  await iam.send(new UntagServerCertificateCommand({ ServerCertificateName, TagKeys: ['stage'] }));
  const listed = await iam.send(new ListServerCertificateTagsCommand({ ServerCertificateName }));
  expect(listed.Tags).toEqual([{ Key: 'team', Value: 'red' }]);
  const red = new IAMClient(
    await newUser(server, account, 'red', {
      allow: [
        {
          Effect: 'Allow',
          Action: 'iam:GetServerCertificate',
          Resource: '*',
          Condition: { StringEquals: { 'aws:ResourceTag/team': 'red' } },
        },
      ],
    }),
  );
  await red.send(new GetServerCertificateCommand({ ServerCertificateName }));
  await expect(
    red.send(new DeleteServerCertificateCommand({ ServerCertificateName })),
  ).rejects.toMatchObject({
    name: 'AccessDenied',
    message:
      `User: arn:aws:iam::${account}:user/red is not authorized to perform: ` +
      'iam:DeleteServerCertificate on resource: ' +
      `arn:aws:iam::${account}:server-certificate/www because no identity-based policy allows ` +
      'the iam:DeleteServerCertificate action',
  });
});
