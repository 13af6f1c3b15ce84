import {
  ACMPCAClient,
  CreateCertificateAuthorityCommand,
  DeleteCertificateAuthorityCommand,
  DescribeCertificateAuthorityCommand,
  GetCertificateAuthorityCsrCommand,
  RestoreCertificateAuthorityCommand,
  RevokeCertificateCommand,
  UpdateCertificateAuthorityCommand,
} from '@aws-sdk/client-acm-pca';
import { expect, onTestFinished, test } from 'vitest';
import { freshAccount, startServer } from '../../server.ts';
import { bytes, DAY, issue, newRoot, pass, SECOND } from './authorities.ts';
import { listBucket, serialsIn } from './lists.ts';

/** Each test moves the time of a server of its own, on which a root puts lists of what it revoked into a bucket. */
async function started(listDays: number) {
  const server = await startServer();
  onTestFinished(() => server.close());
  const account = freshAccount();
  const pca = new ACMPCAClient(server.client(account));
  const { options, read } = await listBucket(server, account, listDays);
  const { arn: CertificateAuthorityArn } = await newRoot({ server, pca }, 'Lists', options);
  const of = { CertificateAuthorityArn };
  const { Csr } = await pca.send(new GetCertificateAuthorityCsrCommand(of));
  const issued = async (days: number): Promise<string> => {
    const { arn } = await issue(
      { server, pca },
      {
        ...of,
        Csr: bytes(Csr),
        SigningAlgorithm: 'SHA256WITHECDSA',
        Validity: { Type: 'DAYS', Value: days },
      },
    );
    return arn.slice(arn.lastIndexOf('/') + 1);
  };
  const revoke = (CertificateSerial: string) =>
    pca.send(
      new RevokeCertificateCommand({ ...of, CertificateSerial, RevocationReason: 'SUPERSEDED' }),
    );
  const listed = async () => serialsIn(await read(CertificateAuthorityArn));
  return { server, pca, of, issued, revoke, listed, list: () => read(CertificateAuthorityArn) };
}

test('RevokeCertificate: a certificate leaves the list once it has ended, but for one more list', async () => {
  const { server, issued, revoke, listed } = await started(2);
  const short = await issued(3);
  const long = await issued(30);
  await revoke(short);
  await revoke(long);
  await pass(server, 70 * SECOND);
  expect((await listed()).toSorted()).toEqual([short, long].toSorted());
  await pass(server, 4 * DAY);
  expect((await listed()).toSorted()).toEqual([short, long].toSorted());
  await pass(server, 3 * DAY);
  expect(await listed()).toEqual([long]);
});

test('RestoreCertificateAuthority: lists are put again, with what was revoked just before the deletion', async () => {
  const { server, pca, of, issued, revoke, listed, list } = await started(2);
  const serial = await issued(30);
  await pca.send(new UpdateCertificateAuthorityCommand({ ...of, Status: 'DISABLED' }));
  await pass(server, SECOND);
  await revoke(serial);
  await pca.send(new DeleteCertificateAuthorityCommand(of));
  await pass(server, 3 * DAY);
  expect(await listed()).toEqual([]);
  await pca.send(new RestoreCertificateAuthorityCommand(of));
  await pass(server, SECOND);
  expect(await listed()).toEqual([serial]);
  const { nextUpdate } = await list();
  await pass(server, 3 * DAY);
  expect((await list()).nextUpdate?.getTime()).toBeGreaterThan(nextUpdate?.getTime() ?? Infinity);
});

test('RestoreCertificateAuthority: one that was deleted before its key was made gets one', async () => {
  const { server, pca } = await started(2);
  // A key that takes long enough for the deletion to come first.
  const { CertificateAuthorityArn } = await pca.send(
    new CreateCertificateAuthorityCommand({
      CertificateAuthorityType: 'ROOT',
      CertificateAuthorityConfiguration: {
        KeyAlgorithm: 'RSA_4096',
        SigningAlgorithm: 'SHA256WITHRSA',
        Subject: { CommonName: 'Slow' },
      },
    }),
  );
  const of = { CertificateAuthorityArn };
  await pca.send(new DeleteCertificateAuthorityCommand(of));
  await pass(server, DAY);
  await pca.send(new RestoreCertificateAuthorityCommand(of));
  await pass(server, SECOND);
  const { CertificateAuthority } = await pca.send(new DescribeCertificateAuthorityCommand(of));
  expect(CertificateAuthority?.Status).toBe('PENDING_CERTIFICATE');
  const { Csr } = await pca.send(new GetCertificateAuthorityCsrCommand(of));
  expect(Csr).toMatch(/^-----BEGIN CERTIFICATE REQUEST-----/);
});
