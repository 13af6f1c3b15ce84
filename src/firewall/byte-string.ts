/**
 * What the firewall looks at is bytes, held as a string with one character (0 to 255) a byte: such strings take one byte a
 * character, and the engine's own search and regular expressions work on them directly. Nothing decodes UTF-8 unless a
 * transformation says so, so a text that is no valid UTF-8 can't hide behind replacement characters.
 */
export type ByteString = string;

export function bytesOf(bytes: Uint8Array): ByteString {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** The UTF-8 bytes of a text. */
export function utf8BytesOf(text: string): ByteString {
  // oxlint-disable-next-line no-control-regex
  return /^[\x00-\x7f]*$/.test(text) ? text : Buffer.from(text, 'utf8').toString('latin1');
}

/** The bytes as text; what is no UTF-8 becomes U+FFFD. For logs, never for decisions. */
export function textOf(bytes: ByteString): string {
  // oxlint-disable-next-line no-control-regex
  return /^[\x00-\x7f]*$/.test(bytes) ? bytes : Buffer.from(bytes, 'latin1').toString('utf8');
}
