import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { isJsonObject, type JsonObject, type JsonValue } from '../core/json.ts';

/** First byte of a token: the form of what follows. */
const FORM = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Session policies and tags have limits of their own; together they stay below this. */
const TOKEN_CHARACTERS_MAX = 24_576;

/**
 * Seals a session into its own token: AES-256-GCM under a key of the installation. Whoever has the key can open it;
 * nobody else can make or change one.
 */
export function sealSession(key: Uint8Array, session: JsonObject): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const head = Buffer.from([FORM]);
  cipher.setAAD(head);
  const body = Buffer.concat([cipher.update(JSON.stringify(session), 'utf8'), cipher.final()]);
  return Buffer.concat([head, nonce, cipher.getAuthTag(), body]).toString('base64');
}

/** The session inside a token, or undefined when it is none of ours. */
export function openSession(key: Uint8Array, token: string): JsonObject | undefined {
  if (token.length > TOKEN_CHARACTERS_MAX) return undefined;
  const bytes = Buffer.from(token, 'base64');
  if (bytes.length < 1 + NONCE_BYTES + TAG_BYTES || bytes[0] !== FORM) return undefined;
  // Base64 that decodes leniently would give one session several tokens.
  if (bytes.toString('base64') !== token) return undefined;
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const tag = bytes.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(bytes.subarray(0, 1));
  decipher.setAuthTag(tag);
  try {
    const body = decipher.update(bytes.subarray(1 + NONCE_BYTES + TAG_BYTES));
    const value: JsonValue = JSON.parse(Buffer.concat([body, decipher.final()]).toString('utf8'));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
