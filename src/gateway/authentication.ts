import type { ServiceError } from '../core/errors.ts';
import type { Clock } from '../core/time.ts';
import { failureError, type ErrorFamily } from '../authn/failure.ts';
import { parseSignature } from '../authn/parse.ts';
import type { AuthenticationFailure, Signature, SignedRequest } from '../authn/types.ts';
import { checkForm, checkSignature, tokenIsSigned } from '../authn/verify.ts';
import type { EdgeSigner } from '../contract/edge.ts';
import type { Caller, IdentitySource, KnownCredential } from '../contract/identity.ts';
import type { RequestBody } from '../contract/operation.ts';
import type { Unit } from '../contract/view.ts';
import type { WireRequest } from '../wire/request.ts';
import type { RegisteredOperation } from './registry.ts';
import { requestBody } from './request-body.ts';
import type { Destination } from './router.ts';

export interface Authenticator {
  readonly clock: Clock;
  readonly identities: IdentitySource;
  /** Dev mode: the account whose root the access key `test` is. Undefined elsewhere. */
  readonly devAccount: string | undefined;
  /** The Region of requests that carry none. */
  readonly defaultRegion: string;
}

export type Identified =
  | { readonly ok: true; readonly caller: Caller; readonly body: () => RequestBody }
  | { readonly ok: false; readonly error: ServiceError };

/** A signature whose form was seen, to be compared inside the unit that finds its credential. */
export interface Proof {
  readonly region: string;
  identify(unit: Unit): Promise<Identified>;
}

/** Whoever it is: only policies that allow everybody speak of them. */
export const ANONYMOUS: Caller = {
  identity: { type: 'Anonymous', account: '', arn: '*', principalId: 'ANONYMOUS_PRINCIPAL' },
  userIdentity: { type: 'AWSAccount', principalId: '', accountId: 'ANONYMOUS_PRINCIPAL' },
  conditions: new Map(),
  tags: {},
};

/** Reads and checks what can be judged without the credential. Nothing is accepted here. */
export function prove(
  authenticator: Authenticator,
  request: WireRequest,
  destination: Destination,
  operation: RegisteredOperation,
): Proof {
  const family = familyOf(destination);
  const refuse = (failure: AuthenticationFailure): Proof => ({
    region: authenticator.defaultRegion,
    identify: async () => ({ ok: false, error: failureError(failure, family) }),
  });
  const signed = signedRequest(request);
  const parsed = parseSignature(signed);
  if (parsed.kind === 'failure') return refuse(parsed.failure);
  const unchecked = (): RequestBody => requestBody(request, signed, undefined);
  if (parsed.kind === 'anonymous') return unsigned(authenticator, operation, refuse, unchecked);
  const { signature } = parsed;
  const region = signature.scope.region;
  const dev = devCaller(authenticator, signature);
  if (dev !== undefined) {
    return { region, identify: async () => ({ ok: true, caller: dev, body: unchecked }) };
  }
  const services = [destination.service?.model.signingName ?? ''];
  const wrong = checkForm(signed, signature, services, authenticator.clock.realTime());
  if (wrong !== undefined) return refuse(wrong);
  const body = (secretAccessKey: string) => (): RequestBody =>
    requestBody(request, signed, { signature, secretAccessKey });
  const attempt: Attempt = { request: signed, signature, family, body };
  return { region, identify: (unit) => compare(authenticator, attempt, unit) };
}

/** Who signed a request that belongs to no operation, in its header or its query. `service` is its signing name. */
export async function signerOf(
  authenticator: Authenticator,
  request: SignedRequest,
  service: string,
  unit: Unit,
): Promise<EdgeSigner> {
  const refused = (failure: AuthenticationFailure): EdgeSigner => {
    const { code, message } = failureError(failure, 'restJson');
    return { kind: 'refused', code, message };
  };
  const parsed = parseSignature(request);
  if (parsed.kind === 'anonymous') return { kind: 'unsigned' };
  if (parsed.kind === 'failure') return refused(parsed.failure);
  const { signature } = parsed;
  const { region } = signature.scope;
  if (signature.form === 'queryV2') return { kind: 'unsigned' };
  const dev = devCaller(authenticator, signature);
  if (dev !== undefined) return { kind: 'signed', caller: dev, region };
  const wrong = checkForm(request, signature, [service], authenticator.clock.realTime());
  if (wrong !== undefined) return refused(wrong);
  const { accessKeyId, sessionToken } = signature;
  const credential = await authenticator.identities.credential(unit, accessKeyId, sessionToken);
  const failure = judged(request, signature, credential);
  if (failure !== undefined) return refused(failure);
  if (credential === undefined) throw new Error('an unknown credential was accepted');
  return { kind: 'signed', caller: credential.caller, region };
}

/** The same of a presigned request that is good for no longer than `secondsMax`; undefined: nobody, or no longer. */
export async function presignerOf(
  authenticator: Authenticator,
  request: SignedRequest,
  { service, secondsMax }: { readonly service: string; readonly secondsMax: number },
  unit: Unit,
): Promise<Extract<EdgeSigner, { readonly kind: 'signed' }> | undefined> {
  const parsed = parseSignature(request);
  if (parsed.kind !== 'signed' || parsed.signature.form !== 'query') return undefined;
  const { expiresSeconds = Number.POSITIVE_INFINITY } = parsed.signature;
  if (expiresSeconds > secondsMax) return undefined;
  const signer = await signerOf(authenticator, request, service, unit);
  return signer.kind === 'signed' ? signer : undefined;
}

function unsigned(
  authenticator: Authenticator,
  operation: RegisteredOperation,
  refuse: (failure: AuthenticationFailure) => Proof,
  body: () => RequestBody,
): Proof {
  const isOpen =
    operation.model.auth === 'none' || operation.implementation?.allowsAnonymous === true;
  if (isOpen || operation.service.id === 's3') {
    return {
      region: authenticator.defaultRegion,
      identify: async () => ({ ok: true, caller: ANONYMOUS, body }),
    };
  }
  return refuse({ kind: 'missing', text: 'Missing Authentication Token' });
}

interface Attempt {
  readonly request: SignedRequest;
  readonly signature: Signature;
  readonly family: ErrorFamily;
  readonly body: (secretAccessKey: string) => () => RequestBody;
}

async function compare(
  authenticator: Authenticator,
  { request, signature, family, body }: Attempt,
  unit: Unit,
): Promise<Identified> {
  const credential = await authenticator.identities.credential(
    unit,
    signature.accessKeyId,
    signature.sessionToken,
  );
  const failure = judged(request, signature, credential);
  if (failure !== undefined) return { ok: false, error: failureError(failure, family) };
  if (credential === undefined) throw new Error('an unknown credential was accepted');
  return { ok: true, caller: credential.caller, body: body(credential.secretAccessKey) };
}

function judged(
  request: SignedRequest,
  signature: Signature,
  credential: KnownCredential | undefined,
): AuthenticationFailure | undefined {
  if (credential === undefined || !tokenIsSigned(request, signature)) {
    return { kind: 'unknownKey', text: '' };
  }
  if (!credential.active) return { kind: 'inactiveKey', text: '' };
  // The signature is judged before the expiry, so that only its holder learns that a session is over.
  const mismatch = checkSignature(request, signature, credential.secretAccessKey);
  if (mismatch !== undefined) return mismatch;
  return credential.expired ? { kind: 'expiredToken', text: '' } : undefined;
}

function devCaller(authenticator: Authenticator, signature: Signature): Caller | undefined {
  const { devAccount, identities } = authenticator;
  if (devAccount === undefined) return undefined;
  if (signature.accessKeyId === 'test') return identities.root(devAccount);
  return /^\d{12}$/.test(signature.accessKeyId)
    ? identities.root(signature.accessKeyId)
    : undefined;
}

function signedRequest(request: WireRequest): SignedRequest {
  // A body that was read is the request's own; one that streams can't be hashed beforehand.
  if (request.stream === undefined) return request;
  return {
    method: request.method,
    rawPath: request.rawPath,
    rawQuery: request.rawQuery,
    headers: request.headers,
    body: undefined,
  };
}

function familyOf(destination: Destination): ErrorFamily {
  switch (destination.protocol) {
    case 'awsJson1_0':
    case 'awsJson1_1':
    case 'rpcv2Cbor':
      return 'awsJson';
    case 'restJson1':
      return 'restJson';
    case 'awsQuery':
      return 'query';
    case 'ec2Query':
      return 'ec2';
    case 'restXml':
      return destination.service?.model.signingName === 's3' ? 's3' : 'query';
  }
}
