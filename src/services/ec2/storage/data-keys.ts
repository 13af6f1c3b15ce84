import type { KmsOperations } from '../../../../models/kms/types.ts';
import type { CallOptions, OperationReference, ServiceActor } from '../../../contract/operation.ts';
import { ServiceError } from '../../../core/errors.ts';
import { passingFault } from '../../../core/passing-fault.ts';
import type { Scope } from '../../../core/scope.ts';
import { kmsDecrypt } from '../../kms/port.ts';
import { ec2Error } from '../errors.ts';
import type { DataKey } from './block-content.ts';

/** What is kept of a data key: it is opened by KMS alone, for the volume or snapshot it is bound to. */
export interface WrappedKey {
  readonly keyArn: string;
  /** Base64. */
  readonly wrapped: string;
  /** The id that the encryption context names: `vol-…` or `snap-…`. */
  readonly boundTo: string;
}

/** A handler's context, or a job's. */
export interface KeyCalls {
  callService<I extends object, O>(
    reference: OperationReference<I, O>,
    input: I,
    options?: CallOptions,
  ): Promise<O>;
}

function kms<N extends keyof KmsOperations>(
  name: N,
): OperationReference<KmsOperations[N]['input'], KmsOperations[N]['output']> {
  return { service: 'kms', operation: name };
}

const GENERATE = kms('GenerateDataKeyWithoutPlaintext');
const RE_ENCRYPT = kms('ReEncrypt');
const CREATE_GRANT = kms('CreateGrant');
const RETIRE_GRANT = kms('RetireGrant');

/** 512 bits. */
const DATA_KEY_BYTES = 64;
const CONTEXT = 'aws:ebs:id';
const PRINCIPAL = 'ec2.amazonaws.com';

/** For the caller, through EC2. Volumes' data keys are asked for by EC2's front end, as records name it. */
function viaEc2(region: string): CallOptions {
  return { via: 'ec2', host: 'ec2-frontend-api.amazonaws.com', region };
}

/** A new data key. Errors: those of KMS; they drop what was written before. */
export async function newDataKey(
  calls: KeyCalls,
  region: string,
  keyId: string,
  id: string,
): Promise<WrappedKey> {
  const made = await calls.callService(
    GENERATE,
    { KeyId: keyId, NumberOfBytes: DATA_KEY_BYTES, EncryptionContext: { [CONTEXT]: id } },
    viaEc2(region),
  );
  return wrappedKey(made.KeyId ?? keyId, made.CiphertextBlob, id);
}

/** The same data key for another volume or snapshot. Errors: those of KMS. */
export async function rebindDataKey(
  calls: KeyCalls,
  region: string,
  key: WrappedKey,
  id: string,
): Promise<WrappedKey> {
  const made = await calls.callService(
    RE_ENCRYPT,
    {
      CiphertextBlob: Buffer.from(key.wrapped, 'base64'),
      SourceKeyId: key.keyArn,
      SourceEncryptionContext: { [CONTEXT]: key.boundTo },
      DestinationKeyId: key.keyArn,
      DestinationEncryptionContext: { [CONTEXT]: id },
    },
    viaEc2(region),
  );
  return wrappedKey(key.keyArn, made.CiphertextBlob, id);
}

function wrappedKey(keyArn: string, blob: Uint8Array | undefined, boundTo: string): WrappedKey {
  return { keyArn, wrapped: Buffer.from(blob ?? []).toString('base64'), boundTo };
}

/** The data key in clear, as far as the caller may use the KMS key. Errors: those of KMS. */
export function openDataKey(
  calls: KeyCalls,
  region: string,
  key: WrappedKey | undefined,
): Promise<DataKey> {
  return decrypt(calls, key, { via: 'ec2', region });
}

async function decrypt(
  calls: KeyCalls,
  key: WrappedKey | undefined,
  options: CallOptions,
  grantToken?: string,
): Promise<DataKey> {
  if (key === undefined) return undefined;
  const { Plaintext } = await calls.callService(
    kmsDecrypt,
    {
      CiphertextBlob: Buffer.from(key.wrapped, 'base64'),
      EncryptionContext: { [CONTEXT]: key.boundTo },
      ...(grantToken === undefined ? {} : { GrantTokens: [grantToken] }),
    },
    options,
  );
  return Buffer.from(Plaintext ?? []);
}

/** A grant by which somebody else may open a data key, and no other of its KMS key. */
export interface OpeningGrant {
  readonly grantId: string;
  readonly grantToken: string;
}

/** Lets `grantee` open a data key: EC2 itself when absent. Errors: those of KMS. */
export async function grantOpening(
  calls: KeyCalls,
  region: string,
  key: WrappedKey,
  grantee?: string,
): Promise<OpeningGrant> {
  const ec2 = `ec2.${region}.amazonaws.com`;
  const { GrantId = '', GrantToken = '' } = await calls.callService(
    CREATE_GRANT,
    {
      KeyId: key.keyArn,
      GranteePrincipal: grantee ?? ec2,
      RetiringPrincipal: ec2,
      Operations: ['Decrypt'],
      Constraints: { EncryptionContextSubset: { [CONTEXT]: key.boundTo } },
    },
    viaEc2(region),
  );
  return { grantId: GrantId, grantToken: GrantToken };
}

/** A key that EC2 opens by itself, after the call that let it. */
export interface EntrustedKey {
  readonly key: WrappedKey;
  readonly region: string;
  readonly grant: OpeningGrant;
}

export function openEntrusted(
  calls: KeyCalls,
  entrusted: EntrustedKey | undefined,
): Promise<DataKey> {
  if (entrusted === undefined) return Promise.resolve(undefined);
  const { key, region, grant } = entrusted;
  return decrypt(calls, key, { as: { principal: PRINCIPAL }, region }, grant.grantToken);
}

/** Opens a data key as a role of EC2's own that was given a grant, as hosts of instances do. Errors: those of KMS. */
export async function openFor(
  calls: KeyCalls,
  { account, region }: Scope,
  key: WrappedKey,
  ownRole: NonNullable<ServiceActor['ownRole']>,
  { grantToken }: OpeningGrant,
): Promise<void> {
  await decrypt(calls, key, { as: { principal: PRINCIPAL, account, ownRole }, region }, grantToken);
}

/** Gives back what was entrusted. */
export async function retireGrant(
  calls: KeyCalls,
  {
    key,
    region,
    grantId,
  }: { readonly key: WrappedKey; readonly region: string; readonly grantId: string },
): Promise<void> {
  const grant = { KeyId: key.keyArn, GrantId: grantId };
  await calls.callService(RETIRE_GRANT, grant, { as: { principal: PRINCIPAL }, region });
}

/** What KMS said against a key. Throws on what is no refusal: faults that pass, which jobs try again. */
export function refusalIn(error: unknown): string {
  if (!(error instanceof ServiceError)) throw error;
  const fault = passingFault(error);
  if (fault === 'throttled') throw ec2Error('RequestLimitExceeded', 'Request limit exceeded.', 503);
  if (fault === 'server') throw error;
  return error.message;
}
