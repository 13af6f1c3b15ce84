import { seal, unseal } from '../../../crypto/sealing.ts';

/** A secret's value in the clear. */
export type SecretValue =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'binary'; readonly bytes: Uint8Array };

export function bytesOf(value: SecretValue): Buffer {
  return value.kind === 'string' ? Buffer.from(value.text, 'utf8') : Buffer.from(value.bytes);
}

export function valueOf(kind: SecretValue['kind'], bytes: Uint8Array): SecretValue {
  return kind === 'string'
    ? { kind, text: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8') }
    : { kind, bytes: new Uint8Array(bytes) };
}

/** Encrypts under a data key, bound to the kind of value. The key's own encryption binds the secret and version. */
export function sealValue(dataKey: Uint8Array, value: SecretValue): string {
  return seal(dataKey, [value.kind], bytesOf(value)).toString('base64');
}

/** Errors: what was stored is not what `sealValue` made with this data key. */
export function unsealValue(
  dataKey: Uint8Array,
  kind: SecretValue['kind'],
  sealed: string,
): SecretValue {
  return valueOf(kind, unseal(dataKey, [kind], Buffer.from(sealed, 'base64')));
}
