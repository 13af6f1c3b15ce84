import type { Service } from '../../contract/service.ts';
import type { KeyWork } from '../../crypto/work/key-work.ts';
import { createAlias, deleteAlias, listAliases, updateAlias } from './aliases.ts';
import { generateDataKey, generateDataKeyWithoutPlaintext } from './data-keys.ts';
import { deleteKey } from './deletion-job.ts';
import {
  createGenerateDataKeyPair,
  createGenerateDataKeyPairWithoutPlaintext,
} from './data-key-pairs.ts';
import { createDecrypt, createEncrypt } from './encryption.ts';
import { createCreateKey } from './key-creation.ts';
import { cancelKeyDeletion, scheduleKeyDeletion } from './key-deletion.ts';
import { describeKey, disableKey, enableKey, listKeys, updateKeyDescription } from './keys.ts';
import { generateMac, verifyMac } from './macs.ts';
import { createGetKeyPolicy, createPutKeyPolicy, listKeyPolicies } from './policies.ts';
import { createPolicyChecks } from './policy-checks.ts';
import type { PrincipalDirectory } from '../iam/port.ts';
import { getPublicKey } from './public-keys.ts';
import { kmsQuotas } from './quotas.ts';
import { generateRandom } from './random.ts';
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
import { notImplemented } from './unbuilt.ts';

export interface KmsParts {
  /** Works with key pairs. */
  readonly work: KeyWork;
  /** Knows the principals that key policies name. */
  readonly principals: PrincipalDirectory;
}

/** Key management: keys never leave, and nothing is allowed that the key's own policy does not allow. */
export function createKmsService({ principals, work }: KmsParts): Service {
  const checks = createPolicyChecks(principals);
  return {
    id: 'kms',
    principal: 'kms.amazonaws.com',
    operations: [
      createCreateKey(checks, work),
      describeKey,
      listKeys,
      enableKey,
      disableKey,
      updateKeyDescription,
      scheduleKeyDeletion,
      cancelKeyDeletion,
      tagResource,
      untagResource,
      listResourceTags,
      createAlias,
      updateAlias,
      deleteAlias,
      listAliases,
      createGetKeyPolicy(principals),
      createPutKeyPolicy(checks),
      listKeyPolicies,
      createEncrypt(work),
      createDecrypt(work),
      createReEncrypt(work),
      generateDataKey,
      generateDataKeyWithoutPlaintext,
      createGenerateDataKeyPair(work),
      createGenerateDataKeyPairWithoutPlaintext(work),
      generateRandom,
      createSign(work),
      createVerify(work),
      getPublicKey,
      generateMac,
      verifyMac,
      createDeriveSharedSecret(work),
      createEncapsulate(work),
      createDecapsulate(work),
      enableKeyRotation,
      disableKeyRotation,
      getKeyRotationStatus,
      rotateKeyOnDemand,
      listKeyRotations,
    ],
    notImplemented,
    quotas: kmsQuotas,
    collections: [keys, materials, aliases, locators],
    jobs: [deleteKey, rotateKey, recordOnDemandRotation],
  };
}
