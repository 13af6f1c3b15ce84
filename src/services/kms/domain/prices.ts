import type { Price } from '../../cost-explorer/port.ts';
import { SYMMETRIC } from './key-spec.ts';

/**
 * What KMS costs in every commercial Region. Source: "AWS Key Management Service pricing",
 * https://aws.amazon.com/kms/pricing/. Its footnotes: requests of key pairs of data keys, and those that name
 * asymmetric keys, are excluded from the free tier; requests to AWS managed keys are charged though the keys are not;
 * whoever makes a request pays for it, also for a key of another account. Names of usage types: AWS's price list.
 */
const TABLE = [
  ['KMS-Keys', 'Keys', 1_000_000, 'month', false],
  ['KMS-Requests', 'Requests', 3, 'unit', true],
  ['KMS-Requests-Asymmetric-RSA_2048', 'Requests', 3, 'unit', false],
  ['KMS-Requests-Asymmetric', 'Requests', 15, 'unit', false],
  ['KMS-Requests-GenerateDatakeyPair-ECC', 'Requests', 10, 'unit', false],
  ['KMS-Requests-GenerateDatakeyPair-RSA', 'Requests', 1_200, 'unit', false],
] as const;

export type UsageType = (typeof TABLE)[number][0];

export const PRICES: readonly Price[] = TABLE.map(
  ([usageType, unit, microDollars, per, isFreeTier]) => ({
    usageType,
    unit,
    microDollars,
    per,
    isFreeTier,
  }),
);

/** Requests a month, over all Regions. */
export const FREE_REQUESTS = 20_000;

/**
 * The first and the second rotation each add a key's price; later ones add nothing. Source: AWS KMS Developer Guide,
 * "Rotate AWS KMS keys", key rotation and pricing.
 */
export const ROTATIONS_BILLED_MAX = 2;

/** Operations that work with a key's material. All others are plain requests, whatever key they name. */
const WITH_KEY_MATERIAL: ReadonlySet<string> = new Set([
  'Decapsulate',
  'Decrypt',
  'DeriveSharedSecret',
  'Encapsulate',
  'Encrypt',
  'GetPublicKey',
  'ReEncrypt',
  'Sign',
  'Verify',
]);

const PAIRS: ReadonlySet<string> = new Set([
  'GenerateDataKeyPair',
  'GenerateDataKeyPairWithoutPlaintext',
]);

/** True when the price depends on the specs of the keys a request names. */
export function dependsOnKeys(operation: string): boolean {
  return WITH_KEY_MATERIAL.has(operation);
}

/** True when the price depends on the spec of the pair a request makes. */
export function makesPair(operation: string): boolean {
  return PAIRS.has(operation);
}

/** The usage type of a request. `specs` are those of its keys, or of the pair it makes. */
export function requestType(
  operation: string,
  specs: readonly (string | undefined)[],
): Exclude<UsageType, 'KMS-Keys'> {
  if (makesPair(operation)) {
    return specs.some((spec) => spec?.startsWith('RSA_') === true)
      ? 'KMS-Requests-GenerateDatakeyPair-RSA'
      : 'KMS-Requests-GenerateDatakeyPair-ECC';
  }
  const asymmetric = dependsOnKeys(operation) ? specs.filter(isAsymmetric) : [];
  if (asymmetric.length === 0) return 'KMS-Requests';
  return asymmetric.every((spec) => spec === 'RSA_2048')
    ? 'KMS-Requests-Asymmetric-RSA_2048'
    : 'KMS-Requests-Asymmetric';
}

function isAsymmetric(spec: string | undefined): boolean {
  return spec !== undefined && spec !== SYMMETRIC && !spec.startsWith('HMAC_');
}
