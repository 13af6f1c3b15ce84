import { DecryptCommand, EncryptCommand, KMSClient } from '@aws-sdk/client-kms';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StoredRecord } from '../../src/contract/trail.ts';
import { factsIn, factsOf } from '../../src/core/record-facts.ts';
import { newUser } from '../identities.ts';
import { startServer, type TestServer } from '../server.ts';
import { bytes, newKey } from '../services/kms/keys.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

function newest(): Promise<readonly StoredRecord[]> {
  return server.platform.engine().trail.read(0, 1_000);
}

test('what followers are told of a record is what its text says', async () => {
  const key = await newKey(server);
  const user = new KMSClient(await newUser(server, key.account, 'ann'));
  const { CiphertextBlob } = await key.kms.send(
    new EncryptCommand({ KeyId: key.id, Plaintext: bytes('x') }),
  );
  await key.kms.send(new DecryptCommand({ CiphertextBlob }));
  await expect(user.send(new DecryptCommand({ CiphertextBlob }))).rejects.toThrow();
  const records = await newest();
  const told = records.filter(({ facts }) => facts !== undefined);
  expect(told.map((record) => factsOf(record).name)).toEqual(
    expect.arrayContaining(['CreateKey', 'CreateUser', 'Encrypt', 'Decrypt']),
  );
  expect(told.some((record) => factsOf(record).errorCode === 'AccessDeniedException')).toBe(true);
  for (const record of told) expect(factsOf(record)).toEqual(factsIn(record.text));
});
