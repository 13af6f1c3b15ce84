import {
  AddClientIDToOpenIDConnectProviderCommand,
  CreateOpenIDConnectProviderCommand,
  DeleteOpenIDConnectProviderCommand,
  GetOpenIDConnectProviderCommand,
  IAMClient,
  ListOpenIDConnectProvidersCommand,
  ListOpenIDConnectProviderTagsCommand,
  RemoveClientIDFromOpenIDConnectProviderCommand,
  UpdateOpenIDConnectProviderThumbprintCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

const THUMBPRINT = 'a'.repeat(40);

test('CreateOpenIDConnectProvider: keeps a provider by its URL', async () => {
  const account = freshAccount();
  const iam = new IAMClient(server.client(account));
  const Url = 'https://server.example.com/realms/one';
  const create = () =>
    iam.send(
      new CreateOpenIDConnectProviderCommand({
        Url,
        ClientIDList: ['one'],
        ThumbprintList: [THUMBPRINT],
        Tags: [{ Key: 'a', Value: '1' }],
      }),
    );
  const { OpenIDConnectProviderArn: arn } = await create();
  expect(arn).toBe(`arn:aws:iam::${account}:oidc-provider/server.example.com/realms/one`);
  await expect(create()).rejects.toMatchObject({
    name: 'EntityAlreadyExistsException',
    message: `Provider with url ${Url} already exists.`,
  });
  const named = { OpenIDConnectProviderArn: arn };
  await iam.send(new AddClientIDToOpenIDConnectProviderCommand({ ...named, ClientID: 'two' }));
  await iam.send(new RemoveClientIDFromOpenIDConnectProviderCommand({ ...named, ClientID: 'one' }));
  const ThumbprintList = ['b'.repeat(40)];
  await iam.send(new UpdateOpenIDConnectProviderThumbprintCommand({ ...named, ThumbprintList }));
  expect(await iam.send(new GetOpenIDConnectProviderCommand(named))).toMatchObject({
    Url: 'server.example.com/realms/one',
    ClientIDList: ['two'],
    ThumbprintList,
    Tags: [{ Key: 'a', Value: '1' }],
  });
  const tags = await iam.send(new ListOpenIDConnectProviderTagsCommand(named));
  expect(tags.Tags).toEqual([{ Key: 'a', Value: '1' }]);
  const listed = await iam.send(new ListOpenIDConnectProvidersCommand({}));
  expect(listed.OpenIDConnectProviderList).toEqual([{ Arn: arn }]);
  await iam.send(new DeleteOpenIDConnectProviderCommand(named));
  await expect(iam.send(new GetOpenIDConnectProviderCommand(named))).rejects.toMatchObject({
    name: 'NoSuchEntityException',
    message: `OpenIDConnect Provider not found for arn ${arn}`,
  });
});

test('CreateOpenIDConnectProvider: takes HTTPS alone, and what can be reached', async () => {
  const iam = new IAMClient(server.client(freshAccount()));
  const wrong = [
    'http://server.example.com',
    'server.example.com',
    'https://a.example.com/?q=1',
    'ftp://a.example.com',
  ];
  let ran = 0;
  for (const Url of wrong) {
    await expect(
      iam.send(new CreateOpenIDConnectProviderCommand({ Url, ThumbprintList: [THUMBPRINT] })),
    ).rejects.toMatchObject({
      name: 'ValidationError',
      message: 'Invalid Open ID Connect Provider URL',
    });
    ran += 1;
  }
  expect(ran).toBe(4);
  // Nothing listens there, and without thumbprints IAM would ask for one.
  const Url = 'https://localhost:1';
  await expect(iam.send(new CreateOpenIDConnectProviderCommand({ Url }))).rejects.toMatchObject({
    name: 'OpenIdIdpCommunicationErrorException',
    message:
      'The request failed because IAM cannot connect to the OpenID Connect identity provider URL.',
  });
});
