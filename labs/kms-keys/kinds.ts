import {
  constants,
  createHash,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  publicEncrypt,
  verify,
} from 'node:crypto';
import {
  CreateKeyCommand,
  DecryptCommand,
  DeriveSharedSecretCommand,
  EncryptCommand,
  GenerateMacCommand,
  GetPublicKeyCommand,
  type KMSClient,
  type KeySpec,
  type KeyUsageType,
  SignCommand,
  type SigningAlgorithmSpec,
  VerifyCommand,
  VerifyMacCommand,
} from '@aws-sdk/client-kms';
import type { Narrator } from '../narration.ts';
import { mustRefuse } from '../refusal.ts';

const MESSAGE = Buffer.from('pay 100 to ann');

const KINDS: readonly (readonly [KeySpec, KeyUsageType, string])[] = [
  ['SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT', 'SYMMETRIC_DEFAULT'],
  ['RSA_2048', 'ENCRYPT_DECRYPT', 'RSAES_OAEP_SHA_1,RSAES_OAEP_SHA_256'],
  ['ECC_NIST_P256', 'SIGN_VERIFY', 'ECDSA_SHA_256'],
  ['ECC_NIST_P384', 'KEY_AGREEMENT', 'ECDH'],
  ['HMAC_256', 'GENERATE_VERIFY_MAC', 'HMAC_SHA_256'],
  ['ECC_NIST_EDWARDS25519', 'SIGN_VERIFY', 'ED25519_PH_SHA_512,ED25519_SHA_512'],
  ['ML_DSA_65', 'SIGN_VERIFY', 'ML_DSA_SHAKE_256'],
];

/** Part 1: what can be made, and what a key is not for. */
export async function kinds(narrator: Narrator, kms: KMSClient): Promise<void> {
  for (const [KeySpec, KeyUsage, algorithms] of KINDS) {
    narrator.step(`${KeySpec} for ${KeyUsage}`);
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({ KeySpec, KeyUsage }));
    const lists = [
      KeyMetadata?.EncryptionAlgorithms,
      KeyMetadata?.SigningAlgorithms,
      KeyMetadata?.MacAlgorithms,
      KeyMetadata?.KeyAgreementAlgorithms,
    ];
    const made = lists.flatMap((list): readonly string[] => list ?? []).toSorted();
    narrator.show('algorithms', made.join(', '));
    narrator.check(`${KeySpec} has the algorithms of its kind`, made.join() === algorithms);
  }
  narrator.step('What fits nothing, and what a key is not for');
  await mustRefuse(
    narrator,
    'a symmetric key does not sign',
    kms.send(new CreateKeyCommand({ KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'SIGN_VERIFY' })),
    {
      code: 'ValidationException',
      text: 'KeyUsage SIGN_VERIFY is not compatible with KeySpec SYMMETRIC_DEFAULT',
    },
  );
  const KeyId = await newKey(kms, 'ECC_NIST_P256', 'SIGN_VERIFY');
  await mustRefuse(
    narrator,
    'a key that signs does not encrypt',
    kms.send(new EncryptCommand({ KeyId, Plaintext: MESSAGE })),
    {
      code: 'InvalidKeyUsageException',
      text: 'key usage is SIGN_VERIFY which is not valid for Encrypt.',
    },
  );
}

async function newKey(kms: KMSClient, KeySpec: KeySpec, KeyUsage: KeyUsageType): Promise<string> {
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({ KeySpec, KeyUsage }));
  return KeyMetadata?.Arn ?? '';
}

async function publicKeyOf(kms: KMSClient, KeyId: string) {
  const { PublicKey = new Uint8Array() } = await kms.send(new GetPublicKeyCommand({ KeyId }));
  return createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' });
}

/** Part 2: the server signs; whoever has the public key verifies, without the server. */
export async function signatures(narrator: Narrator, kms: KMSClient): Promise<void> {
  narrator.step('ECDSA over P-256, of a digest');
  const ec = await newKey(kms, 'ECC_NIST_P256', 'SIGN_VERIFY');
  const digest = createHash('sha256').update(MESSAGE).digest();
  const byDigest = await sign(kms, ec, 'ECDSA_SHA_256', digest, 'DIGEST');
  const ecKey = await publicKeyOf(kms, ec);
  narrator.check(
    'it verifies offline over the message',
    verify('sha256', MESSAGE, ecKey, byDigest),
  );
  narrator.check('and not over another', !verify('sha256', Buffer.from('no'), ecKey, byDigest));

  narrator.step('RSA-PSS, whose salt is as long as the digest');
  const rsa = await newKey(kms, 'RSA_2048', 'SIGN_VERIFY');
  const pss = await sign(kms, rsa, 'RSASSA_PSS_SHA_256', MESSAGE, 'RAW');
  const padding = constants.RSA_PKCS1_PSS_PADDING;
  const key = await publicKeyOf(kms, rsa);
  narrator.check(
    'it verifies offline with a salt of 32 bytes',
    verify('sha256', MESSAGE, { key, padding, saltLength: 32 }, pss),
  );

  narrator.step('Ed25519');
  const edwards = await newKey(kms, 'ECC_NIST_EDWARDS25519', 'SIGN_VERIFY');
  const signed = await sign(kms, edwards, 'ED25519_SHA_512', MESSAGE, 'RAW');
  const edwardsKey = await publicKeyOf(kms, edwards);
  narrator.check('it verifies offline', verify(null, MESSAGE, edwardsKey, signed));

  narrator.step('ML-DSA-65, for which this Node has no verifier: the server verifies');
  const lattice = await newKey(kms, 'ML_DSA_65', 'SIGN_VERIFY');
  const SigningAlgorithm = 'ML_DSA_SHAKE_256';
  const Signature = await sign(kms, lattice, SigningAlgorithm, MESSAGE, 'RAW');
  const asked = { KeyId: lattice, SigningAlgorithm, Signature, MessageType: 'RAW' } as const;
  const { SignatureValid } = await kms.send(new VerifyCommand({ ...asked, Message: MESSAGE }));
  narrator.check('its 3,309 bytes verify', SignatureValid === true && Signature.length === 3309);
  await mustRefuse(
    narrator,
    'what does not verify is an error, never an answer',
    kms.send(new VerifyCommand({ ...asked, Message: Buffer.from('no') })),
    { code: 'KMSInvalidSignatureException' },
  );
}

async function sign(
  kms: KMSClient,
  KeyId: string,
  SigningAlgorithm: SigningAlgorithmSpec,
  Message: Uint8Array,
  MessageType: 'RAW' | 'DIGEST',
): Promise<Buffer> {
  const { Signature = new Uint8Array() } = await kms.send(
    new SignCommand({ KeyId, SigningAlgorithm, Message, MessageType }),
  );
  return Buffer.from(Signature);
}

/** What both sides can make: an RSA ciphertext, a MAC and a shared secret. */
export async function exchange(narrator: Narrator, kms: KMSClient): Promise<void> {
  narrator.step('A ciphertext made offline under an RSA public key');
  const rsa = await newKey(kms, 'RSA_2048', 'ENCRYPT_DECRYPT');
  const CiphertextBlob = publicEncrypt(
    { key: await publicKeyOf(kms, rsa), oaepHash: 'sha256' },
    MESSAGE,
  );
  const EncryptionAlgorithm = 'RSAES_OAEP_SHA_256';
  const opened = await kms.send(
    new DecryptCommand({ KeyId: rsa, CiphertextBlob, EncryptionAlgorithm }),
  );
  narrator.check('the server opens it', MESSAGE.equals(opened.Plaintext ?? new Uint8Array()));

  narrator.step('A MAC');
  const KeyId = await newKey(kms, 'HMAC_256', 'GENERATE_VERIFY_MAC');
  const MacAlgorithm = 'HMAC_SHA_256';
  const { Mac } = await kms.send(new GenerateMacCommand({ KeyId, MacAlgorithm, Message: MESSAGE }));
  const { MacValid } = await kms.send(
    new VerifyMacCommand({ KeyId, MacAlgorithm, Message: MESSAGE, Mac }),
  );
  narrator.check('the server verifies it', MacValid === true);

  narrator.step('A secret shared with a key of ours, over P-384');
  const agreement = await newKey(kms, 'ECC_NIST_P384', 'KEY_AGREEMENT');
  const own = generateKeyPairSync('ec', { namedCurve: 'P-384' });
  const { SharedSecret } = await kms.send(
    new DeriveSharedSecretCommand({
      KeyId: agreement,
      KeyAgreementAlgorithm: 'ECDH',
      PublicKey: own.publicKey.export({ format: 'der', type: 'spki' }),
    }),
  );
  const publicKey = await publicKeyOf(kms, agreement);
  const ours = diffieHellman({ privateKey: own.privateKey, publicKey });
  narrator.check('both sides have the same', ours.equals(SharedSecret ?? new Uint8Array()));
}
