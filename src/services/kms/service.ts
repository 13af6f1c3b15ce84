import type { AnyOperation, Service } from '../../contract/service.ts';
import type { TrailReader } from '../../contract/trail.ts';
import type { Hsms } from '../../crypto/hsm/hsms.ts';
import type { KeyWork } from '../../crypto/work/key-work.ts';
import { createAlias, deleteAlias, listAliases, updateAlias } from './aliases.ts';
import { createGenerateDataKey, createGenerateDataKeyWithoutPlaintext } from './data-keys.ts';
import { createDeleteKey } from './deletion-job.ts';
import {
  createGenerateDataKeyPair,
  createGenerateDataKeyPairWithoutPlaintext,
} from './data-key-pairs.ts';
import { createDecrypt, createEncrypt } from './encryption.ts';
import { createExternalKeys } from './external-keys.ts';
import { createCreateGrant } from './grant-creation.ts';
import { createListGrants, createListRetirableGrants } from './grant-listing.ts';
import { retireGrant, revokeGrant } from './grant-removal.ts';
import { grantPlaces, grants, grantTallies } from './grant-state.ts';
import { acceptingGrantTokens } from './grant-tokens.ts';
import { createCreateKey } from './key-creation.ts';
import { cancelKeyDeletion, createScheduleKeyDeletion } from './key-deletion.ts';
import {
  createDisableKey,
  describeKey,
  enableKey,
  listKeys,
  updateKeyDescription,
} from './keys.ts';
import { createGetParametersForImport } from './import-parameters.ts';
import { keyLives } from './key-lives.ts';
import { meteredAccounts, meterRequests, requestDays } from './request-metering.ts';
import { followKeyUsage, keyUsages, usagePosition } from './key-usage.ts';
import { createGetKeyLastUsage } from './last-usage.ts';
import { deleteImportedKeyMaterial, expireMaterial } from './material-deletion.ts';
import { createImportKeyMaterial } from './material-import.ts';
import { recordSynchronization } from './multi-region.ts';
import { updatePrimaryRegion } from './primary-region.ts';
import { createReplicateKey } from './replication.ts';
import { generateMac, verifyMac } from './macs.ts';
import { createGetKeyPolicy, createPutKeyPolicy, listKeyPolicies } from './policies.ts';
import { createPolicyChecks, type PolicyChecks } from './policy-checks.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import {
  createConnectCustomKeyStore,
  createDisconnectCustomKeyStore,
} from './key-store-connection.ts';
import { createCreateCustomKeyStore } from './key-store-creation.ts';
import { hsmOwners, keyStores } from './key-store-state.ts';
import { createUpdateCustomKeyStore } from './key-store-update.ts';
import { deleteCustomKeyStore, describeCustomKeyStores } from './key-stores.ts';
import { createRecipients } from './recipients.ts';
import { OpenedDataKeys } from './opened-data-keys.ts';
import type { StoreParts } from './outer-keys.ts';
import { getPublicKey } from './public-keys.ts';
import { kmsQuotas } from './quotas.ts';
import { createGenerateRandom } from './random.ts';
import { createReEncrypt } from './re-encryption.ts';
import { recordOnDemandRotation, rotateKey } from './rotation-jobs.ts';
import {
  disableKeyRotation,
  enableKeyRotation,
  getKeyRotationStatus,
  listKeyRotations,
  rotateKeyOnDemand,
} from './rotation.ts';
import {
  createDecapsulate,
  createDeriveSharedSecret,
  createEncapsulate,
} from './shared-secrets.ts';
import { createSign, createVerify } from './signing.ts';
import { aliases, keys, locators, materials } from './state.ts';
import { listResourceTags, tagResource, untagResource } from './tags.ts';
import { WrappingKeys } from './wrapping-keys.ts';
import { createXksProxies, type ProxyTransport } from './xks-proxies.ts';

export interface KmsParts {
  /** Works with key pairs. */
  readonly work: KeyWork;
  /** Knows the principals that key policies and grants name. */
  readonly principals: PrincipalDirectory;
  /** Tells when keys were used. */
  readonly trail: TrailReader;
  /** How long a new grant counts only for those who bring its token, in milliseconds of service time. */
  readonly grantDelayMs: number;
  /** Reaches the proxies of external key stores, which stand on other hosts. */
  readonly proxyTransport: ProxyTransport;
  /** Hardware security modules that stand where AWS CloudHSM clusters do. */
  readonly hsms: Hsms;
  /** SHA-256 fingerprints of the roots that attestation documents may lead to. */
  readonly attestationRoots: readonly string[];
}

/** Key management: keys never leave, and nothing is allowed that the key's own policy does not allow. */
export function createKmsService(parts: KmsParts): Service {
  const stores = { proxies: createXksProxies(parts.proxyTransport), hsms: parts.hsms };
  return {
    id: 'kms',
    principal: 'kms.amazonaws.com',
    operations: operationsOf(parts, stores).map(acceptingGrantTokens),
    notImplemented: new Map(),
    quotas: kmsQuotas,
    collections: [
      keys,
      materials,
      aliases,
      locators,
      keyUsages,
      usagePosition,
      keyLives,
      requestDays,
      meteredAccounts,
      grants,
      grantPlaces,
      grantTallies,
      keyStores,
      hsmOwners,
    ],
    jobs: [
      createDeleteKey(stores),
      rotateKey,
      recordOnDemandRotation,
      expireMaterial,
      recordSynchronization,
    ],
    followers: [followKeyUsage, meterRequests],
  };
}

function operationsOf(parts: KmsParts, stores: StoreParts): readonly AnyOperation[] {
  const checks = createPolicyChecks(parts.principals);
  return [
    ...onKeys(parts, checks, stores),
    ...onStores(stores),
    ...onLabels,
    ...onAccess(parts, checks),
    ...cryptography(parts, stores),
    ...onMaterial(parts),
  ];
}

function onKeys(
  { work, trail }: KmsParts,
  checks: PolicyChecks,
  stores: StoreParts,
): readonly AnyOperation[] {
  return [
    createCreateKey(checks, work, stores),
    describeKey,
    listKeys,
    enableKey,
    createDisableKey(trail),
    createScheduleKeyDeletion(trail),
    cancelKeyDeletion,
    createGetKeyLastUsage(trail),
    createReplicateKey(checks),
    updatePrimaryRegion,
  ];
}

function onStores(stores: StoreParts): readonly AnyOperation[] {
  return [
    createCreateCustomKeyStore(stores),
    describeCustomKeyStores,
    createUpdateCustomKeyStore(stores),
    deleteCustomKeyStore,
    createConnectCustomKeyStore(stores),
    createDisconnectCustomKeyStore(stores),
  ];
}

const onLabels: readonly AnyOperation[] = [
  updateKeyDescription,
  tagResource,
  untagResource,
  listResourceTags,
  createAlias,
  updateAlias,
  deleteAlias,
  listAliases,
];

/** Key policies and grants. */
function onAccess(
  { principals, grantDelayMs }: KmsParts,
  checks: PolicyChecks,
): readonly AnyOperation[] {
  return [
    createGetKeyPolicy(principals),
    createPutKeyPolicy(checks),
    listKeyPolicies,
    createCreateGrant(principals, grantDelayMs),
    createListGrants(principals),
    createListRetirableGrants(principals),
    retireGrant,
    revokeGrant,
  ];
}

function cryptography(
  { work, attestationRoots }: KmsParts,
  stores: StoreParts,
): readonly AnyOperation[] {
  const recipients = createRecipients(attestationRoots);
  const external = createExternalKeys(stores);
  const parts = { work, external, dataKeys: new OpenedDataKeys(), recipients };
  return [
    createEncrypt(parts),
    createDecrypt(parts),
    createReEncrypt(parts),
    createGenerateDataKey(parts),
    createGenerateDataKeyWithoutPlaintext(parts),
    createGenerateDataKeyPair(work, recipients),
    createGenerateDataKeyPairWithoutPlaintext(work),
    createGenerateRandom(stores, recipients),
    createSign(work),
    createVerify(work),
    getPublicKey,
    generateMac,
    verifyMac,
    createDeriveSharedSecret(work, recipients),
    createEncapsulate(work),
    createDecapsulate(work),
  ];
}

/** Rotation and import. */
function onMaterial({ work }: KmsParts): readonly AnyOperation[] {
  return [
    enableKeyRotation,
    disableKeyRotation,
    getKeyRotationStatus,
    rotateKeyOnDemand,
    listKeyRotations,
    createGetParametersForImport(new WrappingKeys(work)),
    createImportKeyMaterial(work),
    deleteImportedKeyMaterial,
  ];
}
