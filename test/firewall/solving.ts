import { createHash } from 'node:crypto';
import { makePuzzle, type Puzzle, WORK_BITS } from '../../src/firewall/tokens/token.ts';

/** Does the work that a challenge asks for, as the script of its page does. */
export function solvedToken(secret: Uint8Array, puzzle: Puzzle): string {
  const asked = makePuzzle(secret, puzzle, Buffer.alloc(16, 9));
  const [text = ''] = asked.split('.');
  for (let answer = 0; ; answer += 1) {
    const digest = createHash('sha256').update(`${text}.${answer}`).digest();
    if (digest.readUInt32BE(0) >>> (32 - WORK_BITS) === 0) return `${asked}.${answer}`;
  }
}
