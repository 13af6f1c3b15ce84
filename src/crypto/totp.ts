import { createHmac, randomBytes } from 'node:crypto';
import { equalSecrets } from '../core/secret.ts';

const STEP_MS = 30_000;
const DIGITS = 6;
/** 64 characters of base 32, as long as AWS's seeds. */
const SEED_BYTES = 40;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new seed of a time-based one-time password (RFC 6238: SHA-1, 30 seconds, six digits), in base 32. */
export function newTotpSeed(): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of randomBytes(SEED_BYTES)) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return text;
}

/** The number of the 30 seconds an instant lies in. */
export function totpStep(instant: number): number {
  return Math.floor(instant / STEP_MS);
}

export function totpCode(seed: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', seedBytes(seed)).update(counter).digest();
  const at = (digest.at(-1) ?? 0) & 15;
  const number = digest.readUInt32BE(at) & 0x7f_ff_ff_ff;
  return String(number % 10 ** DIGITS).padStart(DIGITS, '0');
}

/** The step, among those from `first` to `last`, whose code this is; undefined for a wrong code. */
export function stepOfCode(
  seed: string,
  code: string,
  first: number,
  last: number,
): number | undefined {
  for (let step = first; step <= last; step += 1) {
    if (equalSecrets(totpCode(seed, step), code)) return step;
  }
  return undefined;
}

function seedBytes(seed: string): Buffer {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of seed) {
    held = (held << 5) | BASE32.indexOf(character);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
    held &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
}
