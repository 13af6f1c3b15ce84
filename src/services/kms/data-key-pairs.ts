import type { DataKeyPairSpec, KmsOperations } from '../../../models/kms/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { isMlKemSpec, seedForm } from '../../crypto/keys/lattice-keys.ts';
import type { StoredPair } from '../../crypto/keys/stored-pair.ts';
import type { KeyWork } from '../../crypto/work/key-work.ts';
import { assertNotDryRun, symmetricTarget, usesKey } from './authorization.ts';
import { addEncryption, type Conditions } from './conditions.ts';
import type { EncryptionContext } from './domain/encryption-context.ts';
import { isSpecIn } from './domain/key-spec.ts';
import { unsupported, wrongOrigin } from './errors.ts';
import { workOn } from './key-work.ts';
import type { Recipients } from './recipients.ts';
import { sealWith } from './symmetric.ts';

interface PairRequest {
  readonly KeyId: string;
  readonly KeyPairSpec: DataKeyPairSpec;
  readonly EncryptionContext?: EncryptionContext | undefined;
  readonly DryRun?: boolean | undefined;
}

export function createGenerateDataKeyPair(
  work: KeyWork,
  recipients: Recipients,
): OperationOf<KmsOperations, 'GenerateDataKeyPair'> {
  return {
    name: 'GenerateDataKeyPair',
    access: 'crypto',
    authorize: usesKey('kms:GenerateDataKeyPair', (conditions, input, { realNow }) => {
      addPair(conditions, input);
      recipients.addConditions(conditions, input, realNow);
    }),
    handle: async (input, context) => {
      const made = await generate(work, 'GenerateDataKeyPair', input, context);
      const sealed = recipients.seal(input, made.privateKey, context.call.realNow);
      if (sealed === undefined) return { ...made.answer, PrivateKeyPlaintext: made.privateKey };
      const { KeyMaterialId: _untold, ...rest } = made.answer;
      return { ...rest, CiphertextForRecipient: sealed };
    },
  };
}

export function createGenerateDataKeyPairWithoutPlaintext(
  work: KeyWork,
): OperationOf<KmsOperations, 'GenerateDataKeyPairWithoutPlaintext'> {
  return {
    name: 'GenerateDataKeyPairWithoutPlaintext',
    access: 'crypto',
    authorize: usesKey('kms:GenerateDataKeyPairWithoutPlaintext', addPair),
    handle: async (input, context) => {
      const made = await generate(work, 'GenerateDataKeyPairWithoutPlaintext', input, context);
      return made.answer;
    },
  };
}

function addPair(conditions: Conditions, input: PairRequest): void {
  conditions.set('kms:datakeypairspec', [input.KeyPairSpec]);
  addEncryption(conditions, input.EncryptionContext);
}

/** The private key leaves as PKCS#8, in the clear and under the symmetric key. */
async function generate(work: KeyWork, operation: string, input: PairRequest, context: Context) {
  const spec = input.KeyPairSpec;
  const key = await symmetricTarget(context, operation, input.KeyId);
  if (key.document.store !== undefined) throw wrongOrigin(key.arn, key.document.origin);
  if (!isSpecIn(key.scope.region, spec)) {
    throw unsupported(`KeyPairSpec ${spec} is not supported in this Region`);
  }
  assertNotDryRun(input);
  const pair = await context.once(() => workOn(work.generate(spec)));
  const privateKey = privateKeyOf(spec, pair);
  const { blob, materialId } = await sealWith(key, privateKey, input.EncryptionContext);
  context.audit.additional('keyMaterialId', materialId);
  const answer = {
    PrivateKeyCiphertextBlob: blob,
    PublicKey: pair.publicKey,
    KeyId: key.arn,
    KeyPairSpec: spec,
    KeyMaterialId: materialId,
  };
  return { privateKey, answer };
}

function privateKeyOf(spec: DataKeyPairSpec, pair: StoredPair): Uint8Array {
  return isMlKemSpec(spec) ? seedForm(spec, pair.secret) : pair.secret;
}
