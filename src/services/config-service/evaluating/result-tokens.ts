import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Unit, View } from '../../../contract/view.ts';
import { type Invocation, invocations } from '../state.ts';

const SECRET_BYTES = 32;

/** By what a function reports: it names one invocation, and proves to have been told its secret. */
export function resultToken(id: string, { secret }: Invocation): string {
  return `${id}.${secret}`;
}

export function newSecret(unit: Unit): Promise<string> {
  return unit.once(() => randomBytes(SECRET_BYTES).toString('base64url'));
}

/** The invocation that a token was given for; undefined for one that never was, or whose day is over. */
export async function invocationOf(view: View, token: string): Promise<Invocation | undefined> {
  const [id = '', secret = ''] = token.split('.', 2);
  const invocation = await view.get(invocations, id);
  if (invocation === undefined || resultToken(id, invocation).length !== token.length) {
    return undefined;
  }
  return timingSafeEqual(digest(secret), digest(invocation.secret)) ? invocation : undefined;
}

function digest(text: string): Uint8Array {
  return createHash('sha256').update(text).digest();
}
