/**
 * A code point as one byte. Full-width forms (FF01 to FF5E) become the ASCII characters they look like, since many
 * applications fold them; of all others the low byte is left.
 */
export function foldFullWidth(codePoint: number): string {
  const isFullWidth = codePoint >= 0xff01 && codePoint <= 0xff5e;
  return String.fromCharCode((isFullWidth ? codePoint + 0x20 : codePoint) & 0xff);
}
