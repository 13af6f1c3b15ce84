import {
  CreateGrantCommand,
  CreateKeyCommand,
  DecryptCommand,
  EncryptCommand,
  KMSClient,
  RetireGrantCommand,
  RevokeGrantCommand,
} from '@aws-sdk/client-kms';
import { ACCOUNT, type DevServer } from '../dev-server.ts';
import type { Narrator } from '../narration.ts';
import { mustRefuse } from '../refusal.ts';

const Plaintext = Buffer.from('x');
const denied = { code: 'AccessDeniedException' };

/** Part 3: a grant names who, what and under which context, and ends when it is revoked or retired. */
export async function grants(narrator: Narrator, server: DevServer): Promise<void> {
  const kms = server.kms(ACCOUNT);
  const KeyId = (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? '';
  const worker = new KMSClient(await server.user(ACCOUNT, 'worker'));
  const GranteePrincipal = `arn:aws:iam::${ACCOUNT}:user/worker`;
  const encrypt = (EncryptionContext?: Record<string, string>) =>
    worker.send(new EncryptCommand({ KeyId, Plaintext, EncryptionContext }));

  narrator.step('A grant to a user without any policy');
  await mustRefuse(narrator, 'before it: nothing', encrypt({ tenant: 'red' }), denied);
  const made = await kms.send(
    new CreateGrantCommand({
      KeyId,
      GranteePrincipal,
      RetiringPrincipal: GranteePrincipal,
      Operations: ['Encrypt', 'Decrypt', 'CreateGrant'],
      Constraints: { EncryptionContextSubset: { tenant: 'red' } },
    }),
  );
  const EncryptionContext = { tenant: 'red', document: '7' };
  const { CiphertextBlob } = await encrypt(EncryptionContext);
  const opened = await worker.send(new DecryptCommand({ CiphertextBlob, EncryptionContext }));
  narrator.check('with it: what it says', Plaintext.equals(opened.Plaintext ?? new Uint8Array()));
  await mustRefuse(narrator, 'not under another context', encrypt({ tenant: 'blue' }), denied);

  narrator.step('Handed on, but never wider');
  const Constraints = { EncryptionContextSubset: { tenant: 'red' } };
  const handOn = { KeyId, GranteePrincipal };
  await mustRefuse(
    narrator,
    'not without the constraint',
    worker.send(new CreateGrantCommand({ ...handOn, Operations: ['Decrypt'] })),
    denied,
  );
  const child = await worker.send(
    new CreateGrantCommand({ ...handOn, Operations: ['Decrypt'], Constraints }),
  );
  narrator.check('narrower it is made', child.GrantId !== undefined);

  narrator.step('Ended: revoked by the key’s owner, retired by its user');
  await kms.send(new RevokeGrantCommand({ KeyId, GrantId: child.GrantId }));
  await worker.send(new RetireGrantCommand({ KeyId, GrantId: made.GrantId }));
  await mustRefuse(narrator, 'after it: nothing', encrypt({ tenant: 'red' }), denied);
}
