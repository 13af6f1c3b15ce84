import {
  ACMClient,
  ExportCertificateCommand,
  GetCertificateCommand,
  RenewCertificateCommand,
  RequestCertificateCommand,
} from '@aws-sdk/client-acm';
import { ACMPCAClient, type ActionType, CreatePermissionCommand } from '@aws-sdk/client-acm-pca';
import { expect, onTestFinished, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer } from '../../server.ts';
import { newRoot } from '../acm-pca/authorities.ts';
import { DAY, described, pass, SECOND } from './certificates.ts';

/** Each test moves the time of a server of its own, on which an account has an authority. */
async function started() {
  const server = await startServer();
  onTestFinished(() => server.close());
  const account = freshAccount();
  const pca = new ACMPCAClient(server.client(account));
  const { arn: CertificateAuthorityArn } = await newRoot({ server, pca }, 'Private root');
  const permit = (...Actions: ActionType[]) =>
    pca.send(
      new CreatePermissionCommand({
        CertificateAuthorityArn,
        Principal: 'acm.amazonaws.com',
        Actions,
      }),
    );
  const request = async (acm: ACMClient, DomainName: string): Promise<string> => {
    const input = { DomainName, CertificateAuthorityArn, KeyAlgorithm: 'EC_prime256v1' } as const;
    const { CertificateArn = '' } = await acm.send(new RequestCertificateCommand(input));
    await pass(server, 6 * SECOND);
    return CertificateArn;
  };
  const acm = new ACMClient(server.client(account));
  return { server, account, acm, permit, request };
}

const Passphrase = Buffer.from('passphrase');

test('RequestCertificate: whoever may have an authority issue, but not get what it issued, is given nothing', async () => {
  const { server, account, acm, request } = await started();
  const allowed = ['acm:*', 'acm-pca:DescribeCertificateAuthority', 'acm-pca:IssueCertificate'];
  const user = async (name: string, ...Action: readonly string[]) =>
    new ACMClient(
      await newUser(server, account, name, { allow: [{ Effect: 'Allow', Action, Resource: '*' }] }),
    );
  const refused = await request(await user('issues', ...allowed), 'refused.test');
  expect(await described(acm, refused)).toMatchObject({
    Status: 'FAILED',
    FailureReason: 'PCA_ACCESS_DENIED',
  });
  await expect(
    acm.send(new GetCertificateCommand({ CertificateArn: refused })),
  ).rejects.toMatchObject({
    name: 'InvalidStateException',
    message: `The certificate ${refused} is in state FAILED and has not been issued`,
  });
  const gets = await user('gets', ...allowed, 'acm-pca:GetCertificate');
  expect(await described(acm, await request(gets, 'given.test'))).toMatchObject({
    Status: 'ISSUED',
  });
});

test('RenewCertificate: ACM must be let get certificates, too, and not only have them issued', async () => {
  const { server, acm, permit, request } = await started();
  const CertificateArn = await request(acm, 'renewed.test');
  await acm.send(new ExportCertificateCommand({ CertificateArn, Passphrase }));
  await permit('IssueCertificate');
  await acm.send(new RenewCertificateCommand({ CertificateArn }));
  await pass(server, 10 * SECOND);
  expect((await described(acm, CertificateArn)).RenewalSummary).toMatchObject({
    RenewalStatus: 'FAILED',
    RenewalStatusReason: 'PCA_ACCESS_DENIED',
  });
});

test('RenewCertificate: a certificate that has expired is refused, and one that expires before its renewal is collected stays so', async () => {
  const { server, acm, permit, request } = await started();
  const CertificateArn = await request(acm, 'expires.test');
  await acm.send(new ExportCertificateCommand({ CertificateArn, Passphrase }));
  const { NotAfter } = await described(acm, CertificateArn);
  const end = (NotAfter?.getTime() ?? 0) - server.platform.engine().clock.serviceTime();
  await pass(server, end - 3 * SECOND);
  await permit('IssueCertificate', 'GetCertificate');
  await acm.send(new RenewCertificateCommand({ CertificateArn }));
  await pass(server, DAY);
  expect((await described(acm, CertificateArn)).Status).toBe('EXPIRED');
  await expect(acm.send(new RenewCertificateCommand({ CertificateArn }))).rejects.toMatchObject({
    name: 'ValidationException',
    message: `Certificate ARN ${CertificateArn} is in state EXPIRED so it is not eligible for the Renew Certificate API.`,
  });
});
