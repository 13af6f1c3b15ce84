import type { KeySpec, KmsOperations } from '../../../models/kms/types.ts';
import type { OperationOf } from '../../contract/operation.ts';
import type { View } from '../../contract/view.ts';
import { DAY_MS } from '../../core/time.ts';
import type { RsaSpec } from '../../crypto/keys/key-spec.ts';
import { isRsaSpec } from '../../crypto/keys/native-keys.ts';
import { assertState, managedKey, managesKey, type KeyTarget } from './authorization.ts';
import { sealImportToken } from './domain/import-token.ts';
import { isWrappingAlgorithm, type WrappingAlgorithm } from './domain/key-unwrapping.ts';
import type { MaterialDocument } from './domain/material.ts';
import { unsupported, wrongOrigin } from './errors.ts';
import { importSecretId, materials } from './state.ts';
import type { WrappingKeys } from './wrapping-keys.ts';

const VALID_MS = DAY_MS;

type Input = KmsOperations['GetParametersForImport']['input'];

/** Hands out a public key to wrap material under, and a token that lets the import unwrap it. Keeps neither. */
export function createGetParametersForImport(
  wrappingKeys: WrappingKeys,
): OperationOf<KmsOperations, 'GetParametersForImport'> {
  return {
    name: 'GetParametersForImport',
    access: 'read',
    authorize: managesKey('kms:GetParametersForImport', (conditions, input) => {
      conditions.set('kms:wrappingalgorithm', [input.WrappingAlgorithm]);
      conditions.set('kms:wrappingkeyspec', [input.WrappingKeySpec]);
    }),
    handle: async (input, context) => {
      const key = await managedKey(context, input.KeyId);
      assertImports(key);
      assertState(key, 'importParameters');
      const { algorithm, spec } = wrappingOf(input, key.document.spec);
      const importing = await importSecret(key);
      const { secret, publicKey } = await context.once(() => wrappingKeys.take(spec));
      const expires = context.call.now + VALID_MS;
      const parameters = { algorithm, spec, expires, privateKey: secret };
      return {
        KeyId: key.arn,
        ImportToken: sealImportToken(importing, key.arn, parameters),
        PublicKey: publicKey,
        ParametersValidTo: new Date(expires),
      };
    },
  };
}

/** Only keys that were made for it take material from outside. */
export function assertImports(key: KeyTarget): void {
  const { origin } = key.document;
  if (origin !== 'EXTERNAL') throw wrongOrigin(key.arn, origin);
}

/** Made with the key, so that handing out parameters writes nothing. */
export function putImportSecret(view: View, secret: MaterialDocument): void {
  view.put(materials, importSecretId(secret.keyId), secret);
}

export async function importSecret(key: KeyTarget): Promise<MaterialDocument> {
  const secret = await key.view.get(materials, importSecretId(key.document.id));
  if (secret === undefined) throw new Error(`key ${key.document.id} has no import secret`);
  return secret;
}

/** RSA private keys, and those of P-521 under the shortest key, are too large to be encrypted by RSA itself. */
function wrappingOf(
  input: Input,
  keySpec: KeySpec,
): { readonly algorithm: WrappingAlgorithm; readonly spec: RsaSpec } {
  const { WrappingAlgorithm: algorithm, WrappingKeySpec: spec } = input;
  if (!isRsaSpec(spec) || !isWrappingAlgorithm(algorithm)) throw unsupported();
  const isDirect = algorithm.startsWith('RSAES_');
  const isTooLarge = isRsaSpec(keySpec) || (keySpec === 'ECC_NIST_P521' && spec === 'RSA_2048');
  if (isDirect && isTooLarge) throw unsupported();
  return { algorithm, spec };
}
