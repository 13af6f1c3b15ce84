import type { ConnectionErrorCodeType } from '../../../models/kms/types.ts';
import { ServiceError } from '../../core/errors.ts';
import type { HsmFault } from '../../crypto/hsm/messages.ts';
import { PROXY_FAULTS, type ProxyFault } from './domain/proxy-faults.ts';
import { invalidCiphertext, invalidState } from './errors.ts';

/** Errors of custom key stores. Where AWS publishes no text of the error itself, that of its reference. */
export function storeNotFound(): ServiceError {
  return new ServiceError(
    'CustomKeyStoreNotFoundException',
    'AWS KMS cannot find a custom key store with the specified key store name or ID.',
  );
}

export function storeNameInUse(): ServiceError {
  return new ServiceError(
    'CustomKeyStoreNameInUseException',
    'The specified custom key store name is already assigned to another custom key store in the account. ' +
      'Try again with a custom key store name that is unique in the account.',
  );
}

export function proxyUriInUse(): ServiceError {
  return new ServiceError(
    'XksProxyUriInUseException',
    'The concatenation of the XksProxyUriEndpoint and XksProxyUriPath is already associated with another ' +
      'external key store in this AWS Region. Each external key store in a Region must use a unique external ' +
      'key store proxy API address.',
  );
}

export function vpcEndpointServiceInUse(): ServiceError {
  return new ServiceError(
    'XksProxyVpcEndpointServiceInUseException',
    'The specified Amazon VPC endpoint service is already associated with another external key store in this ' +
      'AWS Region. Each external key store in a Region must use a different Amazon VPC endpoint service.',
  );
}

export function storeHasKeys(): ServiceError {
  return new ServiceError(
    'CustomKeyStoreHasCMKsException',
    'The custom key store contains AWS KMS keys. After verifying that you do not need to use the KMS keys, use ' +
      'the ScheduleKeyDeletion operation to delete the KMS keys. After they are deleted, you can delete the ' +
      'custom key store.',
  );
}

export function storeInvalidState(text: string): ServiceError {
  return new ServiceError('CustomKeyStoreInvalidStateException', text);
}

export function externalKeyInUse(): ServiceError {
  return new ServiceError(
    'XksKeyAlreadyInUseException',
    'The (XksKeyId) is already associated with another KMS key in this external key store. Each KMS key in an ' +
      'external key store must be associated with a different external key.',
  );
}

export function externalKeyUnfit(text: string): ServiceError {
  return new ServiceError('XksKeyInvalidConfigurationException', text);
}

/** What went wrong at the proxy, as the operation's callers are told. */
export function proxyError(fault: ProxyFault, during: 'store' | 'key' | 'crypto'): ServiceError {
  const row = PROXY_FAULTS[fault];
  const code = during === 'crypto' ? 'KMSInvalidStateException' : row[during];
  return new ServiceError(code, row.text);
}

export function clusterNotFound(): ServiceError {
  return new ServiceError(
    'CloudHsmClusterNotFoundException',
    'AWS KMS cannot find the AWS CloudHSM cluster with the specified cluster ID. Retry the request with a ' +
      'different cluster ID.',
  );
}

export function clusterInUse(): ServiceError {
  return new ServiceError(
    'CloudHsmClusterInUseException',
    'The specified AWS CloudHSM cluster is already associated with an AWS CloudHSM key store in the account, or ' +
      'it shares a backup history with an AWS CloudHSM key store in the account. Each AWS CloudHSM key store in ' +
      'the account must be associated with a different AWS CloudHSM cluster.',
  );
}

/** Why a store is not connected to its module. */
export const HSM_CONNECTION: Readonly<Record<HsmFault, ConnectionErrorCodeType>> = {
  notLoaded: 'INTERNAL_ERROR',
  tokenNotFound: 'CLUSTER_NOT_FOUND',
  wrongPin: 'INVALID_CREDENTIALS',
  lockedOut: 'USER_LOCKED_OUT',
  userNotFound: 'USER_NOT_FOUND',
  keyNotFound: 'INTERNAL_ERROR',
  invalidCiphertext: 'INTERNAL_ERROR',
  failed: 'NETWORK_ERRORS',
  busy: 'NETWORK_ERRORS',
};

/** What went wrong at the module, for whoever uses a key in it. The words are ours: AWS publishes none. */
export function hsmError(fault: HsmFault): ServiceError {
  if (fault === 'invalidCiphertext') return invalidCiphertext();
  return invalidState(`The AWS CloudHSM cluster of the custom key store ${HSM_TEXTS[fault]}.`);
}

const HSM_TEXTS: Readonly<Record<Exclude<HsmFault, 'invalidCiphertext'>, string>> = {
  notLoaded:
    'cannot be reached: this server needs the npm package pkcs11js (npm install pkcs11js) and the PKCS #11 ' +
    'library that it was started with',
  tokenNotFound: 'was not found',
  wrongPin: 'rejected the password of its kmsuser',
  lockedOut: 'has locked its kmsuser out',
  userNotFound: 'has no kmsuser',
  keyNotFound: 'has no key for this KMS key',
  failed: 'failed to perform the operation',
  busy: 'did not respond in time',
};
