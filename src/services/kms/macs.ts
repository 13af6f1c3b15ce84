import type { KmsOperations, MacAlgorithmSpec } from '../../../models/kms/types.ts';
import type { Context, OperationOf } from '../../contract/operation.ts';
import { isMacOf, macOf } from '../../crypto/keys/mac.ts';
import {
  assertAlgorithm,
  assertNotDryRun,
  assertUsable,
  keyTarget,
  type KeyTarget,
  usesKey,
} from './authorization.ts';
import type { Conditions } from './conditions.ts';
import { invalidMac } from './errors.ts';
import { macKeyOf } from './key-material.ts';
import { keyKind } from './resources.ts';

export const generateMac: OperationOf<KmsOperations, 'GenerateMac'> = {
  name: 'GenerateMac',
  access: 'crypto',
  authorize: usesKey('kms:GenerateMac', addMacAlgorithm),
  handle: async (input, context) => {
    const key = await macTarget('GenerateMac', input, context);
    assertNotDryRun(input);
    const Mac = macOf(await macKeyOf(key), input.MacAlgorithm, input.Message);
    return { KeyId: key.arn, Mac, MacAlgorithm: input.MacAlgorithm };
  },
};

export const verifyMac: OperationOf<KmsOperations, 'VerifyMac'> = {
  name: 'VerifyMac',
  access: 'crypto',
  authorize: usesKey('kms:VerifyMac', addMacAlgorithm),
  handle: async (input, context) => {
    const key = await macTarget('VerifyMac', input, context);
    const secret = await macKeyOf(key);
    if (!isMacOf(secret, input.MacAlgorithm, input.Message, input.Mac)) throw invalidMac();
    assertNotDryRun(input);
    return { KeyId: key.arn, MacValid: true, MacAlgorithm: input.MacAlgorithm };
  },
};

interface MacRequest {
  readonly KeyId: string;
  readonly MacAlgorithm: MacAlgorithmSpec;
}

function addMacAlgorithm(conditions: Conditions, input: MacRequest): void {
  conditions.set('kms:macalgorithm', [input.MacAlgorithm]);
}

async function macTarget(
  operation: string,
  input: MacRequest,
  context: Context,
): Promise<KeyTarget> {
  const key = await keyTarget(context, keyKind, input.KeyId);
  assertUsable(key, operation, 'GENERATE_VERIFY_MAC');
  assertAlgorithm(key, input.MacAlgorithm);
  return key;
}
