import type { ConnectionErrorCodeType } from '../../../../models/kms/types.ts';

/**
 * What can go wrong between KMS and an external key store proxy, and what KMS's callers are told. Sources: the error
 * tables of the External Key Store Proxy API Specification (v1), and "Troubleshooting external key stores" of the AWS KMS
 * Developer Guide, which wins where they differ.
 */
export type ProxyFault =
  /** The proxy's own error names. */
  | 'ValidationException'
  | 'InvalidStateException'
  | 'InvalidCiphertextException'
  | 'InvalidKeyUsageException'
  | 'AuthenticationFailedException'
  | 'AccessDeniedException'
  | 'KeyNotFoundException'
  | 'InvalidUriPathException'
  | 'ThrottlingException'
  | 'UnsupportedOperationException'
  | 'DependencyTimeoutException'
  | 'InternalException'
  /** No connection; no TLS; no answer in time; an answer that says nothing. */
  | 'unreachable'
  | 'untrusted'
  | 'timedOut'
  | 'malformed'
  /** All external key managers are unavailable. */
  | 'unhealthy';

export interface FaultRow {
  readonly text: string;
  /** The error of CreateCustomKeyStore and UpdateCustomKeyStore. */
  readonly store: string;
  /** The error of CreateKey. Cryptographic operations have one for all: KMSInvalidStateException. */
  readonly key: string;
  /** Why a store that was to be connected is not. */
  readonly connection: ConnectionErrorCodeType;
}

const STORE_STATE = 'CustomKeyStoreInvalidStateException';
const KEY_CONFIGURATION = 'XksKeyInvalidConfigurationException';
const RESPONSE = 'XksProxyInvalidResponseException';
const UNREACHABLE = 'XksProxyUriUnreachableException';

const UNINTELLIGIBLE: FaultRow = {
  text:
    'AWS KMS cannot interpret the response from the external key store proxy. If you see this error ' +
    'repeatedly, consult your external key store proxy administrator.',
  store: RESPONSE,
  key: STORE_STATE,
  connection: 'XKS_PROXY_INVALID_RESPONSE',
};

const UNHEALTHY: FaultRow = {
  text:
    'The external key store proxy is in an unhealthy state. If you see this message repeatedly, notify ' +
    'your external key store proxy administrator.',
  store: UNREACHABLE,
  key: STORE_STATE,
  connection: 'XKS_PROXY_NOT_REACHABLE',
};

export const PROXY_FAULTS: Readonly<Record<ProxyFault, FaultRow>> = {
  ValidationException: UNINTELLIGIBLE,
  malformed: UNINTELLIGIBLE,
  InternalException: UNHEALTHY,
  unhealthy: UNHEALTHY,
  InvalidStateException: {
    text:
      'The external key store proxy rejected the request because the external key is not enabled in the ' +
      'external key manager.',
    store: RESPONSE,
    key: KEY_CONFIGURATION,
    connection: 'XKS_PROXY_INVALID_RESPONSE',
  },
  InvalidCiphertextException: {
    text:
      'The external key store proxy rejected the request because the specified ciphertext or additional ' +
      'authenticated data is corrupted, missing, or otherwise invalid.',
    store: RESPONSE,
    key: STORE_STATE,
    connection: 'XKS_PROXY_INVALID_RESPONSE',
  },
  InvalidKeyUsageException: {
    text:
      'The external key store proxy rejected the request because the external key does not support the ' +
      'requested operation.',
    store: RESPONSE,
    key: KEY_CONFIGURATION,
    connection: 'XKS_PROXY_INVALID_RESPONSE',
  },
  AuthenticationFailedException: {
    text:
      'The external key store proxy rejected the request because it could not authenticate AWS KMS. Verify ' +
      'the credentials for your external key store and update if necessary.',
    store: 'XksProxyIncorrectAuthenticationCredentialException',
    key: STORE_STATE,
    connection: 'INVALID_CREDENTIALS',
  },
  AccessDeniedException: {
    text:
      'The external key store proxy denied access to the operation. Verify that the user and the external ' +
      'key are both authorized for this operation, and try the request again.',
    store: 'XksProxyInvalidConfigurationException',
    key: STORE_STATE,
    connection: 'XKS_PROXY_ACCESS_DENIED',
  },
  KeyNotFoundException: {
    text: 'The external key store proxy rejected the request because it could not find the external key.',
    store: RESPONSE,
    key: 'XksKeyNotFoundException',
    connection: 'XKS_PROXY_INVALID_RESPONSE',
  },
  InvalidUriPathException: {
    text:
      'The external key store proxy rejected the request because of an invalid URI path. Verify the URI ' +
      'path for your external key store and update if necessary.',
    store: 'XksProxyInvalidConfigurationException',
    key: STORE_STATE,
    connection: 'XKS_PROXY_INVALID_CONFIGURATION',
  },
  ThrottlingException: {
    text:
      'The external key store proxy rejected the request due to a very high request rate. Reduce the ' +
      'frequency of your calls using KMS keys in this external key store.',
    store: UNREACHABLE,
    key: STORE_STATE,
    connection: 'XKS_PROXY_NOT_REACHABLE',
  },
  UnsupportedOperationException: {
    text:
      'The external key store proxy rejected the request because it does not support the requested ' +
      'cryptographic operation.',
    store: 'UnsupportedOperationException',
    key: STORE_STATE,
    connection: 'XKS_PROXY_INVALID_RESPONSE',
  },
  DependencyTimeoutException: {
    text:
      'The external key store proxy did not respond to the request in the time allotted. Retry the request. ' +
      'If you see this error repeatedly, report it to your external key store proxy administrator.',
    store: UNREACHABLE,
    key: STORE_STATE,
    connection: 'XKS_PROXY_TIMED_OUT',
  },
  unreachable: {
    text:
      'AWS KMS cannot communicate with the external key store proxy. This might be a transient network issue. ' +
      'If you see this error repeatedly, verify that your external key store proxy is active and is connected ' +
      'to the network, and that its endpoint URI is correct in your external key store.',
    store: UNREACHABLE,
    key: STORE_STATE,
    connection: 'XKS_PROXY_NOT_REACHABLE',
  },
  untrusted: {
    text:
      'AWS KMS cannot establish a TLS connection to the external key store proxy. Verify the TLS ' +
      'configuration, including its certificate.',
    store: UNREACHABLE,
    key: STORE_STATE,
    connection: 'XKS_PROXY_INVALID_TLS_CONFIGURATION',
  },
  timedOut: {
    text:
      'AWS KMS rejected the request because the external key store proxy did not respond in time. Retry the ' +
      'request. If you see this error repeatedly, report it to your external key store proxy administrator.',
    store: UNREACHABLE,
    key: STORE_STATE,
    connection: 'XKS_PROXY_TIMED_OUT',
  },
};

/** The proxy decrypted, but not to what was encrypted. */
export const SUBMITTED_CIPHERTEXT_INVALID =
  'The ciphertext that the external key store proxy submitted for decryption, or the encryption context, is ' +
  'corrupted, missing, or otherwise invalid.';

export const STORE_NOT_CONNECTED =
  'This KMS key is in a custom key store that is not connected to its external key store proxy. Connect the ' +
  'external key store and try the request again.';

/** A proxy's error name that this table knows. */
export function isProxyErrorName(name: string): name is ProxyFault {
  return name.endsWith('Exception') && Object.hasOwn(PROXY_FAULTS, name);
}
