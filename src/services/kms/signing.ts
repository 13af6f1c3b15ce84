import type {
  KmsOperations,
  MessageType,
  SigningAlgorithmSpec,
} from '../../../models/kms/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { messageFault, type Signed } from '../../crypto/keys/signing.ts';
import type { KeyWork } from '../../crypto/work/key-work.ts';
import {
  assertAlgorithm,
  assertNotDryRun,
  assertUsable,
  keyTarget,
  type KeyTarget,
  usesKey,
} from './authorization.ts';
import { addSigning } from './conditions.ts';
import { invalidSignature, validation } from './errors.ts';
import { pairOf } from './key-material.ts';
import { workOn } from './key-work.ts';
import { keyKind } from './resources.ts';

export function createSign(work: KeyWork): OperationOf<KmsOperations, 'Sign'> {
  return {
    name: 'Sign',
    access: 'crypto',
    authorize: usesKey('kms:Sign', addSigning),
    handle: async (input, context) => {
      const { key, signed } = await signingTarget('Sign', input, context);
      assertNotDryRun(input);
      const { privateKey } = await pairOf(key);
      const { SigningAlgorithm } = input;
      const Signature = await workOn(work.sign(SigningAlgorithm, privateKey, signed));
      return { KeyId: key.arn, Signature, SigningAlgorithm };
    },
  };
}

export function createVerify(work: KeyWork): OperationOf<KmsOperations, 'Verify'> {
  return {
    name: 'Verify',
    access: 'crypto',
    authorize: usesKey('kms:Verify', addSigning),
    handle: async (input, context) => {
      const { key, signed } = await signingTarget('Verify', input, context);
      const { publicKey } = await pairOf(key);
      const { SigningAlgorithm, Signature } = input;
      const isValid = await workOn(work.verify(SigningAlgorithm, publicKey, signed, Signature));
      if (!isValid) throw invalidSignature();
      assertNotDryRun(input);
      return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm };
    },
  };
}

interface SigningRequest {
  readonly KeyId: string;
  readonly Message: Uint8Array;
  readonly MessageType?: MessageType | undefined;
  readonly SigningAlgorithm: SigningAlgorithmSpec;
}

/** The key and what it signs, if the one is for the other. */
async function signingTarget(
  operation: string,
  input: SigningRequest,
  context: Context,
): Promise<{ key: KeyTarget; signed: Signed }> {
  const key = await keyTarget(context, keyKind, input.KeyId);
  assertUsable(key, operation, 'SIGN_VERIFY');
  assertAlgorithm(key, input.SigningAlgorithm);
  const signed: Signed = { message: input.Message, type: input.MessageType ?? 'RAW' };
  switch (messageFault(input.SigningAlgorithm, signed)) {
    case undefined:
      return { key, signed };
    case 'type':
      throw validation(wrongType(signed.type, input.SigningAlgorithm, key));
    case 'length':
      throw validation(
        `${signed.type === 'DIGEST' ? 'Digest' : 'External Mu'} is invalid length for algorithm ` +
          `${input.SigningAlgorithm}.`,
      );
  }
}

/** Ed25519 has one algorithm for each type of message, so AWS blames the algorithm there. */
function wrongType(type: MessageType, algorithm: SigningAlgorithmSpec, key: KeyTarget): string {
  const other = algorithm.startsWith('ED25519_')
    ? `algorithm ${algorithm}`
    : `key spec ${key.document.spec}`;
  return `Message type ${type} is incompatible with ${other}.`;
}
