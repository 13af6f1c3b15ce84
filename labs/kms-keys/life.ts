import {
  CancelKeyDeletionCommand,
  CreateAliasCommand,
  CreateKeyCommand,
  DecryptCommand,
  DescribeKeyCommand,
  EnableKeyCommand,
  EncryptCommand,
  type KMSClient,
  ScheduleKeyDeletionCommand,
  UpdateAliasCommand,
} from '@aws-sdk/client-kms';
import { ACCOUNT, type DevServer } from '../dev-server.ts';
import type { Narrator } from '../narration.ts';
import { mustRefuse } from '../refusal.ts';

const Plaintext = Buffer.from('the ledger');
const AliasName = 'alias/ledger';

/** Part 3: a name that leads to a key, and can be led to another. */
export async function aliases(narrator: Narrator, kms: KMSClient): Promise<void> {
  narrator.step('A name, and a ciphertext made by it');
  const first = (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? '';
  const second = (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? '';
  await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: first }));
  const before = await kms.send(new EncryptCommand({ KeyId: AliasName, Plaintext }));
  narrator.show('key', before.KeyId ?? '');
  narrator.check('the answer names the key, not the alias', before.KeyId === first);
  narrator.step('The name leads to another key');
  await kms.send(new UpdateAliasCommand({ AliasName, TargetKeyId: second }));
  const after = await kms.send(new EncryptCommand({ KeyId: AliasName, Plaintext }));
  narrator.check('new ciphertexts are under the other key', after.KeyId === second);
  const opened = await kms.send(new DecryptCommand({ CiphertextBlob: before.CiphertextBlob }));
  narrator.check('an old one finds its own key', opened.KeyId === first);
  narrator.step('Names that are not to be had');
  await mustRefuse(
    narrator,
    'a name belongs to one key',
    kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: first })),
    { code: 'AlreadyExistsException', text: `${AliasName} already exists` },
  );
  await mustRefuse(
    narrator,
    'a name has its prefix',
    kms.send(new CreateAliasCommand({ AliasName: 'ledger', TargetKeyId: first })),
    { code: 'ValidationException', text: 'Alias must start with the prefix "alias/"' },
  );
}

/** Part 4: the waiting period, on a clock that is turned. */
export async function deletion(narrator: Narrator, server: DevServer): Promise<void> {
  const kms = server.kms(ACCOUNT);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const KeyId = KeyMetadata?.Arn ?? '';
  const { CiphertextBlob } = await kms.send(new EncryptCommand({ KeyId, Plaintext }));
  const decrypt = () => kms.send(new DecryptCommand({ CiphertextBlob }));
  narrator.step('Deletion wants from seven to thirty days');
  await mustRefuse(
    narrator,
    'six days are too few',
    kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 6 })),
    { code: 'ValidationException' },
  );
  const scheduled = await kms.send(
    new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }),
  );
  narrator.show('deletion', scheduled.DeletionDate?.toISOString() ?? '');
  narrator.check('the key waits for its deletion', scheduled.KeyState === 'PendingDeletion');
  const pending = { code: 'KMSInvalidStateException', text: `${KeyId} is pending deletion.` };
  await mustRefuse(narrator, 'meanwhile nothing is decrypted', decrypt(), pending);
  narrator.step('Six days later somebody misses it');
  await server.advance('P6D');
  await kms.send(new CancelKeyDeletionCommand({ KeyId }));
  const { KeyMetadata: saved } = await kms.send(new DescribeKeyCommand({ KeyId }));
  narrator.check('what is saved is disabled', saved?.KeyState === 'Disabled');
  await kms.send(new EnableKeyCommand({ KeyId }));
  const { Plaintext: opened = new Uint8Array() } = await decrypt();
  narrator.check('enabled again, it decrypts', Plaintext.equals(opened));
  narrator.step('Scheduled again, and nobody misses it');
  await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
  await server.advance('P8D');
  await mustRefuse(narrator, 'the key is gone', kms.send(new DescribeKeyCommand({ KeyId })), {
    code: 'NotFoundException',
    text: `Key '${KeyId}' does not exist`,
  });
  const refusal = await decrypt().then(
    () => undefined,
    (error: unknown) => error,
  );
  narrator.check('and what it protected stays closed for ever', refusal instanceof Error);
  const [deleted = ''] = await server.records(ACCOUNT, 'DeleteKey');
  narrator.show('record', deleted);
  narrator.check(
    'the trail has the deletion as an event of the service',
    deleted.includes('"eventType":"AwsServiceEvent"') && deleted.includes(KeyId),
  );
}
