import type { KmsOperations } from '../../../models/kms/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import type { KeyUsage } from '../../crypto/keys/key-spec.ts';
import type { KeyWork } from '../../crypto/work/key-work.ts';
import { violationText } from '../../model/validate.ts';
import {
  assertAlgorithm,
  assertNotDryRun,
  assertUsable,
  keyTarget,
  type KeyTarget,
  usesKey,
} from './authorization.ts';
import { invalidCiphertext, validation } from './errors.ts';
import { pairOf } from './key-material.ts';
import { workOn } from './key-work.ts';
import type { Recipients } from './recipients.ts';
import { keyKind } from './resources.ts';

/** Secrets that two parties come to share: by key agreement, and by key encapsulation. */

export function createDeriveSharedSecret(
  work: KeyWork,
  recipients: Recipients,
): OperationOf<KmsOperations, 'DeriveSharedSecret'> {
  return {
    name: 'DeriveSharedSecret',
    access: 'crypto',
    authorize: usesKey('kms:DeriveSharedSecret', (conditions, input, { realNow }) => {
      conditions.set('kms:keyagreementalgorithm', [input.KeyAgreementAlgorithm]);
      recipients.addConditions(conditions, input, realNow);
    }),
    handle: async (input, context) => {
      const use = { operation: 'DeriveSharedSecret', usage: 'KEY_AGREEMENT' } as const;
      const key = await sharingTarget(context, input.KeyId, use, input.KeyAgreementAlgorithm);
      const { privateKey } = await pairOf(key);
      const secret = await workOn(work.agree(privateKey, input.PublicKey));
      // AWS says nothing about what is wrong with the other's key.
      if (secret === undefined) throw validation('');
      assertNotDryRun(input);
      const sealed = recipients.seal(input, secret, context.call.realNow);
      return {
        KeyId: key.arn,
        ...(sealed === undefined ? { SharedSecret: secret } : { CiphertextForRecipient: sealed }),
        KeyAgreementAlgorithm: input.KeyAgreementAlgorithm,
        KeyOrigin: key.document.origin,
      };
    },
  };
}

export function createEncapsulate(work: KeyWork): OperationOf<KmsOperations, 'Encapsulate'> {
  return {
    name: 'Encapsulate',
    access: 'crypto',
    authorize: usesKey('kms:Encapsulate'),
    handle: async (input, context) => {
      assertEncapsulation(input.EncapsulationAlgorithm);
      const use = { operation: 'Encapsulate', usage: 'ENCAPSULATE_DECAPSULATE' } as const;
      const key = await sharingTarget(context, input.KeyId, use, input.EncapsulationAlgorithm);
      assertNotDryRun(input);
      const { publicKey } = await pairOf(key);
      const { secret, ciphertext } = await workOn(work.encapsulate(publicKey));
      return {
        KeyId: key.arn,
        SharedSecret: secret,
        SharedSecretCiphertextBlob: ciphertext,
        EncapsulationAlgorithm: input.EncapsulationAlgorithm,
      };
    },
  };
}

export function createDecapsulate(work: KeyWork): OperationOf<KmsOperations, 'Decapsulate'> {
  return {
    name: 'Decapsulate',
    access: 'crypto',
    authorize: usesKey('kms:Decapsulate'),
    handle: async (input, context) => {
      assertEncapsulation(input.EncapsulationAlgorithm);
      const use = { operation: 'Decapsulate', usage: 'ENCAPSULATE_DECAPSULATE' } as const;
      const key = await sharingTarget(context, input.KeyId, use, input.EncapsulationAlgorithm);
      const { privateKey } = await pairOf(key);
      const blob = input.SharedSecretCiphertextBlob;
      const secret = await workOn(work.decapsulate(privateKey, blob));
      if (secret === undefined) throw invalidCiphertext();
      assertNotDryRun(input);
      return {
        KeyId: key.arn,
        SharedSecret: secret,
        EncapsulationAlgorithm: input.EncapsulationAlgorithm,
      };
    },
  };
}

const ECHO_CHARACTERS_MAX = 64;

/** The model takes any text of any length for what AWS documents as one value. */
function assertEncapsulation(algorithm: string): void {
  if (algorithm === 'ML_KEM') return;
  const value = algorithm.slice(0, ECHO_CHARACTERS_MAX);
  const constraint = 'Member must satisfy enum value set: [ML_KEM]';
  throw validation(violationText([{ path: 'encapsulationAlgorithm', constraint, value }]));
}

async function sharingTarget(
  context: Context,
  keyId: string,
  use: { readonly operation: string; readonly usage: KeyUsage },
  algorithm: string,
): Promise<KeyTarget> {
  const key = await keyTarget(context, keyKind, keyId);
  assertUsable(key, use.operation, use.usage);
  assertAlgorithm(key, algorithm);
  return key;
}
