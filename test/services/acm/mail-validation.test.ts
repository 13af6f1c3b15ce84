import {
  ACMClient,
  RequestCertificateCommand,
  ResendValidationEmailCommand,
} from '@aws-sdk/client-acm';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { useCertificate } from '../../../src/services/acm/port.ts';
import { plain, startMailServer } from '../../mail-server.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { DAY, described, pass, SECOND } from './certificates.ts';

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

const mailsFor = (domain: string, { mails } = mail): readonly string[] =>
  mails.map(plain).filter((text) => text.includes(`Domain: ${domain}\n`));

const recipientsIn = (texts: readonly string[]): readonly string[] =>
  texts.map((text) => String(/^To: (\S+)$/m.exec(text)?.[1])).toSorted();

/** A server with a mail server of its own, for tests that move time far or refuse mails. */
async function started(isRefused?: (address: string) => boolean) {
  const own = await startMailServer(isRefused);
  const url = `smtp://127.0.0.1:${own.port}`;
  const at = await startServer({ mail: { url, from: 'sender@holdfast.test' } });
  onTestFinished(async () => {
    await at.close();
    own.server.close();
  });
  return { mail: own, server: at, acm: new ACMClient(at.client(freshAccount())) };
}

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
  const wanted = ['admin', 'administrator', 'hostmaster', 'postmaster', 'webmaster'];
  expect(recipientsIn(told)).toEqual(wanted.map((mailbox) => `${mailbox}@mail.test`));
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

test('RequestCertificate: only mailboxes whose server could not take the mail are asked again, five times at most', async () => {
  const refused = new Set(['webmaster@later.test', 'admin@never.test']);
  const tried: string[] = [];
  const own = await started((address) => {
    if (refused.has(address)) tried.push(address);
    return refused.has(address);
  });
  await own.acm.send(
    new RequestCertificateCommand({
      DomainName: 'later.test',
      SubjectAlternativeNames: ['never.test'],
    }),
  );
  await pass(own.server, SECOND);
  const named = (domain: string, ...mailboxes: readonly string[]) =>
    mailboxes.map((mailbox) => `${mailbox}@${domain}`);
  const most = ['administrator', 'hostmaster', 'postmaster'];
  const told = (domain: string) => recipientsIn(mailsFor(domain, own.mail));
  expect(told('later.test')).toEqual(named('later.test', 'admin', ...most));
  expect(told('never.test')).toEqual(named('never.test', ...most, 'webmaster'));
  refused.delete('webmaster@later.test');
  await pass(own.server, 601 * SECOND);
  expect(told('later.test')).toEqual(named('later.test', 'admin', ...most, 'webmaster'));
  await pass(own.server, 3_600 * SECOND);
  expect(tried.filter((address) => address === 'admin@never.test')).toHaveLength(5);
  refused.clear();
  await pass(own.server, 3_600 * SECOND);
  expect(told('later.test')).toEqual(named('later.test', 'admin', ...most, 'webmaster'));
  expect(told('never.test')).toEqual(named('never.test', ...most, 'webmaster'));
});

test('an approval of a renewal comes too late once the certificate has expired, and mails are no longer sent', async () => {
  const { mail: own, server: at, acm } = await started();
  const { CertificateArn = '' } = await acm.send(
    new RequestCertificateCommand({ DomainName: 'late.test', ValidationMethod: 'EMAIL' }),
  );
  await pass(at, 4 * SECOND);
  await fetch(linkIn(mailsFor('late.test', own)[0] ?? ''), { method: 'POST' });
  await pass(at, SECOND);
  expect((await described(acm, CertificateArn)).Status).toBe('ISSUED');
  await at.platform.engine().store.run((unit) => useCertificate(unit, CertificateArn, 'arn:user'));
  await pass(at, 199 * DAY);
  const expired = await described(acm, CertificateArn);
  expect(expired).toMatchObject({
    Status: 'EXPIRED',
    RenewalSummary: { RenewalStatus: 'PENDING_VALIDATION' },
  });
  // Asked when it was requested, and 45, 30, 15, 7, 3 and 1 days before its end.
  expect(mailsFor('late.test', own)).toHaveLength(7 * 5);
  const link = linkIn(mailsFor('late.test', own).at(-1) ?? '');
  expect((await fetch(link)).status).toBe(200);
  expect((await fetch(link, { method: 'POST' })).status).toBe(404);
  await pass(at, 10 * SECOND);
  expect(await described(acm, CertificateArn)).toEqual(expired);
  await expect(
    acm.send(
      new ResendValidationEmailCommand({
        CertificateArn,
        Domain: 'late.test',
        ValidationDomain: 'late.test',
      }),
    ),
  ).rejects.toMatchObject({
    name: 'InvalidStateException',
    message: `Certificate ${CertificateArn} in state EXPIRED does not wait for an approval by mail`,
  });
});
