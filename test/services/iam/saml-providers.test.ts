import {
  CreateSAMLProviderCommand,
  DeleteSAMLProviderCommand,
  GetSAMLProviderCommand,
  IAMClient,
  ListSAMLProvidersCommand,
  ListSAMLProviderTagsCommand,
  TagSAMLProviderCommand,
  UpdateSAMLProviderCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newSamlIdp } from '../../saml-idp.ts';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('CreateSAMLProvider: keeps the metadata of a provider', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const { metadata: SAMLMetadataDocument } = await newSamlIdp();
  const create = () =>
    iam.send(new CreateSAMLProviderCommand({ Name: 'Idp', SAMLMetadataDocument }));
  const { SAMLProviderArn } = await create();
  expect(SAMLProviderArn).toBe(`arn:aws:iam::${account}:saml-provider/Idp`);
  await expect(create()).rejects.toMatchObject({
    name: 'EntityAlreadyExistsException',
    message: 'Provider with name Idp already exists.',
  });
  const got = await iam.send(new GetSAMLProviderCommand({ SAMLProviderArn }));
  expect(got.SAMLMetadataDocument).toBe(SAMLMetadataDocument);
  const other = await newSamlIdp('https://other.example.com');
  const update = { SAMLProviderArn, SAMLMetadataDocument: other.metadata };
  await iam.send(new UpdateSAMLProviderCommand(update));
  await iam.send(new TagSAMLProviderCommand({ SAMLProviderArn, Tags: [{ Key: 'a', Value: '1' }] }));
  const tags = await iam.send(new ListSAMLProviderTagsCommand({ SAMLProviderArn }));
  expect(tags.Tags).toEqual([{ Key: 'a', Value: '1' }]);
  const { SAMLProviderList } = await iam.send(new ListSAMLProvidersCommand({}));
  expect(SAMLProviderList).toEqual([
    { Arn: SAMLProviderArn, ValidUntil: expect.any(Date), CreateDate: expect.any(Date) },
  ]);
  await iam.send(new DeleteSAMLProviderCommand({ SAMLProviderArn }));
  await expect(iam.send(new GetSAMLProviderCommand({ SAMLProviderArn }))).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    message: `Manifest not found for arn ${SAMLProviderArn}`,
  });
});

test('CreateSAMLProvider: refuses what is no metadata of an identity provider', async () => {
  const iam = new IAMClient(server.client(freshAccount()));
  const { metadata } = await newSamlIdp();
  const wrong = [
    metadata.replace('entityID=', 'entity='),
    metadata.replace('</EntityDescriptor>', ''),
    metadata.replaceAll('IDPSSODescriptor', 'SPSSODescriptor'),
    metadata.replace(/<X509Certificate>..../, '<X509Certificate>AAAA'),
    metadata.replaceAll('use="signing"', 'use="encryption"'),
    `<!DOCTYPE x>${metadata}`,
  ];
  let ran = 0;
  for (const SAMLMetadataDocument of wrong) {
    await expect(
      iam.send(new CreateSAMLProviderCommand({ Name: 'Idp', SAMLMetadataDocument })),
    ).rejects.toMatchObject({
      name: 'InvalidInputException',
      message: 'Could not parse metadata',
    });
    ran += 1;
  }
  expect(ran).toBe(6);
});
