import type { GrantOperation, KeySpec, KeyUsageType } from '../../../../models/kms/types.ts';
import { SYMMETRIC } from './key-spec.ts';

/** What a grant may allow on whatever key. */
const ON_EVERY_KEY: readonly GrantOperation[] = ['CreateGrant', 'DescribeKey', 'RetireGrant'];

const ENCRYPTION: readonly GrantOperation[] = [
  'Encrypt',
  'Decrypt',
  'ReEncryptFrom',
  'ReEncryptTo',
];

const OF_SYMMETRIC_KEYS: readonly GrantOperation[] = [
  ...ENCRYPTION,
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
];

/** By the usage of asymmetric and HMAC keys. Source: KMS Developer Guide, "Grants", "Grant operations". */
const BY_USAGE: Readonly<Record<KeyUsageType, readonly GrantOperation[]>> = {
  ENCRYPT_DECRYPT: [...ENCRYPTION, 'GetPublicKey'],
  SIGN_VERIFY: ['Sign', 'Verify', 'GetPublicKey'],
  KEY_AGREEMENT: ['DeriveSharedSecret', 'GetPublicKey'],
  GENERATE_VERIFY_MAC: ['GenerateMac', 'VerifyMac'],
  ENCAPSULATE_DECAPSULATE: ['Encapsulate', 'Decapsulate', 'GetPublicKey'],
};

/** The operations that a grant may allow on a key of this spec and usage. */
export function grantableOn(spec: KeySpec, usage: KeyUsageType): ReadonlySet<GrantOperation> {
  const own = spec === SYMMETRIC ? OF_SYMMETRIC_KEYS : BY_USAGE[usage];
  return new Set([...ON_EVERY_KEY, ...own]);
}

const GRANTABLE: ReadonlySet<string> = new Set<string>(
  [ON_EVERY_KEY, OF_SYMMETRIC_KEYS, ...Object.values(BY_USAGE)].flat(),
);

/** `kms:Decrypt` → `Decrypt`: grants name operations as IAM names their actions. Undefined: no grant allows it. */
export function grantOperationOf(action: string): GrantOperation | undefined {
  const name = action.slice(action.indexOf(':') + 1);
  return isGrantOperation(name) ? name : undefined;
}

function isGrantOperation(name: string): name is GrantOperation {
  return GRANTABLE.has(name);
}
