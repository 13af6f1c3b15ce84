import {
  CreateAccountAliasCommand,
  DeleteAccountAliasCommand,
  IAMClient,
  ListAccountAliasesCommand,
} from '@aws-sdk/client-iam';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freshAccount, startServer, type TestServer } from '../../server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test('CreateAccountAlias: one for an account, and no two accounts share one', async () => {
  const iam = new IAMClient(server.client(freshAccount()));
  const other = new IAMClient(server.client(freshAccount()));
  await iam.send(new CreateAccountAliasCommand({ AccountAlias: 'first' }));
  await expect(
    other.send(new CreateAccountAliasCommand({ AccountAlias: 'first' })),
  ).rejects.toMatchObject({
    name: 'EntityAlreadyExistsException',
    message: 'The account alias first already exists.',
  });
  await iam.send(new CreateAccountAliasCommand({ AccountAlias: 'second' }));
  const { AccountAliases } = await iam.send(new ListAccountAliasesCommand({}));
  expect(AccountAliases).toEqual(['second']);
  await other.send(new CreateAccountAliasCommand({ AccountAlias: 'first' }));
  await iam.send(new DeleteAccountAliasCommand({ AccountAlias: 'second' }));
  await expect(
    iam.send(new DeleteAccountAliasCommand({ AccountAlias: 'second' })),
  ).rejects.toMatchObject({ name: 'NoSuchEntityException' });
});
