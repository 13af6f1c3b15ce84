import type { Clock } from '../core/time.ts';
import { parseSignature } from './parse.ts';
import type {
  AuthenticationFailure,
  Credential,
  Signature,
  SignedRequest,
  StreamedPayload,
} from './types.ts';
import { checkForm, checkSignature, streamedPayload, tokenIsSigned } from './verify.ts';

export interface AuthenticateOptions<Owner> {
  /** Only real time is read. */
  readonly clock: Clock;
  /** The signing names this request may carry, the usual one first. */
  readonly services: readonly string[];
  /** The Region of Version 2 URLs, which name none. */
  readonly defaultRegion: string;
  /** The bucket in the host of a virtual-hosted S3 request. */
  readonly hostBucket?: string;
  /** Finds a credential; undefined for an unknown key or a session token that is none of ours. */
  lookup(
    accessKeyId: string,
    sessionToken: string | undefined,
  ): Promise<Credential<Owner> | undefined>;
}

export type Authenticated<Owner> =
  | {
      readonly kind: 'authenticated';
      readonly owner: Owner;
      readonly signature: Signature;
      readonly payload: StreamedPayload;
    }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'failure'; readonly failure: AuthenticationFailure };

/** All the steps in order, for callers that need none in between. */
export async function authenticate<Owner>(
  request: SignedRequest,
  options: AuthenticateOptions<Owner>,
): Promise<Authenticated<Owner>> {
  const parsed = parseSignature(request, options);
  if (parsed.kind !== 'signed') return parsed;
  const { signature } = parsed;
  const now = options.clock.realTime();
  const malformed = checkForm(request, signature, options.services, now);
  if (malformed !== undefined) return { kind: 'failure', failure: malformed };
  const { accessKeyId, sessionToken } = signature;
  const credential = await options.lookup(accessKeyId, sessionToken);
  if (credential === undefined || !tokenIsSigned(request, signature)) {
    const kind = sessionToken === undefined ? 'unknownKey' : 'invalidToken';
    return { kind: 'failure', failure: { kind, text: '' } };
  }
  if (!credential.active) return { kind: 'failure', failure: { kind: 'inactiveKey', text: '' } };
  // The signature is judged before the expiry: only its holder learns that a session is over.
  const failure =
    checkSignature(request, signature, credential.secretAccessKey, options) ??
    (credential.expired ? { kind: 'expiredToken' as const, text: '' } : undefined);
  if (failure !== undefined) return { kind: 'failure', failure };
  const payload = streamedPayload(request, signature);
  return { kind: 'authenticated', owner: credential.owner, signature, payload };
}
