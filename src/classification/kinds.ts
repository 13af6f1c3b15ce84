/** How a file is read. */
export type Kind = 'text' | 'csv' | 'tsv' | 'json' | 'jsonl' | 'gzip' | 'zip' | 'tar';

const EXTENSIONS: ReadonlyMap<string, Kind> = new Map([
  ['csv', 'csv'],
  ['tsv', 'tsv'],
  ['json', 'json'],
  ['jsonl', 'jsonl'],
  ['ndjson', 'jsonl'],
  ['gz', 'gzip'],
  ['gzip', 'gzip'],
  ['tgz', 'gzip'],
  ['zip', 'zip'],
  ['tar', 'tar'],
]);

/** Formats that AWS reads and nothing here does. */
const UNREAD: ReadonlySet<string> = new Set('avro parquet doc docx pdf xls xlsx'.split(' '));

const MIME_TYPES: Readonly<Record<Kind, string>> = {
  text: 'text/plain',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
  gzip: 'application/gzip',
  zip: 'application/zip',
  tar: 'application/x-tar',
};

const TEXTS: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html'],
  ['htm', 'text/html'],
  ['xml', 'application/xml'],
  ['yaml', 'application/yaml'],
  ['yml', 'application/yaml'],
  ['eml', 'message/rfc822'],
]);

/** The part of a key behind its last dot, in lower case; empty when there is none. */
export function extensionOf(key: string): string {
  const name = key.slice(key.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? '' : name.slice(dot + 1).toLowerCase();
}

/** How a file with this name and beginning is read; undefined: nothing here reads it. */
export function kindOf(key: string, head: Uint8Array): Kind | undefined {
  const extension = extensionOf(key);
  if (UNREAD.has(extension)) return undefined;
  const isMarked = (text: string, at = 0) =>
    Buffer.from(head.subarray(at, at + text.length)).equals(Buffer.from(text, 'latin1'));
  if (isMarked('\x1f\x8b')) return 'gzip';
  if (isMarked('PK\x03\x04') || isMarked('PK\x05\x06')) return 'zip';
  if (isMarked('ustar', 257)) return 'tar';
  const named = EXTENSIONS.get(extension);
  if (named === 'gzip' || named === 'zip' || named === 'tar') return undefined;
  return isText(head) ? (named ?? 'text') : undefined;
}

/** Whether a file may be worth reading, by its name alone. */
export function isClassifiable(key: string): boolean {
  return !UNREAD.has(extensionOf(key)) && !BINARY.has(extensionOf(key));
}

const BINARY: ReadonlySet<string> = new Set(
  'png jpg jpeg gif bmp ico webp mp3 mp4 mov avi mkv exe dll so bin iso class jar war 7z rar bz2 xz woff woff2'.split(
    ' ',
  ),
);

/** Text has no zero bytes, unless a mark says that it is UTF-16. */
function isText(head: Uint8Array): boolean {
  return encodingOf(head) !== 'utf-8' || !head.includes(0);
}

export function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

export function mimeTypeOf(kind: Kind | undefined, key: string): string {
  if (kind === undefined) return 'application/octet-stream';
  return (kind === 'text' ? TEXTS.get(extensionOf(key)) : undefined) ?? MIME_TYPES[kind];
}
