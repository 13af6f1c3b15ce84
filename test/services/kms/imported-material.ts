import {
  constants,
  createCipheriv,
  createPublicKey,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import {
  type AlgorithmSpec,
  DescribeKeyCommand,
  GetParametersForImportCommand,
  type GetParametersForImportCommandOutput,
  ImportKeyMaterialCommand,
  type ImportKeyMaterialCommandInput,
  type ImportKeyMaterialCommandOutput,
  type KMSClient,
  ListKeyRotationsCommand,
  type RotationsListEntry,
  type WrappingKeySpec,
} from '@aws-sdk/client-kms';
import type { TestServer } from '../../server.ts';
import { newKey, type OwnKey } from './keys.ts';

/** Wraps material as a customer would, with nothing but the public key. */
export function wrap(
  algorithm: AlgorithmSpec,
  publicKey: Uint8Array | undefined,
  material: Uint8Array,
): Uint8Array {
  const key = createPublicKey({ key: Buffer.from(publicKey ?? []), format: 'der', type: 'spki' });
  const oaepHash = algorithm.endsWith('SHA_1') ? 'sha1' : 'sha256';
  const rsa = (bytes: Uint8Array): Buffer =>
    publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash }, bytes);
  if (algorithm.startsWith('RSAES_')) return rsa(material);
  const aesKey = randomBytes(32);
  const cipher = createCipheriv('id-aes256-wrap-pad', aesKey, Buffer.from('a65959a6', 'hex'));
  return Buffer.concat([rsa(aesKey), cipher.update(material), cipher.final()]);
}

export interface ParametersOptions {
  readonly algorithm?: AlgorithmSpec;
  readonly spec?: WrappingKeySpec;
}

export function parametersFor(
  kms: KMSClient,
  KeyId: string,
  { algorithm = 'RSAES_OAEP_SHA_256', spec = 'RSA_2048' }: ParametersOptions = {},
): Promise<GetParametersForImportCommandOutput> {
  return kms.send(
    new GetParametersForImportCommand({
      KeyId,
      WrappingAlgorithm: algorithm,
      WrappingKeySpec: spec,
    }),
  );
}

type ImportOptions = Partial<ImportKeyMaterialCommandInput> & {
  readonly algorithm?: AlgorithmSpec;
  /** Used again where given: a set is valid for a day. */
  readonly parameters?: GetParametersForImportCommandOutput;
};

/** The whole import: parameters, wrapping, import. Without an expiry unless one is given. */
export async function importMaterial(
  kms: KMSClient,
  KeyId: string,
  material: Uint8Array,
  options: ImportOptions = {},
): Promise<ImportKeyMaterialCommandOutput> {
  const { algorithm = 'RSAES_OAEP_SHA_256', parameters: given, ...input } = options;
  const parameters = given ?? (await parametersFor(kms, KeyId, { algorithm }));
  return kms.send(
    new ImportKeyMaterialCommand({
      KeyId,
      ImportToken: parameters.ImportToken,
      EncryptedKeyMaterial: wrap(algorithm, parameters.PublicKey, material),
      ExpirationModel:
        input.ValidTo === undefined ? 'KEY_MATERIAL_DOES_NOT_EXPIRE' : 'KEY_MATERIAL_EXPIRES',
      ...input,
    }),
  );
}

/** A key of an account of its own that waits for its material. */
export function newExternalKey(server: TestServer): Promise<OwnKey> {
  return newKey(server, { Origin: 'EXTERNAL' });
}

export async function stateOf({ kms, id: KeyId }: OwnKey): Promise<string | undefined> {
  const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
  return KeyMetadata?.KeyState;
}

/** All of the key's materials, oldest first. */
export async function materialsOf({ kms, id: KeyId }: OwnKey): Promise<RotationsListEntry[]> {
  const IncludeKeyMaterial = 'ALL_KEY_MATERIAL' as const;
  const { Rotations } = await kms.send(new ListKeyRotationsCommand({ KeyId, IncludeKeyMaterial }));
  return Rotations ?? [];
}
