import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a receipt handle stands for: the n-th receive of a message. */
export interface Receipt {
  readonly store: string;
  readonly message: string;
  readonly receive: number;
}

const PROOF_BYTES = 16;
const HANDLE_CHARACTERS_MAX = 1_024;

/** An opaque handle. Only the queue whose secret it is can have made it. */
export function receiptHandle(secret: string, receipt: Receipt): string {
  const body = Buffer.from(JSON.stringify([receipt.store, receipt.message, receipt.receive]));
  return Buffer.concat([proof(secret, body), body]).toString('base64');
}

/** Undefined: the text is no handle of this queue. */
export function readReceipt(secret: string, handle: string): Receipt | undefined {
  if (handle.length > HANDLE_CHARACTERS_MAX) return undefined;
  const bytes = Buffer.from(handle, 'base64');
  if (bytes.length <= PROOF_BYTES) return undefined;
  const body = bytes.subarray(PROOF_BYTES);
  if (!timingSafeEqual(bytes.subarray(0, PROOF_BYTES), proof(secret, body))) return undefined;
  const parts: unknown = JSON.parse(body.toString('utf8'));
  if (!Array.isArray(parts)) return undefined;
  const [store, message, receive]: unknown[] = parts;
  if (typeof store !== 'string' || typeof message !== 'string' || typeof receive !== 'number') {
    return undefined;
  }
  return { store, message, receive };
}

function proof(secret: string, body: Buffer): Buffer {
  const mac = createHmac('sha256', Buffer.from(secret, 'base64')).update('receipt\0').update(body);
  return mac.digest().subarray(0, PROOF_BYTES);
}

/** A name for what a sender chose, which must not stand in clear: 32 hexadecimal digits. */
export function keyedHash(secret: string, purpose: string, ...parts: readonly string[]): string {
  const mac = createHmac('sha256', Buffer.from(secret, 'base64'));
  return mac
    .update(JSON.stringify([purpose, ...parts]))
    .digest('hex')
    .slice(0, 32);
}
