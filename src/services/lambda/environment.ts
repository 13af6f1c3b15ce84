import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Context } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import { environmentLocked, invalidParameterValue } from './errors.ts';
import { asRole } from './execution-role.ts';
import { type CallService, createGrant, decrypt, encrypt } from './other-services.ts';
import type { SealedEnvironment } from './state.ts';

export type Variables = Readonly<Record<string, string>>;

const DEFAULT_KEY = 'alias/aws/lambda';
const BYTES_MAX = 4_096;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'aes-256-gcm';

/** Names that Lambda sets itself. */
const RESERVED = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_DEFAULT_REGION',
  'AWS_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'AWS_LAMBDA_RUNTIME_API',
  'LAMBDA_TASK_ROOT',
  'LAMBDA_RUNTIME_DIR',
]);

/** Errors: InvalidParameterValueException for names that Lambda keeps, and for more than 4 KB. */
export function checkVariables(variables: Variables): void {
  const taken = Object.keys(variables).filter((name) => RESERVED.has(name));
  if (taken.length > 0) {
    throw invalidParameterValue(
      'Lambda was unable to configure your environment variables because the environment ' +
        'variables you have provided contains reserved keys that are currently not supported for ' +
        `modification. Reserved keys used in this request: ${taken.join(', ')}`,
    );
  }
  const bytes = Buffer.byteLength(JSON.stringify(variables));
  if (bytes > BYTES_MAX) {
    throw invalidParameterValue(
      'Lambda was unable to configure your environment variables because the environment ' +
        `variables you have provided exceeded the 4KB limit. String measured: ${JSON.stringify(variables)}`,
    );
  }
}

/** Whose environment it is. */
export interface EnvironmentOwner {
  /** Unqualified: the encryption context. */
  readonly functionArn: string;
  readonly role: string;
  readonly kmsKeyArn: string | undefined;
}

/**
 * Seals variables under a key that the caller must be allowed to use, and grants the execution role to open them.
 * Undefined: there are none. Errors: KMS's own.
 */
export async function sealEnvironment(
  context: Context,
  variables: Variables,
  owner: EnvironmentOwner,
): Promise<SealedEnvironment | undefined> {
  if (Object.keys(variables).length === 0) return undefined;
  const made = await context.once(() => ({
    key: randomBytes(KEY_BYTES),
    nonce: randomBytes(NONCE_BYTES),
  }));
  const EncryptionContext = contextOf(owner.functionArn);
  const wrapped = await context.callService(
    encrypt,
    { KeyId: owner.kmsKeyArn ?? DEFAULT_KEY, Plaintext: made.key, EncryptionContext },
    { via: 'lambda' },
  );
  const { KeyId = '', CiphertextBlob } = wrapped;
  if (CiphertextBlob === undefined) throw new Error('KMS answered without a ciphertext');
  await context.callService(
    createGrant,
    {
      KeyId,
      GranteePrincipal: owner.role,
      Operations: ['Decrypt'],
      Constraints: { EncryptionContextSubset: EncryptionContext },
    },
    { via: 'lambda' },
  );
  const cipher = createCipheriv(CIPHER, made.key, made.nonce);
  cipher.setAAD(Buffer.from(owner.functionArn));
  const sealed = Buffer.concat([
    cipher.update(JSON.stringify(variables), 'utf8'),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
  return {
    wrappedKey: Buffer.from(CiphertextBlob).toString('base64'),
    nonce: made.nonce.toString('base64'),
    ciphertext: sealed.toString('base64'),
  };
}

/** Opens variables for the caller who asks to see them. Errors: KMS's own. */
export function showEnvironment(
  context: Context,
  sealed: SealedEnvironment,
  functionArn: string,
): Promise<Variables> {
  return open(sealed, functionArn, (input) =>
    context.callService(decrypt, input, { via: 'lambda' }),
  );
}

/** Opens variables as the execution role. Errors: KMSAccessDeniedException and its kin. */
export async function openEnvironment(
  callService: CallService,
  sealed: SealedEnvironment | undefined,
  owner: Pick<EnvironmentOwner, 'functionArn' | 'role'> & { readonly name: string },
): Promise<Variables> {
  if (sealed === undefined) return {};
  try {
    return await open(sealed, owner.functionArn, (input) =>
      callService(decrypt, input, { as: asRole(owner.role, owner.name) }),
    );
  } catch (error) {
    if (error instanceof ServiceError) throw environmentLocked(error.code, error.message);
    throw error;
  }
}

interface Wrapped {
  readonly CiphertextBlob: Uint8Array;
  readonly EncryptionContext: Variables;
}

async function open(
  sealed: SealedEnvironment,
  functionArn: string,
  unwrap: (input: Wrapped) => Promise<{ readonly Plaintext?: Uint8Array | undefined }>,
): Promise<Variables> {
  const { Plaintext } = await unwrap({
    CiphertextBlob: Buffer.from(sealed.wrappedKey, 'base64'),
    EncryptionContext: contextOf(functionArn),
  });
  if (Plaintext === undefined) throw new Error('KMS answered without a plaintext');
  const bytes = Buffer.from(sealed.ciphertext, 'base64');
  const decipher = createDecipheriv(CIPHER, Plaintext, Buffer.from(sealed.nonce, 'base64'));
  decipher.setAAD(Buffer.from(functionArn));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  const text = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
  return readVariables(JSON.parse(text.toString('utf8')));
}

function readVariables(value: unknown): Variables {
  if (typeof value !== 'object' || value === null) throw new Error('not an environment');
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]));
}

function contextOf(functionArn: string): Variables {
  return { 'aws:lambda:FunctionArn': functionArn };
}
