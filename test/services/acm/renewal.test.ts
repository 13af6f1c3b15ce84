import {
  ACMClient,
  DeleteCertificateCommand,
  GetAccountConfigurationCommand,
  GetCertificateCommand,
  ImportCertificateCommand,
  PutAccountConfigurationCommand,
  RequestCertificateCommand,
} from '@aws-sdk/client-acm';
import { expect, onTestFinished, test } from 'vitest';
import type { JsonObject } from '../../../src/core/json.ts';
import { useCertificate } from '../../../src/services/acm/port.ts';
import { newCertificate } from '../../certificates.ts';
import { listeningService } from '../../heard-events.ts';
import { freshAccount, startServer } from '../../server.ts';
import { DAY, described, newZone, pass, prove, SECOND } from './certificates.ts';

/** Each test moves the time of a server of its own, and hears its events. */
async function started() {
  const { service, heard } = listeningService();
  const server = await startServer({ furtherServices: [service] });
  onTestFinished(() => server.close());
  const account = freshAccount();
  const acm = new ACMClient(server.client(account));
  const events = (arn: string, type: string): readonly JsonObject[] =>
    heard.filter(
      (event) =>
        event['detail-type'] === type &&
        JSON.stringify(event['resources']) === JSON.stringify([arn]),
    );
  return { server, account, acm, events };
}

async function issued(
  { server, account, acm }: Awaited<ReturnType<typeof started>>,
  DomainName: string,
) {
  const { CertificateArn = '' } = await acm.send(
    new RequestCertificateCommand({
      DomainName,
      ValidationMethod: 'DNS',
      KeyAlgorithm: 'EC_prime256v1',
    }),
  );
  const zone = await newZone(server, account, DomainName);
  await pass(server, 4 * SECOND);
  const certificate = await described(acm, CertificateArn);
  await prove(server, account, zone, certificate);
  await pass(server, 61 * SECOND);
  return { arn: CertificateArn, zone, certificate };
}

test('check 38: a year of a certificate in use: it is renewed 60 days ahead, under its ARN, with another key', async () => {
  const scene = await started();
  const { server, acm, events } = scene;
  const { arn } = await issued(scene, 'year.test');
  await server.platform
    .engine()
    .store.run((unit) => useCertificate(unit, arn, 'arn:aws:cloudfront::1:distribution/E1'));
  const first = await described(acm, arn);
  const publicKeys = new Set<string>();
  const serials = new Set<string | undefined>();
  const look = async () => {
    const { X509Certificate } = await import('node:crypto');
    const { Certificate = '' } = await acm.send(new GetCertificateCommand({ CertificateArn: arn }));
    const read = new X509Certificate(Certificate);
    publicKeys.add(read.publicKey.export({ type: 'spki', format: 'pem' }).toString());
    serials.add(read.serialNumber);
  };
  await look();
  await pass(server, 137 * DAY);
  expect((await described(acm, arn)).Serial).toBe(first.Serial);
  await pass(server, 2 * DAY);
  const second = await described(acm, arn);
  expect(second).toMatchObject({
    Status: 'ISSUED',
    RenewalSummary: { RenewalStatus: 'SUCCESS' },
    RenewalEligibility: 'ELIGIBLE',
  });
  expect(second.Serial).not.toBe(first.Serial);
  await look();
  await pass(server, 226 * DAY);
  await look();
  expect(publicKeys.size).toBe(3);
  expect(serials.size).toBe(3);
  const told = events(arn, 'ACM Certificate Available');
  expect(told.map(({ detail }) => JSON.parse(JSON.stringify(detail)).Action)).toEqual([
    'ISSUANCE',
    'RENEWAL',
    'RENEWAL',
  ]);
  expect(told[1]).toMatchObject({
    source: 'aws.acm',
    detail: {
      CertificateType: 'AMAZON_ISSUED',
      CommonName: 'year.test',
      DomainValidationMethod: 'DNS',
      DaysToExpiry: 197,
      InUse: true,
      Exported: false,
      Exportable: false,
    },
  });
  expect(events(arn, 'ACM Certificate Approaching Expiration')).toEqual([]);
  expect(events(arn, 'ACM Certificate Expired')).toEqual([]);
});

test('check 38: what nothing uses is not renewed: one event a day from 45 days on, and then it has expired', async () => {
  const scene = await started();
  const { server, acm, events } = scene;
  const { arn } = await issued(scene, 'unused.test');
  await pass(server, 200 * DAY);
  expect(await described(acm, arn)).toMatchObject({ Status: 'EXPIRED' });
  const told = events(arn, 'ACM Certificate Approaching Expiration');
  expect(told.map(({ detail }) => detail)).toEqual(
    Array.from({ length: 45 }, (_, day) => ({
      DaysToExpiry: 45 - day,
      CommonName: 'unused.test',
      Exportable: false,
    })),
  );
  expect(events(arn, 'ACM Certificate Expired')).toHaveLength(1);
});

test('check 38: a renewal whose record is gone waits for it, and says so', async () => {
  const scene = await started();
  const { server, account, acm, events } = scene;
  const { arn, zone, certificate } = await issued(scene, 'gone.test');
  await server.platform.engine().store.run((unit) => useCertificate(unit, arn, 'arn:user'));
  await prove(server, account, zone, certificate, 'DELETE');
  await pass(server, 170 * DAY);
  const waiting = await described(acm, arn);
  expect(waiting.RenewalSummary).toMatchObject({
    RenewalStatus: 'PENDING_VALIDATION',
    DomainValidationOptions: [{ ValidationStatus: 'PENDING_VALIDATION' }],
  });
  expect(events(arn, 'ACM Certificate Renewal Action Required')).toMatchObject([
    { detail: { DaysToExpiry: 45, RenewalStatusReason: 'ADDITIONAL_VERIFICATION_REQUIRED' } },
    { detail: { DaysToExpiry: 30 } },
  ]);
  await prove(server, account, zone, certificate);
  await pass(server, DAY);
  expect((await described(acm, arn)).RenewalSummary?.RenewalStatus).toBe('SUCCESS');
});

test('check 38: an imported certificate is never renewed; its account is told each day, and may choose from when on', async () => {
  const { server, acm, events } = await started();
  const own = await newCertificate({ name: 'own.test', notAfter: new Date(Date.now() + 60 * DAY) });
  const { CertificateArn: arn = '' } = await acm.send(
    new ImportCertificateCommand({
      Certificate: Buffer.from(own.pem),
      PrivateKey: Buffer.from(own.privateKey),
    }),
  );
  expect(await acm.send(new GetAccountConfigurationCommand({}))).toMatchObject({
    ExpiryEvents: { DaysBeforeExpiry: 45 },
  });
  await acm.send(
    new PutAccountConfigurationCommand({
      ExpiryEvents: { DaysBeforeExpiry: 5 },
      IdempotencyToken: 'five',
    }),
  );
  await expect(
    acm.send(
      new PutAccountConfigurationCommand({
        ExpiryEvents: { DaysBeforeExpiry: 6 },
        IdempotencyToken: 'five',
      }),
    ),
  ).rejects.toMatchObject({ name: 'ConflictException' });
  await pass(server, 61 * DAY);
  const told = events(arn, 'ACM Certificate Approaching Expiration');
  expect(told.map(({ detail }) => detail)).toEqual(
    [5, 4, 3, 2, 1].map((DaysToExpiry) => ({ DaysToExpiry, CommonName: 'own.test' })),
  );
  expect(events(arn, 'ACM Certificate Expired')).toEqual([]);
  expect((await described(acm, arn)).Status).toBe('EXPIRED');
  await acm.send(new DeleteCertificateCommand({ CertificateArn: arn }));
});
