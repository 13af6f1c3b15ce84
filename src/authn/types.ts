/** A request as its signature covers it: nothing decoded, nothing normalised. */
export interface SignedRequest {
  readonly method: string;
  readonly rawPath: string;
  readonly rawQuery: string;
  /** Names and values in turn, as they came. */
  readonly headers: readonly string[];
  /** Undefined when the body is streamed and can't be hashed beforehand. */
  readonly body: Uint8Array | undefined;
}

export interface CredentialScope {
  /** `20261124`. */
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

/** What a signed request says of itself, read but not verified. */
export interface Signature {
  readonly accessKeyId: string;
  readonly scope: CredentialScope;
  /** Lower case, in the order given. */
  readonly signedHeaders: readonly string[];
  /** 64 hexadecimal digits. */
  readonly signature: string;
  /** `20261124T120000Z`. */
  readonly timestamp: string;
  readonly presigned: boolean;
  /** Presigned URLs: seconds they are good for. */
  readonly expiresSeconds: number | undefined;
  readonly sessionToken: string | undefined;
}

export type FailureKind =
  | 'missing'
  | 'incomplete'
  | 'malformedScope'
  | 'unknownKey'
  | 'inactiveKey'
  | 'mismatch'
  | 'expired'
  | 'notYetCurrent'
  | 'expiredToken'
  | 'wrongService'
  | 'contentHash';

export interface AuthenticationFailure {
  readonly kind: FailureKind;
  readonly text: string;
}

export type Parsed =
  | { readonly kind: 'signed'; readonly signature: Signature }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'failure'; readonly failure: AuthenticationFailure };
