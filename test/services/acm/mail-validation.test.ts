import {
  ACMClient,
  RequestCertificateCommand,
  ResendValidationEmailCommand,
} from '@aws-sdk/client-acm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plain, startMailServer } from '../../mail-server.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { described, pass, SECOND } from './certificates.ts';

let mail: Awaited<ReturnType<typeof startMailServer>>;
let server: TestServer;
beforeAll(async () => {
  mail = await startMailServer();
  const url = `smtp://127.0.0.1:${mail.port}`;
  server = await startServer({ mail: { url, from: 'sender@holdfast.test' } });
});
afterAll(async () => {
  await server.close();
  mail.server.close();
});

const mailsFor = (domain: string): readonly string[] =>
  mail.mails.map(plain).filter((text) => text.includes(`Domain: ${domain}\n`));

const linkIn = (text: string): string =>
  /http:\/\/127\.0\.0\.1:\d+\/_holdfast\/certificate-approvals\/[\w-]{43}/.exec(text)?.[0] ?? '';

test('RequestCertificate: five mailboxes are asked, and one approval issues the certificate', async () => {
  const acm = new ACMClient(server.client(freshAccount()));
  const { CertificateArn = '' } = await acm.send(
    new RequestCertificateCommand({
      DomainName: 'www.mail.test',
      DomainValidationOptions: [{ DomainName: 'www.mail.test', ValidationDomain: 'mail.test' }],
    }),
  );
  await pass(server, 4 * SECOND);
  const told = mailsFor('www.mail.test');
  const addresses = told.map((text) => String(/^To: (\S+)$/m.exec(text)?.[1]));
  const wanted = ['admin', 'administrator', 'hostmaster', 'postmaster', 'webmaster'];
  expect(addresses.toSorted()).toEqual(wanted.map((mailbox) => `${mailbox}@mail.test`));
  const certificate = await described(acm, CertificateArn);
  expect(certificate.DomainValidationOptions).toEqual([
    {
      DomainName: 'www.mail.test',
      ValidationDomain: 'mail.test',
      ValidationStatus: 'PENDING_VALIDATION',
      ValidationMethod: 'EMAIL',
      ValidationEmails: wanted.map((mailbox) => `${mailbox}@mail.test`),
    },
  ]);
  const link = linkIn(told[0] ?? '');
  const page = await fetch(link);
  expect(await page.text()).toContain('I Approve');
  expect((await described(acm, CertificateArn)).Status).toBe('PENDING_VALIDATION');
  const approved = await fetch(link, { method: 'POST' });
  expect(await approved.text()).toContain('Success!');
  await pass(server, SECOND);
  expect((await described(acm, CertificateArn)).Status).toBe('ISSUED');
  expect((await fetch(link, { method: 'POST' })).status).toBe(404);
});

test('ResendValidationEmail: asks again, and only the mailboxes of a domain above', async () => {
  const acm = new ACMClient(server.client(freshAccount()));
  const { CertificateArn = '' } = await acm.send(
    new RequestCertificateCommand({ DomainName: 'again.test', ValidationMethod: 'EMAIL' }),
  );
  await pass(server, SECOND);
  expect(mailsFor('again.test')).toHaveLength(5);
  await acm.send(
    new ResendValidationEmailCommand({
      CertificateArn,
      Domain: 'again.test',
      ValidationDomain: 'again.test',
    }),
  );
  await pass(server, SECOND);
  expect(mailsFor('again.test')).toHaveLength(10);
  await expect(
    acm.send(
      new ResendValidationEmailCommand({
        CertificateArn,
        Domain: 'again.test',
        ValidationDomain: 'other.test',
      }),
    ),
  ).rejects.toMatchObject({
    name: 'InvalidDomainValidationOptionsException',
    message:
      'The validation domain, other.test, must be a superdomain of the requested domain, again.test.',
  });
});
