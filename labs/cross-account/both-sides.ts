import {
  CreateGrantCommand,
  CreateKeyCommand,
  DecryptCommand,
  DisableKeyCommand,
  EncryptCommand,
  KMSClient,
  PutKeyPolicyCommand,
  RevokeGrantCommand,
} from '@aws-sdk/client-kms';
import { ACCOUNT, type DevServer, policyText } from '../dev-server.ts';
import type { Narrator } from '../narration.ts';
import { mustRefuse } from '../refusal.ts';

const AWAY = '444455556666';
const Plaintext = Buffer.from('x');
const all = { Effect: 'Allow', Action: 'kms:*', Resource: '*' } as const;
const code = 'AccessDeniedException';
/** A key of another account is never named, nor told from one that is not there. */
export const HIDDEN =
  'on this resource because the resource does not exist in this Region, no resource-based policies allow access, ' +
  'or a resource-based policy explicitly denies access';

/** Part 1: the four cases, and what never crosses. */
export async function bothSides(narrator: Narrator, server: DevServer): Promise<void> {
  const kms = server.kms(ACCOUNT);
  const KeyId = (await kms.send(new CreateKeyCommand({}))).KeyMetadata?.Arn ?? '';
  const allowed = new KMSClient(await server.user(AWAY, 'allowed', all));
  const bare = new KMSClient(await server.user(AWAY, 'bare'));
  const by = (client: KMSClient) => client.send(new EncryptCommand({ KeyId, Plaintext }));
  const share = (...accounts: readonly string[]) => {
    const AWS = accounts.map((account) => `arn:aws:iam::${account}:root`);
    const Policy = policyText({ ...all, Principal: { AWS } });
    return kms.send(new PutKeyPolicyCommand({ KeyId, Policy }));
  };
  const opened = async (CiphertextBlob: Uint8Array | undefined) =>
    (await allowed.send(new DecryptCommand({ CiphertextBlob }))).KeyId === KeyId;

  narrator.step('IAM allows, the key policy is silent');
  await mustRefuse(narrator, 'denied, and the key is not named', by(allowed), {
    code,
    text: HIDDEN,
  });
  narrator.step('Neither side allows');
  await mustRefuse(narrator, 'the caller’s own side is told first', by(bare), {
    code,
    text: 'on this resource because no identity-based policy allows the kms:Encrypt action',
  });
  narrator.step('The key policy allows, IAM is silent');
  await share(ACCOUNT, AWAY);
  await mustRefuse(
    narrator,
    'denied: the key’s owner decides for the account, not for its users',
    by(bare),
    {
      code,
      text: 'on this resource because no identity-based policy allows the kms:Encrypt action',
    },
  );
  narrator.step('Both allow');
  const { CiphertextBlob } = await by(allowed);
  narrator.check('the key is used, by its ARN', await opened(CiphertextBlob));
  narrator.step('What no policy opens: management');
  await mustRefuse(
    narrator,
    'nobody manages another account’s key',
    allowed.send(new DisableKeyCommand({ KeyId })),
    { code, text: 'on this resource' },
  );
  narrator.step('A ciphertext alone leads to no key either');
  await share(ACCOUNT);
  await mustRefuse(
    narrator,
    'denied: the resource is the one associated with the ciphertext',
    allowed.send(new DecryptCommand({ CiphertextBlob })),
    {
      code,
      text: 'kms:Decrypt on the resource associated with this ciphertext because the resource',
    },
  );
  narrator.step('A grant across accounts');
  const GranteePrincipal = `arn:aws:iam::${AWAY}:user/allowed`;
  const { GrantId } = await kms.send(
    new CreateGrantCommand({ KeyId, GranteePrincipal, Operations: ['Decrypt'] }),
  );
  narrator.check('opens what the key policy does not', await opened(CiphertextBlob));
  await kms.send(new RevokeGrantCommand({ KeyId, GrantId }));
  await mustRefuse(
    narrator,
    'until it is revoked',
    allowed.send(new DecryptCommand({ CiphertextBlob })),
    { code },
  );
}
