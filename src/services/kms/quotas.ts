import type { Charge, ChargedCall, Quota, ServiceQuotas } from '../../contract/quota.ts';

/** Source: AWS KMS Developer Guide, "Request quotas" and "Resource quotas"; codes as Service Quotas lists them. */
const HUNDRED_THOUSAND = new Set(['us-east-1', 'us-west-2', 'eu-west-1']);
const TWENTY_THOUSAND = new Set([
  'us-east-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-northeast-1',
  'eu-central-1',
  'eu-west-2',
]);

function symmetricRate(region: string): number {
  if (HUNDRED_THOUSAND.has(region)) return 100_000;
  return TWENTY_THOUSAND.has(region) ? 20_000 : 10_000;
}

function rate(subject: string, perSecond: number, code?: string): Quota {
  const name = `${subject} request rate`;
  const known = code === undefined ? {} : { code };
  return { name, value: () => perSecond, adjustable: true, isRate: true, ...known };
}

function resource(name: string, most: number, code: string, adjustable = true): Quota {
  return { code, name, value: () => most, adjustable, isRate: false };
}

const RESOURCES: readonly Quota[] = [
  resource('Customer Master Keys (CMKs)', 100_000, 'L-C2F1777E'),
  resource('Aliases per CMK', 50, 'L-340F62FB'),
  resource('Grants per CMK', 50_000, 'L-D594A657'),
  resource('Custom Key Stores', 10, 'L-F33DCFEB'),
  resource('On-demand rotations per CMK', 25, 'L-0E66C9C0', false),
];

const SYMMETRIC: Quota = {
  code: 'L-6E3AF000',
  name: 'Cryptographic operations (symmetric) request rate',
  value: symmetricRate,
  adjustable: true,
  isRate: true,
};
const RSA = rate('Cryptographic operations (RSA)', 1_000, 'L-2AC98190');
const ECC = rate('Cryptographic operations (ECC and SM2)', 1_000, 'L-DC14942D');
const ML_DSA = rate('Cryptographic operations (ML-DSA)', 1_000);
/** Each custom key store has it for itself, and its keys take nothing of the account's. */
const CUSTOM_STORE = rate('Cryptographic operations (custom key store)', 1_800);

/** Key specs by how they begin. AWS publishes no rate for ML-KEM. */
const FAMILIES: readonly (readonly [prefix: string, quota: Quota])[] = [
  ['SYMMETRIC', SYMMETRIC],
  ['HMAC', SYMMETRIC],
  ['RSA', RSA],
  ['ECC', ECC],
  ['SM2', ECC],
  ['ML_DSA', ML_DSA],
];

const CRYPTOGRAPHIC: ReadonlySet<string> = new Set([
  'Decrypt',
  'Encrypt',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
  'GenerateMac',
  'ReEncrypt',
  'VerifyMac',
  'Sign',
  'Verify',
  'DeriveSharedSecret',
]);

const PAIRS: ReadonlyMap<string, Quota> = new Map(
  (
    [
      ['ECC_NIST_P256', 100, 'L-D2EEB5E0'],
      ['ECC_NIST_P384', 100, 'L-16B46EF0'],
      ['ECC_NIST_P521', 100, 'L-1D966DA0'],
      ['ECC_SECG_P256K1', 100, undefined],
      ['ECC_NIST_EDWARDS25519', 100, undefined],
      ['RSA_2048', 20, undefined],
      ['RSA_3072', 4, undefined],
      ['RSA_4096', 1, undefined],
      ['SM2', 25, undefined],
    ] as const
  ).map(([spec, perSecond, code]) => [
    spec,
    rate(`GenerateDataKeyPair (${spec})`, perSecond, code),
  ]),
);

const MANAGEMENT: ReadonlyMap<string, Quota> = new Map(
  (
    [
      ['CancelKeyDeletion', 5, 'L-635264CC'],
      ['ConnectCustomKeyStore', 5, 'L-705B9E79'],
      ['CreateAlias', 5, 'L-F7504F73'],
      ['CreateCustomKeyStore', 5, 'L-08932E37'],
      ['CreateGrant', 50, 'L-0428A42E'],
      ['CreateKey', 5, 'L-32B67F4A'],
      ['DeleteAlias', 15, 'L-1F75ADD1'],
      ['DeleteCustomKeyStore', 5, 'L-E99520CB'],
      ['DeleteImportedKeyMaterial', 15, 'L-1233BF9B'],
      ['DescribeCustomKeyStores', 5, 'L-E20AA94C'],
      ['DescribeKey', 2_000, 'L-FAE8F084'],
      ['DisableKey', 5, 'L-6B8C93BD'],
      ['DisableKeyRotation', 5, 'L-CE1DB614'],
      ['DisconnectCustomKeyStore', 5, 'L-9F1FCF6D'],
      ['EnableKey', 5, 'L-BD96F100'],
      ['EnableKeyRotation', 15, 'L-BE799B67'],
      ['GetKeyLastUsage', 5, undefined],
      ['GetKeyPolicy', 1_000, undefined],
      ['GetKeyRotationStatus', 1_000, undefined],
      ['GetParametersForImport', 1, undefined],
      ['GetPublicKey', 2_000, undefined],
      ['ImportKeyMaterial', 15, undefined],
      ['ListAliases', 500, undefined],
      ['ListGrants', 100, undefined],
      ['ListKeyPolicies', 100, undefined],
      ['ListKeys', 500, undefined],
      ['ListKeyRotations', 100, undefined],
      ['ListResourceTags', 2_000, undefined],
      ['ListRetirableGrants', 100, undefined],
      ['PutKeyPolicy', 15, undefined],
      ['ReplicateKey', 5, undefined],
      ['RetireGrant', 50, undefined],
      ['RevokeGrant', 50, undefined],
      ['RotateKeyOnDemand', 5, undefined],
      ['ScheduleKeyDeletion', 15, undefined],
      ['TagResource', 10, undefined],
      ['UntagResource', 5, undefined],
      ['UpdateAlias', 5, undefined],
      ['UpdateCustomKeyStore', 5, undefined],
      ['UpdateKeyDescription', 5, undefined],
      ['UpdatePrimaryRegion', 5, undefined],
    ] as const
  ).map(([name, perSecond, code]) => [name, rate(name, perSecond, code)]),
);

/** One charge each, made once: most calls take one of one rate. */
const ONE: ReadonlyMap<Quota, readonly Charge[]> = new Map(
  [SYMMETRIC, RSA, ECC, ML_DSA, ...PAIRS.values(), ...MANAGEMENT.values()].map((quota) => [
    quota,
    [{ quota, amount: 1 }],
  ]),
);
const NOTHING: readonly Charge[] = [];

export const kmsQuotas: ServiceQuotas = {
  quotas: [
    ...RESOURCES,
    CUSTOM_STORE,
    SYMMETRIC,
    RSA,
    ECC,
    ML_DSA,
    ...PAIRS.values(),
    ...MANAGEMENT.values(),
  ],
  charges: (call) => {
    const { operation } = call;
    if (CRYPTOGRAPHIC.has(operation)) {
      const store = storeOf(call);
      return store === undefined
        ? oneOf(familyOf(call))
        : [{ quota: CUSTOM_STORE, amount: 1, of: store }];
    }
    if (operation === 'GenerateRandom') return oneOf(SYMMETRIC);
    if (operation.startsWith('GenerateDataKeyPair')) {
      return oneOf(PAIRS.get(textOf(call.input, 'KeyPairSpec') ?? ''));
    }
    const own = oneOf(MANAGEMENT.get(operation));
    switch (operation) {
      case 'ReplicateKey':
        return [...own, ...elsewhere(call, 'ReplicaRegion', 'CreateKey', 2)];
      case 'UpdatePrimaryRegion':
        return [...own, ...elsewhere(call, 'PrimaryRegion', operation, 1)];
      default:
        return own;
    }
  },
  throttled: {
    code: 'ThrottlingException',
    message:
      'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.',
    status: 400,
  },
};

function oneOf(quota: Quota | undefined): readonly Charge[] {
  return quota === undefined ? NOTHING : (ONE.get(quota) ?? NOTHING);
}

/** The first key that the call uses; undefined where it is missing. */
function keyOf({ permissions }: ChargedCall): object | undefined {
  const [first] = permissions;
  if (first === undefined || typeof first.resource === 'string') return undefined;
  const { document } = first.resource.resolved;
  return typeof document === 'object' && document !== null ? document : undefined;
}

/** The custom key store that the key is in. */
function storeOf(call: ChargedCall): string | undefined {
  const key = keyOf(call);
  const store: unknown = key === undefined ? undefined : Reflect.get(key, 'store');
  return typeof store === 'object' && store !== null ? textOf(store, 'id') : undefined;
}

/** The rate of the key's spec; a key that is missing uses none. */
function familyOf(call: ChargedCall): Quota | undefined {
  const key = keyOf(call);
  const spec = key === undefined ? undefined : textOf(key, 'spec');
  if (spec === undefined) return undefined;
  return FAMILIES.find(([prefix]) => spec.startsWith(prefix))?.[1];
}

/** What an operation takes in the Region that a member of its input names. */
function elsewhere(
  { input }: ChargedCall,
  member: string,
  operation: string,
  amount: number,
): readonly Charge[] {
  const quota = MANAGEMENT.get(operation);
  const region = textOf(input, member);
  return quota === undefined || region === undefined ? [] : [{ quota, amount, region }];
}

function textOf(value: object, name: string): string | undefined {
  const found: unknown = Reflect.get(value, name);
  return typeof found === 'string' ? found : undefined;
}
