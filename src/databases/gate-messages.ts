/** What the gate reads and writes of PostgreSQL's protocol, version 3. */

export const SSL_REQUEST = 80_877_103;
export const GSS_REQUEST = 80_877_104;
export const CANCEL_REQUEST = 80_877_102;
const VERSION_3 = 3;

/** What PostgreSQL itself takes before it knows who calls. */
const STARTUP_BYTES_MAX = 10_000;
const PASSWORD_BYTES_MAX = 65_535;

/** A client's first message: its bytes, and what it asks for. */
export interface Startup {
  readonly bytes: Buffer;
  readonly code: number;
  /** Absent from what is no start of a session. */
  readonly user?: string;
  readonly database?: string;
}

export type Read<T> =
  | { readonly kind: 'more' }
  | { readonly kind: 'broken' }
  | { readonly kind: 'read'; readonly value: T; readonly rest: Buffer };

const MORE = { kind: 'more' } as const;
const BROKEN = { kind: 'broken' } as const;

export function readStartup(bytes: Buffer): Read<Startup> {
  if (bytes.length < 8) return MORE;
  const length = bytes.readUInt32BE(0);
  if (length < 8 || length > STARTUP_BYTES_MAX) return BROKEN;
  if (bytes.length < length) return MORE;
  const message = bytes.subarray(0, length);
  const code = message.readUInt32BE(4);
  const rest = bytes.subarray(length);
  if (code >>> 16 !== VERSION_3) {
    const isKnown = code === SSL_REQUEST || code === GSS_REQUEST || code === CANCEL_REQUEST;
    return isKnown ? { kind: 'read', value: { bytes: message, code }, rest } : BROKEN;
  }
  const parameters = parametersIn(message.subarray(8));
  const user = parameters.get('user');
  if (user === undefined || user === '') return BROKEN;
  const database = parameters.get('database') ?? user;
  return { kind: 'read', value: { bytes: message, code, user, database }, rest };
}

function parametersIn(bytes: Buffer): ReadonlyMap<string, string> {
  const texts = bytes.toString('utf8').split('\0');
  const found = new Map<string, string>();
  for (let at = 0; at + 1 < texts.length; at += 2) {
    const name = texts[at] ?? '';
    if (name === '') break;
    found.set(name, texts[at + 1] ?? '');
  }
  return found;
}

/** The answer to `CLEARTEXT_PASSWORD`. */
export function readPassword(bytes: Buffer): Read<string> {
  if (bytes.length < 5) return MORE;
  const length = bytes.readUInt32BE(1);
  if (bytes[0] !== 'p'.charCodeAt(0) || length < 5 || length > PASSWORD_BYTES_MAX) return BROKEN;
  if (bytes.length < length + 1) return MORE;
  const value = bytes.subarray(5, length).toString('utf8');
  return { kind: 'read', value, rest: bytes.subarray(length + 1) };
}

/** Whether a server's first answer lets the user in without a proof. */
export function readAdmission(bytes: Buffer): Read<boolean> {
  if (bytes.length < 9) return bytes[0] === 'E'.charCodeAt(0) ? admission(false, bytes) : MORE;
  const isAuthentication = bytes[0] === 'R'.charCodeAt(0);
  return admission(isAuthentication && bytes.readUInt32BE(5) === 0, bytes);
}

function admission(value: boolean, rest: Buffer): Read<boolean> {
  return { kind: 'read', value, rest };
}

/** Asks for the password as it is. */
export const CLEARTEXT_PASSWORD = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]);

/** What ends a session that was not begun. */
export function fatal(code: string, text: string): Buffer {
  const fields = `SFATAL\0VFATAL\0C${code}\0M${text}\0\0`;
  const head = Buffer.alloc(5);
  head.write('E', 0, 'latin1');
  head.writeUInt32BE(Buffer.byteLength(fields) + 4, 1);
  return Buffer.concat([head, Buffer.from(fields)]);
}
