import { isJsonObject, type JsonValue } from '../../../core/json.ts';
import type { Instant } from '../../../core/time.ts';
import { isRsaSpec } from '../../../crypto/keys/native-keys.ts';
import { open, readEnvelope, seal } from './ciphertext.ts';
import { isWrappingAlgorithm, type WrappingKey } from './key-unwrapping.ts';
import { usableMaterial, type MaterialDocument } from './material.ts';

/** What an import token carries: everything the import needs, so that nothing is kept for it. */
export interface ImportParameters extends WrappingKey {
  readonly expires: Instant;
}

/** The token of one key: encrypted under a secret of that key's own and bound to its ARN. */
export function sealImportToken(
  secret: MaterialDocument,
  keyArn: string,
  parameters: ImportParameters,
): Buffer {
  const privateKey = Buffer.from(parameters.privateKey).toString('base64');
  const text = JSON.stringify({ ...parameters, privateKey });
  const { key, locator } = usableMaterial(secret);
  return seal(key, locator, Buffer.from(text), purpose(keyArn));
}

/** Undefined: no token of this key. An expired one is read. */
export function openImportToken(
  secret: MaterialDocument,
  keyArn: string,
  token: Uint8Array,
): ImportParameters | undefined {
  const envelope = readEnvelope(token);
  if (envelope === undefined) return undefined;
  const opened = open(usableMaterial(secret).key, envelope, purpose(keyArn));
  if (opened === undefined) return undefined;
  const value: JsonValue = JSON.parse(opened.toString());
  if (!isJsonObject(value)) return undefined;
  const { algorithm, spec, expires, privateKey } = value;
  if (typeof algorithm !== 'string' || !isWrappingAlgorithm(algorithm)) return undefined;
  if (typeof spec !== 'string' || !isRsaSpec(spec)) return undefined;
  if (typeof expires !== 'number' || typeof privateKey !== 'string') return undefined;
  return { algorithm, spec, expires, privateKey: Buffer.from(privateKey, 'base64') };
}

function purpose(keyArn: string): Record<string, string> {
  return { importToken: keyArn };
}
