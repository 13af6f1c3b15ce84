/** A key pair as it is stored, both parts as DER. */
export interface StoredPair {
  /** PKCS#8. */
  readonly secret: Uint8Array;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
}
