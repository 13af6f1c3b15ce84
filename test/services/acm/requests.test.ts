import {
  ACMClient,
  AddTagsToCertificateCommand,
  GetCertificateCommand,
  ListTagsForCertificateCommand,
  RemoveTagsFromCertificateCommand,
  RequestCertificateCommand,
  type RequestCertificateCommandInput,
  RevokeCertificateCommand,
  UpdateCertificateOptionsCommand,
} from '@aws-sdk/client-acm';
import { ChangeResourceRecordSetsCommand, Route53Client } from '@aws-sdk/client-route-53';
import 'reflect-metadata';
import { X509Crl } from '@peculiar/x509';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { described, issuedCertificate, newZone, pass, prove, SECOND } from './certificates.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('RequestCertificate: says what is wrong with names, options and keys', async () => {
  const acm = new ACMClient(server.client(freshAccount()));
  const long = `${'a'.repeat(55)}.example.com`;
  const cases: readonly (readonly [RequestCertificateCommandInput, string, string])[] = [
    [
      { DomainName: long },
      'ValidationException',
      'The first domain name can be no longer than 64 characters.',
    ],
    [
      { DomainName: 'a.test', KeyAlgorithm: 'RSA_4096' },
      'ValidationException',
      'Encryption Algorithm RSA_4096 is not supported',
    ],
    [
      {
        DomainName: 'a.test',
        DomainValidationOptions: [{ DomainName: 'a.test', ValidationDomain: 'b.test' }],
      },
      'InvalidDomainValidationOptionsException',
      'The validation domain, b.test, must be a superdomain of the requested domain, a.test.',
    ],
    [
      {
        DomainName: 'a.test',
        DomainValidationOptions: [{ DomainName: 'c.test', ValidationDomain: 'c.test' }],
      },
      'InvalidDomainValidationOptionsException',
      'The domain specified in ValidationOptions, c.test, is not the PrimaryDomain or part of SubjectAlternativeNames.',
    ],
    [
      {
        DomainName: 'a.test',
        CertificateAuthorityArn: 'arn:aws:acm-pca:us-east-1:1:certificate-authority/a',
        Options: { Export: 'ENABLED' },
      },
      'ValidationException',
      'One or more of the options specified in the request are not supported for PRIVATE certificate types',
    ],
    [
      {
        DomainName: 'a.test',
        SubjectAlternativeNames: Array.from({ length: 10 }, (_, index) => `b${index}.test`),
      },
      'LimitExceededException',
      'Error: The certificate request contains more than 10 domain names.',
    ],
    [
      { DomainName: 'a.test', Tags: [{ Key: 'aws:a', Value: 'b' }] },
      'InvalidTagException',
      'Tag key aws:a can\'t start with "aws:". It is reserved for AWS use.',
    ],
  ];
  let ran = 0;
  for (const [input, name, message] of cases) {
    await expect(acm.send(new RequestCertificateCommand(input)), message).rejects.toMatchObject({
      name,
      message,
    });
    ran += 1;
  }
  expect(ran).toBe(7);
});

test('RequestCertificate: the same request with the same token gives the same certificate, for an hour', async () => {
  const own = await startServer();
  try {
    const acm = new ACMClient(own.client(freshAccount()));
    const request = async (more: object = {}) => {
      const input = { DomainName: 'same.test', ValidationMethod: 'DNS', ...more } as const;
      return (await acm.send(new RequestCertificateCommand(input))).CertificateArn;
    };
    const first = await request({ IdempotencyToken: 'one' });
    expect(await request({ IdempotencyToken: 'one' })).toBe(first);
    expect(await request({ IdempotencyToken: 'two' })).not.toBe(first);
    expect(await request()).not.toBe(first);
    await pass(own, 3_601 * SECOND);
    expect(await request({ IdempotencyToken: 'one' })).not.toBe(first);
  } finally {
    await own.close();
  }
});

test('RequestCertificate: the record of a domain is the same for every certificate of an account', async () => {
  const accounts = [freshAccount(), freshAccount()];
  const values: (string | undefined)[] = [];
  for (const account of [accounts[0], accounts[0], accounts[1]]) {
    const acm = new ACMClient(server.client(account ?? ''));
    const { CertificateArn = '' } = await acm.send(
      new RequestCertificateCommand({ DomainName: 'often.test', ValidationMethod: 'DNS' }),
    );
    await pass(server, 4 * SECOND);
    const { DomainValidationOptions } = await described(acm, CertificateArn);
    values.push(DomainValidationOptions?.[0]?.ResourceRecord?.Value);
  }
  expect(values[0]).toBeDefined();
  expect(values[1]).toBe(values[0]);
  expect(values[2]).not.toBe(values[0]);
});

test('RequestCertificate: a domain whose owner lets only others issue for it fails', async () => {
  const account = freshAccount();
  const acm = new ACMClient(server.client(account));
  const { CertificateArn = '' } = await acm.send(
    new RequestCertificateCommand({ DomainName: 'www.caa.test', ValidationMethod: 'DNS' }),
  );
  const HostedZoneId = await newZone(server, account, 'caa.test');
  await pass(server, 4 * SECOND);
  const ResourceRecords = [{ Value: '0 issue "letsencrypt.org"' }];
  const ResourceRecordSet = { Name: 'caa.test', Type: 'CAA', TTL: 60, ResourceRecords } as const;
  await new Route53Client(server.client(account)).send(
    new ChangeResourceRecordSetsCommand({
      HostedZoneId,
      ChangeBatch: { Changes: [{ Action: 'CREATE', ResourceRecordSet }] },
    }),
  );
  await prove(server, account, HostedZoneId, await described(acm, CertificateArn));
  await pass(server, 61 * SECOND);
  expect(await described(acm, CertificateArn)).toMatchObject({
    Status: 'FAILED',
    FailureReason: 'CAA_ERROR',
  });
});

test('RequestCertificate: a policy may name domains and methods', async () => {
  const account = freshAccount();
  const user = new ACMClient(
    await newUser(server, account, 'asks', {
      allow: [
        {
          Effect: 'Allow',
          Action: 'acm:RequestCertificate',
          Resource: '*',
          Condition: {
            'ForAllValues:StringLike': { 'acm:DomainNames': ['*.allowed.test'] },
            StringEquals: { 'acm:ValidationMethod': 'DNS' },
          },
        },
      ],
    }),
  );
  const request = (DomainName: string, ValidationMethod: 'DNS' | 'EMAIL') =>
    user.send(new RequestCertificateCommand({ DomainName, ValidationMethod }));
  await expect(request('a.allowed.test', 'DNS')).resolves.toBeDefined();
  const denial = {
    name: 'AccessDeniedException',
    message: `User: arn:aws:iam::${account}:user/asks is not authorized to perform: acm:RequestCertificate on resource: arn:aws:acm:us-east-1:${account}:certificate/* because no identity-based policy allows the acm:RequestCertificate action`,
  };
  await expect(request('a.other.test', 'DNS')).rejects.toMatchObject(denial);
  await expect(request('a.allowed.test', 'EMAIL')).rejects.toMatchObject(denial);
});

test('tags: are added, told and taken away, with a value only where it is that one', async () => {
  const acm = new ACMClient(server.client(freshAccount()));
  const { CertificateArn } = await acm.send(
    new RequestCertificateCommand({
      DomainName: 'tags.test',
      ValidationMethod: 'DNS',
      Tags: [{ Key: 'a', Value: '1' }],
    }),
  );
  const Tags = [{ Key: 'b', Value: '2' }, { Key: 'c' }];
  await acm.send(new AddTagsToCertificateCommand({ CertificateArn, Tags }));
  const told = () => acm.send(new ListTagsForCertificateCommand({ CertificateArn }));
  expect((await told()).Tags).toEqual([
    { Key: 'a', Value: '1' },
    { Key: 'b', Value: '2' },
    { Key: 'c', Value: '' },
  ]);
  await acm.send(
    new RemoveTagsFromCertificateCommand({
      CertificateArn,
      Tags: [{ Key: 'a', Value: 'other' }, { Key: 'b', Value: '2' }, { Key: 'c' }],
    }),
  );
  expect((await told()).Tags).toEqual([{ Key: 'a', Value: '1' }]);
});

test('RevokeCertificate: what may be exported is revoked; options of issued ones stay but for the logging', async () => {
  const account = freshAccount();
  const acm = new ACMClient(server.client(account));
  const input = { KeyAlgorithm: 'EC_prime256v1' } as const;
  const kept = await issuedCertificate(server, account, { ...input, DomainName: 'stays.test' });
  const free = await issuedCertificate(server, account, {
    ...input,
    DomainName: 'goes.test',
    Options: { Export: 'ENABLED' },
  });
  const revoke = (CertificateArn: string) =>
    acm.send(new RevokeCertificateCommand({ CertificateArn, RevocationReason: 'KEY_COMPROMISE' }));
  await expect(revoke(kept)).rejects.toMatchObject({
    message: `Certificate ARN: ${kept} is not a private certificate`,
  });
  await revoke(free);
  expect(await described(acm, free)).toMatchObject({
    Status: 'REVOKED',
    RevocationReason: 'KEY_COMPROMISE',
  });
  await expect(revoke(free)).rejects.toMatchObject({ name: 'ConflictException' });
  const answer = await fetch(`${server.url}/_holdfast/authority/EC_prime256v1.crl`);
  expect(answer.headers.get('content-type')).toBe('application/pkix-crl');
  const list = new X509Crl(await answer.arrayBuffer());
  const { Serial = '' } = await described(acm, free);
  expect(list.entries.map(({ serialNumber }) => serialNumber)).toEqual([
    Serial.replaceAll(':', ''),
  ]);
  const Options = { CertificateTransparencyLoggingPreference: 'DISABLED' } as const;
  await acm.send(new UpdateCertificateOptionsCommand({ CertificateArn: kept, Options }));
  expect((await described(acm, kept)).Options).toEqual({ ...Options, Export: 'DISABLED' });
  await expect(
    acm.send(
      new UpdateCertificateOptionsCommand({ CertificateArn: kept, Options: { Export: 'ENABLED' } }),
    ),
  ).rejects.toMatchObject({ name: 'InvalidStateException' });
});

test('GetCertificate: what is no ARN of a certificate is refused as one', async () => {
  const account = freshAccount();
  const acm = new ACMClient(server.client(account));
  const CertificateArn = `arn:aws:acm:us-east-1:${account}:other/a`;
  await expect(acm.send(new GetCertificateCommand({ CertificateArn }))).rejects.toMatchObject({
    name: 'InvalidArnException',
  });
});
