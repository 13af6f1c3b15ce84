import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KmsOperations } from '../../../models/kms/types.ts';
import type { Context, OperationReference } from '../../contract/operation.ts';
import { ServiceError } from '../../core/errors.ts';
import { RecencyCache } from '../../core/recency-cache.ts';
import { formatArn, partitionOf } from '../../core/arn.ts';
import { type Instant, SECOND_MS } from '../../core/time.ts';
import type { QueueTarget } from './authorization.ts';
import type { MessageContent, WrappedKey } from './state.ts';

type Reference<N extends 'GenerateDataKey' | 'Decrypt'> = OperationReference<
  KmsOperations[N]['input'],
  KmsOperations[N]['output']
>;

const GENERATE: Reference<'GenerateDataKey'> = { service: 'kms', operation: 'GenerateDataKey' };
const DECRYPT: Reference<'Decrypt'> = { service: 'kms', operation: 'Decrypt' };

interface HeldKey {
  readonly plaintext: Buffer;
  readonly wrapped: WrappedKey;
  /** Service time. */
  readonly until: Instant;
}

const HELD_KEYS_MAX = 10_000;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Data keys in memory, as long as their queues say they may be used again: each principal has its own, so that what one
 * may use another doesn't. A key is held once the call that KMS recorded is durable.
 */
export class DataKeys {
  readonly #held = new RecencyCache<HeldKey>(HELD_KEYS_MAX);

  /** Encrypts what a principal sends. Errors: KMS's, as SQS tells them. */
  async protect(context: Context, target: QueueTarget, texts: readonly string[]) {
    const { key } = target.queue.settings;
    if (key === undefined) return texts.map((text): MessageContent => ({ text }));
    const { plaintext, wrapped } = await this.#toSend(context, target, key);
    return texts.map(
      (text): MessageContent => ({ text: encrypt(plaintext, wrapped, text), key: wrapped }),
    );
  }

  /** Decrypts what a principal receives. Errors: KMS's, as SQS tells them. */
  async open(context: Context, target: QueueTarget, content: MessageContent): Promise<string> {
    const { key: wrapped, text } = content;
    if (wrapped === undefined) return text;
    const { plaintext } = await this.#toReceive(context, target, wrapped);
    return decrypt(plaintext, wrapped, text);
  }

  async #toSend(context: Context, target: QueueTarget, key: string): Promise<HeldKey> {
    const { arn } = target;
    const keyArn = keyArnOf(target, key);
    const name = JSON.stringify(['send', arn, keyArn, principalOf(context)]);
    const known = this.#find(name, context.call.now);
    if (known !== undefined) return known;
    const made = await asSqs(() =>
      context.callService(
        GENERATE,
        { KeyId: keyArn, KeySpec: 'AES_256', EncryptionContext: encryptionContext(arn) },
        { via: 'sqs' },
      ),
    );
    const ciphertext = Buffer.from(made.CiphertextBlob ?? []).toString('base64');
    const wrapped: WrappedKey = { ciphertext, queueArn: arn, keyArn: made.KeyId ?? keyArn };
    // A new key is proven before it is used: whoever sends needs to be allowed both.
    const plaintext = await unwrap(context, wrapped);
    return this.#hold(context, target, name, { plaintext, wrapped });
  }

  async #toReceive(context: Context, target: QueueTarget, wrapped: WrappedKey): Promise<HeldKey> {
    const name = JSON.stringify(['receive', wrapped.ciphertext, principalOf(context)]);
    const known = this.#find(name, context.call.now);
    if (known !== undefined) return known;
    const plaintext = await unwrap(context, wrapped);
    return this.#hold(context, target, name, { plaintext, wrapped });
  }

  #find(name: string, now: Instant): HeldKey | undefined {
    const known = this.#held.get(name);
    return known === undefined || known.until <= now ? undefined : known;
  }

  #hold(
    { call, unit }: Context,
    { queue }: QueueTarget,
    name: string,
    made: Omit<HeldKey, 'until'>,
  ): HeldKey {
    const held = { ...made, until: call.now + queue.settings.keyReuse * SECOND_MS };
    unit.onCommit(() => this.#held.set(name, held));
    return held;
  }
}

async function unwrap(context: Context, wrapped: WrappedKey): Promise<Buffer> {
  const { Plaintext = new Uint8Array() } = await asSqs(() =>
    context.callService(
      DECRYPT,
      {
        CiphertextBlob: Buffer.from(wrapped.ciphertext, 'base64'),
        EncryptionContext: encryptionContext(wrapped.queueArn),
        KeyId: wrapped.keyArn,
      },
      { via: 'sqs' },
    ),
  );
  return Buffer.from(Plaintext);
}

function encryptionContext(queueArn: string) {
  return { 'aws:sqs:arn': queueArn };
}

function principalOf({ call }: Context): string {
  const { identity } = call.caller;
  return `${identity.account} ${identity.roleArn ?? identity.arn}`;
}

/** The queue owner's key, whoever sends. */
function keyArnOf({ queue: { account, region } }: QueueTarget, key: string): string {
  if (key.startsWith('arn:')) return key;
  const resource = key.startsWith('alias/') ? key : `key/${key}`;
  return formatArn({ partition: partitionOf(region), service: 'kms', account, region, resource });
}

/** KMS's errors, as SQS passes them on: by a shape of its own, and a legacy code. */
const KMS_ERRORS: ReadonlyMap<string, readonly [code: string, queryCode: string]> = new Map([
  ['AccessDeniedException', ['KmsAccessDenied', 'KMS.AccessDeniedException']],
  ['DisabledException', ['KmsDisabled', 'KMS.DisabledException']],
  ['KMSInvalidStateException', ['KmsInvalidState', 'KMS.InvalidStateException']],
  ['NotFoundException', ['KmsNotFound', 'KMS.NotFoundException']],
  ['InvalidKeyUsageException', ['KmsInvalidKeyUsage', 'KMS.InvalidKeyUsageException']],
  ['ThrottlingException', ['KmsThrottled', 'KMS.ThrottlingException']],
]);

async function asSqs<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const known = error instanceof ServiceError ? KMS_ERRORS.get(error.code) : undefined;
    if (known === undefined || !(error instanceof ServiceError)) throw error;
    const [code, queryCode] = known;
    throw new ServiceError(code, error.message, { queryCode, status: 400 });
  }
}

function encrypt(key: Buffer, { queueArn }: WrappedKey, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(queueArn));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64');
}

function decrypt(key: Buffer, { queueArn }: WrappedKey, text: string): string {
  const bytes = Buffer.from(text, 'base64');
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(queueArn));
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES));
  const body = bytes.subarray(NONCE_BYTES, bytes.length - TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
}
