/**
 * Authentication: who signed a request, and whether what arrived is what was signed. Takes requests as
 * they came off the wire; gives a verified signature or a failure with AWS's text. Knows no store and no
 * identity: the caller looks credentials up between reading (`parse.ts`) and verifying (`verify.ts`).
 */

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

/** Signature Version 4 in a header or in the query; or Version 2 in the query (S3 only). */
export type SignatureForm = 'header' | 'query' | 'queryV2';

/** What a signed request says of itself, read but not verified. */
export interface Signature {
  readonly form: SignatureForm;
  readonly accessKeyId: string;
  readonly scope: CredentialScope;
  /** Lower case, in the order given. Empty for Version 2. */
  readonly signedHeaders: readonly string[];
  /** Version 4: 64 hexadecimal digits, lower case. Version 2: base64. */
  readonly signature: string;
  /** `20261124T120000Z`. Version 2: when the URL expires, in seconds since 1970. */
  readonly timestamp: string;
  readonly presigned: boolean;
  /** Presigned URLs: seconds they are good for. */
  readonly expiresSeconds: number | undefined;
  readonly sessionToken: string | undefined;
}

/** A credential as whoever keeps it knows it. `owner` is whatever the keeper wants back. */
export interface Credential<Owner> {
  readonly secretAccessKey: string;
  readonly active: boolean;
  /** Set when the credential is a session whose time is over. */
  readonly expired: boolean;
  readonly owner: Owner;
}

export type FailureKind =
  | 'missing'
  | 'incomplete'
  | 'unsupported'
  | 'severalMechanisms'
  | 'malformedQuery'
  | 'malformedScope'
  | 'unknownKey'
  | 'inactiveKey'
  | 'invalidToken'
  | 'mismatch'
  | 'unsignedHeader'
  | 'expired'
  | 'expiredUrl'
  | 'notYetCurrent'
  | 'expiredToken'
  | 'wrongService'
  | 'missingContentHash'
  | 'contentHash';

export interface AuthenticationFailure {
  readonly kind: FailureKind;
  /** AWS's text where it depends on the request; '' where the protocol's own text is used. */
  readonly text: string;
}

export type Parsed =
  | { readonly kind: 'signed'; readonly signature: Signature }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'failure'; readonly failure: AuthenticationFailure };

/** What the signature says of a body that was not read yet. */
export type StreamedPayload =
  /** The body was hashed and agreed, or there is none. */
  | { readonly kind: 'verified' }
  /** The signer left the body out. */
  | { readonly kind: 'unsigned' }
  /** The bytes must have this SHA-256, in lower-case hexadecimal digits. */
  | { readonly kind: 'hash'; readonly sha256: string }
  /** aws-chunked framing, see `chunked.ts`. */
  | { readonly kind: 'chunked'; readonly signed: boolean; readonly trailer: boolean };
