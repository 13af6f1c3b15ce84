/** Bytes `first` to `last`, both included. */
export interface Wanted {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads a Range header against a content of `size` bytes. `whole` where the header is not understood, as RFC 9110 asks,
 * or names several ranges, which S3 does not serve.
 */
export function readRange(header: string, size: number): Wanted | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim());
  if (match === null) return 'whole';
  const [, from = '', to = ''] = match;
  if (from === '' && to === '') return 'whole';
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'unsatisfiable' : { first: size - length, last: size - 1 };
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < first) return 'whole';
  return first >= size ? 'unsatisfiable' : { first, last };
}
