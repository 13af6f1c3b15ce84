import {
  ACMClient,
  ListCertificatesCommand,
  type ListCertificatesCommandInput,
  RequestCertificateCommand,
  SearchCertificatesCommand,
  type SearchCertificatesCommandInput,
} from '@aws-sdk/client-acm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';
import { issuedCertificate } from './certificates.ts';

let server: TestServer;
let account: string;
let acm: ACMClient;
/** ARNs, by the first label of their domains: each was asked for after the one before it. */
const arns = new Map<string, string>();

beforeAll(async () => {
  server = await startServer();
  account = freshAccount();
  acm = new ACMClient(server.client(account));
  const ask = async (DomainName: string, KeyAlgorithm: 'RSA_2048' | 'EC_prime256v1') => {
    const input = { DomainName, KeyAlgorithm, ValidationMethod: 'DNS' } as const;
    const { CertificateArn = '' } = await acm.send(new RequestCertificateCommand(input));
    arns.set(DomainName.split('.')[0] ?? '', CertificateArn);
  };
  await ask('one.list.test', 'RSA_2048');
  await ask('two.list.test', 'RSA_2048');
  await ask('three.list.test', 'EC_prime256v1');
  const DomainName = 'four.list.test';
  const KeyAlgorithm = 'EC_prime256v1';
  arns.set('four', await issuedCertificate(server, account, { DomainName, KeyAlgorithm }));
});
afterAll(() => server.close());

async function listed(
  input: ListCertificatesCommandInput,
): Promise<readonly (string | undefined)[]> {
  const { CertificateSummaryList } = await acm.send(new ListCertificatesCommand(input));
  return (CertificateSummaryList ?? []).map(({ DomainName }) => DomainName);
}

test('ListCertificates: keys on curves are listed where they are asked for', async () => {
  expect(await listed({})).toEqual(['two.list.test', 'one.list.test']);
  expect(await listed({ Includes: { keyTypes: ['EC_prime256v1'] } })).toEqual([
    'four.list.test',
    'three.list.test',
  ]);
  expect(
    await listed({
      CertificateStatuses: ['ISSUED'],
      Includes: { keyTypes: ['RSA_2048', 'EC_prime256v1'], keyUsage: ['DIGITAL_SIGNATURE'] },
    }),
  ).toEqual(['four.list.test']);
});

test('ListCertificates: pages go on where they ended, in the order that was asked for', async () => {
  const input = {
    Includes: { keyTypes: ['RSA_2048', 'EC_prime256v1'] },
    MaxItems: 3,
    SortBy: 'CREATED_AT',
    SortOrder: 'ASCENDING',
  } satisfies ListCertificatesCommandInput;
  const first = await acm.send(new ListCertificatesCommand(input));
  const { NextToken } = first;
  const second = await acm.send(new ListCertificatesCommand({ ...input, NextToken }));
  const names = [first, second].map(({ CertificateSummaryList }) =>
    CertificateSummaryList?.map(({ DomainName }) => DomainName?.split('.')[0]),
  );
  expect(names).toEqual([['one', 'two', 'three'], ['four']]);
  expect(second.NextToken).toBeUndefined();
  await expect(
    acm.send(new ListCertificatesCommand({ ...input, MaxItems: 2, NextToken: 'x' })),
  ).rejects.toMatchObject({ name: 'InvalidArgsException' });
});

test('SearchCertificates: statements are weighed, and results sorted and paged', async () => {
  const found = async (input: SearchCertificatesCommandInput) => {
    const { Results } = await acm.send(new SearchCertificatesCommand(input));
    return (Results ?? []).map(({ CertificateArn }) => CertificateArn);
  };
  const issued = { Filter: { AcmCertificateMetadataFilter: { Status: 'ISSUED' as const } } };
  const named = {
    Filter: {
      X509AttributeFilter: {
        Subject: { CommonName: { Value: 'FOUR', ComparisonOperator: 'CONTAINS' as const } },
      },
    },
  };
  expect(await found({ FilterStatement: { And: [issued, named] } })).toEqual([arns.get('four')]);
  const rest = { FilterStatement: { Not: issued }, SortBy: 'COMMON_NAME' as const };
  expect(await found({ ...rest, SortOrder: 'ASCENDING' })).toEqual(
    ['one', 'three', 'two'].map((name) => arns.get(name)),
  );
  const first = await acm.send(new SearchCertificatesCommand({ ...rest, MaxResults: 2 }));
  const second = await acm.send(
    new SearchCertificatesCommand({ ...rest, MaxResults: 2, NextToken: first.NextToken }),
  );
  expect(second.Results).toHaveLength(1);
  const { Results } = await acm.send(new SearchCertificatesCommand({ FilterStatement: issued }));
  expect(Results?.[0]).toMatchObject({
    X509Attributes: {
      Subject: { CommonName: 'four.list.test' },
      Issuer: { Organization: 'Holdfast' },
      SubjectAlternativeNames: [{ DnsName: 'four.list.test' }],
      KeyAlgorithm: 'EC-prime256v1',
      KeyUsages: ['DIGITAL_SIGNATURE'],
    },
    CertificateMetadata: { AcmCertificateMetadata: { Status: 'ISSUED', InUse: false } },
  });
});

test('SearchCertificates: nobody searches without a permission', async () => {
  const user = new ACMClient(await newUser(server, account, 'nobody'));
  await expect(user.send(new SearchCertificatesCommand({}))).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `User: arn:aws:iam::${account}:user/nobody is not authorized to perform: acm:SearchCertificates because no identity-based policy allows the acm:SearchCertificates action`,
  });
});
