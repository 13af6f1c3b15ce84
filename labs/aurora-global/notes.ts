import {
  AwsKmsMrkAwareSymmetricKeyringNode,
  buildClient,
  CommitmentPolicy,
} from '@aws-crypto/client-node';
import { CreateKeyCommand, ReplicateKeyCommand } from '@aws-sdk/client-kms';
import { ACCOUNT, type DevServer } from '../dev-server.ts';
import { keyringClient } from '../keyring-client.ts';
import { ask, type Entry } from '../postgres.ts';
import { AWAY, HOME } from './world.ts';

const { encrypt, decrypt } = buildClient(CommitmentPolicy.REQUIRE_ENCRYPT_REQUIRE_DECRYPT);

/** Notes whose text only those read who may use the key: the database has ciphertexts alone. */
export interface Notebook {
  /** Key ARNs by Region. */
  readonly keys: Readonly<Record<string, string>>;
  write(entry: Entry, region: string, id: number, text: string): Promise<void>;
  /** Undefined: there is no such note. Errors: the key's. */
  read(entry: Entry, region: string, id: number): Promise<string | undefined>;
}

export async function newNotebook(server: DevServer): Promise<Notebook> {
  const kms = server.kms(ACCOUNT, HOME);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ MultiRegion: true }));
  const { ReplicaKeyMetadata } = await kms.send(
    new ReplicateKeyCommand({ KeyId: KeyMetadata?.Arn, ReplicaRegion: AWAY }),
  );
  const keys: Readonly<Record<string, string>> = {
    [HOME]: KeyMetadata?.Arn ?? '',
    [AWAY]: ReplicaKeyMetadata?.Arn ?? '',
  };
  const keyring = (region: string) =>
    new AwsKmsMrkAwareSymmetricKeyringNode({
      client: keyringClient(server.root(ACCOUNT, region), region),
      keyId: keys[region] ?? '',
    });
  return {
    keys,
    write: async (entry, region, id, text) => {
      const encryptionContext = { note: String(id) };
      const { result } = await encrypt(keyring(region), text, { encryptionContext });
      await ask(entry, `INSERT INTO notes VALUES (${id}, '\\x${result.toString('hex')}')`);
    },
    read: async (entry, region, id) => {
      const [row] = await ask(entry, `SELECT body FROM notes WHERE id = ${id}`);
      const body = row?.['body'];
      if (!(body instanceof Uint8Array)) return undefined;
      const { plaintext, messageHeader } = await decrypt(keyring(region), Buffer.from(body));
      if (messageHeader.encryptionContext['note'] !== String(id)) {
        throw new Error('the row holds the ciphertext of another note');
      }
      return plaintext.toString('utf8');
    },
  };
}
