import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { isJsonObject, type JsonObject, type JsonValue } from '../core/json.ts';

/** How AWS's tokens begin (`IQoJb3JpZ2luX2Vj` in base64); some tools look for it. */
const MARK = Buffer.from('IQoJb3JpZ2luX2Vj', 'base64');
/** The form of what follows the mark. */
const FORM = 1;
const HEAD = Buffer.concat([MARK, Buffer.from([FORM])]);
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Session policies and tags have limits of their own; headers of 32 KiB must still hold the token. */
const TOKEN_CHARACTERS_MAX = 16_384;

/**
 * Seals a session into its own token: AES-256-GCM under a 32-byte key of the installation. Whoever has the
 * key can open it; nobody else can make or change one. Throws RangeError when too large.
 */
export function sealSession(key: Uint8Array, session: JsonObject): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(HEAD);
  const body = Buffer.concat([cipher.update(JSON.stringify(session), 'utf8'), cipher.final()]);
  const token = Buffer.concat([HEAD, nonce, cipher.getAuthTag(), body]).toString('base64');
  if (token.length > TOKEN_CHARACTERS_MAX) throw new RangeError('The session is too large to seal');
  return token;
}

/** The session inside a token, or undefined when it is none of ours. */
export function openSession(key: Uint8Array, token: string): JsonObject | undefined {
  if (token.length > TOKEN_CHARACTERS_MAX) return undefined;
  const bytes = Buffer.from(token, 'base64');
  const start = HEAD.length + NONCE_BYTES + TAG_BYTES;
  if (bytes.length < start || !bytes.subarray(0, HEAD.length).equals(HEAD)) return undefined;
  // Base64 that decodes leniently would give one session several tokens.
  if (bytes.toString('base64') !== token) return undefined;
  const nonce = bytes.subarray(HEAD.length, HEAD.length + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(HEAD);
  decipher.setAuthTag(bytes.subarray(HEAD.length + NONCE_BYTES, start));
  try {
    const body = Buffer.concat([decipher.update(bytes.subarray(start)), decipher.final()]);
    const value: JsonValue = JSON.parse(body.toString('utf8'));
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
