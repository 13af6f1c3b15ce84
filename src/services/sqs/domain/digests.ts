import { createHash } from 'node:crypto';

/** An attribute of a message. Binary values are base64 text. */
export interface MessageAttribute {
  /** `String`, `Number.int`, `Binary.png` … */
  readonly type: string;
  readonly text?: string;
  readonly binary?: string;
}

export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

export function md5Of(text: string): string {
  return createHash('md5').update(text, 'utf8').digest('hex');
}

const TEXT = Buffer.from([1]);
const BINARY = Buffer.from([2]);

/**
 * The digest clients compare: by sorted name, each of name, type and value with its length in four bytes before it, and a
 * byte that tells text from bytes.
 */
export function md5OfAttributes(attributes: MessageAttributes): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const hash = createHash('md5');
  const add = (bytes: Buffer): void => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hash.update(length).update(bytes);
  };
  for (const name of names) {
    const { type = '', text = '', binary } = attributes[name] ?? {};
    add(Buffer.from(name));
    add(Buffer.from(type));
    hash.update(binary === undefined ? TEXT : BINARY);
    add(binary === undefined ? Buffer.from(text) : Buffer.from(binary, 'base64'));
  }
  return hash.digest('hex');
}

/** Bytes of names, types and values: they count as the body does. */
export function attributeBytes(attributes: MessageAttributes): number {
  let bytes = 0;
  for (const [name, { type, text, binary }] of Object.entries(attributes)) {
    bytes += Buffer.byteLength(name) + Buffer.byteLength(type);
    bytes +=
      binary === undefined ? Buffer.byteLength(text ?? '') : Buffer.byteLength(binary, 'base64');
  }
  return bytes;
}
