import {
  ACMPCAClient,
  CreateCertificateAuthorityCommand,
  ListTagsCommand,
  type Tag,
} from '@aws-sdk/client-acm-pca';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newUser, type Statement } from '../../identities.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

async function creator(account: string, ...allow: readonly Statement[]) {
  const pca = new ACMPCAClient(await newUser(server, account, 'creator', { allow }));
  return async (...Tags: Tag[]) => {
    const { CertificateAuthorityArn } = await pca.send(
      new CreateCertificateAuthorityCommand({
        CertificateAuthorityType: 'ROOT',
        CertificateAuthorityConfiguration: {
          KeyAlgorithm: 'EC_prime256v1',
          SigningAlgorithm: 'SHA256WITHECDSA',
          Subject: { CommonName: 'tagged.test' },
        },
        ...(Tags.length === 0 ? {} : { Tags }),
      }),
    );
    return CertificateAuthorityArn;
  };
}

const allows = (...Action: readonly string[]): Statement => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
});

test('CreateCertificateAuthority: whoever brings tags must be allowed to tag, too', async () => {
  const account = freshAccount();
  const create = await creator(account, allows('acm-pca:CreateCertificateAuthority'));
  expect(await create()).toMatch(/:certificate-authority\//);
  await expect(create({ Key: 'team', Value: 'blue' })).rejects.toMatchObject({
    name: 'AccessDeniedException',
    message: `User: arn:aws:iam::${account}:user/creator is not authorized to perform: acm-pca:TagCertificateAuthority on resource: arn:aws:acm-pca:us-east-1:${account}:certificate-authority/* because no identity-based policy allows the acm-pca:TagCertificateAuthority action`,
  });
});

test('CreateCertificateAuthority: a policy may forbid a tag, of the request or of the authority that is to have it', async () => {
  let ran = 0;
  for (const key of ['aws:ResourceTag/Environment', 'aws:RequestTag/Environment']) {
    const account = freshAccount();
    const create = await creator(account, allows('acm-pca:*'), {
      Effect: 'Deny',
      Action: 'acm-pca:TagCertificateAuthority',
      Resource: '*',
      Condition: { StringEquals: { [key]: ['Prod'] } },
    });
    await expect(create({ Key: 'Environment', Value: 'Prod' }), key).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: arn:aws:iam::${account}:user/creator is not authorized to perform: acm-pca:TagCertificateAuthority on resource: arn:aws:acm-pca:us-east-1:${account}:certificate-authority/* with an explicit deny in an identity-based policy`,
    });
    const CertificateAuthorityArn = await create({ Key: 'Environment', Value: 'Test' });
    const pca = new ACMPCAClient(server.client(account));
    const { Tags } = await pca.send(new ListTagsCommand({ CertificateAuthorityArn }));
    expect(Tags).toEqual([{ Key: 'Environment', Value: 'Test' }]);
    ran += 1;
  }
  expect(ran).toBe(2);
});

test('CreateCertificateAuthority: a policy may ask for a tag that authorities are to have', async () => {
  const account = freshAccount();
  const create = await creator(account, {
    ...allows('acm-pca:*'),
    Condition: { StringEquals: { 'aws:ResourceTag/Environment': ['PreProd'] } },
  });
  const denial = {
    name: 'AccessDeniedException',
    message: `User: arn:aws:iam::${account}:user/creator is not authorized to perform: acm-pca:CreateCertificateAuthority because no identity-based policy allows the acm-pca:CreateCertificateAuthority action`,
  };
  await expect(create()).rejects.toMatchObject(denial);
  await expect(create({ Key: 'Environment', Value: 'Prod' })).rejects.toMatchObject(denial);
  expect(await create({ Key: 'Environment', Value: 'PreProd' })).toMatch(
    /:certificate-authority\//,
  );
});
